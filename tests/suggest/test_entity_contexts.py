"""What stands around a name and how it is built: where it begins and ends, and what it is of."""

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
        ("站在汶河畔，他说起往事。", ["汶河"]),
        ("秦岭北麓的村庄变了样。", ["秦岭"]),
        ("石岛湾海域的平台开始供电。", ["石岛湾"]),
        ("严禁在黄河干流岸线开矿。", ["黄河"]),
        ("他在烟台青岛两地调研。", ["烟台", "青岛"]),
        ("示范田分布在洋县和眉县。", ["洋县", "眉县"]),
        ("支持蓬溪、大英发展特色种养。", ["蓬溪", "大英"]),
        ("长江入海口水质向好。", ["长江"]),
        ("车队沿京沪高速沿线布点。", ["京沪高速"]),
        ("以石岭市为核心区、周边为拓展区。", ["石岭市"]),
        ("在长三角协同的版图上走在前列。", ["长三角"]),
        ("湖北省宜昌市秭归县屈原镇党委书记刘海军介绍。", ["湖北省宜昌市秭归县屈原镇"]),
    ],
)
def test_places_end_where_they_are(text: str, places: list[str], lac: Lac) -> None:
    """Banks and slopes are no part of a place, equals lie not in each other, lists tell places."""
    assert of("LOC", found(lac, text)) == places


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        ("汶海公司与东华大学共建的航空合金中试基地挂牌。", ["航空合金中试基地"]),
        ("东华农业科技有限公司的稻米加工产业园占地300亩。", ["稻米加工产业园"]),
        ("建设国家海带种质资源库。", ["国家海带种质资源库"]),
        ("沂阳县有机产业园获评全国有机果品生产基地。", ["沂阳县有机产业园"]),
        ("利用塌陷区建设汶水“光伏+渔业”基地。", ["汶水“光伏+渔业”基地"]),
        ("瑞恒新材电子化学品及配套仓储项目开工。", ["瑞恒新材电子化学品及配套仓储项目"]),
        ("昆沪高速改造工程完成投资24亿元。", ["昆沪高速改造工程"]),
        ("东海市石岛港LNG接收站投用。", ["东海市石岛港LNG接收站"]),
        ("位于沂阳的汶山石墨矿入选名单。", ["汶山石墨矿"]),
    ],
)
def test_what_a_project_is_told_by(text: str, projects: list[str], lac: Lac) -> None:
    """Whose it is names a project, a place before its quotation too; an award is no project."""
    assert of("PROJECT", found(lac, text)) == projects


@pytest.mark.parametrize(
    ("text", "programs"),
    [
        (
            "（一）原料保供行动。建设基地。\n（二）品牌出海行动。办好展会。",
            ["原料保供行动", "品牌出海行动"],
        ),
        ("坚持“特”“优”战略。", ["“特”“优”战略"]),
        ("深化鲁渝协作，扩大劳务输出。", ["鲁渝协作"]),
        ("落实“十四五”规划纲要。", ["“十四五”规划纲要"]),
        ("抓好清洁能源这一战略主攻产业。", []),
        ("东华公司的项目计划明年6月投产。", []),
        ("三年培养海洋工程人才五千名。", []),
        ("新区的引江济汶工程全线贯通。", []),
        ("政务服务事项全程网办率达95%。", []),
        ("该县落实河湖长制。", ["河湖长制"]),
        ("双方签署银企战略合作协议。", []),
    ],
)
def test_programmes(text: str, programs: list[str], lac: Lac) -> None:
    """Sections are called by campaigns; what one points at, plans or builds is none."""
    assert of("PROGRAM", found(lac, text)) == programs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("省委宣传部新闻发布处处长刘海军主持。", ["省委宣传部新闻发布处"]),
        ("国家发展改革委创新和高技术发展司副司长刘海军说", ["国家发展改革委创新和高技术发展司"]),
        ("青岛海关所属黄岛海关副关长刘海军说", ["青岛海关", "黄岛海关"]),
        ("京东物流、顺丰带来解决方案。", ["京东物流", "顺丰"]),
        ("全县三级医院全部接入平台。", []),
        ("鼓励东北农业大学参与研发。", ["东北农业大学"]),
        ("他回乡创办东海星导航科技有限公司。", ["东海星导航科技有限公司"]),
        ("县农机中心统筹调度。", ["县农机中心"]),
        ("工商银行辽宁省分行与鞍山集团签约。", ["工商银行辽宁省分行", "鞍山集团"]),
        ("今年，本溪钢铁完成产值百亿元。", ["本溪钢铁"]),
    ],
)
def test_organisations(text: str, names: list[str], lac: Lac) -> None:
    """A part goes up to the head of it, a verb begins no name, a common noun is none."""
    assert of("ORG", found(lac, text)) == names


def test_a_brand_and_the_end_of_its_name_are_a_name(lac: Lac) -> None:
    """陕西渭科新能源投资有限公司 is called 渭科投资 afterwards."""
    text = "引来陕西渭科新能源投资有限公司。渭科投资增资8.6亿元。"
    assert of("ORG", found(lac, text)) == ["陕西渭科新能源投资有限公司", "渭科投资"]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("东山分公司党总支书记、经理刘海军发言。", ["党总支书记", "经理"]),
        ("生产部经理刘海军正在核对订单。", ["生产部经理"]),
        ("村党支部书记、村委会主任刘海军翻开账本。", ["村党支部书记", "村委会主任"]),
        ("首席科学官刘海军预计明年上市。", ["首席科学官"]),
        ("新下线的叶片长达123米。", []),
        ("宁夏回族自治区党委书记刘海军出席。", ["书记"]),
    ],
)
def test_posts(text: str, posts: list[str], lac: Lac) -> None:
    """A department is part of a manager's post, the village of its secretary's."""
    assert of("TITLE", found(lac, text)) == posts


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("（记者 刘海军 通讯员 聂禾、粟抱朴）", ["刘海军", "聂禾", "粟抱朴"]),
        ("编辑：刘海军　校对：阿依古丽", ["刘海军", "阿依古丽"]),
        ("首席执行官Daniel Hoffman预计销量增长。", ["Daniel Hoffman"]),
        ("记者 刘海军 深圳报道", ["刘海军"]),
    ],
)
def test_persons(text: str, persons: list[str], lac: Lac) -> None:
    """Who is credited, or has a post, may have any name."""
    assert of("PER", found(lac, text)) == persons


def tokens(*parts: str) -> list[Token]:
    """Tokens of `parts`, each a word and its tag: 惠来县/LOC."""
    made: list[Token] = []
    for part in parts:
        word, tag = part.split("/")
        start = made[-1].end if made else 0
        made.append(Token(start, start + len(word), word, tag))
    return made


def told(*parts: str) -> list[str]:
    """The tokens of `parts` after what their text tells."""
    given = tokens(*parts)
    text = "".join(token.word for token in given)
    return [f"{token.word}/{token.tag}" for token in as_told(text, given)]


def test_the_text_tells_short_names() -> None:
    """A division's short form is one place; a common word of the same letters stays one."""
    assert told("惠来县/LOC", "。/w", "惠/v", "来/v", "园/n")[2:] == ["惠来/LOC", "园/n"]
    assert told("王庆坨镇/LOC", "，/w", "王庆坨/PER")[2:] == ["王庆坨/LOC"]
    assert told("和平县/LOC", "与/c", "和平/n")[2:] == ["和平/n"]


def test_a_company_tells_its_short_name() -> None:
    """Quotation marks may be missing in （简称…）."""
    parts = ("东华/LOC", "集团/n", "（/w", "简称/v", "科/n", "陆微/n", "）/w", "科陆/n", "微/a")
    assert told(*parts)[-1] == "科陆微/ORG"
