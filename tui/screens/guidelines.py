"""The guidelines beside the article, at the label in hand."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from text.scheme import Scheme
from tui.keymap import HELP, Group, Key, bindings
from tui.language import say
from tui.page.cells import drawable
from tui.page.hanging import hanging
from tui.retold import Retold
from tui.review.guidance import Block, Kind, guidance, place_of

KEYS = Group(
    "标注规范",
    "guidelines",
    (
        Key("j down", "scroll(1)", "下滚", "scroll down"),
        Key("k up", "scroll(-1)", "上滚", "scroll up"),
        Key("pagedown space", "page(1)", "下翻", "page down"),
        Key("pageup", "page(-1)", "上翻", "page up"),
        HELP,
        Key("escape g q", "dismiss", "返回", "back"),
    ),
)
HEADING = Style(bold=True, underline=True)
BOLD, DIM = Style(bold=True), Style(dim=True)


class GuidelinesScreen(ModalScreen[None]):
    """Covers the source pane, so that the annotated text stays in sight."""

    BINDINGS = bindings([KEYS])

    def __init__(self, scheme: Scheme, label: str | None) -> None:
        super().__init__()
        self._scheme = scheme
        self._label = label
        self._blocks: Sequence[Block] = ()
        self._place = 0
        self._page = VerticalScroll(id="guidelines")
        self._told = Static(id="told")

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        with self._page:
            yield self._told

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Begin at the label in hand."""
        self._blocks = guidance(self._scheme)
        self._place = place_of(self._label, self._blocks) if self._label else 0
        self._page.border_title = say("标注规范", "guidelines")
        self._page.border_subtitle = say("j k 滚动 · Esc 返回", "j k scroll · Esc back")
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        told = Text("\n").join(self._texts())
        self._told.update(told)
        self.call_after_refresh(self._go_to_label)

    def _go_to_label(self) -> None:
        above = sum(text.plain.count("\n") + 1 for text in self._texts()[: self._place])
        self._page.scroll_to(y=above, animate=False)

    @property
    def _width(self) -> int:
        return max(1, self._page.scrollable_content_region.width)

    def _texts(self) -> list[Text]:
        """The blocks as they are drawn."""
        width, place = self._width, self._place
        return [
            block_text(block, width, at_label=index == place > 0)
            for index, block in enumerate(self._blocks)
        ]

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self._page.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        self.action_scroll(by * max(1, self._page.size.height - 1))


def block_text(block: Block, width: int, *, at_label: bool) -> Text:
    """A block as it is drawn in `width` cells, `at_label` standing out."""
    words = drawable(block.words)
    match block.kind:
        case Kind.HEADING:
            return Text(f"\n{words}\n", HEADING)
        case Kind.ITEM:
            return hanging(Text("· "), Text(words), width)
        case Kind.PARAGRAPH:
            return hanging(Text(), Text(words), width).append("\n")
        case Kind.ROW:
            name = Text(f" {words} " if at_label else words, BOLD + Style(reverse=at_label))
            cells = [
                hanging(Text(f"  {drawable(head)} ", DIM), Text(drawable(told)), width)
                for head, told in block.cells
            ]
            return Text("\n").join((name, *cells, Text()))
