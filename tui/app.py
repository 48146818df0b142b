"""The Textual app: it opens the bench, feeds it suggestions, and leaves the terminal as it was."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events, work
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.filter import DimFilter, LineFilter
from textual.message import Message
from textual.widgets import Input

from store.store import Store
from suggest.client import Worker, WorkerError
from text.errors import JinbiaoError
from text.scheme import Scheme
from tui.backstage import Backstage
from tui.choices.choosing import Chosen
from tui.choices.hands import chosen_keymap
from tui.choices.preferences import PreferencesError, Theme
from tui.choices.textual_theme import textual_name, textual_theme
from tui.choices.theme import DIMMED, wear
from tui.notices import no_worker
from tui.page.cells import drawable
from tui.retold import Retold
from tui.review.effort import EffortMeter
from tui.review.holding import Holding
from tui.review.patience import BRIEFLY
from tui.screens.bench import BenchScreen
from tui.signals import HUNG_UP, INTERRUPTED, end_on_signals, terminal_is_there
from tui.terminal.kind import is_served, no_colour, theme_for
from tui.terminal.plain import PlainCharacters
from tui.terminal.probe import draws_ambiguous_wide
from tui.tour.asked import ASKED_FOR_TOUR
from tui.watch import LOOK_SECONDS, StoreChanged, Watch

if TYPE_CHECKING:
    from textual.command import Provider


def _commands() -> type[Provider]:
    # Textual's palette is some way to import, and few articles begin with it.
    from tui.commands import Commands  # noqa: PLC0415 - see above

    return Commands


DIMMING = DimFilter(DIMMED)
WORKERS = 2
"""How many workers are started, one after the other, before suggestions are given up."""

INSTANT_SECONDS = 0.001

SHOW_CURSOR, HIDE_CURSOR = "\x1b[?25h", "\x1b[?25l"


class JinbiaoApp(App[None]):
    """Wiring: the screens, the worker's feed, the signals."""

    CSS_PATH = "bench.tcss"
    TITLE = "金标 jinbiao"
    COMMANDS = {_commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS = [
        ("ctrl+c", "interrupt", "interrupt"),
        ("ctrl+z", "suspend_process", "to the shell"),
    ]

    def __init__(
        self,
        store: Store,
        scheme: Scheme,
        notices: Sequence[str] = (),
        worker: Callable[[], Worker] = Worker,
        chosen: Chosen | None = None,
    ) -> None:
        # Without colours the terminal's own are worn: Textual makes greys of all others.
        super().__init__(ansi_color=no_colour() or None)
        self.chosen = chosen or Chosen()
        self._plain: list[LineFilter] = []
        for theme in Theme:
            self.register_theme(textual_theme(theme))
        self._notices = notices
        self.asked_for_tour = False
        self._meter = EffortMeter()
        self._backstage = Backstage(store, worker)
        self._give_signals_back: Callable[[], None] = lambda: None
        holding = Holding(store)
        self.bench = BenchScreen(store, scheme, self._meter, self._backstage, holding)
        changed = partial(self._tell_screens, StoreChanged)
        self.lookout = Watch(store, holding, changed, self._tell_fault)
        store.wait_at_most(BRIEFLY)
        self._take_up()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, with dim words as clear as they must be to be read."""
        filters = [f for f in super().get_line_filters() if not isinstance(f, DimFilter)]
        # A terminal's own colours are not known, so it dims them itself.
        return [*filters, *self._plain, *([] if self.native_ansi_color else [DIMMING])]

    def draw_plainly(self) -> None:
        """Draw stand-ins for characters that this terminal draws two cells wide."""
        self._plain = [PlainCharacters()]

    def action_settings(self) -> None:
        """Open the settings."""
        from tui.screens.settings import SettingsScreen  # noqa: PLC0415 - few begin with them

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(lambda: self.chosen.preferences, self.choose))

    def action_help(self) -> None:
        """Tell the keys of the screen that is open, then those of the bench."""
        from tui.screens.help import HelpScreen  # noqa: PLC0415 - few begin with it
        from tui.screens.scopes import BY_SCREEN  # noqa: PLC0415 - the same

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(BY_SCREEN[type(self.screen).__name__]))

    def choose(self, name: str, value: object) -> None:
        """Choose otherwise in the preferences; it holds at once, and is remembered."""
        try:
            self.chosen.change(**{name: value})
        except PreferencesError as error:
            self._tell_fault(error)
        self._take_up()
        self._show_cursor()
        self._tell_screens(Retold)

    def _take_up(self) -> None:
        """Look, and listen to keys, as chosen."""
        preferences = self.chosen.preferences
        theme = theme_for(preferences.theme, self.console.color_system)
        wear(theme)
        self.theme = textual_name(theme)
        self.set_keymap(chosen_keymap())
        self.bench.view.suit(preferences)

    def _show_cursor(self) -> None:
        """Show the terminal's own cursor, which Textual hides, where that is chosen."""
        if self._driver is not None:
            self._driver.write(SHOW_CURSOR if self.chosen.preferences.cursor else HIDE_CURSOR)

    def on_mount(self) -> None:
        """Open the bench; suggestions start once its words are on the screen."""
        self._give_signals_back = end_on_signals(self._end)
        self.app_resume_signal.subscribe(self, lambda _app: self._show_cursor())
        self._show_cursor()
        self.push_screen(self.bench)
        for notice in self._notices:
            self.notify(drawable(notice), severity="warning", markup=False, timeout=12)
        self.call_after_refresh(self.serve_bench)
        self.set_interval(LOOK_SECONDS, self.lookout.look)
        if self.is_web:
            self.set_interval(LOOK_SECONDS, self._end_with_server)

    def on_unmount(self) -> None:
        """Leave the signals to whoever runs the app."""
        self._give_signals_back()

    def on_exit_app(self) -> None:
        """The server says that its visitor is gone."""
        self.bench.work.leave()

    async def on_event(self, event: events.Event) -> None:
        """Count every key, which a decision costs, and see that it reaches what it is for."""
        if isinstance(event, events.Key):
            await self._until_open()
            if self.return_code is not None:
                # What is pressed behind the last key would open screens that cannot live.
                return
            if not event.is_forwarded:
                self._meter.key()
                self._backstage.key()
            elif self._is_typed_late(event):
                return
        await super().on_event(event)

    async def _until_open(self) -> None:
        """Have keys wait for a screen that is being opened: they are meant for it."""
        while self.return_code is None and not self.screen.is_mounted:
            await asyncio.sleep(INSTANT_SECONDS)

    def _is_typed_late(self, event: events.Key) -> bool:
        """Type what was typed so fast that it went to a list before the line to type in was there.

        A line keeps what is typed in it: a character that comes back was meant for it.
        """
        line = self.focused
        if not isinstance(line, Input) or not event.is_printable or not event.character:
            return False
        line.replace(event.character, *line.selection)
        return True

    @work(exclusive=True)
    async def serve_bench(self) -> None:
        """Have the worker suggest, and tell words, for as long as the app runs.

        A worker that ends is started once more; one that ends again is left, lest an article that
        is too much for it be tried for ever.
        """
        for _ in range(WORKERS):
            try:
                await self._backstage.run(self.bench.work)
            except WorkerError as error:
                self._tell_fault(error)
            except JinbiaoError as error:
                self._tell_fault(error)
                break
        self.bench.work.show_step(None)
        self.bench.work.warn(no_worker())

    def _tell_screens(self, message: type[Message]) -> None:
        for screen in self.screen_stack:
            screen.post_message(message())

    def _tell_fault(self, error: JinbiaoError) -> None:
        self.notify(drawable(str(error)), severity="error", markup=False, timeout=12)

    def action_command_palette(self) -> None:
        """Find what a key does by its words."""
        from tui.commands import Palette  # noqa: PLC0415 - see above

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def pop_screen(self) -> AwaitComplete:
        """Go back to the screen below, at most to the bench.

        A second key, on its way already while a screen is being left, would leave the next one too.
        """
        return AwaitComplete() if self.screen is self.bench else super().pop_screen()

    def action_interrupt(self) -> None:
        """Leave as on an interrupt from outside; every decision is saved already."""
        self._end(INTERRUPTED)

    async def action_quit(self) -> None:
        """Leave; every decision is saved already."""
        self._end(0)

    def _end_with_server(self) -> None:
        if not terminal_is_there():
            self._end(HUNG_UP)

    async def action_tour(self) -> None:
        """Leave for the tour; the bench comes back after it."""
        self.asked_for_tour = True
        self._end(0)

    def _end(self, status: int) -> None:
        self.bench.work.leave()
        if not terminal_is_there():
            # Nothing can be drawn or restored, and whoever writes to it would wait for ever.
            os._exit(status)
        self.exit(return_code=status)


def run_bench(store: Store, scheme: Scheme, notices: Sequence[str], chosen: Chosen) -> int:
    """Run the bench, and the tour where it is left for that, until the reviewer leaves.

    Returns the exit status, ASKED_FOR_TOUR where a server has to run the tour.
    """
    while True:
        app = JinbiaoApp(store, scheme, notices, chosen=chosen)
        if draws_ambiguous_wide():
            app.draw_plainly()
        app.run()
        if not app.asked_for_tour:
            return app.return_code or 0
        if is_served():
            # A server takes the end of an app for that of the visit, unless it is told otherwise.
            return ASKED_FOR_TOUR
        # It is a bench of its own, which comes to this one for what they share.
        from tui.touring import run_tour  # noqa: PLC0415 - see above

        if status := run_tour(chosen):
            return status
