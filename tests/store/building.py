"""Small articles and suggestions, made by hand."""

from __future__ import annotations

from hashlib import sha256

from store.mark import Mark
from store.reading import Reading
from text.alignment import AlignmentBuilder
from text.article import Article, Repair, Revision, Zone, ZoneKind
from text.change import Change, rewrite
from text.span import Suggestion

TEXT = "甘肃科技集团党委书记张利明说，甘肃科技集团到2025年工业总产值突破2300亿元。"


def article(text: str = TEXT, source: str = "seeds/一.txt", title: str | None = None) -> Article:
    """An article that cleaning left as it was, but for a BOM in front that it took away."""
    raw = "\ufeff" + text
    builder = AlignmentBuilder()
    builder.copy(1, len(raw))
    return _article(raw, source, Revision(text, builder.build(len(raw)), "1", title=title))


def repaired_article() -> Article:
    """`實(shí)現稅金,,` cleaned to `实现税金，`, with everything that a revision can have."""
    raw = "實(shí)現稅金,,\n"
    text, alignment = rewrite(
        raw,
        [
            Change(0, 1, "实", "script"),
            Change(1, 6, "", "pinyin"),
            Change(6, 8, "现税", "script", whole=True),
            Change(9, 11, "，", "doubled", certain=False),
        ],
    )
    revision = Revision(
        text,
        alignment,
        "1",
        repairs=(Repair("doubled", 4, 5, 9, 11, ",,", "，", certain=False),),
        zones=(Zone(ZoneKind.TITLE, 0, 4),),
        title="实现税金",
        published="2024-03",
    )
    return _article(raw, "seeds/三.txt", revision)


def suggest(
    words: str, label: str, *, text: str = TEXT, score: float = 0.9, **attributes: str
) -> Suggestion:
    """A suggestion on the first place in `text` where `words` stand."""
    start = text.index(words)
    return Suggestion(start, start + len(words), label, attributes, score, "lac")


def words(reading: Reading, text: str = TEXT) -> list[tuple[str, str, str]]:
    """What is shown: the words, label and state of each mark."""
    return [(text[m.span.start : m.span.end], m.span.label, str(m.state)) for m in reading.marks]


def find(reading: Reading, words: str, label: str | None = None, *, text: str = TEXT) -> Mark:
    """The first mark on those words."""
    return next(
        mark
        for mark in reading.marks
        if text[mark.span.start : mark.span.end] == words and label in (None, mark.span.label)
    )


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    """The first range of `words`."""
    start = text.index(words)
    return start, start + len(words)


def _article(raw: str, source: str, revision: Revision) -> Article:
    digest = sha256(raw.encode()).hexdigest()
    return Article(digest[:16], source, "utf-8", raw, digest, revision)
