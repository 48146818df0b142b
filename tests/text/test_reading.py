"""Bytes to text: encodings found, encodings named, and what is refused."""

from __future__ import annotations

import codecs
from hashlib import sha256

import pytest

from text.errors import UsageError
from text.reading import (
    BinaryInputError,
    EmptyInputError,
    UndecodableInputError,
    UnknownEncodingError,
    read_bytes,
)

SIMPLIFIED = "甘肃科技集团以深入开展“三抓三促”行动为有力抓手，1至4月工业总产值同比增长40%。\r\n"
TRADITIONAL = "杭鋼集團黨委書記、董事長張利明強調，將杭鋼打造成為科技賦能高地。\n"


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL], ids=["simplified", "traditional"])
@pytest.mark.parametrize(
    ("written", "found"),
    [("utf-8", "utf-8"), ("utf-16", "utf-16"), ("gb18030", "gb18030"), ("gbk", "gb18030")],
)
def test_encodings_are_found(text: str, written: str, found: str) -> None:
    """Each encoding is found, and the raw text is exactly the bytes decoded in it."""
    data = text.encode(written)
    decoded = read_bytes(data, "a.txt")
    assert (decoded.raw, decoded.encoding) == (text, found)
    assert data.decode(decoded.encoding) == decoded.raw


@pytest.mark.parametrize("text", [TRADITIONAL, "中文", "數字科技產業隊伍不斷壯大", "綫圖"])
def test_big5_is_told_from_gb18030(text: str) -> None:
    """Big5 is found even in two characters, Hong Kong's own included."""
    decoded = read_bytes(text.encode("big5hkscs"), "a.txt")
    assert decoded.raw == text


def test_utf16_of_both_byte_orders_is_read() -> None:
    """The byte order mark says which way round UTF-16 is, and is no part of the text."""
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        assert read_bytes(mark + SIMPLIFIED.encode(codec), "a.txt").raw == SIMPLIFIED


def test_a_utf8_byte_order_mark_counts_as_a_code_point() -> None:
    """Offsets into the raw text are those of decoding the file as plain UTF-8."""
    decoded = read_bytes(codecs.BOM_UTF8 + SIMPLIFIED.encode(), "a.txt")
    assert (decoded.raw, decoded.encoding) == ("\ufeff" + SIMPLIFIED, "utf-8")


def test_line_ends_are_left_alone() -> None:
    """CRLF stays two code points in the raw text."""
    assert read_bytes("一\r\n二\r三\n".encode(), "a.txt").raw == "一\r\n二\r三\n"


def test_other_encodings_are_left_to_charset_normalizer() -> None:
    """Japanese in Shift JIS is no GB18030 and no Big5, and still read."""
    text = "これは日本語のテキストです。経済成長率は高い水準にあり、今後も期待される。"
    assert read_bytes(text.encode("shift_jis"), "a.txt").raw == text


def test_a_named_encoding_is_used() -> None:
    """What the user names overrules what would be found."""
    data = "中文".encode("big5")
    assert read_bytes(data, "a.txt", "gbk").raw == data.decode("gbk") != "中文"
    assert read_bytes(data, "a.txt", "Big5").encoding == "big5"


@pytest.mark.parametrize("name", ["klingon", "rot13", "base64", "", "undefined"][:3])
def test_an_unknown_encoding_is_wrong_usage(name: str) -> None:
    """A name that is no text encoding is the user's mistake, not the file's."""
    with pytest.raises(UnknownEncodingError, match="not a text encoding") as caught:
        read_bytes(b"abc", "a.txt", name)
    assert isinstance(caught.value, UsageError)


def test_a_wrongly_named_encoding_is_told() -> None:
    """Bytes that the named encoding cannot hold are refused with the place."""
    with pytest.raises(UndecodableInputError, match=r"a\.txt is not text in utf-8 \(byte 3\)"):
        read_bytes(b"ab\xff", "a.txt", "utf-8")


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_an_empty_file_is_told(data: bytes) -> None:
    """A file without a word is refused as empty."""
    with pytest.raises(EmptyInputError, match=r"a\.txt is empty"):
        read_bytes(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"PK\x03\x04\x14\x00\x06\xff", "a ZIP archive"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF"),
        (b"\x7fELF\x02\x01\x01\0\xff", "a program"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"abc\0def", "NUL bytes"),
        ("中文\0中文".encode("gb18030"), "NUL bytes"),
        ("\ufeff中\0文".encode("utf-16-le"), "NUL bytes"),
    ],
)
def test_a_binary_is_told(data: bytes, what: str) -> None:
    """Images, archives and NULs are refused by what they are."""
    with pytest.raises(BinaryInputError, match=what):
        read_bytes(data, "a.txt")


def test_noise_is_undecodable() -> None:
    """Random bytes are no text in any encoding."""
    data = b"".join(sha256(bytes([i])).digest() for i in range(100)).replace(b"\0", b"\x01")
    with pytest.raises(UndecodableInputError, match="not text in UTF-8"):
        read_bytes(data, "a.txt")


@pytest.mark.parametrize(
    "data",
    [SIMPLIFIED.encode()[:-4], f"{SIMPLIFIED}\ud800".encode("utf-8", "surrogatepass")],
    ids=["cut", "surrogate"],
)
def test_broken_utf8_is_not_taken_for_something_else(data: bytes) -> None:
    """UTF-8 with a character cut in two or a lone surrogate is refused, not read as GB18030."""
    with pytest.raises(UndecodableInputError, match="byte"):
        read_bytes(data, "a.txt")


def test_a_lone_surrogate_in_utf16_is_refused() -> None:
    """UTF-16 with half a pair is undecodable."""
    with pytest.raises(UndecodableInputError, match="utf-16"):
        read_bytes(codecs.BOM_UTF16_LE + b"\x00\xd8A\x00", "a.txt")


def test_half_a_pair_in_a_named_encoding_is_refused() -> None:
    """UTF-7 can spell a lone surrogate, which no store or output could take."""
    with pytest.raises(UndecodableInputError, match="half of a character pair at character 2"):
        read_bytes(b"a+2AA-", "a.txt", "utf-7")
