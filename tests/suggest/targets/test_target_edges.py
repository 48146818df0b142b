"""Where the span of a figure starts and ends."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[tuple[str, str, dict[str, str]]]]


def spans(read: Read, text: str) -> list[str]:
    return [words for label, words, _ in read(text) if label != "AIM"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年全市实现财政收入58.2亿元。", ["实现财政收入58.2亿元"]),
        ("到2026年，力争营业收入突破500亿元。", ["营业收入突破500亿元"]),
        ("1至4月，公司工业总产值同比增长40%。", ["工业总产值同比增长40%"]),
        ("目前已建成充电桩1500根。", ["建成充电桩1500根"]),
        ("预计达产后可新增年产值63亿元。", ["新增年产值63亿元"]),
        ("为企业减负25亿元以上。", ["减负25亿元以上"]),
        ("共有高新技术企业712家。", ["高新技术企业712家"]),
        ("省属监管企业共完成投资530亿元。", ["完成投资530亿元"]),
        ("配套的环县变电站总投资21.7亿元。", ["总投资21.7亿元"]),
        ("改革已覆盖32个行业。", ["覆盖32个行业"]),
        ("通过土地整理等方式新增用地2500亩。", ["新增用地2500亩"]),
        ("与去年同期相比增长12%。", ["与去年同期相比增长12%"]),
        ("规模以上港口累计完成吞吐量9亿吨。", ["累计完成吞吐量9亿吨"]),
        ("规上企业研发投入30亿元。", ["规上企业研发投入30亿元"]),
        ("近三个月新签合同80份。", ["新签合同80份"]),
        ("以钢铁为代表的12个行业", ["12个行业"]),
        ("全市财政收入增长6%。", ["财政收入增长6%"]),
        ("财政投入7亿元。", ["财政投入7亿元"]),
        ("投资增长9%，但仍低于全省3个百分点。", ["投资增长9%", "低于全省3个百分点"]),
        ("调查失业率全年控制在5.5%以内。", ["调查失业率全年控制在5.5%以内"]),
        ("接待游客9万人次，与去年同比增加34%。", ["接待游客9万人次", "与去年同比增加34%"]),
        ("项目服务年限45年。", ["项目服务年限45年"]),
        ("增速位列全国首位。", ["增速位列全国首位"]),
        ("一期计划开发3000亩。", ["开发3000亩"]),
        ("去年，这家企业营收9亿元。", ["营收9亿元"]),
        ("该项目用地90亩。", ["用地90亩"]),
        ("沿海三市实施项目90个。", ["实施项目90个"]),
        ("秦岭北麓野生朱鹮突破900只。", ["野生朱鹮突破900只"]),
        ("展会吸引了28个国家和地区。", ["吸引了28个国家和地区"]),
        ("多部门联合发文 2030年产值冲刺9亿元。", ["产值冲刺9亿元"]),
        ("主体工程已完成68%。", ["主体工程已完成68%"]),
        ("“育才计划”今年引进博士90名。", ["引进博士90名"]),
        ("剔除特殊因素后同比增长9%。", ["同比增长9%"]),
        ("展会吸引900家企业参展。", ["吸引900家企业参展"]),
        ("用于建设3个数据中心。", ["建设3个数据中心"]),
        ("流域各市新增造林9万亩。", ["新增造林9万亩"]),
        ("2019年改制，此后累计纳税9亿元。", ["累计纳税9亿元"]),
        ("洪水来了，公司连夜捐出棉衣900件。", ["捐出棉衣900件"]),
        ("牵头的银团拟提供贷款9亿元。", ["提供贷款9亿元"]),
        ("就业率巩固在98%。", ["就业率巩固在98%"]),
        ("单程车程要9个小时。", ["单程车程要9个小时"]),
        ("约900名毕业生留在当地就业。", ["约900名毕业生"]),
        ("工业投资确保在60亿元以上、力争65亿元。", ["工业投资确保在60亿元以上", "65亿元"]),
    ],
)
def test_who_when_and_how_surely_stay_outside(read: Read, text: str, expected: list[str]) -> None:
    """The span starts at the indicator or at the verb that counts it."""
    assert spans(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("36名劳动模范受到表彰。", ["36名劳动模范受到表彰"]),
        ("90名工人正在采茶。", ["90名工人"]),
        ("来自合肥等地的90位客商冒着细雨赶来。", ["90位客商"]),
        ("会上表彰10个先进单位。", ["表彰10个先进单位"]),
        ("提供2.5亿元专项贷款。", ["提供2.5亿元专项贷款"]),
        ("新引进项目40个以上，", ["新引进项目40个以上"]),
        ("骨干企业仅有2家入围百强。", ["骨干企业仅有2家入围百强"]),
        ("工业投资保持20%以上的快速增长。", ["工业投资保持20%以上的快速增长"]),
        ("设立80亿元的产业基金。", ["设立80亿元的产业基金"]),
        ("完成18个村的管网改造。", ["完成18个村的管网改造"]),
        ("培育6个在全国有影响、带动力强的乡镇。", ["培育6个在全国有影响、带动力强的乡镇"]),
    ],
)
def test_a_noun_after_the_number(read: Read, text: str, expected: list[str]) -> None:
    """What is counted after its number belongs to it; what became of it, where nothing precedes."""
    assert spans(read, text) == expected


def test_a_list_shares_the_first_indicator(read: Read) -> None:
    """Later figures start at their own change word or value."""
    text = "粮食总产量254.7万吨，增长1.2%；产值分别增长12%和8%，力争10%。"
    assert spans(read, text) == ["粮食总产量254.7万吨", "增长1.2%", "产值分别增长12%", "8%", "10%"]


def test_from_one_value_to_another(read: Read) -> None:
    """由15个工作日压缩至3个工作日 gives two figures."""
    text = "平均办理时限由15个工作日压缩至3个工作日。"
    assert spans(read, text) == ["平均办理时限由15个工作日", "压缩至3个工作日"]


def test_figures_in_brackets(read: Read) -> None:
    """A bracket with figures is a clause of its own."""
    text = "培育龙头企业406家（其中国家级9家、省级128家），"
    assert spans(read, text) == ["培育龙头企业406家", "国家级9家", "省级128家"]


@pytest.mark.parametrize(
    "text",
    [
        "规模以上工业指年主营业务收入2000万元以上的工业法人单位。",
        "实施“千企升级”行动，围绕“2+4”产业布局，抓好三方面工作。",
        "在第十五次党代会上，他作了一次发言。",
        "位于105国道旁的2号地块，热线0931-8159799。",
        "推进年产20万吨铜基新材料项目前期工作。",
        "国发〔2023〕196号文件由ISO9001认证机构转发，系统升级到4.0版本。",
        "东经120度、北纬30度处，几十家企业、上百个村庄受益。",
        "在3—5个关键材料领域形成竞争优势。",
        "白城—廊坊±800千伏工程启动。",
        "6个示范园区分别是：东湖园、西山园。",
        "待9个新签项目达产后，税收将大增。",
    ],
)
def test_what_only_identifies_is_no_figure(read: Read, text: str) -> None:
    """Thresholds, slogans, ordinals, addresses and project names state nothing."""
    assert spans(read, text) == []


def test_thresholds_stay_in_what_is_counted(read: Read) -> None:
    """The size of the projects is part of their name, their number is the figure."""
    (figure,) = [f for f in read("新开工10亿元以上项目7个。") if f[0] != "AIM"]
    assert figure[1] == "新开工10亿元以上项目7个"
    assert (figure[2]["value"], figure[2]["unit"]) == ("7", "个")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("培育5家营业收入超百亿元企业。", ["培育5家营业收入超百亿元企业"]),
        ("打造3个产值超百亿元的产业集群。", ["打造3个产值超百亿元的产业集群"]),
        ("年营业收入超1000亿元的2个。", ["年营业收入超1000亿元的2个"]),
        ("培育产值十亿级的龙头企业2家以上。", ["培育产值十亿级的龙头企业2家以上"]),
        ("培育一批营业收入过千亿元的特色产业集群。", []),
        ("全市10个重点行业增加值增长11.2%。", ["10个重点行业增加值增长11.2%"]),
        ("总投资616亿元的4条铁路", ["总投资616亿元", "4条铁路"]),
        ("占百项重点工程的14.2%。", ["占百项重点工程的14.2%"]),
        ("6户企业投资额占总额的80%。", ["6户企业投资额占总额的80%"]),
        ("9个行业增速在50%以上。", ["9个行业增速在50%以上"]),
        ("28个行业实现两位数增长。", ["28个行业实现两位数增长"]),
        ("500个省级项目投资完成率为61%。", ["500个省级项目投资完成率为61%"]),
        ("开工项目中，3个超百亿元，9个超10亿元。", ["3个超百亿元", "9个超10亿元"]),
        ("他家的12亩果园能卖十七八万元。", ["12亩果园", "卖十七八万元"]),
    ],
)
def test_amounts_that_describe_what_is_counted(read: Read, text: str, expected: list[str]) -> None:
    """An amount that says which things are counted, or a number of things that are measured."""
    assert spans(read, text) == expected


def test_what_a_figure_is_called_in_the_end(read: Read) -> None:
    """的产能目标 tells that it is a goal, and stays outside."""
    ((label, words, _),) = read("实现年产100万套传感器的产能目标。")
    assert (label, words) == ("TARGET", "实现年产100万套传感器")


def test_rows_of_a_table(read: Read) -> None:
    """A row's label starts its first figure; units and change come from row and heading."""
    text = "产品 单位 产量 比上年增长（%）\n水泥 万吨 986.42 -7.3\n中成药 吨 10,846 3.9\n"
    figures = [f for f in read(text) if f[0] != "AIM"]
    assert [words for _, words, _ in figures] == [
        "水泥 万吨 986.42",
        "-7.3",
        "中成药 吨 10,846",
        "3.9",
    ]
    assert [f[2]["unit"] for f in figures] == ["万吨", "%", "吨", "%"]
    assert [f[2]["change"] for f in figures] == ["level", "growth", "level", "growth"]
    assert {f[2]["indicator"] for f in figures} == {"水泥", "中成药"}
