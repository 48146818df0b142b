"""Bytes that were read in the wrong encoding."""

from __future__ import annotations

import pytest

from text.change import rewrite
from text.repairs import mojibake


@pytest.mark.parametrize(("written", "read"), [("utf-8", "latin-1"), ("gb18030", "latin-1")])
def test_bytes_taken_for_letters_are_read_again(written: str, read: str) -> None:
    """A stretch of misread bytes comes back between sound text, character by character."""
    text = "前文" + "新质生产力，发展".encode(written).decode(read) + "后文"
    changes = mojibake.find(text)
    assert rewrite(text, changes)[0] == "前文新质生产力，发展后文"
    assert [change.after for change in changes] == list("新质生产力，发展")


def test_utf8_taken_for_gbk_is_read_again() -> None:
    """What the wrong reading kept comes back; a character that lost a byte is an uncertain □."""
    text = "新质生产力，发展产业".encode().decode("gbk", "replace")
    changes = mojibake.find(text)
    assert rewrite(text, changes)[0] == "新质生产力，发展产业"
    cut = mojibake.find("新质生产力".encode().decode("gbk", "replace"))
    assert cut[-1].after == "□"
    assert not cut[-1].certain


@pytest.mark.parametrize(
    "text",
    [
        "產業鏈、鎖定、鏡頭、銀行",
        "Café naïve déjà vu Über",
        "一江之隔·两岸……——“‘好’”",
        "涓涓细流汇成江河",
        "5°×3±2",
        "€100、™、®",
    ],
)
def test_sound_letters_are_no_mojibake(text: str) -> None:
    """Traditional text, accents, rare characters and marks are what they look like."""
    assert mojibake.find(text) == []
