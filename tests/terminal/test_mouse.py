"""The mouse, other sizes and another program in the foreground, in a real terminal."""

from __future__ import annotations

import shlex
import sys
import tempfile
import unicodedata
from pathlib import Path

from tests.terminal.conftest import Open
from tests.terminal.test_review import decided, ready
from tests.terminal.tmux import Tmux

PRESS, DRAG = 0, 32


def mouse(window: Tmux, button: int, column: int, row: int, *, up: bool = False) -> None:
    """What a terminal sends of a mouse (SGR), its places counted from 1."""
    window.type(f"\x1b[<{button};{column};{row}{'m' if up else 'M'}")


def place(screen: str, words: str) -> tuple[int, int]:
    """The column and row, from 1, of words in the annotated pane."""
    for row, line in enumerate(screen.splitlines(), 1):
        at = line.rfind(words)
        if at >= 0:
            return cells(line[:at]) + 1, row
    raise AssertionError(f"{words} is not on the screen:\n{screen}")


def cells(text: str) -> int:
    """The cells of `text` in the terminal of these tests."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def inspected(screen: str) -> str:
    """What stands in the inspector, the pane on the right."""
    return "\n".join(line.rpartition("││")[2] for line in screen.splitlines())


def test_a_click_goes_to_a_span_and_a_drag_marks_one(terminal: Open, tmp_path: Path) -> None:
    """Pressed, moved and let go over words, which then get a label."""
    article = tmp_path / "a.txt"
    article.write_text("会议今天召开。嘉善县委书记江海洋表示。\n", encoding="utf-8")
    window = terminal("--db", str(tmp_path / "m.db"), "review", str(article))
    window.start()
    screen = ready(window)
    column, row = place(screen, "江海洋")
    mouse(window, PRESS, column + 1, row)
    mouse(window, PRESS, column + 1, row, up=True)
    window.wait_until(lambda s: "江海洋" in inspected(s), "the inspector to tell")
    window.keys("a")
    window.wait_until(lambda s: decided(s).startswith("1/"), "the span decided")
    column, row = place(window.screen(), "今天")
    mouse(window, PRESS, column, row)
    mouse(window, DRAG, column + 2, row)
    mouse(window, DRAG, column + 4, row)
    mouse(window, PRESS, column + 4, row, up=True)
    window.wait_until(lambda s: "Esc give up" in s, "the keys of a selection")
    window.keys("6")
    window.wait_until(lambda s: decided(s).startswith("2/"), "a span added")
    window.keys("q")
    assert window.wait_for_end() == 0


def test_resizing_while_scrolling_tears_nothing(
    terminal: Open, seeds: Path, tmp_path: Path
) -> None:
    """Every size ends with whole frames and whole characters, as a fresh drawing has them."""
    window = terminal("--db", str(tmp_path / "r.db"), "review", str(seeds))
    window.start()
    ready(window)
    for columns, rows in ((97, 30), (120, 25), (81, 40), (133, 20), (120, 36)):
        window.keys("NPage", "j", "j", "j")
        window.resize(columns, rows)
        window.keys("j", "k", "PPage")
        screen = window.wait_until(
            lambda s, c=columns: frames_are_whole(s, c), f"whole frames at {columns}"
        )
        assert "\ufffd" not in screen
    window.keys("q")
    assert window.wait_for_end() == 0


def frames_are_whole(screen: str, columns: int) -> bool:
    """Whether every row of the panes begins and ends at the edges with a frame's sign."""
    lines = [line for line in screen.splitlines() if line.startswith(("│", "╭", "╰"))]
    return len(lines) > 10 and all(
        cells(line) == columns and line[-1] in "│╮╯┃▏▕┐┘" for line in lines
    )


def test_it_can_be_suspended_and_taken_up_again(seeds: Path, tmp_path: Path) -> None:
    """ctrl+z gives the shell back; fg brings the bench as it was, and it goes on deciding."""
    command = [sys.executable, "-m", "tui", "--db", str(tmp_path / "z.db"), "review", str(seeds)]
    plain = f"env -u COLUMNS -u LINES JINBIAO_LANG=en XDG_CONFIG_HOME={tmp_path}"
    # A socket's path may not be long, and pytest's own temporary folders are.
    with (
        tempfile.TemporaryDirectory(prefix="jb") as folder,
        Tmux(Path(folder) / "z", ["bash", "--norc", "-i"], 120, 36) as window,
    ):
        window.start()
        window.type(f"{plain} {shlex.join(command)}\n")
        ready(window)
        window.keys("a")
        window.wait_for(" 1/")
        window.keys("C-z")
        window.wait_until(lambda screen: "annotated" not in screen, "the shell")
        window.type("echo back at the $((6 * 7))\n")
        window.wait_for("back at the 42")
        window.type("fg\n")
        window.wait_for(" 1/")
        window.keys("a")
        window.wait_for(" 2/")
        window.keys("q")
        window.wait_until(lambda screen: "annotated" not in screen, "the shell again")
        window.type("exit\n")
        assert window.wait_for_end() == 0
