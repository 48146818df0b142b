"""Goals without a figure."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[tuple[str, str, dict[str, str]]]]


def aims(read: Read, text: str) -> list[str]:
    return [words for label, words, _ in read(text) if label == "AIM"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加快打造全国重要的新材料产业基地。", ["打造全国重要的新材料产业基地"]),
        ("把岭东建设成为现代化强市，", ["建设成为现代化强市"]),
        ("努力跻身全国第一方阵。", ["跻身全国第一方阵"]),
        ("县里正打造全国茶产业基地。", ["打造全国茶产业基地"]),
        ("今年已开行班列，市长要求抢抓机遇，打造重要枢纽。", ["打造重要枢纽"]),
        ("构建“一体两翼”产业格局。", ["构建“一体两翼”产业格局"]),
        ("打造“智造名城”。", ["打造“智造名城”"]),
        ("迈入工业强市行列。", ["迈入工业强市行列"]),
        ("把农商行建设成为服务乡村振兴的主力银行。", ["建设成为服务乡村振兴的主力银行"]),
        ("到2027年，基本形成现代化制造业体系。", ["形成现代化制造业体系"]),
        (
            "打造成为科技赋能高地、产业发展高地、开放合作高地。",
            ["打造成为科技赋能高地", "产业发展高地", "开放合作高地"],
        ),
        (
            "为构建新型电力系统作出贡献，争创国家级制造业单项冠军。",
            ["构建新型电力系统", "争创国家级制造业单项冠军"],
        ),
    ],
)
def test_from_the_verb_to_the_head_noun(read: Read, text: str, expected: list[str]) -> None:
    """An aim ends with the noun that names what is to be built or become, one for each."""
    assert aims(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "已建成全省最大的物流中心。",
        "初步建成全省最大的物流中心。",
        "产量同比增长8%，茶叶成为农民增收的支柱产业。",
        "形成了完整的产业体系。",
        "加强城乡建设管理，提升服务水平。",
        "抢抓共建“一带一路”机遇。",
        "产业迈向中高端。",
        "建立每周调度、每月通报的工作机制。",
        "打造千亿级装备产业集群。",
    ],
)
def test_what_is_no_aim(read: Read, text: str) -> None:
    """What stands already, what cannot be reached, and what has a figure is none."""
    assert aims(read, text) == []
