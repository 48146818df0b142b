"""A review in a real terminal: decide, leave, come back, export."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from tests.terminal.conftest import Open
from tests.terminal.tmux import PATIENCE, Tmux


def jinbiao(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments], capture_output=True, text=True, check=False
    )


def ready(terminal: Tmux) -> str:
    """The screen once suggestions are there and the worker is at rest."""
    return terminal.wait_until(
        lambda screen: (
            "▏" in screen.partition("annotated")[2].partition("PER")[0]
            and "suggesting" not in screen
        ),
        "suggestions",
    )


def at_rest(terminal: Tmux) -> str:
    """The screen once the worker is at rest."""
    return terminal.wait_until(lambda screen: "suggesting" not in screen, "the worker to rest")


def decided(screen: str) -> str:
    """The progress in the header, such as `4/29`."""
    return screen.splitlines()[0].split()[-1]


def test_a_review_from_the_first_key_to_the_gold_set(
    terminal: Open, seeds: Path, tmp_path: Path
) -> None:
    """Decide in every way, undo, finish, quit; all is there again; the export holds."""
    db, gold = str(tmp_path / "gold.db"), tmp_path / "gold.jsonl"
    review = ("--db", db, "--as", "甲", "review", str(seeds))
    first = terminal(*review)
    first.start()
    ready(first)
    first.keys("a", "a", "a", "x", "5", "}")
    five = decided(first.wait_for(" 5/"))
    first.keys("j", "j", "j", "v", "l", "l", "7")
    # What the added span covers is replaced, so how many are decided then depends on the article.
    more = decided(first.wait_until(lambda screen: decided(screen) != five, "a span added"))
    first.keys("u")
    first.wait_until(lambda screen: decided(screen) == five, five)
    first.keys("C-r")
    first.wait_until(lambda screen: decided(screen) == more, more)
    first.keys("d", "d")
    first.wait_for("article 2/5")
    first.keys("P")
    first.wait_for("✓ done")
    before = at_rest(first)
    first.keys("q")
    assert first.wait_for_end() == 0

    again = terminal(*review)
    again.start()
    again.wait_for("✓ done")
    again.wait_until(lambda screen: _panes(screen) == _panes(before), "what was left")
    again.keys("q")
    assert again.wait_for_end() == 0

    exported = jinbiao("--db", db, "export", "--out", str(gold))
    assert exported.returncode == 0, exported.stderr
    line = json.loads(gold.read_text("utf-8"))
    raw = Path(line["meta"]["source"]).read_bytes().decode()
    origins = [span["origin"] for span in line["spans"]]
    assert sorted(origins) == ["accepted", "accepted", "accepted", "added", "corrected"]
    assert len(line["rejected"]) >= 1
    for span in line["spans"]:
        assert line["text"][span["start"] : span["end"]] == span["text"]
        assert span["raw_start"] < span["raw_end"] <= len(raw)
    assert jinbiao("validate", str(gold)).returncode == 0


def _panes(screen: str) -> list[str]:
    """The text panes alone: the bars tell times, and the inspector tells more after a while."""
    return [line.rsplit("│", 2)[0] for line in screen.splitlines()[2:-3]]


def test_ctrl_c_leaves_a_clean_terminal_and_keeps_decisions(
    terminal: Open, seeds: Path, tmp_path: Path
) -> None:
    """An interrupt ends with 130; the alternate screen and mouse reports are off again."""
    db, log = tmp_path / "c.db", tmp_path / "log"
    window = terminal("--db", str(db), "--as", "甲", "review", str(seeds))
    window.start(log=log)
    ready(window)
    window.keys("a")
    window.wait_for("saved")
    window.keys("C-c")
    assert window.wait_for_end() == 130
    _wait_until_restored(window, log)
    assert decided_in(db) == 1


def test_a_dropped_line_and_a_kill_keep_decisions(
    terminal: Open, seeds: Path, tmp_path: Path
) -> None:
    """SIGHUP ends with 129 and SIGTERM with 143, the terminal restored."""
    for name, status in (("HUP", 129), ("TERM", 143)):
        db, log = tmp_path / f"{name}.db", tmp_path / f"{name}.log"
        window = terminal("--db", str(db), "--as", "甲", "review", str(seeds))
        window.start(log=log)
        ready(window)
        window.keys("a", "x")
        window.wait_for(" 2/")
        subprocess.run(["kill", f"-{name}", str(window.pid)], check=True)
        assert window.wait_for_end() == status
        _wait_until_restored(window, log)
        assert decided_in(db) == 2


def _wait_until_restored(window: Tmux, log: Path) -> None:
    """Until the alternate screen was left after it was entered, and the cursor shown again.

    What writes the log may be a little behind the program that has ended.
    """

    def is_restored(_screen: str) -> bool:
        output = log.read_bytes()
        left, entered = output.rfind(b"\x1b[?1049l"), output.rfind(b"\x1b[?1049h")
        return left > entered >= 0 and output.rfind(b"\x1b[?25h") > entered

    window.wait_until(is_restored, "the terminal as it was")


def decided_in(db: Path) -> int:
    stats = json.loads(jinbiao("--db", str(db), "--as", "甲", "stats", "--json").stdout)
    return sum(stats["decided"].values())


def test_it_survives_being_resized(terminal: Open, seeds: Path, tmp_path: Path) -> None:
    """From wide to 40 columns and back, the current span stays on the screen."""
    window = terminal("--db", str(tmp_path / "r.db"), "review", str(seeds), columns=200, rows=50)
    window.start()
    ready(window)
    window.keys("n", "n", "n")
    sizes = ((120, 36, "span"), (80, 24, "source"), (40, 10, "annotated"), (200, 50, "span"))
    for columns, rows, shown in sizes:
        window.resize(columns, rows)
        screen = window.wait_until(lambda s, w=shown: w in s, shown)
        assert all(len(line) <= columns for line in screen.splitlines())
    window.keys("q")
    assert window.wait_for_end() == 0


def test_two_reviewers_at_once(terminal: Open, seeds: Path, tmp_path: Path) -> None:
    """Two people on one store each keep a reading of their own."""
    db = tmp_path / "two.db"
    one = terminal("--db", str(db), "--as", "甲", "review", str(seeds))
    two = terminal("--db", str(db), "--as", "乙", "review", str(seeds))
    one.start()
    ready(one)
    two.start()
    ready(two)
    one.keys("a", "a", "a")
    two.keys("x")
    one.wait_for(" 3/")
    two.wait_for(" 1/")
    for window in (one, two):
        window.keys("q")
        assert window.wait_for_end() == 0
    assert decided_in(db) == 3


def test_two_reviewers_see_each_other(terminal: Open, seeds: Path, tmp_path: Path) -> None:
    """Who is at which article, how far they are, and what they import, without a restart."""
    db = str(tmp_path / "seen.db")
    one = terminal("--db", db, "--as", "Ann", "review", str(seeds))
    two = terminal("--db", db, "--as", "Bob", "review")
    one.start()
    ready(one)
    two.start()
    two.wait_for("article 2/5")
    ready(two)
    one.keys("a", "a")
    two.keys("x")
    one.wait_for(" 2/")
    two.wait_for(" 1/")
    one.keys("L")
    one.wait_for("Bob is at it")
    one.keys("q", "N")
    assert "Bob is at it" in one.wait_for("article 2/5")
    two.keys("P")
    two.wait_until(lambda screen: "article 1/5" in screen, "Bob in Ann's first article")
    one.wait_until(lambda screen: "Bob is at it" not in screen, "Bob to have left")
    assert "Ann is at it" not in two.screen()
    more = tmp_path / "more.txt"
    more.write_text("嘉善县委书记江海洋表示。\n", encoding="utf-8")
    assert jinbiao("--db", db, "import", str(more)).returncode == 0
    one.wait_for("article 2/6")
    two.wait_for("article 1/6")
    for window in (one, two):
        window.keys("q")
        assert window.wait_for_end() == 0


def test_a_terminal_that_goes_away_takes_the_program_along(
    terminal: Open, seeds: Path, tmp_path: Path
) -> None:
    """When the terminal is gone for good the program ends by itself, its decisions saved."""
    db = tmp_path / "gone.db"
    window = terminal("--db", str(db), "--as", "甲", "review", str(seeds))
    window.start()
    ready(window)
    window.keys("a", "x")
    window.wait_for(" 2/")
    process = Path(f"/proc/{window.pid}")
    window.hang_up()
    deadline = time.monotonic() + PATIENCE
    while process.exists():
        assert time.monotonic() < deadline, "the program outlives its terminal"
        time.sleep(0.05)
    assert decided_in(db) == 2
