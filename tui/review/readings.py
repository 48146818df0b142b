"""What the suggesters make of the words around a span, asked for when a key wants it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from store.mark import Mark
from text.errors import JinbiaoError
from text.span import Span

AROUND = 160
"""Code points at either side of a span, within its line, that are looked at."""

BRIEFLY = 0.3
"""Seconds that a key waits for an answer; the worker may be at a long article."""

Ask = Callable[[str], Awaitable[list[Span]]]


class Readings:
    """Asks once for the same stretch; an answer that comes late is there for the next key."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._stretch = ""
        self._answer: asyncio.Future[list[Span]] | None = None

    async def of(self, mark: Mark, text: str) -> list[Span]:
        """The readings of `text` (code points) near `mark`; none where no answer has come."""
        start = max(text.rfind("\n", 0, mark.span.start) + 1, mark.span.start - AROUND)
        stretch = text[start : mark.span.end + AROUND]
        tail = stretch.find("\n", mark.span.end - start)
        stretch = stretch if tail < 0 else stretch[:tail]
        if self._answer is None or stretch != self._stretch:
            self._stretch = stretch
            self._answer = asyncio.ensure_future(self._read(stretch))
            await asyncio.wait([self._answer], timeout=BRIEFLY)
        if not self._answer.done():
            return []
        found = self._answer.result()
        if not found:
            # The worker may only have been on its way: it is asked again the next time.
            self._answer = None
        return [Span(start + span.start, start + span.end, span.label) for span in found]

    async def _read(self, stretch: str) -> list[Span]:
        try:
            return await self._ask(stretch)
        except JinbiaoError:
            # No worker, no readings: the ranges that need none are offered all the same.
            return []
