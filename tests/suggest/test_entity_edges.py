"""Where names begin and end: at verbs, between the ends of a way, at what a place is said to do."""

import pytest

from suggest.entities.told import as_told
from suggest.lac import Lac
from suggest.tokens import Token
from tests.suggest.naming import found


def of(label: str, spans: list[tuple[str, str]]) -> list[str]:
    """The names of `spans` that have `label`."""
    return [name for of_label, name in spans if of_label == label]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("从石坪镇到柳河镇，游客络绎不绝。", ["石坪镇", "柳河镇"]),
        ("石桥村村集体收入超百万元。", ["石桥村"]),
        ("2023年，泉州地区生产总值增长5%。", ["泉州"]),
        ("烟台、大同应率先行动。", ["烟台", "大同"]),
        ("围绕打造豫西先进制造业高地发力。", ["豫西"]),
        ("陕西经济稳中有进。", ["陕西"]),
        ("推动四川盆地页岩气增产。", ["四川盆地"]),
        ("试点“抵港直装”。", []),
        ("记者 刘海军 粟抱朴 发自烟台、沧州", ["烟台", "沧州"]),
        ("自治区商务厅印发通知。从牧区到自治区首府很远。", []),
        ("别把蓝海做成红海。", []),
        ("海关在石岛港区设立窗口。", ["石岛港区"]),
    ],
)
def test_places(text: str, places: list[str], lac: Lac) -> None:
    """Two ends are two places, what follows one is not of it, a direction names a part."""
    assert of("LOC", found(lac, text)) == places


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("沂阳县石坪镇的村党支部书记刘海军发言。", ["村党支部书记"]),
        ("东海医学院党委副书记刘海军出席。", ["党委副书记"]),
        ("市委常委、组织部长刘海军主持。", ["市委常委", "组织部长"]),
        ("汶海生命所学术委员会主任刘海军介绍。", ["学术委员会主任"]),
        ("汶海国际副总经理兼非洲区域总监刘海军表示。", ["副总经理", "非洲区域总监"]),
        ("公司环保总监刘海军说。", ["环保总监"]),
        ("在主席台就座的还有刘海军。", []),
        ("担起重大使命。", []),
    ],
)
def test_posts(text: str, posts: list[str], lac: Lac) -> None:
    """A post has its body and field, the firm its trade, and no post begins 主席台."""
    assert of("TITLE", found(lac, text)) == posts


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        ("石坪至柳河公路改造项目进展缓慢。", ["石坪至柳河公路改造项目"]),
        ("全年新开工高速公路3条。", []),
        ("6台机组年底前全部投产。", []),
        ("遏制“两高”项目盲目发展。", []),
        ("沂阳县石坪镇综合养老服务中心8月试运营。", ["沂阳县石坪镇综合养老服务中心"]),
        ("企业在“鲁快办”上提交诉求。", ["鲁快办"]),
        ("东海银行推出的绿色金融产品“汶绿贷”受欢迎。", ["汶绿贷"]),
        ("实施“两山一流域”生态修复工程。", []),
        ("双方合作开发石岛油脂产业园。", ["石岛油脂产业园"]),
    ],
)
def test_projects(text: str, projects: list[str], lac: Lac) -> None:
    """A way has two ends; numbers and classes of things name none; what opens was built."""
    assert of("PROJECT", found(lac, text)) == projects


@pytest.mark.parametrize(
    ("text", "label", "names"),
    [
        ("东海医科大学附属医院托管汶阳医院。", "ORG", ["东海医科大学附属医院", "汶阳医院"]),
        ("中国驻新加坡大使馆经商处派员出席。", "ORG", ["中国驻新加坡大使馆经商处"]),
        ("与烟台市“十五五”规划衔接。", "PROGRAM", ["烟台市“十五五”规划"]),
        ("把“先锋岗”制度落到班组。", "PROGRAM", ["“先锋岗”制度"]),
        ("黄河流域生态保护和高质量发展先行区初具规模。", "PROGRAM", []),
        ("推动成渝地区双城经济圈建设。", "PROGRAM", ["成渝地区双城经济圈建设"]),
        ("成渝地区双城经济圈商机涌动。", "LOC", ["成渝地区双城经济圈"]),
        ("“鲁疆纺织协同发展大会”在烟台召开。", "EVENT", ["鲁疆纺织协同发展大会"]),
        ("他在中国（烟台）果品博览会上签约。", "EVENT", ["中国（烟台）果品博览会"]),
    ],
)
def test_other_names(text: str, label: str, names: list[str], lac: Lac) -> None:
    """A verb parts two bodies, whose plan it is belongs to it, quotation marks hold a meeting."""
    assert of(label, found(lac, text)) == names


def test_a_firm_in_full_keeps_its_short_name() -> None:
    """What a text calls 汶海供应链 is not cut out of the firm's full name."""
    words = ("石岛汶海供应链管理有限公司", "（", "简称", "汶海供应链", "）")
    tags = ("ORG", "w", "v", "n", "w")
    starts = [sum(map(len, words[:index])) for index in range(len(words))]
    given = [
        Token(start, start + len(word), word, tag)
        for start, word, tag in zip(starts, words, tags, strict=True)
    ]
    told = [(token.word, token.tag) for token in as_told("".join(words), given)]
    assert told[0] == ("石岛汶海供应链管理有限公司", "ORG")
    assert told[3] == ("汶海供应链", "ORG")
