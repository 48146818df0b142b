"""Layout: a text of any length in rows, laid out where it is looked at."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.page.kinsoku import is_break
from tui.page.layout import Layout, Row, stretches
from tui.page.rows import Rows

PARTS = ["推动高质量发展。", "，到2025年", "“双示范”", "A", "9.5%", "…é́", "\n", "\n\n"]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=40).map("".join)
LONGEST = st.integers(8, 60)


def eager(text: str, width: int, extra: dict[int, int], longest: int) -> list[Row]:
    """All rows, stretch after stretch."""
    borders = [*stretches(text, longest), None]
    rows: list[Row] = []
    for start, end in pairwise(borders):
        laid_out = Rows(text, width, extra, start or 0, end)
        rows += [laid_out.range(row) for row in range(len(laid_out))]
    return rows


@given(TEXTS, st.integers(4, 30), LONGEST, st.data())
def test_any_view_is_a_part_of_all_rows(
    text: str, width: int, longest: int, data: st.DataObject
) -> None:
    """Laid out from anywhere, in any order, the rows in view are those of laying out everything."""
    rows = eager(text, width, {}, longest)
    layout = Layout(text, width, {}, longest)
    for _ in range(5):
        place = data.draw(st.integers(0, len(rows) - 1))
        start, end = rows[place]
        offset = data.draw(st.integers(start, max(start, end - 1)))
        by = data.draw(st.integers(-30, 30))
        assert layout.row(offset, by) == rows[max(0, min(place + by, len(rows) - 1))]
        assert layout.rows(offset, 9) == rows[place : place + 9]


@given(TEXTS, st.integers(4, 40))
def test_a_short_text_is_broken_as_a_whole(text: str, width: int) -> None:
    """Where no paragraph is too long, stretches leave no trace."""
    rows = Rows(text, width, {})
    longest = max(map(len, text.splitlines()), default=0) + 1
    layout = Layout(text, width, {}, longest)
    assert layout.rows(0, 999) == [rows.range(row) for row in range(len(rows))]


@given(TEXTS, LONGEST)
def test_stretches_end_with_paragraphs(text: str, longest: int) -> None:
    """They are as long as they may be; only a longer paragraph is cut, where a row may break."""
    borders = [*stretches(text, longest), len(text)]
    assert borders[0] == 0
    for start, end in pairwise(borders[:-1]):
        assert start < end <= start + longest + 1
        cut = text[end - 1] != "\n"
        assert not (cut and "\n" in text[start:end])
        half = text[max(start + 1, end - longest // 2) : end + 1]
        assert not cut or is_break(text[end - 1], text[end]) or not _can_break(half)


def _can_break(text: str) -> bool:
    return any(is_break(before, after) for before, after in pairwise(text))


@given(
    TEXTS.filter(bool),
    st.integers(6, 30),
    LONGEST,
    st.lists(st.tuples(st.integers(0, 999), st.integers(1, 90)), max_size=8),
)
def test_glyphs_that_come_and_go_are_laid_out_anew(
    text: str, width: int, longest: int, places: list[tuple[int, int]]
) -> None:
    """After a layout was told to forget where glyphs changed, its rows are those of a fresh one."""
    extra: dict[int, int] = {}
    layout = Layout(text, width, extra, longest)
    for begin, length in places:
        layout.rows(begin % len(text), 9)
        start = begin % len(text)
        end = min(len(text), start + length)
        for edge in (start, end - 1):
            if extra.pop(edge, None) is None:
                extra[edge] = 1
        layout.forget(start, end)
        assert layout.rows(0, 999) == eager(text, width, extra, longest)


def test_a_line_of_a_million_characters_is_laid_out_where_it_is_seen() -> None:
    """Its middle is rows of the pane's width, and only what is around it was laid out."""
    text = "推动高质量发展，" * 125_000
    layout = Layout(text, 40, {})
    rows = layout.rows(500_000, 50)
    assert rows[0][0] <= 500_000 < rows[0][1]
    assert sum(end - start < 19 for start, end in rows) <= 1


def test_cells_and_offsets_answer_each_other() -> None:
    """The left and the right half of a wide character are both that character."""
    layout = Layout("产值2300亿", 20, {2: 1})
    row = layout.row(0)
    assert [layout.offset_at(row, column) for column in range(6)] == [0, 0, 1, 1, 2, 2]
    assert layout.offset_at(row, 99) == 7


def test_up_and_down_keep_the_column() -> None:
    """The code point below is the one in the same cell, or the last of a shorter row."""
    layout = Layout("一二三四五\n六七\n\n八九", 20, {5: 1})
    assert [layout.below(1, by) for by in (-1, 0, 1, 2, 3, 9)] == [1, 1, 7, 9, 11, 11]
    assert layout.below(4, 1) == 7
