"""Attributes filled in as a form, and owners picked by letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.screen import Screen
from textual.widgets import Input

from store.edit import Relation
from store.mark import Mark, State
from store.store import Store
from tests.tui.conftest import fake_worker
from tests.tui.test_bench import SIZE, key_line, press, session_of
from text.scheme import default_scheme
from text.span import Span
from tui.app import JinbiaoApp
from tui.review.owners import MOST, candidates, codes
from tui.screens.attributes import AttributesScreen
from tui.screens.owner import OwnerScreen
from tui.widgets.attribute_rows import AttributeRows, FieldNote
from tui.widgets.bench_view import REST
from tui.widgets.inspector import Inspector
from tui.widgets.lines import Lines, styled

TO_TARGET = ("n", "n", "n")


def current(app: JinbiaoApp) -> Mark:
    mark = session_of(app).current
    assert mark is not None
    return mark


def lines_of(screen: Screen[object], kind: type[Lines]) -> list[str]:
    """What a widget of that kind shows."""
    widget = screen.query_one(kind)
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def told(app: JinbiaoApp) -> dict[str, str]:
    return dict(current(app).span.attributes)


async def test_a_letter_a_digit_and_enter_change_a_choice(app: JinbiaoApp, store: Store) -> None:
    """Four keys for a choice; one edit, on disk, and one undo takes it back."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *TO_TARGET)
        before = told(app)
        await press(pilot, "e", "e", "2", "enter")
        assert told(app) == {**before, "certainty": "ambition"}
        assert current(app).state is State.CORRECTED
        kept = store.reading(store.library()[0].id).mark(current(app).id)
        assert kept is not None
        assert kept.span.attributes["certainty"] == "ambition"
        await press(pilot, "u")
        assert told(app) == before
        assert current(app).state is State.SUGGESTED


async def test_a_period_is_read_as_it_is_typed(app: JinbiaoApp) -> None:
    """A letter, what is short for the period, Enter; the reading of it is shown meanwhile."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *TO_TARGET, "e", "p", *"145")
        screen = app.screen
        assert isinstance(screen, AttributesScreen)
        assert "2021/2025 “十四五”" in lines_of(screen, FieldNote)[0]
        await press(pilot, "enter")
        assert told(app)["period"] == "2021/2025"


async def test_a_value_brings_the_base_value_with_it(app: JinbiaoApp) -> None:
    """A value with its unit and bound in one field; four attributes follow."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *TO_TARGET, "e", "v", *"不低于1.5万亿元", "ctrl+s")
        assert {**told(app), "value": "1.5", "unit": "万亿元"} == told(app)
        assert told(app)["base_value"] == "1500000000000"
        assert told(app)["comparator"] == ">="


async def test_what_is_wrong_is_told_at_its_field_and_nothing_is_saved(app: JinbiaoApp) -> None:
    """Enter leads to the field; once it is right, Enter saves."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *TO_TARGET, "e", "p", *"25h9", "tab", "enter")
        screen = app.screen
        assert isinstance(screen, AttributesScreen)
        assert "读不出时期" in lines_of(screen, FieldNote)[0]
        assert any("✗" in line and "25h9" in line for line in lines_of(screen, AttributeRows))
        assert current(app).state is State.SUGGESTED
        await press(pilot, *"25h1", "enter")
        assert told(app)["period"] == "2025-H1"


async def test_escape_gives_the_form_up(app: JinbiaoApp) -> None:
    """Nothing is saved, whatever was typed."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *TO_TARGET, "e", "p", *"25", "escape")
        assert not isinstance(app.screen, AttributesScreen)
        assert told(app)["period"] == "2025"
        assert session_of(app).reading.undecided == 5


async def test_keys_typed_at_once_behind_a_letter_are_not_lost(app: JinbiaoApp) -> None:
    """They reach the field although it was not there when they were pressed."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *TO_TARGET, "e")
        for key in "v7":
            app.screen.post_message(events.Key(key, key))
        await pilot.pause()
        await press(pilot, "enter")
        assert told(app)["value"] == "7"


async def test_what_has_no_attributes_says_so(app: JinbiaoApp) -> None:
    """Nothing opens over an organisation, for attributes and for an owner."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        assert "机构没有属性 · 8 9 改标为目标、成果 · n 下一处" in key_line(app)
        await press(pilot, "o")
        assert "只有目标和成果有主体" in key_line(app)


async def test_the_form_opens_where_there_is_room(app: JinbiaoApp) -> None:
    """Over the inspector, over the source, or below the one pane; the words stay in view."""
    for size, place in (((120, 30), "-right"), ((80, 24), "-left"), ((60, 24), "-below")):
        async with app.run_test(size=size) as pilot:
            await press(pilot, *TO_TARGET, "e")
            await pilot.pause()
            assert app.screen.has_class(place)
            rows = lines_of(app.screen, AttributeRows)
            assert sum("时期" in row for row in rows) == 1 or place == "-below"
            await press(pilot, "escape")
        app = JinbiaoApp(app.bench._store, default_scheme(), worker=fake_worker)


async def test_a_field_is_clicked(app: JinbiaoApp) -> None:
    """The ninth row is filled in."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *TO_TARGET, "e")
        await pilot.click(AttributeRows, offset=(4, 9))
        await press(pilot, *"26", "enter")
        assert told(app)["period"] == "2026"


async def test_what_is_typed_stays_at_its_field_on_another_terminal(app: JinbiaoApp) -> None:
    """All fields are shown where there is room for them, and few where there is not."""
    async with app.run_test(size=(70, 20)) as pilot:
        await press(pilot, *TO_TARGET, "e", "o")
        rows, typed = app.screen.query_one(AttributeRows), app.screen.query_one(Input)
        for size in ((70, 20), (120, 36), (70, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.3)
            shown = [row.split()[1] for row in lines_of(app.screen, AttributeRows) if row]
            assert (shown[0] == "指标") == (size == (120, 36))
            assert typed.region.y == rows.region.y + shown.index("主体")


# Owners


async def test_a_letter_picks_the_owner(app: JinbiaoApp, store: Store) -> None:
    """Letters stand at the names, the nearest has the first; one edit, one undo."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *TO_TARGET, "o")
        await pilot.pause()
        assert isinstance(app.screen, OwnerScreen)
        annotated = app.bench.view.spread.annotated
        assert "s嘉善县委▕" in annotated.render_line(0).text
        assert "a江海洋▕" in annotated.render_line(0).text
        await press(pilot, "a")
        assert not isinstance(app.screen, OwnerScreen)
        assert "▌江海洋▐" in annotated.render_line(0).text
        person = next(m for m in session_of(app).reading.marks if m.span.label == "PER")
        relation = Relation(current(app).id, "owner", person.id)
        assert store.reading(store.library()[0].id).relations == {relation}
        assert told(app)["owner"] == "江海洋"
        await press(pilot, "u")
        assert told(app)["owner"] == "嘉善县委"
        assert session_of(app).reading.undecided == 5


async def test_nobody_and_escape(app: JinbiaoApp) -> None:
    """0 takes the owner away, Esc leaves it; the letters go either way."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *TO_TARGET, "o", "escape")
        assert told(app)["owner"] == "嘉善县委"
        assert "▏嘉善县委▕" in app.bench.view.spread.annotated.render_line(0).text
        await press(pilot, "o", "0")
        assert "owner" not in told(app)


async def test_the_list_is_gone_through_with_arrows(app: JinbiaoApp) -> None:
    """The cursor stands on the owner of now; Enter takes what is under it."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *TO_TARGET, "o")
        await press(pilot, "up", "enter")
        assert told(app)["owner"] == "江海洋"


@given(st.integers(0, MOST))
def test_no_code_is_the_beginning_of_another(count: int) -> None:
    """As many as are asked for, all different, the short ones first."""
    found = codes(count)
    assert len(set(found)) == count
    assert [len(code) for code in found] == sorted(len(code) for code in found)
    beginnings = {code[0] for code in found if len(code) > 1}
    assert not beginnings & set(found)


def test_each_name_is_offered_once_at_its_nearest_mention() -> None:
    """Rejected spans and other labels are left out."""

    def mark(start: int, end: int, label: str, state: State = State.ACCEPTED) -> Mark:
        return Mark(f"m{start}", Span(start, end, label), state, None)

    text = "甲乙甲乙目标丙丙甲乙"
    marks = [
        mark(0, 2, "ORG"),
        mark(2, 4, "ORG"),
        mark(4, 6, "TARGET"),
        mark(6, 7, "LOC", State.REJECTED),
        mark(7, 8, "TITLE"),
        mark(8, 10, "ORG"),
        mark(9, 10, "PER"),
    ]
    found = candidates(marks, text, default_scheme(), marks[2])
    assert [(c.mark.id, c.words, c.code) for c in found] == [("m2", "甲乙", "a"), ("m9", "乙", "s")]


# The inspector


async def test_the_inspector_tells_more_once_one_rests(app: JinbiaoApp) -> None:
    """The edits of the mark with what they changed, and the article's comment."""
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *TO_TARGET, "8", "e", "e", "2", "enter", "f")
        await pilot.pause(3 * REST)
        shown = "\n".join(lines_of(app.screen, Inspector))
        assert "> 2300 亿元" in shown
        assert "= 230,000,000,000 人民币元" in shown
        assert "= 2.3 × 10¹¹ 人民币元" in shown
        assert "确定性 计划 → 力争" in shown.replace("\n", " ")
        assert "⚑ 本篇已标记" in shown
        await press(pilot, "n")
        assert "填属性" not in "\n".join(lines_of(app.screen, Inspector))


async def test_what_matters_least_is_left_out_where_there_is_no_room(app: JinbiaoApp) -> None:
    """On few rows the value and the attributes stay, the place and the power go."""
    async with app.run_test(size=(120, 15)) as pilot:
        await press(pilot, *TO_TARGET)
        shown = "\n".join(lines_of(app.screen, Inspector))
        assert "= 230,000,000,000 人民币元" in shown
        assert "主体" in shown
        assert "× 10" not in shown


async def test_the_key_line_offers_the_form_where_there_is_one(app: JinbiaoApp) -> None:
    """For a target and not for an organisation."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "e 属性" not in key_line(app)
        await press(pilot, *TO_TARGET)
        assert "e 属性 o 主体" in key_line(app)


def test_a_line_in_one_style_is_drawn_in_it() -> None:
    """Also where no part of it has a style of its own, which Rich by itself leaves out."""
    dim = Style(dim=True)
    (segment,) = styled(Text("安静", dim, end=""), Console())
    assert segment == Segment("安静", dim)
    first, second = styled(Text("安", dim, end="").append("静", Style(bold=True)), Console())
    assert (first.style, second.style) == (dim, dim + Style(bold=True))
