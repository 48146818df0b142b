"""Who wrote, edited and sent an article: by-lines, sources and datelines in their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from text.article import ZoneKind
from text.boilerplate import find_trimmings
from text.dates import find_date

Part = tuple[ZoneKind, int, int]

# A line longer than this is a paragraph, whoever it names.
_LONGEST = 80
# Beside a date and a clock time so short a rest is the name of a site or a page.
_LONGEST_SITE = 12

_ROLE = (
    "(?:特约|见习|实习|首席|全媒体|融媒体?)*记者|通讯员|实习生|特约评论员|作者|撰稿人?|供稿|撰文"
    "|责任编辑|责编|编辑|审核|审读|校对|校审|初审|复审|终审|终校|监制|编审|主编|总?值班|策划|统筹"
    "|制图|摄影|摄像|整理"
)
_SOURCE = r"(?:信息|稿件|文章|新闻|内容)?(?:来源|稿源|转自|摘自)\s*[:：]\s*"
_SENTENCE = re.compile("[。？！?!，,；;]")
_DECORATION = " \t\u3000\xa0（）()[]【】|｜/·-—"

_DATE_LABEL = re.compile(
    r"(?:(?:发布|发表|刊发|发稿|更新|成文|印发|录入)?(?:时间|日期)|发布)\s*[:：]\s*"
)
_TIME = re.compile(r"\d{1,2}[:：]\d\d")
_CLOCK = re.compile(
    rf"(?:[\s/T]*(?:星期|周)[一二三四五六日天])?(?:[\s/T]*{_TIME.pattern}(?:[:：]\d\d)?)?"
)
_MARKS = re.compile(
    rf"(?P<source>{_SOURCE})|(?P<byline>(?:{_ROLE})[\s:：/]+(?=\S)|(?<=\s)(?:文|图)[/：:])"
)
_PAPER = re.compile(r"[\w·•]{2,12}(?:报|网|新闻|客户端|通讯社|财经|社)")

_INSIDE = "[^（）()。]{2,40}[)）]"
_BRACKET = "[（(]" + _INSIDE
_LEAD = re.compile(
    rf"[^\s，。（(]{{2,12}}\d{{1,2}}月\d{{1,2}}日[电讯]\s*(?:{_BRACKET})?"
    rf"|本[报网刊台]讯\s*(?:{_BRACKET})?"
    rf"|[^\s，。（(]{{0,14}}[讯电]?\s*[（(](?=[^（）()，。]{{0,16}}(?:{_ROLE})){_INSIDE}\s*[讯电]?"
)
_TAIL = re.compile("[（(](?P<inside>[^（）()。！？]{2,60})[)）]$")
_CREDIT = re.compile(
    rf"[^：:，,。]{{0,20}}?(?:{_ROLE}|{_SOURCE}|摄$|供图|供稿|报道$|本文|本报|本网)"
)
_NAME = "[\u4e00-\u9fff](?:\\s?[\u4e00-\u9fff]){1,2}"
_NAMES = re.compile(f"{_NAME}(?:[\\s、]+{_NAME}){{0,4}}")


def split_line(line: str) -> tuple[Part, ...]:
    """The parts of a stripped `line` that consists of nothing but date, source and by-line.

    Each part is a kind and a half-open range of code points in the line; empty for another line.
    """
    if len(line) > _LONGEST or _SENTENCE.search(line):
        return ()
    parts = []
    for kind, start, end in _stretches(line):
        if words := _trimmed(line, start, end):
            parts.append((kind, *words))
    timed = bool(_TIME.search(line))
    rest = [line[start:end] for kind, start, end in parts if kind is None]
    if len(rest) == len(parts) or not all(_is_site(words, timed=timed) for words in rest):
        return ()
    return tuple((kind or ZoneKind.SOURCE, start, end) for kind, start, end in parts)


def lead_end(line: str) -> int:
    """How many code points of a paragraph are its dateline: `本报讯（记者 贺之楠）`, or 0."""
    match = _LEAD.match(line)
    return match.end() if match and match.end() < len(line) else 0


def tail(line: str) -> Part | None:
    """The credit in brackets that ends a paragraph, such as `（本报记者 侯琪琳）`, if any."""
    match = _TAIL.search(line)
    if not match:
        return None
    inside = match["inside"]
    signed = line[: match.start()].endswith(("。", "！", "？", "”")) and _NAMES.fullmatch(inside)
    if not signed and not _CREDIT.match(inside):
        return None
    source = re.match(_SOURCE, inside)
    return (ZoneKind.SOURCE if source else ZoneKind.BYLINE, *match.span())


def _stretches(line: str) -> Iterator[tuple[ZoneKind | None, int, int]]:
    """The line cut at its marks; None is what no mark claims. The paper goes with its reporter."""
    marks = sorted(_marks(line), key=lambda mark: mark[1])
    position = 0
    for index, (kind, start, end) in enumerate(marks):
        begin = position if kind is ZoneKind.BYLINE else start
        yield None, position, begin
        following = marks[index + 1][1] if index + 1 < len(marks) else len(line)
        position = following if end is None else end
        yield kind, begin, position
    yield None, position, len(line)


def _marks(line: str) -> Iterator[tuple[ZoneKind, int, int | None]]:
    """What opens a part, and where; only a date is known to end before the next part begins."""
    if found := find_date(line):
        label = _DATE_LABEL.search(line, 0, found.start)
        start = label.start() if label and label.end() == found.start else found.start
        clock = _CLOCK.match(line, found.end)
        yield ZoneKind.DATE, start, clock.end() if clock else found.end
    for mark in _MARKS.finditer(line):
        yield ZoneKind.SOURCE if mark["source"] else ZoneKind.BYLINE, mark.start(), None
    for trimming in find_trimmings(line):
        yield ZoneKind.BOILERPLATE, trimming, None


def _is_site(words: str, *, timed: bool) -> bool:
    return bool(_PAPER.fullmatch(words)) or (timed and len(words) <= _LONGEST_SITE)


def _trimmed(line: str, start: int, end: int) -> tuple[int, int] | None:
    """The range without the blanks, bars and brackets at its edges, if anything is left."""
    words = line[start:end].strip(_DECORATION)
    if not words:
        return None
    begin = line.index(words, start)
    return begin, begin + len(words)
