"""References of HTML that were left in a text."""

from __future__ import annotations

import pytest

from tests.text.mending import mended
from text.repairs import entities


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("甲&nbsp;乙&ldquo;丙&rdquo;", "甲\xa0乙“丙”"),
        ("&#8220;&#x201D;&hellip;&middot;", "“”…·"),
        ("&amp;nbsp;&amp;amp;lt;", "\xa0<"),
        ("R&amp;D", "R&D"),
    ],
)
def test_entities_are_read(text: str, clean: str) -> None:
    """References by name and number, and those of a page that was escaped twice."""
    assert mended(entities.find, text) == clean


@pytest.mark.parametrize("text", ["R&D;投入", "AT&T", "&甲;", "&nosuch;", "a && b;", "&lt"])
def test_ampersands_stay(text: str) -> None:
    """An ampersand that opens no reference is one."""
    assert entities.find(text) == []
