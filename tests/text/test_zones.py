"""Zones: what each line of an article is for, over the kinds of pages that articles come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from text.article import ZoneKind
from text.loading import load
from text.zones import Zoning, find_zones

SEEDS = sorted(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))
PARAGRAPH = "记者从市统计局获悉，前三季度全市经济运行总体平稳，工业生产较快增长，投资结构继续优化。"


def told(text: str) -> list[tuple[str, str]]:
    """The kind and words of each zone."""
    return [(zone.kind.value, text[zone.start : zone.end]) for zone in find_zones(text).zones]


def test_a_news_page_is_taken_apart() -> None:
    """Crumbs, headline, dateline, body, caption, editor and copyright each get a zone."""
    text = f"""您当前的位置：首页 > 新闻 > 时政

前三季度全市经济稳中向好
2024-10-22 08:16:05 来源：临江日报 记者 高远 通讯员 林小溪
关注临江发布微信公众号

{PARAGRAPH}
图为车间一角。（临江日报 高远 摄）
{PARAGRAPH}
责任编辑：周正 新闻热线：0376-0000110
扫一扫在手机上阅读本文
版权声明
凡本网注明来源的作品，未经授权不得转载。
联系我们"""
    assert told(text) == [
        ("boilerplate", "您当前的位置：首页 > 新闻 > 时政"),
        ("title", "前三季度全市经济稳中向好"),
        ("date", "2024-10-22 08:16:05"),
        ("source", "来源：临江日报"),
        ("byline", "记者 高远"),
        ("byline", "通讯员 林小溪"),
        ("boilerplate", "关注临江发布微信公众号"),
        ("body", PARAGRAPH),
        ("caption", "图为车间一角。（临江日报 高远 摄）"),
        ("body", PARAGRAPH),
        ("byline", "责任编辑：周正"),
        (
            "boilerplate",
            "新闻热线：0376-0000110\n扫一扫在手机上阅读本文\n"
            "版权声明\n凡本网注明来源的作品，未经授权不得转载。\n联系我们",
        ),
    ]
    zoning = find_zones(text)
    assert (zoning.title, zoning.published) == ("前三季度全市经济稳中向好", "2024-10-22")


def test_a_report_has_issuer_subtitle_speaker_and_sections() -> None:
    """Subtitle, speaker and numbered heads are told from the body; the subtitle has the date."""
    text = f"""政府工作报告（摘登）
——2025年1月9日在临江市第十届人民代表大会第四次会议上
临江市市长 高远

一、2024年工作回顾
{PARAGRAPH}
（一）工业
{PARAGRAPH}"""
    assert [kind for kind, _ in told(text)] == [
        *["title", "title", "byline", "section", "body", "section", "body"]
    ]
    assert find_zones(text).published == "2025-01-09"


def test_a_month_in_a_headline_is_no_date_of_issue() -> None:
    """Only a day that a headline names can be when it was issued."""
    assert find_zones(f"2024年1月经济运行情况\n{PARAGRAPH}").published is None


def test_a_signature_is_no_section() -> None:
    """An office above a date signs; the first date of a page is its date."""
    text = f"关于印发行动方案的通知\n{PARAGRAPH}\n临江市人民政府办公室\n2023年7月12日\n{PARAGRAPH}"
    assert told(text)[2:4] == [("source", "临江市人民政府办公室"), ("date", "2023年7月12日")]


def test_datelines_and_credits_stand_apart_in_their_paragraphs() -> None:
    """The reporter before the first sentence and the credit after the last are by-lines."""
    text = (
        f"工作会议召开\n本报讯（记者 高远 通讯员 林小溪）{PARAGRAPH}\n{PARAGRAPH}（来源：临江日报）"
    )
    assert told(text)[1:] == [
        ("byline", "本报讯（记者 高远 通讯员 林小溪）"),
        ("body", PARAGRAPH + "\n" + PARAGRAPH),
        ("source", "（来源：临江日报）"),
    ]


def test_brackets_of_the_text_are_no_credits() -> None:
    """Abbreviations, examples and questions stay body."""
    asides = "公司（以下简称“甲”）增长5%（含税）。\n记者：成本怎么降，市场在哪里？"
    text = f"题目\n{PARAGRAPH}{asides}\n{PARAGRAPH}"
    assert [kind for kind, _ in told(text)] == ["title", "body"]


def test_a_sections_speaker_belongs_to_its_head() -> None:
    """The lines with post and name under a headline are one section with it."""
    text = f"{PARAGRAPH}\n突出三个重点 推进强市建设\n市经信局局长 章 澜\n{PARAGRAPH}"
    assert told(text)[1] == ("section", "突出三个重点 推进强市建设\n市经信局局长 章 澜")


def test_rows_of_a_table_are_body() -> None:
    """A table's head and rows are no sections; its number and name are a caption."""
    table = "表1 主要产品产量\n产品 单位 产量\n水泥 万吨 986.42\n钢材 万吨 12.3"
    text = f"公报\n{PARAGRAPH}\n{table}\n{PARAGRAPH}"
    assert [kind for kind, _ in told(text)] == ["title", "body", "caption", "body"]


def test_unindented_lines_among_indented_paragraphs_are_captions() -> None:
    """Where paragraphs are indented, a short sentence that is not stands under a picture."""
    body = "\n".join("\u3000\u3000" + PARAGRAPH for _ in range(3))
    text = f"题目\n{body}\n机械臂正在搬运货物。\n{body}"
    assert ("caption", "机械臂正在搬运货物。") in told(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (PARAGRAPH + "\n" + PARAGRAPH, None),
        ("题目", None),
        ("", None),
        ("氢能真的来了！\n" + PARAGRAPH, "氢能真的来了！"),
        ("“风光之外，氢和储要写深”\n——访霍启明\n" + PARAGRAPH, "“风光之外，氢和储要写深”"),
        ("一、综合\n" + PARAGRAPH, "一、综合"),
        ("发布时间：2024年5月\n题 目\n" + PARAGRAPH, "题 目"),
    ],
)
def test_the_title_is_the_first_headline(text: str, title: str | None) -> None:
    """The first line that is no credit and no paragraph, if something follows it."""
    assert find_zones(text).title == title


@pytest.mark.parametrize(
    ("seed", "title", "published"),
    [
        (0, None, None),
        (1, "【“三抓三促”行动进行时·党组织书记谈落实】", "2023-06-01"),
        (2, "挖掘新质生产力 推动产业再升级——", None),
        (3, None, None),
        (4, "为把嘉兴打造成智造创新强市贡献力量", "2023-01-29"),
    ],
)
def test_the_seeds_have_their_titles_and_dates(
    seed: int, title: str | None, published: str | None
) -> None:
    """What each seed's page says of itself."""
    revision = load(SEEDS[seed]).revision
    assert (revision.title or "").startswith(title or "")
    assert (revision.title is None) == (title is None)
    assert revision.published == published


def test_the_fifth_seed_has_seven_speakers() -> None:
    """Each speech is a section with its speaker's post and name."""
    revision = load(SEEDS[4]).revision
    zoning = Zoning(revision.zones, revision.title, revision.published)
    heads = [revision.text[z.start : z.end] for z in zoning.zones if z.kind.value == "section"]
    speakers = [head.split("\n")[-1].split(" ", 1)[-1] for head in heads]
    assert speakers == ["江海洋", "章 澜", "吴根军", "杨卫东", "徐黎明", "宓舟丹", "黄开胜"]


def test_an_article_in_one_line_is_no_copyright_notice() -> None:
    """What came without its line breaks says more than the notice at its end."""
    zones = find_zones("公司实现产值3亿元。" * 40 + "版权所有，未经许可不得转载。").zones
    assert [zone.kind for zone in zones] == [ZoneKind.BODY]
