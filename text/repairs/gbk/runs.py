"""Where a run may begin, and what the text around it says of its beginning and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from text.repairs.gbk import pairs
from text.repairs.gbk.lattice import LOST, Lattice, Node, State
from text.repairs.gbk.search import Arc, opening

_LONGEST = 400
"""Code points; a run that is longer is left as it is."""

_BEGINNING = re.compile("[?\ufffd](?<=\\S[?\ufffd])(?=[!！][^\n]|[^\x00-\xff\\s])")
_RUN = re.compile(
    rf"{_BEGINNING.pattern}[^\n]{{1,{_LONGEST}}}?[?\ufffd@-~](?:(?!{_BEGINNING.pattern})[^\n]){{0,8}}"
)

_MARKS = {"。": -2.0, "，": -4.0, "；": -5.0, "！": -5.0, "？": -5.0, "：": -5.0, "、": -5.0}
"""The mark that lost its first byte, and how likely (log) it was this one."""
_QUOTES = "”“"
_DAMAGE = -12.0
"""How likely (log) it is that a `?` begins a run, before what follows is looked at."""
_WANTED = 4.0
"""How much likelier (log) it is where the quotes around ask for just this one."""

# Copies have these marks twice, so that one is swallowed behind an odd byte and one is still seen.
_NOTHING_ELSE = re.compile(r"[,，;；:：!！?？]|\.(?!\d)|\s|\Z")
_NEXT_BRACKET = re.compile(r"[()（）\n]")
_NEXT_QUOTE = re.compile(r"[“”\n]")
NEAR = 1_000
"""Code points on either side in which quotes and brackets are looked for."""
_LETTERS = "[a-z\u0251\u0261\u00e0-\u01dc]"
_GLOSS = re.compile(rf"{_LETTERS}*[\u00e0-\u01dc]{_LETTERS}*\)")
_YEAR = re.compile("0[0-4][0-9](?:年|[-—–~至](?:20)?[0-9]{2}年)")
_AFTER_ODD = re.compile(r"[,;:!?]")


def beginnings(text: str, start: int) -> Iterator[int]:
    """The places from `start` on where a run may begin: a `?` right before a character of GBK."""
    return (match.start() for match in _BEGINNING.finditer(text, start))


def cut(text: str) -> str:
    """`text` without what may be a run, and without what the end of a run is judged by."""
    return _RUN.sub("\n", text)


def stretch(text: str, start: int) -> Lattice | None:
    """What can be read from `start` to its line's end; None if it never can be in step again."""
    line_end = text.find("\n", start, start + _LONGEST)
    shown = text[start : start + _LONGEST if line_end < 0 else line_end + 1]
    if not any(pairs.shown(character).ends for character in shown[1:]):
        return None
    return Lattice(shown, lambda place: _swallowed(text, start + place + 1))


def openings(lattice: Lattice, before: str, after: str) -> list[Arc]:
    """The marks before quotes that may have lost their first byte where `after` begins."""
    wanted = _wanted_quote(before, after)
    return [
        opening(
            node,
            _DAMAGE + cost + _WANTED * (quote == wanted),
            mark + quote,
            (0, place - 1),
        )
        for mark, cost in _MARKS.items()
        for quote in _QUOTES
        for place in _behind_mark(lattice.shown, mark, quote)
        for node in _behind_quote(lattice, place, quote, wanted)
    ]


def unharmed() -> Arc:
    """The opening of a stretch that is read as it stands."""
    return opening(Node(0, State.IN_STEP), 0.0)


def tail(text: str, end: int) -> int:
    """Where the run that is in step again at `end` ends for the reader.

    A mark after an odd byte belongs to it, since its twin was swallowed there; and so does the
    pinyin of its last character.
    """
    if pairs.shown(text[end - 1]).odd and _AFTER_ODD.match(text, end):
        return end + 1
    gloss = _GLOSS.match(text, end + 1) if text.startswith("(", end) else None
    return gloss.end() if gloss else end


def _behind_mark(shown: str, mark: str, quote: str) -> Iterator[int]:
    """The place after what is left of `mark` and of the first byte of `quote`."""
    second = mark.encode("gbk")[1]
    first = quote.encode("gbk")[0]
    if pairs.character(second, first) is None:
        yield 1
    elif len(shown) > 1 and (second, first) in pairs.shown(shown[1]).pairs:
        yield 2


def _behind_quote(lattice: Lattice, place: int, quote: str, wanted: str) -> Iterator[Node]:
    """The nodes after `quote`, whose second byte was read with what follows at `place`."""
    if place == len(lattice.shown):
        return
    shown = pairs.shown(lattice.shown[place])
    for first, second in shown.pairs:
        if first == quote.encode("gbk")[1]:
            yield lattice.onward(place, second)
    if shown.odd and quote == wanted:
        yield lattice.after_odd(place)


def _wanted_quote(before: str, after: str) -> str:
    """The quote that must stand between the two for those in both to pair up, or none."""
    line = before[before.rfind("\n") + 1 :]
    is_open = line.count("“") > line.count("”")
    following = _NEXT_QUOTE.search(after)
    closes = following is not None and following[0] == "”"
    if is_open == closes:
        return ""
    return "”" if is_open else "“"


def _swallowed(text: str, place: int) -> str:
    """What the ASCII character may be that an odd byte just before `place` swallowed, if any."""
    if _NOTHING_ELSE.match(text, place):
        return ""
    if _GLOSS.match(text, place):
        return "("
    if _YEAR.match(text, place):
        return "2"
    if text[place].isdigit():
        return LOST
    following = _NEXT_BRACKET.search(text, place, place + NEAR)
    if following and following[0] in ")）":
        return "(" + LOST
    line = text[_line_start(text, place) : place]
    return (")" if line.count("(") > line.count(")") else "") + LOST


def _line_start(text: str, place: int) -> int:
    """Where the line begins, if that is near."""
    near = max(0, place - NEAR)
    return max(near, text.rfind("\n", near, place) + 1)
