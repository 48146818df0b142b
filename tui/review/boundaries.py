"""Where a span may begin and end instead: what a reviewer most often moves its edges to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from store.mark import Mark, State
from suggest.lexicon import words as lexicon
from text.scheme import Scheme
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
    free = _Room(session, mark)
    offers = dict.fromkeys(offer for offer in _offers(session, mark, readings) if free.holds(offer))
    offers.pop(here, None)
    return [here, *islice(offers, MOST - 1)]


def _offers(session: Session, mark: Mark, readings: Iterable[Span]) -> Iterator[Range]:
    text, span = session.text, mark.span
    if mark.suggested is not None:
        yield mark.suggested.start, mark.suggested.end
    yield from _brackets(text, span)
    yield from _near(session.scheme, span, readings)
    yield from _neighbours(session, span)
    yield from _posts(text, span)
    yield from _whole_words(session.cursor.words, span)
    if session.scheme.layer_of(span.label) != session.scheme.layers[0].name:
        yield span.start, clause_end(text, span.end - 1)
        yield clause_start(text, span.start + 1), span.end


def _near(scheme: Scheme, span: Span, readings: Iterable[Span]) -> list[Range]:
    """Those of `readings` that are of the layer of `span` and not far from it, nearest first."""
    layers = {label.name: label.layer for label in scheme.labels}
    far = {
        (it.start, it.end): abs(it.start - span.start) + abs(it.end - span.end)
        for it in readings
        if layers.get(it.label) == layers[span.label]
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


def _neighbours(session: Session, span: Span) -> Iterator[Range]:
    """With the span of its layer right beside it, without the span that it begins or ends with."""
    layer_of = session.scheme.layer_of
    for mark in session.reading.marks:
        start, end = mark.span.start, mark.span.end
        if mark.state is State.REJECTED:
            continue
        if start == span.start and end < span.end:
            yield end, span.end
        elif end == span.end and start > span.start:
            yield span.start, start
        elif layer_of(mark.span.label) == layer_of(span.label):
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


def _is_balanced(words: str) -> bool:
    """Whether brackets and quotation marks open in `words` as often as they close."""
    return all(words.count(opening) == words.count(closing) for opening, closing in PAIRS.items())


class _Room:
    """What ranges there is room for in place of a mark."""

    def __init__(self, session: Session, mark: Mark) -> None:
        self._text = session.text
        self._span = mark.span
        layer = session.scheme.layer_of(mark.span.label)
        self._kept: Sequence[Span] = [
            other.span
            for other in session.reading.marks
            if other.state.kept
            and other.id != mark.id
            and session.scheme.layer_of(other.span.label) == layer
        ]

    def holds(self, offer: Range) -> bool:
        start, end = offer
        if not 0 <= start < end <= len(self._text):
            return False
        words = self._text[start:end]
        if "\n" in words or words != words.strip() or not _is_balanced(words):
            return False
        if not (start < self._span.end and self._span.start < end):
            return False
        return not any(start < kept.end and kept.start < end for kept in self._kept)
