"""Web pages: the article in one, told from its surroundings by trafilatura."""

from __future__ import annotations

import logging
import re

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document as Page

from text.dates import find_date
from text.document import Document
from text.files import SourceFile
from text.readers.broken import BrokenInputError, whole
from text.readers.extracted import extracted
from text.reading import EmptyInputError, read_bytes

_LACK = "has no article in it that could be told from the rest of the page"

# The name of the site stands behind the headline in nearly every title: 标题_频道_网站.
_BEFORE_SITE = re.compile(r"[^_|｜]*[^_|｜\s]")

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    # Without a handler Python prints their warnings among our own messages.
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read(file: SourceFile) -> Document:
    """The article's text, a line a paragraph, its headline first; title, date and address.

    The date is one that the page marks as its own, not one guessed from its words. Raises
    UnreadableInputError, or UsageError for an unknown encoding.
    """
    decoded = read_bytes(file.data, file.source, file.encoding)
    with whole(file.source, "a web page", LxmlError):
        page = bare_extraction(
            _tree(decoded.raw, file.source),
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    if not isinstance(page, Page):
        raise EmptyInputError(f"{file.source} {_LACK}")
    text = extracted(page.text or "", file.source, _LACK)
    title = _headline(page.title)
    published = find_date(page.date or "")
    return Document(
        raw=text if title is None or title in text else f"{title}\n{text}",
        encoding=decoded.encoding,
        title=title,
        published=published.iso if published else None,
        address=page.url,
    )


def _tree(markup: str, source: str) -> HtmlElement:
    """The page parsed. Raises BrokenInputError where the parser would leave some of it out."""
    # trafilatura's own parser drops, in silence, text from ten million characters on.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    tree = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    for entry in parser.error_log:
        if entry.level_name == "FATAL":
            raise BrokenInputError(f"{source} cannot be read whole: {entry.message.strip()}")
    return tree


def _headline(title: str | None) -> str | None:
    found = _BEFORE_SITE.match(title) if title else None
    return " ".join(found[0].split()) if found else None
