"""An article as it was: its text and its decisions of then, to look at."""

from __future__ import annotations

from collections.abc import Callable

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from store.history import Past
from text.scheme import Scheme
from tui.keymap import HELP, Group, Key, bindings
from tui.language import say
from tui.page.cells import drawable, fit
from tui.retold import Retold
from tui.widgets.bars import KeyBar
from tui.widgets.bench_view import NARROW
from tui.widgets.lines import Lines
from tui.widgets.spread import Spread
from tui.widgets.text_pane import TextPane

KEYS = Group(
    "旧貌",
    "as it was",
    (
        Key("j down", "scroll(1)", "下滚", "scroll down"),
        Key("k up", "scroll(-1)", "上滚", "scroll up"),
        Key("pagedown space", "page(1)", "下一页", "page down"),
        Key("pageup", "page(-1)", "上一页", "page up"),
        Key("s", "switch", "换栏", "switch panes"),
        HELP,
        Key("escape q", "dismiss", "返回", "back"),
    ),
)


class PastScreen(Screen[None]):
    """Shows `past` under a heading; nothing can be changed here."""

    BINDINGS = bindings([KEYS])

    def __init__(self, past: Past, scheme: Scheme, heading: Callable[[], str]) -> None:
        super().__init__()
        self._past = past
        self._heading = heading
        # A label may have left the scheme since then.
        names = {label.name for label in scheme.labels}
        self._marks = [mark for mark in past.marks if mark.span.label in names]
        self._header = Lines(id="header")
        self._spread = Spread(scheme, id="spread")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """A heading, both texts, and a line of keys."""
        yield self._header
        yield self._spread
        yield self._keys

    def on_mount(self) -> None:
        """Show the article of then."""
        self._spread.show(self._past.article, self._marks)

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Choose the layout for the width, and say whose words these are."""
        width = self.size.width
        self.set_class(width < NARROW, "-narrow")
        self._spread.retitle()
        self.call_after_refresh(self._keys.show, KEYS.told)
        heading = self._heading()
        told = say(
            f" 当时 {heading} · {len(self._marks)} 处已定",
            f" as it was {heading} · {len(self._marks)} decided",
        )
        line = Text(fit(drawable(told).replace("\n", " "), width), Style(bold=True))
        self.call_after_refresh(self._header.put, [line])

    def action_scroll(self, by: int) -> None:
        """Scroll by rows."""
        pane = self._spread.annotated
        pane.put(pane.below(pane.top, by), 0)
        self._spread.lead_source()

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self.action_scroll(by * max(1, self._spread.annotated.height - 1))

    def action_switch(self) -> None:
        """Show the other pane on a narrow terminal."""
        self._spread.switch_pane()

    @on(TextPane.Scrolled)
    def keep_in_step(self, event: TextPane.Scrolled) -> None:
        """Let one pane follow the other."""
        if event.pane is self._spread.source:
            self._spread.lead_annotated()
        else:
            self._spread.lead_source()
