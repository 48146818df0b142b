"""Bytes in, text out: which encoding a file is in, and a clear word where it is no text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from text.errors import UnreadableInputError, UsageError
from text.everyday import PLAUSIBLE, everyday_share
from text.magic import what_it_is

# Big5 in three widenings: the standard, Microsoft's, and Hong Kong's characters.
_CANDIDATES = ("gb18030", "big5", "cp950", "big5hkscs")

# Some codecs that a person can name (UTF-7) give halves of pairs, which no store or output takes.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text: `raw` equals its bytes decoded in `encoding`, a Python codec's name.

    Nothing is translated: CRLF stays two code points, and the byte order mark of a UTF-8 file stays
    one, so that offsets are those of anybody who decodes the bytes the same way.
    """

    raw: str
    encoding: str


class EmptyInputError(UnreadableInputError):
    """A file without a word in it."""


class BinaryInputError(UnreadableInputError):
    """A file that is something else than text."""


class UndecodableInputError(UnreadableInputError):
    """Bytes that are no text in the encoding named, or in any encoding known."""


class UnknownEncodingError(UsageError):
    """An encoding name that means nothing here."""


def read_bytes(data: bytes, source: str, encoding: str | None = None) -> Decoded:
    """Decode the bytes of `source` (a name for messages), in `encoding` if one is named.

    Otherwise UTF-8 where it is valid, UTF-16 by its byte order mark, then whichever of GB18030 and
    Big5 gives more everyday characters, then what charset-normalizer finds. Raises a subclass of
    UnreadableInputError, EmptyInputError where there is no word, or UnknownEncodingError for a name
    that is no encoding.
    """
    decoded = decode_bytes(data, source, encoding)
    if not decoded.raw.strip("\ufeff \t\r\n\f\v\xa0\u3000"):
        raise EmptyInputError(f"{source} is empty")
    return decoded


def decode_bytes(data: bytes, source: str, encoding: str | None = None) -> Decoded:
    """The same for bytes that may be empty, such as a table's. Raises as `read_bytes` does."""
    decoded = _decode_as(data, source, encoding) if encoding else _decode(data, source)
    if "\0" in decoded.raw:
        raise BinaryInputError(f"{source} has NUL bytes in it, so it is not text")
    if lone := _LONE_SURROGATE.search(decoded.raw):
        raise UndecodableInputError(
            f"{source} is not text in {decoded.encoding}: half of a character pair"
            f" at character {lone.start() + 1}"
        )
    return decoded


def refuse_unknown_encoding(name: str) -> None:
    """Raise UnknownEncodingError for a name that is no text encoding's."""
    try:
        # Python looks at the kind of a codec only where there is something to encode.
        " ".encode(name)
    except UnicodeError:
        return
    except LookupError:
        raise _unknown_encoding(name) from None


def _unknown_encoding(name: str) -> UnknownEncodingError:
    return UnknownEncodingError(
        f"{name!r} is not a text encoding known here; try utf-8, gb18030, big5 or utf-16"
    )


def _decode_as(data: bytes, source: str, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        return Decoded(data.decode(name), name)
    except LookupError:
        raise _unknown_encoding(encoding) from None
    except UnicodeError as error:
        raise UndecodableInputError(
            f"{source} is not text in {encoding}{_where(error)}; name none to have it found"
        ) from None


def _decode(data: bytes, source: str) -> Decoded:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_as(data, source, "utf-16")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        not_utf8 = error
    if what := what_it_is(data):
        raise BinaryInputError(f"{source} is {what}, not text")
    if b"\0" in data:
        raise BinaryInputError(f"{source} has NUL bytes in it, so it is not text")
    broken = everyday_share(data.decode("utf-8", "replace")) > PLAUSIBLE
    decoded = None if broken else _most_plausible(data) or _by_charset_normalizer(data)
    if decoded is None:
        raise UndecodableInputError(
            f"{source} is not text in UTF-8{_where(not_utf8)}, UTF-16, GB18030 or Big5;"
            " name its encoding if it has another"
        )
    return decoded


def _most_plausible(data: bytes) -> Decoded | None:
    """The candidate that decodes `data` strictly into the largest share of everyday characters."""
    best, best_share = None, PLAUSIBLE
    for encoding in _CANDIDATES:
        try:
            raw = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        share = everyday_share(raw)
        if share > best_share:
            best, best_share = Decoded(raw, encoding), share
    return best


def _by_charset_normalizer(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 60 ms that most files do not need

    best = from_bytes(data).best()
    return Decoded(data.decode(best.encoding), best.encoding) if best else None


def _where(error: UnicodeError) -> str:
    return f" (byte {error.start + 1})" if isinstance(error, UnicodeDecodeError) else ""
