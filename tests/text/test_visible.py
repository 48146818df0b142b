"""Hostile characters are made visible without moving an offset."""

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from text.visible import MARKS_IN_A_ROW, escaped, is_hostile, visible

# Number signs of Arabic, Syriac and Kaithi: format characters, but they are seen.
SEEN_FORMATS = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}


def test_every_control_format_surrogate_and_private_character_is_hostile() -> None:
    """The class holds all of Cc, Cf, Cs, Co, Zl and Zp but the format characters that are seen."""
    missed = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
        and code not in SEEN_FORMATS
        and not is_hostile(chr(code))
    ]
    assert missed == []


@given(
    st.text(
        st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Mn", "Me"])
    )
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    """Letters, Han, punctuation, symbols and emoji come through as they are."""
    assert visible(text) == text
    assert escaped(text) == text


@given(st.text(st.characters()))
def test_offsets_hold(text: str) -> None:
    """There is one code point for each, and nothing hostile is left."""
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(map(is_hostile, shown))
    assert not any(map(is_hostile, escaped(text)))


def test_stand_ins_say_which_control_it_was() -> None:
    """ESC, line feed and DEL have their pictures; the others share one stand-in."""
    assert visible("\x1b]0;x\x07\n\x7f") == "␛]0;x␇␊␡"
    assert visible("a\u202eb\u200bc\x9bd\ue000\udce4") == "a�b�c�d��"


def test_characters_to_keep_stay() -> None:
    """What draws line by line keeps its line feeds."""
    assert visible("一\n\x1b二", keep="\n") == "一\n␛二"


def test_escapes_name_the_code_point() -> None:
    """The written-out form tells the characters apart."""
    assert escaped("\x1b\u202e\U000e0041") == r"\x1b\u202e\U000e0041"


def test_piles_of_combining_marks_are_capped() -> None:
    """A character keeps a few marks; the rest of the pile is stood in for, in any script."""
    for mark in "\u0301\u0e47\u20dd\ufe0f":
        assert visible("a" + mark * 9 + "b") == "a" + mark * MARKS_IN_A_ROW + "�" * 5 + "b"
