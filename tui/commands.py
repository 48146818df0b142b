"""The command palette: whatever a key does, found by its words in either language."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.keymap import GROUPS, Key
from tui.language import say


class KeyCommands(Provider):
    """Offers what the keys of the bench do."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for key in _keys():
            yield DiscoveryHit(_line(key), self._run(key), text=_words(key))

    async def search(self, query: str) -> Hits:
        """What matches `query`, the best first."""
        matcher = self.matcher(query)
        for key in _keys():
            score = matcher.match(_words(key))
            if score > 0:
                yield Hit(score, _line(key), self._run(key), text=_words(key))

    def _run(self, key: Key) -> Callable[[], Coroutine[Any, Any, bool]]:
        return partial(self.app.run_action, key.action, default_namespace=self.screen)


def _keys() -> Iterator[Key]:
    return (key for group in GROUPS for key in group.keys if key.zh)


def _words(key: Key) -> str:
    return f"{key.zh} {key.en} {key.cap}"


def _line(key: Key) -> Content:
    return Content.assemble((f"{key.cap:<8}", "bold"), " ", say(key.zh, key.en))
