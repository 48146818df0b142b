"""JSON lines are safe to show, to split and to encode."""

import json

from hypothesis import given
from hypothesis import strategies as st

from text.json_line import json_line
from text.visible import is_hostile


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_reads_back_equal(text: str) -> None:
    """Whatever stands in the text, the line holds no hostile character and gives it back."""
    line = json_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert not any(map(is_hostile, line))


def test_an_undecodable_byte_of_a_path_reads_back() -> None:
    """A lone surrogate, as Python makes of a path's odd byte, is escaped and comes back."""
    line = json_line("目录/\udce4.txt")
    line.encode("utf-8")
    assert json.loads(line) == "目录/\udce4.txt"


def test_chinese_stays_readable_and_keys_keep_their_order() -> None:
    """Han and full-width punctuation are not escaped; nothing is sorted."""
    assert json_line({"b": "挖掘“新质”,①", "a": None}) == '{"b": "挖掘“新质”,①", "a": null}'


def test_escapes_are_what_json_knows() -> None:
    """ESC, a bidirectional override, C1 and a character beyond the BMP come as JSON escapes."""
    assert json_line("\x1b\u202e\x9b\U000e0041") == r'"\u001b\u202e\u009b\udb40\udc41"'
