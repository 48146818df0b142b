"""What each part of an article is for: headline, date, source, by-line, body, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from text.article import Zone, ZoneKind
from text.boilerplate import is_furniture, is_legal_head, is_legal_line
from text.bylines import Part, lead_end, split_line, tail
from text.dates import find_date

_LONGEST_HEADLINE = 100
_LONGEST_CAPTION = 60
_LONGEST_SECTION = 50
_LONGEST_SPEAKER = 30
_MOST_SPEAKER_LINES = 3
_MOST_HEAD_LINES = 8
_LAST_LINES = 5

_SENTENCE = re.compile("。|[！？!?；;：:，,、…][”’」』）)]*$")
_EXCLAIMED = re.compile("[^。；;]{4,40}[！？!?][”’」』]?")
_NUMBERED = re.compile(
    "第?[一二三四五六七八九十]{1,3}(?:、|[部章节编]|[（(])|[（(][一二三四五六七八九十]{1,3}[)）]|【[^】]{1,20}】$"
)
_ISSUER = re.compile(
    r"\S{2,12}〔\d{4}〕第?\d+号|(?:\S{2,20}(?:局|队|院|部|委|会|厅|办公室|中心|政府|办|社|公司|集团|秘书处)(?:\s+|$))+"
)
_PERSON = re.compile(
    r".*(?:长|书记|主任|经理|总裁|主席|董事|代表|委员|教授|研究员|院士)\s+[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3}$"
)
_CAPTION = re.compile(
    r"[▲△↑▼↓]|图\d*[为：:]|(?:图片|照片|资料图|题图|配图)[由：:]|表\d+\s|图\d+\s|.*(?:供图|资料图|[\s/]摄|[。\s][\u4e00-\u9fff]{2,4}摄|图源.{1,12})[)）。]*$"
    r"|[（(](?:图片|照片|本文图片|本组图片)[^（）()]{2,40}[)）]$"
)
_ROW = re.compile(r".*\s[-—+]?[\d.,]+[%％\w]{0,3}$")
_BLANK = " \t\u3000\xa0"
_WORD = re.compile(r"\w")
_MAY_BE_CAPTION = (None, ZoneKind.BODY)
_FEWEST_INDENTED = 3
_RUNS = frozenset({ZoneKind.BODY, ZoneKind.BOILERPLATE})


@dataclass(frozen=True, slots=True)
class Zoning:
    """The zones of a clean text in order, its title and its date of issue (ISO), where found."""

    zones: tuple[Zone, ...]
    title: str | None
    published: str | None


@dataclass(slots=True)
class _Line:
    """A line that is not blank: where its words stand, and what it was found to be."""

    start: int
    end: int
    text: str
    indented: bool
    kind: ZoneKind | None = None
    parts: tuple[Part, ...] = ()
    continues: bool = False


def find_zones(text: str) -> Zoning:
    """The zones of the clean `text`, in order and without overlap.

    A section's zone holds its head and the lines that name its speaker. What nothing else is known
    of is body.
    """
    lines = list(_lines(text))
    _find_boilerplate(lines)
    _find_credits(lines)
    _find_sentences(lines)
    title = _find_headline(lines)
    _find_captions(lines)
    _find_sections(lines)
    _find_lines_set_apart(lines)
    zones = _zones(lines)
    return Zoning(tuple(zones), title, _published(text, zones))


def _lines(text: str) -> Iterator[_Line]:
    position = 0
    for line in text.split("\n"):
        words = line.strip(_BLANK)
        if _WORD.search(words):
            start = position + line.index(words[0])
            yield _Line(start, start + len(words), words, indented=line[0] in _BLANK)
        position += len(line) + 1


def _find_boilerplate(lines: list[_Line]) -> None:
    for index, line in enumerate(lines):
        legal = index >= len(lines) - _LAST_LINES and is_legal_line(line.text)
        if is_furniture(line.text) or legal:
            line.kind = ZoneKind.BOILERPLATE
        elif index > len(lines) // 2 and is_legal_head(line.text):
            for rest in lines[index:]:
                rest.kind = ZoneKind.BOILERPLATE
            return


def _find_credits(lines: list[_Line]) -> None:
    for line in lines:
        if line.kind is None and (parts := split_line(line.text)):
            line.kind, line.parts = parts[0][0], parts


def _find_sentences(lines: list[_Line]) -> None:
    for line in lines:
        if line.kind is None and (
            _SENTENCE.search(line.text) or len(line.text) > _LONGEST_HEADLINE
        ):
            line.kind = ZoneKind.BODY


def _find_headline(lines: list[_Line]) -> str | None:
    """Mark headline, subheadings, issuer and author above the first paragraph; the headline."""
    first = 0
    while first < len(lines) and (lines[first].kind is ZoneKind.BOILERPLATE or lines[first].parts):
        first += 1
    if not _may_be_headline(lines[first:]):
        return None
    lines[first].kind = ZoneKind.TITLE
    head = lines[first + 1 : first + 1 + _MOST_HEAD_LINES]
    for index, line in enumerate(head):
        if line.kind is ZoneKind.BODY or _NUMBERED.match(line.text):
            break
        if line.kind is None:
            line.kind = _kind_in_head(line.text, dated=any(later.parts for later in head[index:]))
    return lines[first].text


def _may_be_headline(lines: list[_Line]) -> bool:
    """Whether the first of the lines can be a headline: no paragraph, and not all there is."""
    if all(line.kind is ZoneKind.BOILERPLATE for line in lines[1:]):
        return False
    if lines[0].kind is ZoneKind.BODY:
        return bool(_EXCLAIMED.fullmatch(lines[0].text))
    return not _NUMBERED.fullmatch(lines[0].text)


def _kind_in_head(line: str, *, dated: bool) -> ZoneKind | None:
    if line.startswith(("—", "-", "－")):
        return ZoneKind.TITLE
    if _PERSON.match(line):
        return ZoneKind.BYLINE
    if _ISSUER.fullmatch(line):
        return ZoneKind.SOURCE
    return ZoneKind.TITLE if dated else None


def _find_sections(lines: list[_Line]) -> None:
    """Mark the short lines that are left, a run of them at a time."""
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and lines[end].kind is None:
            end += 1
        if end > index:
            _find_section(lines, index, end)
        index = end + 1


def _find_section(lines: list[_Line], start: int, end: int) -> None:
    """Above a paragraph they are a head, above a date a signature, below a button more of it."""
    run = lines[start:end]
    following = lines[end].kind if end < len(lines) else None
    if following is ZoneKind.DATE and _ISSUER.fullmatch(run[-1].text):
        run[-1].kind = ZoneKind.SOURCE
    elif following is None and start and lines[start - 1].kind is ZoneKind.BOILERPLATE:
        for line in run:
            line.kind = ZoneKind.BOILERPLATE
    elif following is ZoneKind.BODY and _is_section(run):
        for position, line in enumerate(run):
            line.kind = ZoneKind.SECTION
            line.continues = position > 0 and not _NUMBERED.match(line.text)
    for line in run:
        if line.kind is None:
            line.kind = ZoneKind.SECTION if _NUMBERED.match(line.text) else ZoneKind.BODY


def _is_section(run: list[_Line]) -> bool:
    """Whether the lines are a section's head with at most a few that name its speaker."""
    heads = [line for line in run if _NUMBERED.match(line.text)] or run[:1]
    speakers = [line for line in run[1:] if not _NUMBERED.match(line.text)]
    return (
        len(speakers) <= _MOST_SPEAKER_LINES
        and all(len(line.text) <= _LONGEST_SECTION for line in heads)
        and all(len(line.text) <= _LONGEST_SPEAKER for line in speakers)
        and not any(_ROW.match(line.text) for line in run)
    )


def _find_captions(lines: list[_Line]) -> None:
    """Mark the lines that say that they belong to a picture or a table."""
    for line in lines:
        short = line.kind in _MAY_BE_CAPTION and len(line.text) <= _LONGEST_CAPTION
        if short and _CAPTION.match(line.text):
            line.kind = ZoneKind.CAPTION


def _find_lines_set_apart(lines: list[_Line]) -> None:
    """Mark as captions the short sentences that are not indented where paragraphs are."""
    paragraphs = [line for line in lines if line.kind is ZoneKind.BODY]
    indented = sum(line.indented for line in paragraphs)
    if indented < _FEWEST_INDENTED or 2 * indented <= len(paragraphs):
        return
    for line in paragraphs:
        if not line.indented and len(line.text) <= _LONGEST_CAPTION:
            line.kind = ZoneKind.CAPTION


def _zones(lines: list[_Line]) -> list[Zone]:
    """The zones of the lines: paragraphs in a row are one, and so is a section's head."""
    zones: list[Zone] = []
    for line in lines:
        for zone in _zones_of(line):
            last = zones[-1] if zones else None
            joins = zone.kind in _RUNS or line.continues
            if last and last.kind is zone.kind and joins:
                zones[-1] = Zone(zone.kind, last.start, zone.end)
            else:
                zones.append(zone)
    return zones


def _zones_of(line: _Line) -> Iterator[Zone]:
    if line.parts:
        parts = line.parts
    elif line.kind is ZoneKind.BODY:
        parts = _paragraph(line.text)
    else:
        parts = ((line.kind or ZoneKind.BODY, 0, len(line.text)),)
    for kind, start, end in parts:
        yield Zone(kind, line.start + start, line.start + end)


def _paragraph(text: str) -> tuple[Part, ...]:
    """A paragraph with its dateline and the credit at its end apart."""
    lead, credit = lead_end(text), tail(text)
    end = credit[1] if credit else len(text)
    parts = [
        (ZoneKind.BYLINE, 0, len(text[:lead].rstrip(_BLANK))),
        (ZoneKind.BODY, lead, end),
        credit or (ZoneKind.BYLINE, end, end),
    ]
    return tuple(part for part in parts if part[1] < part[2])


def _published(text: str, zones: list[Zone]) -> str | None:
    """The date of issue: that of the first dateline, else a day that a headline names."""
    for wanted in (ZoneKind.DATE, ZoneKind.TITLE):
        for zone in zones:
            found = find_date(text[zone.start : zone.end]) if zone.kind is wanted else None
            # A month in a headline is what the figures are for: 2024年1月经济运行情况.
            if found and (wanted is ZoneKind.DATE or len(found.iso) == len("2024-01-31")):
                return found.iso
    return None
