"""Help: the keys of a screen, then those of the bench, from the same data that binds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.keymap import GROUPS, Group, Key, bindings
from tui.language import say
from tui.page.cells import cells, fit
from tui.page.hanging import hanging
from tui.page.look import GLYPHS, STATE_NAMES
from tui.retold import Retold
from tui.screens.in_full import in_full

KEYS = Group(
    "帮助",
    "help",
    (
        Key("j down", "scroll(1)", "下滚", "scroll down"),
        Key("k up", "scroll(-1)", "上滚", "scroll up"),
        Key("pagedown space", "page(1)", "下翻", "page down"),
        Key("pageup", "page(-1)", "上翻", "page up"),
        Key("escape ? f1 q enter", "dismiss", "返回", "back"),
    ),
)
CAP_CELLS = 11
"""Cells for what stands on the keys that do one thing, where none need more."""

BOLD, DIM = Style(bold=True), Style(dim=True)


class HelpScreen(ModalScreen[None]):
    """The keys of a screen by its `scope`, and the signs; any of `?`, `q` and Escape closes it."""

    BINDINGS = bindings([KEYS])

    def __init__(self, scope: Sequence[Group]) -> None:
        super().__init__()
        self._scope = scope
        self._page = VerticalScroll(id="help")
        self._told = Static(id="told")

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        with self._page:
            yield self._told

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Tell of all keys, for the width."""
        self._page.border_title = say("帮助", "help")
        self._page.border_subtitle = say("j k 滚动 · Esc 返回", "j k scroll · Esc back")
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        width = self._page.scrollable_content_region.width
        text = help_text(self._scope, width)
        self._told.update(text)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self._page.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self.action_scroll(by * max(1, self._page.size.height - 1))


def help_text(scope: Sequence[Group], width: int) -> Text:
    """The keys of `scope`, those of the bench, then the signs that tell a mark's state."""
    lines: list[Text] = []
    keys = (key for group in (*scope, *GROUPS) for key in group.keys if key.zh)
    caps = max(CAP_CELLS, *(cells(key.cap) for key in keys))
    if scope is not GROUPS:
        lines += _told(scope, caps, width)
        lines += [Text(say("── 标注台 ──", "── on the bench ──"), BOLD), Text()]
    lines += _told(GROUPS, caps, width)
    lines.append(Text(say("状态", "signs"), BOLD))
    for state, name in STATE_NAMES.items():
        opening, closing = GLYPHS[state]
        sign = f"{opening}金标{closing}", Style(strike=not opening)
        lines.append(Text.assemble("  ", sign, (f"  {name}", DIM)))
    return Text("\n").join(lines)


def _told(groups: Sequence[Group], caps: int, width: int) -> Iterator[Text]:
    told: set[Key] = set()
    for group in groups:
        yield Text(say(group.zh, group.en), BOLD)
        for key in group.keys:
            if key.zh and key not in told:
                told.add(key)
                head = Text(f"  {fit(key.cap, caps)} ", BOLD)
                yield hanging(head, Text(in_full(group, key)), width)
        yield Text()
