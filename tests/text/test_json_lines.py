"""Files of JSON Lines: each line by itself, and once what the whole file is instead."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text.errors import UnreadableInputError
from text.json_lines import JsonLine, NotJsonLinesError, read_json_lines


def written(folder: Path, content: bytes) -> Path:
    """A file with that in it."""
    path = folder / "a.jsonl"
    path.write_bytes(content)
    return path


def test_lines_are_counted_and_blank_ones_left_out(tmp_path: Path) -> None:
    """As editors count them; a value that is no object is one."""
    path = written(tmp_path, b'\n{"a": 1}\r\n\n7\n{"b": 2}')
    assert list(read_json_lines(path)) == [
        JsonLine(2, {"a": 1}),
        JsonLine(4, 7),
        JsonLine(5, {"b": 2}),
    ]
    assert list(read_json_lines(written(tmp_path, b""))) == []


def test_a_broken_line_among_sound_ones_is_its_own_fault(tmp_path: Path) -> None:
    """Also where it is the first; what stopped the reading has a place."""
    path = written(tmp_path, b'{"a"\n{"a": 1}\n{"b": "\xb8"}\n{"c": NaN}\n{} {}\n')
    assert [(line.number, line.fault) for line in read_json_lines(path)] == [
        (1, "no JSON: Expecting ':' delimiter at character 5"),
        (2, None),
        (3, "no JSON in UTF-8: byte 8 (0xb8) is not UTF-8"),
        (4, "no JSON: NaN is no JSON number"),
        (5, "no JSON: Extra data at character 4"),
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "is a PNG image, not JSON Lines"),
        ('{"a": 1}\n'.encode("utf-16"), "line 1: byte 1 (0xff) is not UTF-8"),
        (b"\n\xb8\xca\n", "line 2: byte 1 (0xb8) is not UTF-8"),
        ("甘肃省\n".encode() * 3, "line 1 begins '甘肃省', where an object begins with {"),
        (b"x" * 1000, "line 1 begins 'xxxxxxxxxxxxxxxxxxxx…', where an object begins with {"),
        (b'[\n {"a": 1},\n {"b": 2}\n]\n', "it holds an array; an object a line is needed"),
        (b'{\n "a": 1\n}\n', "no line is an object; line 1: no JSON: Expecting property name"),
        (b'{"a": "\xb8"}\n' * 9, "no line is an object; line 1: no JSON in UTF-8: byte 8 (0xb8)"),
    ],
    ids=["image", "utf-16", "bytes", "text", "long", "array", "indented", "gbk"],
)
def test_another_kind_of_file_is_told_once(tmp_path: Path, content: bytes, why: str) -> None:
    """With what it is or where it stops to be JSON Lines, and without a line from it."""
    path = written(tmp_path, content)
    with pytest.raises(NotJsonLinesError) as refused:
        next(read_json_lines(path))
    assert str(refused.value).startswith(f"{path} is ")
    assert why in str(refused.value)
    assert refused.value.exit_status == 3


def test_a_byte_order_mark_is_a_fault_of_its_line(tmp_path: Path) -> None:
    """Windows editors put one there; the other lines are read."""
    path = written(tmp_path, b'\xef\xbb\xbf{"a": 1}\n{"b": 2}\n')
    first, second = read_json_lines(path)
    assert first.fault is not None
    assert "BOM" in first.fault
    assert second == JsonLine(2, {"b": 2})


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A missing file and a folder."""
    for path in (tmp_path / "nowhere.jsonl", tmp_path):
        with pytest.raises(UnreadableInputError, match="cannot be read"):
            next(read_json_lines(path))


@given(content=st.binary(max_size=200))
def test_whatever_the_bytes_there_is_an_answer(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    """Lines, or one error of ours."""
    path = written(tmp_path_factory.mktemp("any"), content)
    try:
        lines = list(read_json_lines(path))
    except NotJsonLinesError:
        return
    assert not lines or any(isinstance(line.value, dict) for line in lines)


@given(values=st.lists(st.dictionaries(st.text(), st.text() | st.integers()), min_size=1))
def test_what_was_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, values: list[dict[str, object]]
) -> None:
    """Whatever the strings hold."""
    content = "".join(json.dumps(value) + "\n" for value in values).encode()
    path = written(tmp_path_factory.mktemp("all"), content)
    assert [line.value for line in read_json_lines(path)] == values
