"""Tables in CSV and TSV: each row is an article."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from text.dates import find_date
from text.errors import UnreadableInputError
from text.files import SourceFile
from text.readers.broken import BrokenInputError
from text.readers.choices import Columns
from text.readers.formats import TEXT
from text.reading import EmptyInputError, decode_bytes

# What columns are usually called, the likeliest first; without regard to case.
TEXT_NAMES = ("text", "content", "正文", "内容", "內容")
TITLE_NAMES = ("title", "标题", "標題")
PUBLISHED_NAMES = ("published", "date", "日期", "发布日期", "发布时间")

_SEPARATORS = ",;\t"
_MOST_NAMES = 20
_LONGEST_NAME = 40


class MissingColumnError(UnreadableInputError):
    """A table without a column that is needed."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where in a row its text, title, date and name stand; None where there is no such column."""

    text: int
    title: int | None
    published: int | None
    source: int | None


def members(file: SourceFile, columns: Columns) -> Iterator[SourceFile | UnreadableInputError]:
    """An article for each row below the first, which names the columns; blank rows are none.

    The bytes of an article are its text in UTF-8. It is named by its row, counted as spreadsheets
    do with the names in row 1, or by what stands in the source column. Raises UnreadableInputError
    where the whole table cannot be read; where it breaks off, that comes last.
    """
    decoded = decode_bytes(file.data, file.source, file.encoding)
    encoding = "utf-8-sig" if decoded.encoding == "utf-8" else decoded.encoding
    del decoded  # as large as the file
    lines = io.TextIOWrapper(io.BytesIO(file.data), encoding, newline="")
    separator = "\t" if file.format.name == "tsv" else _separator(lines)
    csv.field_size_limit(TEXT.largest)
    rows = csv.reader(lines, delimiter=separator, strict=True)
    number = 0
    places = None
    try:
        for number, row in enumerate(rows, start=1):
            if places is None:
                places = _places(row, columns, file.source)
            elif any(row):
                yield _article(file.source, row, number, places)
    except csv.Error as error:
        raise BrokenInputError(
            f"{file.source} cannot be read beyond row {number}: {error}"
        ) from None
    if number < 2:
        raise EmptyInputError(f"{file.source} has no rows")


def _separator(lines: io.TextIOWrapper) -> str:
    """What separates the names of the columns: spreadsheets write semicolons and tabs too."""
    first = lines.readline()
    lines.seek(0)
    return max(_SEPARATORS, key=first.count)


def _places(names: Sequence[str], columns: Columns, source: str) -> _Places:
    known = [name.strip().casefold() for name in names]

    def place(wanted: str | None, usual: Sequence[str] = ()) -> int | None:
        for name in usual if wanted is None else [wanted]:
            if name.strip().casefold() in known:
                return known.index(name.strip().casefold())
        if wanted is None:
            return None
        raise MissingColumnError(f"{source} has no column {wanted}; it has {_listed(names)}")

    text = place(columns.text, TEXT_NAMES)
    if text is None:
        raise MissingColumnError(
            f"{source} has no column {', '.join(TEXT_NAMES)}; it has {_listed(names)}:"
            " name the one with the text with --text-column"
        )
    return _Places(
        text,
        place(columns.title, TITLE_NAMES),
        place(columns.published, PUBLISHED_NAMES),
        place(columns.source),
    )


def _listed(names: Sequence[str]) -> str:
    """The names for a message, however many and long they are."""
    shown = [name.strip()[:_LONGEST_NAME] for name in names[:_MOST_NAMES]]
    return ", ".join([*shown, *["…"][: len(names) - len(shown)]])


def _article(source: str, row: Sequence[str], number: int, places: _Places) -> SourceFile:
    def cell(place: int | None) -> str:
        return row[place].strip() if place is not None and place < len(row) else ""

    text = row[places.text] if places.text < len(row) else ""
    published = find_date(cell(places.published))
    return SourceFile(
        source=f"{source}#{cell(places.source) or number}",
        data=text.encode(),
        encoding="utf-8",
        title=cell(places.title) or None,
        published=published.iso if published else None,
    )
