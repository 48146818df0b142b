"""Blanks that came as question marks."""

from __future__ import annotations

from tests.text.mending import mended
from text.repairs import lost_blanks


def test_question_marks_for_an_indent_go() -> None:
    """Two and more before the first word of a line were blanks; one, or one elsewhere, is meant."""
    assert mended(lost_blanks.find, "? ? ? ?集团\n??“党委") == "集团\n“党委"
    assert lost_blanks.find("?集团??党委?? 好\n? ?\nabc") == []
