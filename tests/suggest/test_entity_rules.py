"""The rules of the entity grammar, one table for each kind: what they name, and what they leave."""

import pytest

from suggest.lac import Lac
from tests.suggest.naming import found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "包括蒙川县电极接头生产基地项目、汶东区智慧冷链物流园（二期）等12个市级重点项目。",
            ["蒙川县电极接头生产基地项目", "汶东区智慧冷链物流园（二期）"],
        ),
        ("总投资0.8亿元的香菇大棚设施农业项目，年底投产。", ["香菇大棚设施农业项目"]),
        ("听取了金石新材料产业园项目情况汇报。", ["金石新材料产业园项目"]),
        ("调研汶东临港产业园项目建设。", ["汶东临港产业园"]),
        ("岳池县粮油现代农业园区通过验收。", ["岳池县粮油现代农业园区"]),
    ],
)
def test_projects(text: str, names: list[str], lac: Lac) -> None:
    """Members of lists are whole, a price makes a name, what is built on a site has its name."""
    assert [name for label, name in found(lac, text) if label == "PROJECT"] == names


@pytest.mark.parametrize(
    "text",
    [
        "推动产业集聚区和化工园区提档升级。",
        "沂阳县工程建设项目审批提速。",
        "西南地区铁路完成投资812亿元。",
        "9个项目落户县工业园。",
        "开展“五个不准”系统治理。",
    ],
)
def test_what_any_zone_is_called_is_no_project(text: str, lac: Lac) -> None:
    """Common nouns for zones name none, nor what every place has; and 系统治理 is no system."""
    assert [name for label, name in found(lac, text) if label == "PROJECT"] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "2024年全市重大项目一季度集中开工活动今天举行。",
            "2024年全市重大项目一季度集中开工活动",
        ),
        ("昨天，我市举行第四批重点项目集中开工仪式。", "第四批重点项目集中开工仪式"),
        (
            "全市企业家座谈会暨信访、安全稳定工作会议召开。",
            "全市企业家座谈会暨信访、安全稳定工作会议",
        ),
        (
            "10月27日，在第七次新区工作经验交流会暨新区工作推动会上",
            "第七次新区工作经验交流会暨新区工作推动会",
        ),
        ("会议已经2023年10月13日市政府第20次常务会议通过。", "市政府第20次常务会议"),
        (
            "蒙川县第二批招商项目集中签约暨开工仪式举行。",
            "蒙川县第二批招商项目集中签约暨开工仪式",
        ),
    ],
)
def test_events(text: str, name: str, lac: Lac) -> None:
    """A year belongs to the name and a day does not; two meetings in one have one name."""
    assert ("EVENT", name) in found(lac, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "昨日下午，全市上半年经济运行、招商引资暨“三争三创”工作调度会召开。",
            "全市上半年经济运行、招商引资暨“三争三创”工作调度会",
        ),
        (
            "沂阳县承接产业转移和深化跨区协作项目签约仪式在汶东举行",
            "沂阳县承接产业转移和深化跨区协作项目签约仪式",
        ),
        ("双方还将举办跨境生物技术产业核心企业对接会。", "跨境生物技术产业核心企业对接会"),
        ("希望以竹博会为契机扩大合作。", "竹博会"),
        ("认真学习二十大精神。", "二十大"),
        ("贯彻二十届二中、三中、四中全会精神。", "二十届二中、三中、四中全会"),
    ],
)
def test_what_is_held_is_named_by_all_of_its_words(text: str, name: str, lac: Lac) -> None:
    """From where the clause begins, or from the verb, up to the head, whatever stands between."""
    assert ("EVENT", name) in found(lac, text)


@pytest.mark.parametrize(
    "text",
    [
        "集团将召开专题工作推进会。",
        "随后举行了集中签约仪式。",
        "全国政协副主席周永安宣布大会开幕。",
    ],
)
def test_a_meeting_of_a_kind_is_no_event(text: str, lac: Lac) -> None:
    """Who holds it belongs to no name, and what is short and common is none."""
    assert [name for label, name in found(lac, text) if label == "EVENT"] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("四川雅安至林芝铁路开工。", ["四川雅安至林芝铁路"]),
        ("推进荆州经岳阳至长沙、衡阳至永州铁路前期工作。", ["荆州经岳阳至长沙", "衡阳至永州铁路"]),
        ("杭温铁路、衢丽铁路建成通车。", ["杭温铁路", "衢丽铁路"]),
        ("推进赣江抽水蓄能电站、年产3吉瓦电池等项目。", ["赣江抽水蓄能电站", "年产3吉瓦电池"]),
        ("加快建设新型电力装备检测基地。", ["新型电力装备检测基地"]),
        (
            "完成2号炉脱硝改造工程和3号炉除尘改造工程等重点项目。",
            ["2号炉脱硝改造工程", "3号炉除尘改造工程"],
        ),
        ("“华海一号”示范工程投运。", ["“华海一号”示范工程"]),
        ("保障中欧班列稳定运行。", []),
        ("龙岩至梅州铁路项目（上杭段）开工。", ["龙岩至梅州铁路项目（上杭段）"]),
        ("按照“一轴两区四组团”发展思路", []),
        ("总投资30亿元瑞恒电解液项目已经签约。", ["瑞恒电解液项目"]),
        (
            "汶海功率器件封装材料及模组产业化项目总投资30亿元。",
            ["汶海功率器件封装材料及模组产业化项目"],
        ),
        ("调研了中岳环保、汶水生物等项目建设情况。", []),
    ],
)
def test_lines_and_members_of_lists(text: str, names: list[str], lac: Lac) -> None:
    """A line goes from end to end or by one character of each; a firm in a list is no project."""
    assert [name for label, name in found(lac, text) if label == "PROJECT"] == names


def test_a_list_of_events(lac: Lac) -> None:
    """Members of a list of 活动 are events where their heads say so."""
    text = "会期举办平板显示论坛、中国（陇原）—中亚药材贸易洽谈会、药材采购对接会等系列活动。"
    assert found(lac, text) == [
        ("EVENT", "平板显示论坛"),
        ("EVENT", "中国（陇原）—中亚药材贸易洽谈会"),
        ("EVENT", "药材采购对接会"),
    ]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("要坚持以港兴市、工业强市。", []),
        ("嘉兴市提出目标。", [("LOC", "嘉兴市")]),
        ("发布乡村振兴先进县名单。", []),
        ("精准对接京津。", [("LOC", "京津")]),
        ("客商来闽考察。", [("LOC", "闽")]),
        ("建设宜居宜业和美乡村，畅通农村路。", []),
        ("走进石桥镇带动全镇发展。", [("LOC", "石桥镇")]),
        ("石桥经开区投产，石桥提速。", [("PROJECT", "石桥经开区"), ("LOC", "石桥")]),
        ("欢迎各位来宾到场。", []),
        ("来源：开发区经发部\n客商来到开发区。", [("ORG", "开发区经发部")]),
    ],
)
def test_places(text: str, spans: list[tuple[str, str]], lac: Lac) -> None:
    """What is aimed at is no place; two places may be called by one word."""
    assert found(lac, text) == spans


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("学习习近平总书记关于“三农”工作的重要论述。", ["习近平"]),
        ("作者：任庆华 来源：滨海日报", ["任庆华"]),
        ("市领导王进足、廖卓文见证项目签约。", ["王进足", "廖卓文"]),
        ("刘海军、平安、赵金鑫等参加调研。", ["刘海军", "平安", "赵金鑫"]),
        ("政府工作报告\n县长　沈晓岚\n各位代表：", ["沈晓岚"]),
        ("县委书记谈就业：先谈落实。", []),
        ("市长于日前带队调研，主任向记者介绍。", []),
        ("县长明确要求，市长严肃指出。", []),
        ("董事长应邀出席，主任查看现场。", []),
        ("县长水利局调研。", []),
        ("市长于海洋、主任强永年出席。", ["于海洋", "强永年"]),
        ("王浩书记、李明县长座谈，王伟院士的团队参加。", ["王浩", "李明", "王伟"]),
    ],
)
def test_persons(text: str, persons: list[str], lac: Lac) -> None:
    """What a post is followed by may be an ordinary word, and a by-line by its next field."""
    assert [name for label, name in found(lac, text) if label == "PER"] == persons


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("沂阳日报讯（记者 贺晓岚）昨天开工。", "沂阳日报"),
        ("据新华社北京5月27日电（记者 赵超）", "新华社"),
        ("水利部河湖司副司长刘海军出席。", "水利部河湖司"),
        ("据文化和旅游部政法司司长刘海军介绍。", "文化和旅游部政法司"),
        ("来源:东方网-华东日报", "华东日报"),
        ("现在，我代表上杭县人民政府作报告。", "上杭县人民政府"),
        ("交通运输部总规划师兼综合规划司司长刘海军介绍", "交通运输部"),
        ("【沂阳融媒讯】昨天开工。", "沂阳融媒"),
        ("汶水新闻记者现场看到，设备已经到位。", "汶水新闻"),
        ("内蒙古自治区党委书记刘海军出席。", "内蒙古自治区党委"),
        ("管委会主任刘海军与华辰半导体、瑞光激光等8家企业签约。", "瑞光激光"),
        ("据华东新闻网5月27日消息，项目开工。", "华东新闻网"),
        ("东山经济技术开发区管委会以项目建设为中心开展工作。", "东山经济技术开发区管委会"),
    ],
)
def test_organisations(text: str, name: str, lac: Lac) -> None:
    """讯 and 据 are no part of an outlet's name, nor what a body does of its own."""
    assert ("ORG", name) in found(lac, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("推进三大战略，实施八大工程。", "三大战略"),
        ("探索“链长制”招商新模式。", "“链长制”招商新模式"),
    ],
)
def test_what_is_counted_or_new_is_no_programme(text: str, name: str, lac: Lac) -> None:
    """三大战略 counts programmes, a 新模式 is none; of the latter the quoted word remains."""
    assert ("PROGRAM", name) not in found(lac, text)


def test_what_a_level_owns_is_named(lac: Lac) -> None:
    """省一体化公共数据平台 is the one that a province has."""
    assert found(lac, "建设省一体化公共数据平台。") == [("PROJECT", "省一体化公共数据平台")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("落实《沂阳县制造业提质三年行动方案》。", "《沂阳县制造业提质三年行动方案》"),
        ("深入实施制造业提质三年行动方案。", "制造业提质三年行动方案"),
        (
            "制定沂阳县国民经济和社会发展第十五个五年规划纲要。",
            "沂阳县国民经济和社会发展第十五个五年规划纲要",
        ),
    ],
)
def test_a_title_is_one_name(text: str, name: str, lac: Lac) -> None:
    """Nothing within a document's title is offered, and a plan is named up to its last word."""
    assert found(lac, text) == [("PROGRAM", name)]


@pytest.mark.parametrize(
    "text",
    [
        "围绕中国汽车发展现状作了阐述。",
        "投资第三大矿业公司。",
        "本公司及董事会保证内容真实。",
    ],
)
def test_a_firm_without_a_name_is_none(text: str, lac: Lac) -> None:
    """A trade after a country, or a common noun before 公司, names nobody."""
    assert [name for label, name in found(lac, text) if label == "ORG"] == []


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("智衡科技总经理刘海军致辞。", ["总经理"]),
        ("沙河集团董事局常务执行董事刘海军出席。", ["董事局常务执行董事"]),
        ("要着眼项目长远规划。", []),
    ],
)
def test_posts(text: str, posts: list[str], lac: Lac) -> None:
    """A firm's trade belongs to no post, its board does, and 长 can begin the next word."""
    assert [name for label, name in found(lac, text) if label == "TITLE"] == posts
