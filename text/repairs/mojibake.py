"""Text decoded in the wrong encoding: UTF-8 read as GBK or Latin-1, GBK read as Latin-1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from text.change import Change
from text.everyday import PLAUSIBLE, everyday_share
from text.repairs.hostile import LOST

KIND = "mojibake"

# Windows shows some of the bytes 80 to 9F as these.
_WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_BYTES = re.compile(f"[\x80-\xff{_WINDOWS}\ufffd]{{2,}}")
_LEAD = re.compile("[\xaa-\xf7][\x80-\xff€-™]")

# In GBK the bytes of everyday UTF-8 give rare characters over and over: 的 鐨, ， 锛, 。 銆, 中 涓.
_SIGNS = re.compile("[涓鐨鍦浜鏄锛銆鈥鍥鏂闂鎴涔鏈鎬绗琛骞灞]")
_RUN = re.compile("[^\x00-\x7f]+[?\ufffd]?")
_SIGNS_IN = 30

# One character of each encoding, and what is left of one that lost a byte (shown as `?` or FF).
_CHARACTERS = {
    "utf-8": re.compile(
        rb"[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
        rb"|(?P<broken>[\xe0-\xef][\x80-\xbf\xff]?[\x80-\xbf\xff?]|.)",
        re.DOTALL,
    ),
    "gb18030": re.compile(rb"[\x00-\x7f]|[\x81-\xfe][\x40-\x7e\x80-\xfe]|(?P<broken>.)", re.DOTALL),
}

# So many everyday characters cannot come about by chance; they convict the whole text.
_CONVINCING = 3
_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A run read again: where it starts, the byte each of its characters ends before as written,
    and what it reads as meant, each character with the byte that it ends before."""

    start: int
    ends: list[int]
    read: list[tuple[int, str]]

    @property
    def text(self) -> str:
        return "".join(character for _, character in self.read)


def find(text: str) -> list[Change]:
    """The stretches of `text` that are everyday Chinese when their bytes are read as meant.

    Characters map back as finely as the two readings allow. Bytes that were lost give `□`.
    """
    readings = list(_readings(text))
    if not any(len(_HAN.findall(reading.text)) >= _CONVINCING for reading in readings):
        return []
    return [change for reading in readings for change in _pieces(reading)]


def _readings(text: str) -> Iterator[_Reading]:
    """The plausible readings of the suspicious runs of `text`, in order."""
    if _LEAD.search(text):
        for match in _BYTES.finditer(text):
            written = [_byte(character) for character in match[0]]
            yield from _plausible(match.start(), written, ("utf-8", "gb18030"))
    if _SIGNS.search(text):
        for match in _RUN.finditer(text):
            if len(_SIGNS.findall(match[0])) * _SIGNS_IN >= len(match[0]):
                written = [_gbk(character) for character in match[0]]
                yield from _plausible(match.start(), written, ("utf-8",))


def _byte(character: str) -> bytes:
    if character == "\ufffd":
        return b"\xff"
    return character.encode("cp1252" if character in _WINDOWS else "latin-1")


def _gbk(character: str) -> bytes:
    return b"\xff" if character == "\ufffd" else character.encode("gb18030", "replace")


def _plausible(start: int, written: list[bytes], meant: tuple[str, ...]) -> Iterator[_Reading]:
    """The reading of the bytes `written` in the first encoding that makes everyday text of them."""
    ends = list(accumulate(map(len, written)))
    for encoding in meant:
        reading = _Reading(start, ends, list(_read(b"".join(written), encoding)))
        if everyday_share(reading.text) >= PLAUSIBLE:
            yield reading
            return


def _read(data: bytes, encoding: str) -> Iterator[tuple[int, str]]:
    for match in _CHARACTERS[encoding].finditer(data):
        broken = match["broken"] is not None
        yield match.end(), LOST if broken else match[0].decode(encoding, "replace")


def _pieces(reading: _Reading) -> Iterator[Change]:
    """The shortest stretches that begin and end with a character in both readings."""
    places = {end: index + 1 for index, end in enumerate(reading.ends)}
    start, after = 0, ""
    for end, character in reading.read:
        after += character
        if end in places:
            span = reading.start + start, reading.start + places[end]
            yield Change(*span, after, KIND, LOST not in after)
            start, after = places[end], ""
