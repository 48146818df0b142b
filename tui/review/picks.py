"""Mentions to be decided on together, each ticked or not."""

from __future__ import annotations

from collections.abc import Iterable

from store.mentions import Mention


class Picks:
    """A list that grows; all in it are ticked until they are unticked."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self._unticked: set[int] = set()

    def __len__(self) -> int:
        return len(self.mentions)

    def take(self, mentions: Iterable[Mention]) -> None:
        """Put more at the end."""
        self.mentions.extend(mentions)

    def is_ticked(self, index: int) -> bool:
        """Whether the mention at `index` is to be decided on."""
        return index not in self._unticked

    def turn(self, index: int) -> None:
        """Tick the mention at `index`, or untick it."""
        self._unticked ^= {index}

    def turn_all(self) -> None:
        """Untick all; where none is ticked, tick all."""
        self._unticked = set(range(len(self))) if self.count else set()

    @property
    def count(self) -> int:
        """How many are ticked."""
        return len(self) - len(self._unticked)

    @property
    def articles(self) -> int:
        """In how many articles the ticked ones stand."""
        return len({mention.article for mention in self.ticked})

    @property
    def ticked(self) -> list[Mention]:
        """Those to be decided on."""
        return [it for i, it in enumerate(self.mentions) if i not in self._unticked]

    @property
    def left_out(self) -> list[Mention]:
        """Those that were unticked."""
        return [it for i, it in enumerate(self.mentions) if i in self._unticked]
