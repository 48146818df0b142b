"""Rows: Chinese text broken by its own rules, within the cells of the pane."""

from hypothesis import given
from hypothesis import strategies as st

from tui.page.cells import cells, drawable
from tui.page.kinsoku import is_break
from tui.page.rows import Rows

CHINESE = st.text(alphabet="推动高质量发展，。、：“”《》（）〔〕A9.%—…é́\n", max_size=300)


def rows_of(text: str, width: int, extra: dict[int, int] | None = None) -> list[str]:
    rows = Rows(text, width, extra or {})
    return [text[start:end] for start, end in (rows.range(row) for row in range(len(rows)))]


def test_no_row_begins_with_closing_punctuation() -> None:
    """A full stop that does not fit takes its character along to the next row."""
    assert rows_of("加快新旧动能转换。推动", 16) == ["加快新旧动能转", "换。推动"]


def test_no_row_ends_with_an_opening_mark() -> None:
    """An opening quotation mark moves on with what it opens."""
    assert rows_of("全面开启“双示范”", 9) == ["全面开启", "“双示范”"]


def test_numbers_and_latin_words_stay_whole() -> None:
    """A figure is not cut in two where the row can break before it."""
    assert rows_of("产值突破2300.5亿元", 12) == ["产值突破", "2300.5亿元"]


def test_a_word_wider_than_half_the_row_is_cut() -> None:
    """A long address cannot leave a row all but empty."""
    assert rows_of("见https://example.com/a", 10)[0] == "见https:"


def test_paragraphs_keep_their_lines() -> None:
    """Line feeds end rows, empty lines are rows, and none of them is drawn."""
    assert rows_of("一\n\n二\n", 10) == ["一", "", "二", ""]


def test_glyphs_take_room_and_stay_with_their_character() -> None:
    """Cells at the edges of a character count where it stands."""
    assert rows_of("一二三四五", 8, {0: 1, 3: 1}) == ["一二三", "四五"]


@given(CHINESE, st.integers(4, 40))
def test_rows_hold_all_text_within_the_width(text: str, width: int) -> None:
    """Nothing but line feeds is lost, no row is too wide, and rows advance."""
    rows = Rows(drawable(text), width, {})
    seen = [rows.range(row) for row in range(len(rows))]
    assert "".join(text[start:end] for start, end in seen) == text.replace("\n", "")
    assert all(cells(drawable(text)[start:end]) <= width for start, end in seen)


@given(CHINESE, st.integers(12, 40))
def test_kinsoku_holds_wherever_the_row_allows(text: str, width: int) -> None:
    """A row begins with a closing mark only where the half of it before has nowhere to break."""
    rows = Rows(text, width, {})
    for row in range(1, len(rows)):
        (start, end), (following, _) = rows.range(row - 1), rows.range(row)
        if end == following and not is_break(text[end - 1], text[end]):
            half = end - max(1, (end - start) // 2)
            assert not any(is_break(text[p - 1], text[p]) for p in range(max(start + 1, half), end))
