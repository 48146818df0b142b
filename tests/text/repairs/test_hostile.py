"""Characters that no text should hold: escapes, controls, hidden marks, lost ones."""

from __future__ import annotations

import pytest

from tests.text.mending import mended
from text.repairs import hostile


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\x1b[1;31m红\x1b[0m", "红"),
        ("\x1b]0;title\x07文", "文"),
        ("\x1b]52;c;aGk=\x1b\\文", "文"),
        ("\x1bP1$q\x1b\\文", "文"),
        ("\x1bc文\x1b(B", "文"),
        ("\x9b31m文\x9d0;x\x9c", "文"),
        ("\x1b]0;no end\n文", "]0;no end\n文"),
        ("文\x1b", "文"),
        ("\x1b党", "党"),
        ("a\0b\x08c\x7fd\x9ee", "abcde"),
        ("a\u202eb\u2066c\u2069d\u200fe", "abcde"),
        ("\ufeff新\u200b质\u2060生\xad产\ufeff力", "新质生产力"),
        ("x\U000e0041\uffff\ufff9y", "xy"),
        ("失\ud800\ue123\U000f0001字", "失□□□字"),
        ("a\rb", "ab"),
    ],
)
def test_hostile_characters_go(text: str, clean: str) -> None:
    """Escape sequences go whole, controls and hidden marks singly; what is lost becomes □."""
    assert mended(hostile.find, text) == clean


@pytest.mark.parametrize(
    "text", ["一\t二\n", "👨\u200d👩\u200d👧 ❤\ufe0f", "[/nope] [@click=app.quit]", "é"]
)
def test_harmless_characters_stay(text: str) -> None:
    """Tabs, line feeds, emoji families, brackets and accents are no danger."""
    assert hostile.find(text) == []


def test_lost_characters_are_uncertain() -> None:
    """A reviewer should look where a character is lost, not where a control went."""
    assert [change.certain for change in hostile.find("\ue000\0")] == [False, True]
