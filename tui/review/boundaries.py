"""Where a span may begin and end instead: what a reviewer most often moves its edges to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from store.mark import Mark, State
from suggest.lexicon import words as lexicon
from text.span import Span
from tui.page.words import Words, clause_end, clause_start
from tui.review.session import Session

Range = tuple[int, int]

MOST = 9
"""Ranges that are offered for one span; more would take longer than moving the edges."""

PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "「": "」", "『": "』", "【": "】"}
FARTHEST = 12
"""Code points that a reading may have the edges moved by, both together."""

LONGEST_BRACKET = 20
"""Code points of an addition in brackets that may be part of a name."""

LONGEST_POST = 10
"""Code points."""


def likely(session: Session, mark: Mark, readings: Iterable[Span] = ()) -> list[Range]:
    """The ranges (half-open code points) that `mark` may be, from what it is now, likeliest first.

    Among them are the suggested range and `readings`, what others make of the same words. None
    reaches over a line or into a kept span of the same layer, or parts a pair of brackets.
    """
    here = mark.span.start, mark.span.end
    around = _Around(session, mark)
    offers = dict.fromkeys(o for o in _offers(session, mark, around, readings) if around.holds(o))
    offers.pop(here, None)
    return [here, *islice(offers, MOST - 1)]


class _Around:
    """What stands in the line of a mark, and so what there is room for in place of it."""

    def __init__(self, session: Session, mark: Mark) -> None:
        text, span = session.text, mark.span
        self._text = text
        self._span = span
        self._start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        self._end = len(text) if end < 0 else end
        self._layers = {label.name: label.layer for label in session.scheme.labels}
        self.marks = [
            other
            for other in session.reading.marks
            if other.span.start < self._end
            and self._start < other.span.end
            and other.id != mark.id
            and other.state is not State.REJECTED
        ]
        kept = (other.span for other in self.marks if other.state.kept)
        self._kept = [other for other in kept if self.is_of_layer(other.label)]

    def is_of_layer(self, label: str) -> bool:
        """Whether such a label is of the layer of the mark."""
        return self._layers.get(label) == self._layers[self._span.label]

    def holds(self, offer: Range) -> bool:
        """Whether the mark can be that."""
        start, end = offer
        if not self._start <= start < end <= self._end:
            return False
        if not (start < self._span.end and self._span.start < end):
            return False
        words = self._text[start:end]
        if words != words.strip() or not _is_balanced(words):
            return False
        return not any(start < kept.end and kept.start < end for kept in self._kept)


def _is_balanced(words: str) -> bool:
    """Whether brackets and quotation marks open in `words` as often as they close."""
    return all(words.count(opening) == words.count(closing) for opening, closing in PAIRS.items())


def _offers(
    session: Session, mark: Mark, around: _Around, readings: Iterable[Span]
) -> Iterator[Range]:
    text, span = session.text, mark.span
    if mark.suggested is not None:
        yield mark.suggested.start, mark.suggested.end
    yield from _brackets(text, span)
    yield from _near(span, (reading for reading in readings if around.is_of_layer(reading.label)))
    yield from _neighbours(span, around)
    yield from _posts(text, span)
    yield from _whole_words(session.cursor.words, span)
    if session.scheme.layer_of(span.label) != session.scheme.layers[0].name:
        yield span.start, clause_end(text, span.end - 1)
        yield clause_start(text, span.start + 1), span.end


def _near(span: Span, readings: Iterable[Span]) -> list[Range]:
    """Those of `readings` that are not far from `span`, the nearest first."""
    far = {
        (it.start, it.end): abs(it.start - span.start) + abs(it.end - span.end) for it in readings
    }
    return sorted((reading for reading in far if far[reading] <= FARTHEST), key=far.__getitem__)


def _brackets(text: str, span: Span) -> Iterator[Range]:
    """With and without the brackets or quotation marks around it, or an addition in brackets."""
    start, end = span.start, span.end
    if PAIRS.get(text[start]) == text[end - 1]:
        yield start + 1, end - 1
    if start and end < len(text) and PAIRS.get(text[start - 1]) == text[end]:
        yield start - 1, end + 1
    last, following = text[end - 1], text[end : end + 1]
    if last in _OPENING:
        yield start, text.rfind(_OPENING[last], start, end)
    if following in PAIRS:
        yield start, text.find(PAIRS[following], end, end + LONGEST_BRACKET) + 1


_OPENING = {closing: opening for opening, closing in PAIRS.items()}


def _neighbours(span: Span, around: _Around) -> Iterator[Range]:
    """With the span of its layer right beside it, without the span that it begins or ends with."""
    for mark in around.marks:
        start, end = mark.span.start, mark.span.end
        if start == span.start and end < span.end:
            yield end, span.end
        elif end == span.end and start > span.start:
            yield span.start, start
        elif around.is_of_layer(mark.span.label):
            if start == span.end:
                yield span.start, end
            elif end == span.start:
                yield start, span.end


def _posts(text: str, span: Span) -> Iterator[Range]:
    """With the post behind it, and without the post that it ends with."""
    posts = lexicon("posts")
    for length in range(LONGEST_POST, 1, -1):
        if text[span.end : span.end + length] in posts:
            yield span.start, span.end + length
        if length < span.end - span.start and text[span.end - length : span.end] in posts:
            yield span.start, span.end - length


def _whole_words(words: Words, span: Span) -> Iterator[Range]:
    """With the words that it holds parts of, and without them."""
    first, last = words.around(span.start), words.around(span.end - 1)
    yield first[0], last[1]
    inner = span.start if first[0] == span.start else first[1]
    yield inner, span.end if last[1] == span.end else last[0]
