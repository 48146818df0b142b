"""Which time holds for a figure: how far one reaches, and what has none."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[tuple[str, str, dict[str, str]]]]


def periods(
    read: Read, text: str, published: str | None = "2024-10-20", title: str | None = None
) -> list[str]:
    """The periods of the figures of `text`, empty where they have none."""
    found = read(text, published=published, title=title)
    return [a.get("period", "") for label, _, a in found if label != "AIM"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年以来，村里修建道路9公里。", ["2021/2024"]),
        ("从2021年起，镇里开展清淤，清理河道9公里。", ["2021/2024"]),
        ("国庆假期，景区接待游客9万人次。", ["2024-10"]),
        ("“五一”假期，景区接待游客9万人次。", ["2024-05"]),
        ("20日，公司股价上涨3%。", ["2024-10"]),
        ("去年5月的茶博会上，签约项目8个。", ["2023-05"]),
        ("2024年至2026年，产值分别不低于4亿元、5亿元和6亿元。", ["2024", "2025", "2026"]),
        ("2024年至2025年，产值和利税分别达到5亿元和1亿元。", ["2024/2025", "2024/2025"]),
        ("自2021年启动以来，工程累计修路9公里。", ["2021/2024"]),
        ("“十四五”以来，全县新增耕地9万亩。", ["2021/2024"]),
        ("年初以来，出口增长9%。", ["2024"]),
        ("本月，公司销售汽车900辆。", ["2024-10"]),
        ("占比由五年前的6%提高到9%。", ["2019", "2024"]),
        ("改造两年多，完成旧房改造90户。", ["2024"]),
        ("产值相当于2019年的八成。", ["2024"]),
        ("公司成立于2010年，现有员工900人。", ["2024"]),
    ],
)
def test_times_that_name_no_plain_year(read: Read, text: str, expected: list[str]) -> None:
    """Since when, on which holiday, at which fair, how long ago."""
    assert periods(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2027年产值达到90亿元，三年年均增长8%；培育企业9家。", ["2027", "2025/2027", "2027"]),
        ("三年培训农民900名。拟投资3亿元。", ["2025/2027", ""]),
        ("年内计划投资90亿元。按产业分，已落户茶叶类项目9个。", ["2024", "2024-10"]),
        (
            "到2025年末，产值力争突破90亿元。同步实现以下指标：\n1．培育企业9家。\n",
            ["2025", "2025"],
        ),
    ],
)
def test_how_far_a_time_reaches(read: Read, text: str, expected: list[str]) -> None:
    """An average is for its own clause, a bare stretch for its sentence."""
    title = "九个项目集中开工" if "按产业" in text else None
    assert periods(read, text, title=title) == expected


@pytest.mark.parametrize(
    "text",
    [
        "办理时间由9天。",
        "大桥今年正式通车。全长9公里。",
        "今年将开建新厂，项目投资9亿元。",
        "今年将出台办法，单户企业年度补助不超过90万元。",
    ],
)
def test_what_has_no_period(read: Read, text: str) -> None:
    """A start that no time is named for, the size of a project, a rule that stands."""
    assert periods(read, text)[0] == ""


def test_the_average_over_the_years_of_a_plan(read: Read) -> None:
    """到2027年…年均增速, where the article is a plan for 2025 to 2027, is for all three years."""
    text = "茶产业行动方案（2025—2027年）\n到2027年，产值达到90亿元，年均增速保持在9%以上。\n"
    assert periods(read, text, published="2025-02-01") == ["2027", "2025/2027"]


def test_an_article_of_the_year_in_which_its_plan_begins(read: Read) -> None:
    """A year named late, of which a plan begins too, is the article's own, not the one before."""
    padding = "这里的人们种茶为生，日子平静。\n" * 30
    text = (
        f"{padding}《茶产业方案（2026—2028年）》印发。今年新增茶园9万亩。\n新的台账是2026年的。\n"
    )
    assert periods(read, text, published=None) == ["2026"]


def test_figures_of_an_event(read: Read) -> None:
    """An event's figures are of its month; a press conference tells of more than itself."""
    text = "茶园面积90万亩。"
    assert periods(read, text, title="茶产业博览会收官") == ["2024-10"]
    assert periods(read, text, title="茶产业新闻发布会") == ["2024"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("科研上，全年投入研发经费9亿元。修路9公里。", [("RESULT", "2024"), ("RESULT", "2024")]),
        ("2025年，全年产值力争达到90亿元。", [("TARGET", "2025")]),
    ],
)
def test_an_article_of_january_looks_back(
    read: Read, text: str, expected: list[tuple[str, str]]
) -> None:
    """Where its heading names the year before, what has no date is of that year, and reached."""
    found = read(text, published="2025-01-20", title="集团2024年工作回顾")
    assert [(label, a.get("period", "")) for label, _, a in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "今年共安排两批。截至9月30日，进度正常。\n道路建设。目标：改造道路9公里。进展：完工6公里。\n",
            ["2024", "2024-09"],
        ),
        (
            "到2029年，产值力争突破90亿元。产业更强。\n——聚力兴业。培育企业9家。\n——聚力惠民。新建小学6所。\n",
            ["2029", "2029", "2029"],
        ),
        ("企业2019年落户，如今已有员工900人。", ["2024"]),
        ("2019年，企业建成厂房9座。", ["2019"]),
        ("后两个季度新开工项目90个。", ["2024-H2"]),
        ("到2026年产量达到9万吨，同年需求预计只有6万吨。", ["2026", "2026"]),
        ("一期拟建设产线9条，明年4月试产。", ["2025-04"]),
    ],
)
def test_times_told_once_for_what_follows(read: Read, text: str, expected: list[str]) -> None:
    """The year of a notice, the deadline above dashes; a year of founding is none for today."""
    assert periods(read, text) == expected


def test_the_report_on_half_a_year(read: Read) -> None:
    """Growth under later headings is of the half-year; 下半年 in a heading is for goals alone."""
    text = (
        "上半年，全县产值达到90亿元。\n【投资】\n固定资产投资增长4%。\n"
        "【下半年怎么干】\n成绩背后也有隐忧，工业利润下降9%。\n"
    )
    assert periods(read, text, published="2024-07-29") == ["2024-H1", "2024-H1", "2024-H1"]
