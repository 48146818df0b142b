"""The command palette: whatever a key does, found by its words in either language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.worker import Worker

from tui.app import JinbiaoApp
from tui.choices.settings import SETTINGS
from tui.keymap import GROUPS, Key
from tui.language import say
from tui.screens.bench import BenchScreen

TOUR = Key("", "app.tour", "十步导览", "a tour in ten steps")
PALETTE = "app.command_palette"
APP_KEYS = (
    *(k for g in GROUPS for k in g.keys if k.action.startswith("app.") and k.action != PALETTE),
    TOUR,
)
"""What the app does, whatever screen is open."""


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


class Commands(Provider):
    """Offers what can be done on the screen below, what the app does anywhere, and the settings."""

    async def discover(self) -> Hits:
        """What the keys do, before anything is typed."""
        for command in self._keys():
            yield DiscoveryHit(command.line, command.run, text=command.words)

    async def search(self, query: str) -> Hits:
        """What matches `query`, the best first; where nothing does, what to do about it."""
        matcher = self.matcher(query)
        found = False
        for command in (*self._keys(), *self._choices()):
            score = matcher.match(command.words)
            if score > 0:
                found = True
                yield Hit(score, command.line, command.run, text=command.words)
        if not found:
            told = say("没有这样的命令 · Esc 返回", "no such command · Esc back")
            yield Hit(1, Content(told), nothing, text=told)

    def _keys(self) -> Iterator[Command]:
        """A command for each key of the screen, of the list in hand on it, and of the app's own.

        Of those that a number tells apart there is one for each label, and else none.
        """
        told: set[tuple[DOMNode, str]] = set()
        active = self.screen.active_bindings.values()
        for node, binding, enabled, _ in sorted(active, key=lambda it: it.node is not self.screen):
            key = Key.of(binding)
            # What bears no name is not ours, such as the keys of a line that is typed in.
            if not (binding.id and key.zh and enabled) or (node, key.action) in told:
                continue
            told.add((node, key.action))
            if not key.is_numbered:
                yield self._command(key, node)
            elif isinstance(node, BenchScreen):
                yield from self._labels(node)
        actions = {action for _, action in told}
        for key in APP_KEYS:
            _, _, action = key.action.partition(".")
            if key.action not in actions and self.app.check_action(action, ()):
                yield self._command(key, self.app)

    def _labels(self, bench: BenchScreen) -> Iterator[Command]:
        """A command for each label that has a key."""
        for label in bench.scheme.labels:
            if label.key:
                zh, en = f"标为{label.zh}", f"label as {label.name}"
                run = partial(bench.action_label, label.key)
                yield Command(label.key, zh, en, run)

    def _command(self, key: Key, node: DOMNode) -> Command:
        run = partial(self.app.run_action, key.action, default_namespace=node)
        return Command(key.cap, key.zh, key.en, run)

    def _choices(self) -> Iterator[Command]:
        app = self.app
        if isinstance(app, JinbiaoApp):
            for setting in SETTINGS:
                for value, words in setting.choices.items():
                    zh = f"{setting.name.zh}：{words.zh}"
                    en = f"{setting.name.en}: {words.en}"
                    yield Command("", zh, en, partial(app.choose, setting.field, value))


def nothing() -> None:
    """Do nothing, but close the palette."""


class Palette(CommandPalette):
    """Textual's palette, kept from what it falls over."""

    def __init__(self) -> None:
        super().__init__(
            placeholder=say(
                "找命令 · Enter 执行 · Esc 返回", "find a command · Enter does it · Esc back"
            ),
            id="--command-palette",
        )

    def _action_command_list(self, action: str) -> None:
        # A list without rows has no pages.
        if self.query_one(CommandList).size.height:
            super()._action_command_list(action)

    def _gather_commands(self, search_value: str) -> Worker[None]:
        worker = super()._gather_commands(search_value)
        # A palette that is left as soon as it is opened has no list.
        if not self.is_current or not self.query(CommandList):
            worker.cancel()
        return worker
