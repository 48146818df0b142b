"""What a file that is no text is, told by its first bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SQLITE: Final = "a SQLite database"

_LONGEST: Final = 16

_MAGIC: Final = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"BM\x00": "a bitmap image",
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or Office document",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"SQLite format 3": SQLITE,
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
}


def what_it_is(data: bytes) -> str | None:
    """In words (`a PDF`) what begins with `data`; None where nothing known does."""
    return next((what for magic, what in _MAGIC.items() if data.startswith(magic)), None)


def what_is_at(path: Path) -> str | None:
    """The same of the file at `path`. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return what_it_is(file.read(_LONGEST))
