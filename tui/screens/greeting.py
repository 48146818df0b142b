"""What a bench without articles greets with: what to do first."""

from __future__ import annotations

from collections.abc import Callable

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Static

from tui.called import called
from tui.importing import Importer
from tui.keymap import HELP, Group, Key, bindings
from tui.language import say
from tui.page.cells import drawable
from tui.retold import Retold
from tui.screens.answering import Answering
from tui.watch import StoreChanged
from tui.widgets.bars import KeyBar
from tui.widgets.import_panel import ImportPanel

KEYS = Group(
    "开始",
    "beginning",
    (
        Key("i", "ask_paths", "导入文章", "import articles"),
        Key("t", "app.tour", "十步导览", "a tour in ten steps"),
        Key("X", "stop", "停止导入", "stop the import"),
        Key("=", "app.settings", "设置", "settings"),
        Key("escape", "close", "放弃输入", "give typing up"),
        HELP,
        Key("q", "app.quit", "退出", "quit"),
    ),
)
BOLD = Style(bold=True)


class GreetingScreen(Answering[None]):
    """Stays until the store has an article, whoever brought it; `filled` tells whether it has."""

    AUTO_FOCUS = ""
    BINDINGS = bindings([KEYS])

    def __init__(self, place: str, importer: Importer, filled: Callable[[], bool]) -> None:
        super().__init__()
        self._place = place
        self._importer = importer
        self._filled = filled
        self._words = Static(id="greeting")
        self._panel = ImportPanel(importer, id="import")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """What there is to do, where paths are typed, and a line of keys."""
        yield self._words
        yield self._panel
        yield self._keys

    def on_mount(self) -> None:
        """Listen to keys."""
        self.set_focus(None)

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Say it, with as many keys as there is room for."""
        self._words.update(greeting(self._place))
        self._panel.retell()
        # Where an import can be stopped, its own line says so.
        self.call_after_refresh(self._keys.show, KEYS.without("stop").told)

    @on(StoreChanged)
    @on(events.ScreenResume)
    def look(self) -> None:
        """Make way for the first article."""
        if self._filled():
            self.dismiss(None)

    @on(ImportPanel.Closed)
    def take_keys(self) -> None:
        """Listen to keys again."""
        self.set_focus(None)

    def action_ask_paths(self) -> None:
        """Type what to import."""
        self._panel.ask()

    def action_stop(self) -> None:
        """Stop the import."""
        self._importer.stop()

    def action_close(self) -> None:
        """Give typing up."""
        if self._panel.is_typing:
            self._panel.close()


def greeting(place: str) -> Text:
    """What to do with an empty store at `place`."""
    text = Text()
    text.append(say("欢迎来到金标\n\n", "Welcome to jinbiao\n\n"), BOLD)
    empty = say("里还没有文章。\n\n", "holds no article yet.\n\n")
    text.append(f"{drawable(place)} {empty}")
    for cap, words in (
        (
            "i",
            say(
                "导入：输入或粘贴文件、文件夹的路径（txt md html csv docx pdf zip）",
                "import: type or paste the path of a file or folder (txt md html csv docx pdf zip)",
            ),
        ),
        (
            "t",
            say(
                "导览：在样例文章上走十步，用临时的库，不动你的东西",
                "tour: ten steps on a sample article, in a store of its own that is thrown away",
            ),
        ),
        (
            "q",
            say(
                f"退出；下次也可以 {called()} review 路径…",
                f"quit; next time, {called()} review PATH… does both",
            ),
        ),
    ):
        text.append(f"  {cap}  ", BOLD).append(words + "\n")
    return text
