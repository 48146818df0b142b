"""The options that say how files are read, the same for every command that reads some."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce, wraps
from typing import Any

import click

from text.options import REGIONS, Options
from text.readers.choices import Choices, Columns
from text.readers.formats import FORMATS
from text.reading import refuse_unknown_encoding

_OPTIONS = (
    click.option(
        "--format",
        type=click.Choice(list(FORMATS)),
        help="What the files that are named are.  [default: what their suffix says, else text]",
    ),
    click.option(
        "--encoding", metavar="E", help="The files' encoding.  [default: found by itself]"
    ),
    click.option(
        "--text-column",
        metavar="C",
        help="Of tables: the column with the text.  [default: text, content, 正文 or 内容]",
    ),
    click.option(
        "--title-column",
        metavar="C",
        help="Of tables: the column with the title.  [default: title or 标题]",
    ),
    click.option(
        "--date-column",
        metavar="C",
        help="Of tables: the column with the date of issue.  [default: published, date or 日期]",
    ),
    click.option(
        "--source-column",
        metavar="C",
        help="Of tables: the column that names a row.  [default: its number]",
    ),
    click.option(
        "--phrasing",
        type=click.Choice(REGIONS),
        help="Put the words of Taiwan or Hong Kong into those of the mainland.",
    ),
    click.option(
        "--wide-punctuation",
        is_flag=True,
        help="Make half-width punctuation in Chinese text full-width.",
    ),
)


def with_choices(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command these options, and hand them to it as one value, `choices`."""

    @wraps(function)
    def command(*arguments: Any, **given: Any) -> None:
        columns = Columns(
            text=given.pop("text_column"),
            title=given.pop("title_column"),
            published=given.pop("date_column"),
            source=given.pop("source_column"),
        )
        if given["encoding"] is not None:
            refuse_unknown_encoding(given["encoding"])
        options = Options(given.pop("phrasing"), given.pop("wide_punctuation"))
        choices = Choices(given.pop("format"), given.pop("encoding"), columns, options)
        function(*arguments, choices=choices, **given)

    return reduce(lambda made, option: option(made), reversed(_OPTIONS), command)
