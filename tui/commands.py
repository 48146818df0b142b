"""The command palette: whatever a key does, found by its words in either language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.app import JinbiaoApp
from tui.choices.settings import SETTINGS
from tui.keymap import GROUPS
from tui.language import say


@dataclass(frozen=True, slots=True)
class Command:
    """What is done, on what keys if on any, in the words of both languages."""

    cap: str
    zh: str
    en: str
    run: Callable[[], object]

    @property
    def words(self) -> str:
        """What a query is matched with."""
        return f"{self.zh} {self.en} {self.cap}"

    @property
    def line(self) -> Content:
        """How it is shown."""
        return Content.assemble((f"{self.cap:<8}", "bold"), " ", say(self.zh, self.en))


class BenchCommands(Provider):
    """Offers what the keys of the bench do, and what can be chosen in the settings."""

    async def discover(self) -> Hits:
        """What the keys do, before anything is typed."""
        for command in self._keys():
            yield DiscoveryHit(command.line, command.run, text=command.words)

    async def search(self, query: str) -> Hits:
        """What matches `query`, the best first."""
        matcher = self.matcher(query)
        for command in (*self._keys(), *self._choices()):
            score = matcher.match(command.words)
            if score > 0:
                yield Hit(score, command.line, command.run, text=command.words)

    def _keys(self) -> Iterator[Command]:
        for key in (key for group in GROUPS for key in group.keys if key.zh):
            run = partial(self.app.run_action, key.action, default_namespace=self.screen)
            yield Command(key.cap, key.zh, key.en, run)

    def _choices(self) -> Iterator[Command]:
        app = self.app
        # Other screens draw what is chosen when they are opened again.
        if isinstance(app, JinbiaoApp) and self.screen is app.bench:
            for setting in SETTINGS:
                for value, words in setting.choices.items():
                    zh = f"{setting.name.zh}：{words.zh}"
                    en = f"{setting.name.en}: {words.en}"
                    yield Command("", zh, en, partial(app.choose, setting.field, value))


class Palette(CommandPalette):
    """Textual's palette, which pages in a list that has no rows yet and falls over it."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).size.height:
            super()._action_command_list(action)
