"""Whatever bytes a file has: text, or one error of ours."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.readers.making import (
    make_docx,
    make_page,
    make_pdf,
    make_zip,
    members,
    read,
)
from text.errors import UnreadableInputError
from text.files import SourceFile
from text.readers.formats import FORMATS

SOUND = {
    "txt": "甘肃科技集团".encode(),
    "md": "---\ntitle: 甲\n---\n文".encode(),
    "html": make_page("<p>甘肃科技集团，工业总产值同比增长40%。</p>" * 5).encode(),
    "csv": 'text,title\n"甘肃\n集团",甲\n二,乙\n'.encode(),
    "tsv": "text\ttitle\n二\t乙\n".encode(),
    "docx": make_docx("甘肃科技集团", [["甲", "乙"]]),
    "pdf": make_pdf("甘肃科技集团\n第二行", "第二页"),
    "zip": make_zip({"一.txt": "甲", "a/二.csv": "text\n乙\n", "../x.txt": "丙"}),
}

damage = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 8), st.binary(max_size=8)),
    min_size=1,
    max_size=4,
)


def test_there_is_a_sound_file_of_every_kind() -> None:
    """None is left out below."""
    assert SOUND.keys() == FORMATS.keys()


@pytest.mark.parametrize("kind", SOUND)
@settings(max_examples=60, deadline=None)
@given(wounds=damage)
def test_a_damaged_file_is_text_or_an_error_of_ours(
    kind: str, wounds: list[tuple[float, int, bytes]]
) -> None:
    """Never another exception, never text that cannot be stored."""
    data = SOUND[kind]
    for place, lost, gained in wounds:
        at = int(place * len(data))
        data = data[:at] + gained + data[at + lost :]
    with suppress(UnreadableInputError):
        if FORMATS[kind].holds_many:
            for item in members(kind, data):
                assert isinstance(item, SourceFile | UnreadableInputError)
        else:
            read(kind, data).raw.encode()
