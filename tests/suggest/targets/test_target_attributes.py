"""What a figure says: kind, certainty, period, change, comparator, basis, indicator, owner."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[tuple[str, str, dict[str, str]]]]


def figures(read: Read, text: str, **about: str) -> list[tuple[str, str, dict[str, str]]]:
    return [figure for figure in read(text, **about) if figure[0] != "AIM"]


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("确保产值增长8%。", "TARGET", "committed"),
        ("力争产值突破90亿元。", "TARGET", "ambition"),
        ("预计产值可达90亿元。", "TARGET", "forecast"),
        ("到2027年，产值达到90亿元。", "TARGET", "planned"),
        ("项目总投资38亿元，占地460亩。", "TARGET", "planned"),
        ("去年产值完成90亿元。", "RESULT", "reached"),
        ("已建成厂房3万平方米。", "RESULT", "reached"),
        ("平台去年9月启用，建筑面积3万平方米。", "RESULT", "reached"),
        ("工厂去年9月投产，力争今年满产，产值9亿元。", "TARGET", "planned"),
        ("公路建成通车，全长90公里。", "RESULT", "reached"),
        ("截至2月底，企业达到90家。", "RESULT", "reached"),
    ],
)
def test_goals_and_results(read: Read, text: str, kind: str, certainty: str) -> None:
    """The nearest word that tells decides, and says how surely."""
    label, _, attributes = figures(read, text)[0]
    assert (label, attributes["certainty"]) == (kind, certainty)


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("力争到2027年，产值达到90亿元。", "TARGET", "ambition"),
        ("预计汽车销量将超过2700万辆，同比增长3%。", "TARGET", "forecast"),
        ("项目预计明年投产，届时可实现产值90亿元。", "TARGET", "forecast"),
        ("2023年，生产总值预计达到739亿元。", "RESULT", "reached"),
        ("11月22日，收获15万斤，预计产值可超40万元。", "TARGET", "forecast"),
        ("本次活动总投资90亿元，其中产业项目118个。", "RESULT", "reached"),
        ("现在只要48分钟就能走完，运费下降6%。", "RESULT", "reached"),
        ("公司加快建设，着力降低成本，发电80亿千瓦时，同比增长2%。", "RESULT", "reached"),
        ("其中90个计划开工项目里，70个项目动工。", "RESULT", "reached"),
        ("2023年，计划投资93亿元，完成投资44亿元，占年度计划的47%。", "RESULT", "reached"),
        ("过去换一次模具要9小时。", "RESULT", "reached"),
        ("力争占比由目前的9%提高到12%，能耗下降9%。", "TARGET", "ambition"),
        ("加快转型，强化服务，让公司拿到补贴90万元。", "RESULT", "reached"),
        ("支持改造。推进转型。建成标杆工厂9家，企业超过14万家。", "RESULT", "reached"),
    ],
)
def test_what_a_word_holds_for(read: Read, text: str, kind: str, certainty: str) -> None:
    """The clause before, what a forecast entails, and what is over by now."""
    label, _, attributes = figures(read, text)[-1]
    assert (label, attributes["certainty"]) == (kind, certainty)


def test_a_share_stays_a_share(read: Read) -> None:
    """What follows a share without naming it again is one, too."""
    found = figures(read, "绿电消费占比提高15个百分点，达到55%。")
    assert [a["change"] for _, _, a in found] == ["growth", "share"]


def test_goals_of_a_section(read: Read) -> None:
    """（二）发展目标。到2025年 holds for the paragraphs of its section."""
    text = (
        "（二）发展目标。到2025年，建成制造强市。\n结构更优。占比达到30%。\n（三）路径。增加5家。\n"
    )
    found = figures(read, text, title="制造强市行动计划", published="2023-10-24")
    assert [a.get("period", "") for _, _, a in found] == ["2025", ""]


def test_a_word_within_a_list_holds_for_its_figure_alone(read: Read) -> None:
    """确保420亿元、力争450亿元; what follows in the sentence is plainly planned."""
    text = "2024年，营业收入确保420亿元、力争450亿元，利润总额不低于24亿元。"
    found = [attributes["certainty"] for _, _, attributes in figures(read, text)]
    assert found == ["committed", "ambition", "planned"]


def test_how_surely_goes_on(read: Read) -> None:
    """What is raised by 力争 says nothing of the next goal; who foresees, foresees the sentence."""
    found = figures(read, "今年目标是：产值增长9%，力争10%；出口额增长8%。")
    assert [a["certainty"] for _, _, a in found] == ["planned", "ambition", "planned"]
    found = figures(read, "协会理事长预计，今年行业营业收入增长9%，出口额达到9亿元。")
    assert [a["certainty"] for _, _, a in found] == ["forecast", "forecast"]


def test_a_bare_stretch_tells_nothing_of_the_next_sentence(read: Read) -> None:
    """三年 is what is planned in its own sentence; the park after it stands."""
    found = figures(read, "三年制定标准9项。园区面积9平方公里，企业90家。")
    assert [label for label, _, _ in found] == ["TARGET", "RESULT", "RESULT"]


def test_a_list_of_dashes_under_its_introduction(read: Read) -> None:
    """A short line in front of a list says what its items are, with or without a colon."""
    text = "围绕目标任务，会议排出清单。\n——稳电。发电90亿千瓦时。\n——惠民。改造宿舍9栋。\n"
    assert {label for label, _, _ in figures(read, text)} == {"TARGET"}


@pytest.mark.parametrize(
    ("title", "kind", "period"),
    [
        ("某市2023年国民经济和社会发展统计公报", "RESULT", "2023"),
        ("某市数字经济三年行动方案（2024—2026年）", "TARGET", ""),
    ],
)
def test_the_kind_of_article_decides_last(read: Read, title: str, kind: str, period: str) -> None:
    """A bulletin reports, a plan promises, where the words leave it open."""
    label, _, attributes = figures(read, f"{title}\n高新技术企业712家。", title=title)[0]
    assert (label, attributes.get("period", "")) == (kind, period)


def test_sections_of_a_report(read: Read) -> None:
    """The heading says whether a section looks back or ahead, and on which year."""
    text = "一、2023年工作回顾\n新增就业4万人。\n二、2024年主要目标\n新增就业5万人。\n"
    found = figures(read, text, title="政府工作报告", published="2024-01-10")
    assert [(label, a["period"]) for label, _, a in found] == [
        ("RESULT", "2023"),
        ("TARGET", "2024"),
    ]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今年1至2月，用电量增长5%。", "2024-01/2024-02"),
        ("去年用电量增长5%。", "2023"),
        ("到2026年，用电量增长5%。", "2026"),
        ("“十五五”期间，用电量年均增长5%。", "2026/2030"),
        ("三年内用电量增长5%。", "2024/2026"),
        ("2023年，用电量增长5%。售电量增长4%。", "2023"),
        ("今年1—2月我县工业发展较快，用电量增长5%。", "2024-01/2024-02"),
        ("今年1—2月用电量增长5%。其中工业用电80亿千瓦时。", "2024-01/2024-02"),
        ("截至2023年底，茶园100万亩。涉茶人口65万人。", "2023"),
        ("到2027年，产值达到90亿元。培育企业9家。", "2027"),
        ("一期年产能5万吨，计划2025年6月投产。", "2025-06"),
        ("年产能由2022年的3万吨。", "2022"),
        ("需求量增至2025年的300亿平方米。", "2025"),
        ("产值从2019年的3亿元增加到2023年的9亿元，年均增长12%。", "2019/2023"),
        ("2023年，产量连续3年超过8万吨。面积900亩。", "2023"),
    ],
)
def test_periods(read: Read, text: str, period: str) -> None:
    """The time of the clause, else of the sentence, else of the paragraph."""
    assert figures(read, text)[-1][2]["period"] == period


def test_the_years_from_which_and_to_which_something_went(read: Read) -> None:
    """从2019年到2023年: the figure that it started from is for the first year."""
    text = "从2019年到2023年，产值由3亿元增加到9亿元。"
    assert [a["period"] for _, _, a in figures(read, text)] == ["2019", "2023"]


def test_the_part_of_a_year_that_is_reported_on(read: Read) -> None:
    """The stretch that the lead names holds for later paragraphs that compare with last year."""
    text = "今年一季度，全市用电量增长5%。\n公司售电80亿千瓦时，同比增长4%。\n在册职工900人。\n"
    found = figures(read, text, published="2024-04-20")
    assert [a["period"] for _, _, a in found] == ["2024-Q1", "2024-Q1", "2024-Q1", "2024"]
    found = figures(read, "用电量增长5%\n" + text, published="2024-04-20")
    assert found[0][2]["period"] == "2024-Q1"


def test_a_year_for_each_of_a_list(read: Read) -> None:
    """2023年、2024年、2025年分别达到: each figure has its own year."""
    text = "2024年、2025年、2026年，产值分别达到800亿元、1150亿元和1600亿元。"
    assert [a["period"] for _, _, a in figures(read, text)] == ["2024", "2025", "2026"]
    text = "去年一季度、二季度，用电量分别为80亿千瓦时和90亿千瓦时。"
    assert [a["period"] for _, _, a in figures(read, text)] == ["2023-Q1", "2023-Q2"]


def test_what_is_compared_with_is_no_period(read: Read) -> None:
    """较2020年 is the basis; the figure is for the year of the sentence."""
    (figure,) = figures(read, "2023年，产量较2020年增长2.3倍。")
    assert (figure[2]["basis"], figure[2]["period"]) == ("since 2020", "2023")


@pytest.mark.parametrize(
    ("text", "change", "comparator"),
    [
        ("产值增长8%以上。", "growth", ">="),
        ("能耗下降2%左右。", "decline", "~"),
        ("融资成本降至3.2%以下。", "level", "<"),
        ("负债率控制在58%以内。", "level", "<="),
        ("民营企业占比达到六成。", "share", "="),
        ("增速居全省第三位。", "rank", "="),
        ("新增停车泊位6000个。", "count", "="),
        ("高新技术企业达712家。", "level", "="),
        ("零售额翻了近一番。", "growth", "~"),
        ("现金分红比例不低于可供分配利润的30%。", "share", ">="),
        ("增加值达到80亿元。", "level", "="),
        ("税收同比增长超过60%。", "growth", ">"),
        ("产值增速达到25%。", "growth", "="),
        ("减少利息支出超过7000万元。", "decline", ">"),
        ("出口汽车121.8万辆。", "level", "="),
        ("完成年度计划的96%。", "share", "="),
        ("所属亏损企业户数减少5户。", "decline", "="),
        ("新引进亿元项目超过15个。", "count", ">"),
        ("工业投资保持20%以上的快速增长。", "growth", ">="),
        ("投资率低于全省平均增速3个百分点。", "level", "="),
        ("民营企业占比超过一半。", "share", ">"),
        ("茶农收入涨到9万元。", "level", "="),
        ("技术人员增至90人。", "level", "="),
        ("贷款比上年同期多9亿元。", "growth", "="),
        ("通关时间比预想少了9天。", "decline", "="),
        ("价格涨幅不超过3%。", "growth", "<="),
        ("四成企业反映招工难。", "share", "="),
    ],
)
def test_change_and_comparator(read: Read, text: str, change: str, comparator: str) -> None:
    """The change is named before the value, the bound on either side of it."""
    (figure,) = figures(read, text)
    assert (figure[2]["change"], figure[2]["comparator"]) == (change, comparator)


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("实现营业收入386亿元，同比增长9.7%。", ["营业收入", "营业收入"]),
        ("新建高标准农田22.5万亩。", ["高标准农田"]),
        ("磷酸铁、六氟磷酸锂产量分别达到18万吨和1万吨。", ["磷酸铁产量", "六氟磷酸锂产量"]),
        ("电子信息产业实现产值80亿元。", ["电子信息产业产值"]),
        ("会上表彰10个先进单位。", ["先进单位"]),
        ("城镇化率为54.7%，提高0.8个百分点。", ["城镇化率", "城镇化率"]),
        ("绿电消费占比提高15个百分点。", ["绿电消费占比"]),
        ("拉动规模以上工业增加值增长11个百分点。", ["规模以上工业增加值"]),
        ("静态投资回收期（含建设期）7.8年。", ["静态投资回收期"]),
        ("出口额80亿元，占全部的6%，同比增长3%。", ["出口额", "出口额", "出口额"]),
        ("打造3个产值超百亿元的产业集群。", ["产值超百亿元的产业集群"]),
        ("利润增长9%，比全省和全国分别高2.1、1.3个百分点。", ["利润", "利润", "利润"]),
        ("年度投资完成率61%。", ["年度投资完成率"]),
        ("实现规模工业增加值80亿元。", ["规模工业增加值"]),
        ("签约金额达到95亿元。", ["签约金额"]),
        ("完成工业用电总量19亿千瓦时。", ["工业用电总量"]),
        ("年可实现销售收入3亿元。", ["销售收入"]),
        ("占比从20%，上升到39%。", ["占比", "占比"]),
        ("玉米、大豆利用率分别达到85%、74%。", ["玉米利用率", "大豆利用率"]),
        ("进出口增长5%，高出全省增速2个百分点。", ["进出口", "进出口"]),
        ("9户出资企业营业收入增长。", ["出资企业营业收入"]),
        ("培育6个在全国有影响的乡镇。", ["乡镇"]),
        ("遴选典型应用场景90个。", ["典型应用场景"]),
        ("清偿拖欠账款9亿元。", ["拖欠账款"]),
        ("引进项目8个，到位资金9亿元。", ["项目", "到位资金"]),
        ("标准厂房已交付900套。", ["标准厂房"]),
        ("上市公司新增9家，总数达到90家。", ["上市公司", "上市公司"]),
        ("用电量为2020年的1.6倍。", ["用电量"]),
        ("茶叶产量约占全国的两成。", ["茶叶产量"]),
        ("出口到90个国家和地区。", ["国家和地区"]),
        ("平均办理时间由9天。", ["平均办理时间"]),
    ],
)
def test_indicators(read: Read, text: str, indicators: list[str]) -> None:
    """What is measured, without verbs, shared in a list, one each after 分别."""
    assert [a["indicator"] for _, _, a in figures(read, text)] == indicators


def test_owner(read: Read) -> None:
    """The organisation that acts in the sentence owns its figures."""
    found = figures(read, "中国石化集团去年实现利润80亿元，上缴税费30亿元。")
    assert [a["owner"] for _, _, a in found] == ["中国石化集团"] * 2
