"""Where paths to import are typed, and how far their import is."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from tui.choices.theme import Role, ink
from tui.importing import Importer, Tally
from tui.language import Phrase, say
from tui.page.cells import drawable, fit
from tui.review.typed_paths import typed_paths
from tui.widgets.bars import gauge
from tui.widgets.lines import Lines
from tui.widgets.typed_line import TypedLine

LOOK_SECONDS = 0.2
"""How often what is shown follows the import."""

PATHS = Phrase(
    "文件、文件夹、*.html 或 ZIP；可粘贴",
    "file, folder, *.html or ZIP; paste it",
)


class ImportPanel(Vertical):
    """A line to type paths in, and below it the import under way, whoever began it."""

    class Closed(Message):
        """Typing has ended; whoever had the keys takes them back."""

    def __init__(self, importer: Importer, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._importer = importer
        self._typed = TypedLine(id="paths")
        self._state = Lines(id="importing")

    def compose(self) -> ComposeResult:
        """The line, hidden until it is asked for, and the state."""
        yield self._typed
        yield self._state

    def on_mount(self) -> None:
        """Hide what there is nothing to show in."""
        self._look()
        self.set_interval(LOOK_SECONDS, self._look)

    @property
    def is_typing(self) -> bool:
        """Whether the line is open."""
        return self._typed.is_open

    def ask(self) -> None:
        """Have paths typed."""
        self._typed.ask(PATHS)

    def retell(self) -> None:
        """Say what is asked for in the language spoken now."""
        self._typed.retell()

    def close(self) -> None:
        """Give typing up."""
        self._typed.close()
        self.post_message(self.Closed())

    @on(Input.Submitted)
    def begin(self, event: Input.Submitted) -> None:
        """Import what was typed."""
        event.stop()
        self.close()
        paths = typed_paths(event.value)
        if paths and not self._importer.start(paths):
            told = say("上一次导入还没完 · X 停止它", "an import is under way · X stops it")
            self.notify(told, severity="warning", markup=False)
        self._look()

    def _look(self) -> None:
        tally = self._importer.tally
        self._state.display = tally is not None
        if tally is not None:
            self._state.put([state_line(tally, self._state.size.width)])


def state_line(tally: Tally, width: int) -> Text:
    """How far an import is, in `width` cells."""
    # Archives and tables hold more articles than there are files.
    total = max(tally.total, tally.done)
    share = tally.done / total if total else 0.0
    line = Text(f" {say('导入', 'importing')} {gauge(share, 12)} {tally.done}/{total} ")
    if tally.faults:
        count = len(tally.faults)
        words = say(f"{count} 个读不出 ", f"{count} unreadable ")
        line.append(words, ink(Role.WARNING))
    line.append(say("· X 停止 ", "· X stops "))
    rest = max(0, width - line.cell_len - 1)
    return line.append(fit(drawable(tally.latest), rest), ink(Role.QUIET))


def summary(tally: Tally, *, stopped: bool) -> str:
    """What an import came to, with the first things that could not be read."""
    told = [say(f"导入 {tally.new} 篇", f"{tally.new} imported")]
    if tally.known:
        told.append(say(f"{tally.known} 篇已有", f"{tally.known} already there"))
    if tally.faults:
        told.append(say(f"{len(tally.faults)} 个读不出", f"{len(tally.faults)} unreadable"))
    if stopped:
        told.append(say("已停止，其余未导入", "stopped, the rest is left"))
    return "\n".join([" · ".join(told), *map(drawable, tally.faults[:3])])
