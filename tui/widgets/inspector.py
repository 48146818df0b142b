"""The inspector: all that is known of the current mark, as far as there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import events

from store.background import Background
from store.mark import Mark
from text.scheme import Scheme
from tui.keymap import cap_of
from tui.language import say
from tui.widgets.inspector_blocks import Block, Weight, background_blocks, mark_blocks, note_blocks
from tui.widgets.lines import Lines

DIM = Style(dim=True)


@dataclass(frozen=True, slots=True)
class Closeup:
    """A mark with its clean words and the raw ones that they came from, and the clean `text`.

    `comment` and `flag` are what is said of the article.
    """

    mark: Mark
    words: str
    raw: str
    text: str
    comment: str | None = None
    flag: bool = False


class Inspector(Lines):
    """Shows label, words, attributes and why; and, once they are told, edits and other readings.

    What matters least is left out where there is no room for all.
    """

    def __init__(self, scheme: Scheme, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._scheme = scheme
        self._closeup: Closeup | None = None
        self._background: Background | None = None

    def show(self, closeup: Closeup | None) -> None:
        """Show a mark; None where there is none. Its background is kept while it stays."""
        before, self._closeup = self._closeup, closeup
        if before is None or closeup is None or before.mark != closeup.mark:
            self._background = None
        self._draw()

    def tell(self, mark: Mark, background: Background) -> None:
        """Show what lies behind `mark`, if it is still the one that is shown."""
        if self._closeup is not None and self._closeup.mark == mark:
            self._background = background
            self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Fit it to the new size."""
        super().on_resize(event)
        self._draw()

    def _draw(self) -> None:
        if self._closeup is None:
            following = say("下一处", "next span")
            self.put(
                [
                    Text(f"{cap_of('next')} {following}", DIM),
                    Text(f"{cap_of('select')} {say('选择', 'select')}", DIM),
                ]
            )
            return
        self.put(self._fitted(self._blocks(self._closeup)))

    def _blocks(self, closeup: Closeup) -> list[Block]:
        mark = closeup.mark
        blocks = mark_blocks(mark, closeup.words, closeup.raw, self._scheme)
        if self._background is not None:
            blocks += background_blocks(mark, self._background, closeup.text, self._scheme)
        return blocks + note_blocks(closeup.comment, flag=closeup.flag)

    def _fitted(self, blocks: Sequence[Block]) -> list[Text]:
        """The lines of the blocks, without those that matter least if there are too many."""
        width, height = max(1, self.size.width), max(1, self.size.height)
        drawn = [(weight, list(text.wrap(self.app.console, width))) for weight, text in blocks]
        total = sum(len(lines) for _, lines in drawn)
        for weight in sorted(Weight, reverse=True):
            while total > height and (last := _last(drawn, weight)) is not None:
                total -= len(drawn.pop(last)[1])
        return [line for _, lines in drawn for line in lines]


def _last(drawn: Sequence[tuple[Weight, list[Text]]], weight: Weight) -> int | None:
    places = (place for place in reversed(range(len(drawn))) if drawn[place][0] is weight)
    return next(places, None)
