"""Words that stand to the right of what is before them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from tui.page.cells import cells
from tui.page.hanging import hanging
from tui.page.kinsoku import NOT_FIRST

WORDS = st.text(st.sampled_from("政策、。规划（x y z）9"), max_size=80)


@given(WORDS, st.integers(16, 60))
def test_no_line_comes_back_to_the_margin(words: str, width: int) -> None:
    """Nor is one wider than there is room for, and no word is lost."""
    lines = hanging(Text("  例 "), Text(words), width).plain.split("\n")
    assert lines[0].startswith("  例 ")
    assert all(line.startswith("     ") for line in lines[1:])
    assert all(cells(line) <= width for line in lines)
    told = "".join(lines).replace(" ", "")
    assert told == "例" + words.replace(" ", "")


@pytest.mark.parametrize("width", range(1, 24))
def test_below_a_long_head_words_have_most_of_the_line(width: int) -> None:
    """And where there is no room at all it comes to an end all the same."""
    head, *lines = hanging(Text("  examples "), Text("杭钢集团、省科技厅"), width).plain.split("\n")
    if width < 22:
        assert head == "  examples "
        assert all(line.startswith(" " * min(4, width // 2)) for line in lines)
    assert "".join(lines).replace(" ", "").endswith("厅")


def test_lines_break_as_the_article_does() -> None:
    """No line begins with a comma, and English not within a word."""
    lines = hanging(Text("例 "), Text("八八战略、双倍增行动、链长制"), 12).plain.split("\n")
    assert len(lines) > 1
    assert all(line.lstrip()[0] not in NOT_FIRST for line in lines)
    lines = hanging(Text("A  "), Text("again: in the whole store"), 14).plain.split("\n")
    assert [line.rstrip() for line in lines] == ["A  again: in", "   the whole", "   store"]
