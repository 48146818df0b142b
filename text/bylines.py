"""Who wrote, edited and sent an article: by-lines, sources and datelines in their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from text.article import ZoneKind
from text.boilerplate import find_contact
from text.dates import find_date

Part = tuple[ZoneKind, int, int]

# A line longer than this is a paragraph, whoever it names.
_LONGEST = 80

_ROLE = (
    "(?:特约|见习|实习|首席|全媒体|融媒体?)*记者|通讯员|实习生|特约评论员|作者|撰稿人?|供稿|撰文"
    "|责任编辑|责编|编辑|审核|审读|校对|校审|初审|复审|终审|终校|监制|编审|主编|总?值班|策划|统筹|制图|摄影|摄像|整理"
)
_SOURCE = r"(?:信息|稿件|文章|新闻|内容)?(?:来源|稿源|转自|摘自)\s*[:：]\s*"
_SENTENCE = re.compile("[。？！?!，,；;]")

_DATE_LABEL = re.compile(
    r"(?:(?:发布|发表|发稿|更新|成文|印发|录入)?(?:时间|日期)|发布|日期)\s*[:：]\s*"
)
_CLOCK = re.compile(r"[\s/T]*(?:星期[一二三四五六日天]\s*)?(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?")
_STARTS = re.compile(
    rf"(?P<source>{_SOURCE})|(?P<byline>(?:{_ROLE})[\s:：/]+(?=\S)|(?<=\s)(?:文|图)[/：:])"
)
_BARE_SOURCE = re.compile(r"[\w·•]{2,12}(?:日报|晚报|网|新闻|客户端|通讯社|时报|晨报|财经)$")

_LEAD = re.compile(
    rf"(?:本(?:报|网|刊|台)|[\w·•]{{2,12}}?)?(?:[^\s，。（(]{{0,12}}[讯电])?\s*"
    rf"[（(](?:[^（）()，。]{{0,16}})(?:{_ROLE})[^（）()。]{{1,40}}[)）]\s*(?:[讯电])?"
)
_TAIL = re.compile(
    rf"[（(](?=[^（）()]*(?:{_ROLE}|{_SOURCE}|报道|供图|摄影|摄|图片))"
    r"(?P<inside>[^（）()。！？]{2,60})[)）]$"
)
_CREDIT = re.compile(
    rf"(?:[^：:，,。]{{0,20}}?)(?:{_ROLE}|{_SOURCE}|摄$|供图|供稿|报道$|本文|本报|本网)"
)


def split_line(line: str) -> tuple[Part, ...]:
    """The parts of a stripped `line` that consists of nothing but date, source and by-line.

    Each part is a kind and a half-open range of code points in the line; empty for another line.
    """
    if len(line) > _LONGEST or _SENTENCE.search(line):
        return ()
    parts = sorted(_parts(line), key=lambda part: part[1])
    if not parts or not _covers(line, parts):
        return ()
    return tuple(parts)


def lead_end(line: str) -> int:
    """How many code points of a paragraph are its dateline: `本报讯（记者 贺之楠）`, or 0."""
    match = _LEAD.match(line)
    return match.end() if match and match.end() < len(line) else 0


def tail(line: str) -> Part | None:
    """The credit in brackets that ends a paragraph, such as `（本报记者 侯琪琳）`, if any."""
    match = _TAIL.search(line)
    if not match or not _CREDIT.match(match["inside"]):
        return None
    source = re.match(_SOURCE, match["inside"])
    return (ZoneKind.SOURCE if source else ZoneKind.BYLINE, *match.span())


def _parts(line: str) -> Iterator[Part]:
    body_end = len(line)
    if contact := find_contact(line):
        yield ZoneKind.BOILERPLATE, *contact
        body_end = contact[0]
    starts = list(_STARTS.finditer(line, 0, body_end))
    dated = _dated(line, starts[0].start() if starts else body_end)
    if dated:
        yield ZoneKind.DATE, *dated
    for index, found in enumerate(starts):
        kind = ZoneKind.SOURCE if found["source"] else ZoneKind.BYLINE
        end = starts[index + 1].start() if index + 1 < len(starts) else body_end
        start = found.start()
        if index == 0 and kind is ZoneKind.BYLINE:
            start = (
                dated[1] if dated else 0
            )  # 新甘肃•甘肃日报记者: the paper goes with its reporter
        yield kind, *_trimmed(line, start, end)


def _dated(line: str, end: int) -> tuple[int, int] | None:
    """The range of the date in `line[:end]` with its label and clock time."""
    found = find_date(line[:end])
    if not found:
        return None
    label = _DATE_LABEL.search(line, 0, found.start)
    start = label.start() if label and label.end() == found.start else found.start
    clock = _CLOCK.match(line, found.end, end)
    return _trimmed(line, start, clock.end() if clock else found.end)


def _covers(line: str, parts: list[Part]) -> bool:
    """Whether nothing but brackets, space and the name of a paper is left beside `parts`."""
    position, rest = 0, []
    for _, start, end in parts:
        rest.append(line[position:start])
        position = end
    rest.append(line[position:])
    left = "".join(rest).strip(" \t\u3000\xa0（）()[]【】|·-—")
    return not left or bool(_BARE_SOURCE.fullmatch(left))


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    text = line[start:end]
    left = len(text) - len(text.lstrip())
    return start + left, start + len(text.rstrip())
