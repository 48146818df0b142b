"""The entity grammar: what a reviewer of policy news would accept."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suggest.entities import suggest_entities
from suggest.entities.scores import NEVER_SEEN, Scores
from suggest.lac import Lac
from suggest.tokens import Token
from tests.suggest.naming import found


def test_an_organisation_its_posts_and_the_person(lac: Lac) -> None:
    """Organisation, chained posts and the person are four spans."""
    assert found(lac, "东海集团党委书记、董事长李志强说，要加快转型。") == [
        ("ORG", "东海集团"),
        ("TITLE", "党委书记"),
        ("TITLE", "董事长"),
        ("PER", "李志强"),
    ]


def test_the_committee_of_a_named_place_is_an_organisation(lac: Lac) -> None:
    """平阳县委 · 书记, while a bare 县委 belongs to the post."""
    assert found(lac, "平阳县委书记王建国、县委副书记陈小明出席。") == [
        ("ORG", "平阳县委"),
        ("TITLE", "书记"),
        ("PER", "王建国"),
        ("TITLE", "县委副书记"),
        ("PER", "陈小明"),
    ]


def test_a_post_after_its_person(lac: Lac) -> None:
    """A post may follow the full name."""
    assert ("TITLE", "省长") in found(lac, "会议传达了赵立群省长的讲话精神。")


def test_generic_nouns_are_no_entities(lac: Lac) -> None:
    """集团, 市委, 全区 and 我国 alone stay unlabelled."""
    assert found(lac, "集团各部门要落实市委部署，全区上下为我国高质量发展作贡献。") == []


def test_an_office_with_its_level(lac: Lac) -> None:
    """省科技厅 and 市经信局 are organisations, each with its level."""
    labels = found(lac, "省科技厅、市经信局联合印发通知。")
    assert labels == [("ORG", "省科技厅"), ("ORG", "市经信局")]


def test_a_company_with_a_place_in_brackets(lac: Lac) -> None:
    """Brackets within a legal name belong to it."""
    text = "远航能源（辽宁）储能科技有限公司在会上签约。"
    assert found(lac, text)[0] == ("ORG", "远航能源（辽宁）储能科技有限公司")


def test_a_short_name_that_the_text_introduces(lac: Lac) -> None:
    """（以下简称“…”） names the organisation; later mentions get its label."""
    text = "江西赣星新材料股份有限公司（以下简称“赣星新材”）今年扩产。谈到前景，赣星新材很有信心。"
    assert [words for label, words in found(lac, text) if label == "ORG"] == [
        "江西赣星新材料股份有限公司",
        "赣星新材",
        "赣星新材",
    ]


def test_places_within_places_are_one(lac: Lac) -> None:
    """A place right after the larger one that it is in makes one span with it."""
    assert ("LOC", "江苏南通") in found(lac, "大会在江苏南通召开。")


def test_a_slogan_keeps_its_place(lac: Lac) -> None:
    """A place at the end of a quoted slogan is no mention of the place."""
    assert found(lac, "要建设“五个济南”，提升能级。") == []


def test_a_campaign_keeps_its_quotation_marks(lac: Lac) -> None:
    """The marks stay where the name goes on behind them, and go where they hold all of it."""
    text = "深入开展“清风护航”行动，实施“头雁工程”。"
    assert found(lac, text) == [("PROGRAM", "“清风护航”行动"), ("PROGRAM", "头雁工程")]


def test_a_document_keeps_its_marks(lac: Lac) -> None:
    """《…办法》 is a policy; the title of a speech is none."""
    text = "严格执行《安全生产考核办法》。他作了题为《奋进新时代》的报告。"
    assert ("PROGRAM", "《安全生产考核办法》") in found(lac, text)


def test_a_launched_campaign_needs_no_marks(lac: Lac) -> None:
    """What stands between 开展 and 行动 is the name, however plain; 专项行动 alone is none."""
    text = "一是开展科技强农行动。二是开展专项行动。"
    assert found(lac, text) == [("PROGRAM", "科技强农行动")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("认真贯彻省第十四次党代会精神。", "省第十四次党代会"),
        ("喜迎党的二十大胜利召开。", "党的二十大"),
        ("市长在全市项目建设推进会上讲话。", "全市项目建设推进会"),
        ("第八届中国（杭州）茶叶博览会开幕。", "第八届中国（杭州）茶叶博览会"),
    ],
)
def test_named_meetings(text: str, name: str, lac: Lac) -> None:
    """Meetings that have a name are events."""
    assert ("EVENT", name) in found(lac, text)


def test_a_meeting_without_a_name_is_none(lac: Lac) -> None:
    """会议 and 研讨会 alone stay unlabelled."""
    assert found(lac, "会议强调，要认真总结。研讨会上大家踊跃发言。") == []


def test_the_members_of_a_list_are_what_the_list_says(lac: Lac) -> None:
    """A、B等重点项目 are projects, A、B等地 are places."""
    text = "加快台州铜基新材料产业园、年产20万吨精密铜管等重点项目建设。产品销往苏州、无锡等地。"
    assert found(lac, text) == [
        ("PROJECT", "台州铜基新材料产业园"),
        ("PROJECT", "年产20万吨精密铜管"),
        ("LOC", "苏州"),
        ("LOC", "无锡"),
    ]


def test_a_zone_is_a_project_also_when_it_acts(lac: Lac) -> None:
    """Parks and zones are projects; a phase belongs to the name."""
    text = "济宁高新区提出目标，皖北硅谷产业园二期开工。"
    assert [label for label, _ in found(lac, text)] == ["PROJECT", "PROJECT"]
    assert ("PROJECT", "皖北硅谷产业园二期") in found(lac, text)


def test_what_a_text_aims_at_is_no_project(lac: Lac) -> None:
    """打造…基地 is a goal: a plain noun phrase after such a verb is left to the targets."""
    assert found(lac, "努力打造先进制造业基地。") == []


def test_names_in_credits(lac: Lac) -> None:
    """By-lines name outlets and persons, one span each, also with a space in a name."""
    text = "来源：江北日报 记者 周 敏 通讯员 何晓丽、郑伟\n责任编辑：吴桐"
    assert found(lac, text) == [
        ("ORG", "江北日报"),
        ("PER", "周 敏"),
        ("PER", "何晓丽"),
        ("PER", "郑伟"),
        ("PER", "吴桐"),
    ]


def test_a_name_keeps_its_label(lac: Lac) -> None:
    """A person found once is found again where LAC cuts the name short."""
    text = "商务局局长缪清和说，形势很好。缪清和同时坦言，困难不少。"
    assert found(lac, text).count(("PER", "缪清和")) == 2


def test_entities_do_not_overlap_and_have_likelihoods(lac: Lac) -> None:
    """On a whole article: no overlap, no empty span, no edge in white space, scores within 0–1."""
    text = (Path(__file__).parents[1] / "gold" / "more" / "s4.txt").read_text(encoding="utf-8")
    entities = sorted(suggest_entities(text, lac.tokens(text)), key=lambda span: span.start)
    assert len(entities) > 40
    for before, after in pairwise(entities):
        assert before.end <= after.start
    for span in entities:
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
        assert 0 < span.score <= 1


TAGS = st.sampled_from(["n", "v", "vn", "LOC", "ORG", "PER", "w", "m", "TIME", "nz", "f", "p"])
PIECES = st.sampled_from(
    [
        *"“”（）《》、。等在\n 😀A7",
        *("杭州", "项目", "公司", "县委", "书记", "行动", "开展", "大会"),
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(PIECES, TAGS), max_size=25))
def test_any_tokens_give_spans_within_the_text(pairs: list[tuple[str, str]]) -> None:
    """Whatever LAC says of whatever text, spans are in bounds, not empty, and do not overlap."""
    tokens, start = [], 0
    for word, tag in pairs:
        tokens.append(Token(start, start + len(word), word, tag))
        start += len(word)
    text = "".join(word for word, _ in pairs)
    entities = sorted(suggest_entities(text, tokens), key=lambda span: span.start)
    edges = [edge for span in entities for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= span.start < span.end <= len(text) for span in entities)


def test_a_short_name_holds_where_the_words_are_divided_otherwise(lac: Lac) -> None:
    """科陆微 is one name all over a text that introduces it, and begins the names of its things."""
    text = "深圳科陆微电子股份有限公司（下称“科陆微”）披露年报。科陆微封装测试基地投产。"
    assert found(lac, text)[-1] == ("PROJECT", "科陆微封装测试基地")


def test_a_number_of_things_is_no_project(lac: Lac) -> None:
    """新建截污管网24公里 counts what has no name."""
    assert found(lac, "今年新建截污管网24公里，改造一批优质项目。") == []


def test_an_outlet_in_a_dateline(lac: Lac) -> None:
    """The name before the day and 电 or 讯 is an outlet's."""
    assert ("ORG", "台海网") in found(lac, "台海网11月29日讯 昨日，12个项目集中签约。")


def test_a_line_is_named_by_its_ends(lac: Lac) -> None:
    """A railway from one town to another is one project."""
    text = "重庆至厦门高速铁路建成通车。"
    assert found(lac, text) == [("PROJECT", "重庆至厦门高速铁路")]


def test_an_edition_belongs_to_a_quoted_contest(lac: Lac) -> None:
    """第二届 stands before the quotation marks and yet in the name."""
    assert ("EVENT", "第二届“鲜达杯”冷链技能大赛") in found(
        lac, "下月还将举办第二届“鲜达杯”冷链技能大赛。"
    )


def test_a_name_of_two_parts_with_a_dot(lac: Lac) -> None:
    """A foreign name is one person, and the office of another country one organisation."""
    spans = found(lac, "老挝工业与贸易部副部长坎平·赛宋平致辞。")
    assert spans == [("ORG", "老挝工业与贸易部"), ("TITLE", "副部长"), ("PER", "坎平·赛宋平")]


def test_a_rule_never_seen_is_worth_its_family() -> None:
    """The rate of a rule that was not measured is that of the next family that was."""
    scores = Scores({("ORG", ""): 0.8, ("ORG", "lac"): 0.6, ("ORG", "lac-bare"): 0.1}, {})
    assert scores.rate("ORG", "lac-bare-quoted") == 0.1
    assert scores.rate("ORG", "lac-new") == 0.6
    assert scores.rate("ORG", "new") == 0.8
    assert scores.rate("PER", "new") == NEVER_SEEN


@pytest.mark.parametrize(("acceptance", "shown"), [(0.34, 0), (0.36, 1)])
def test_what_is_hardly_accepted_is_not_suggested(lac: Lac, acceptance: float, shown: int) -> None:
    """However often an offer of its rule is right, what counts is how often it was accepted."""
    text = "他在杭州工作。"
    scores = Scores({("LOC", ""): 0.9}, {}, ((0.9, acceptance),))
    assert len(suggest_entities(text, lac.tokens(text), scores)) == shown
