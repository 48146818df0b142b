"""How soon the bench shows words and suggestions, how soon it follows a key, what it takes.

Beside each figure stands its peer or its goal, and the ratio of the two.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from itertools import cycle, islice
from pathlib import Path

from bench.figures import line, median, percentile
from bench.filling import fill, longest_seed, text_of
from bench.terminal import Terminal

SEEDS = Path(__file__).parent.parent / "seeds"
JINBIAO = [sys.executable, "-m", "tui", "--as", "bench", "--db"]
STARTS, KEYS = 5, 150
ARTICLES, WAITING = 1_000, 60
SHORT, LONG, SPANS = 2_000, 500_000, 5_000
RATE, HELD = 30, 300
"""Keys a second of one that is held down, and how many."""

Tails = tuple[float, float]

SPANS_ON = "n" * 50 + "p" * 50
PAGES_ON = ["\x1b[6~"] * 4 + ["\x1b[5~"] * 4
"""Keys that go on and come back before the longest seed ends."""

COLD, WARM = 3.0, 0.5
DRAWING, WORKER = 150, 400
"""The goals: seconds to suggestions, megabytes."""

FIRST_LINE = "省人大常委會報導第{}篇"
"""Of an article; its last words are under no span, so that they are written in one piece."""

UNTOUCHED = r"m0/[1-9]"
"""The header of an article whose suggestions have come."""

UNDER_WAY = "建议中 [1-9]|suggesting [1-9]"
"""The header while the worker is at the article in hand."""

SUGGESTING = r"还有 \d+ 篇|\d+ to go"
"""The header while the worker is at other articles."""

EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    keys = 0
    def compose(self):
        yield Static("ready")
    def on_key(self):
        self.keys += 1
        self.query_one(Static).update(f"ready {self.keys}")
Empty().run()
"""


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # As installed programs are: compiled once, not at every start.
        compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
        _first_words(folder, compiled)
        _suggestions(folder, compiled)
        _keys(folder, compiled)


def _first_words(folder: Path, environment: dict[str, str]) -> None:
    db = folder / "thousand.db"
    fill(db, (text_of(SEEDS, SHORT, FIRST_LINE.format(i)) for i in range(ARTICLES)), spans=40)
    ours, empty = [], []
    for _ in range(STARTS + 1):  # the first of each compiles
        ours.append(_start([*JINBIAO, str(db), "review"], "報導第", environment))
        empty.append(_start([sys.executable, "-c", EMPTY_APP], "ready", environment))
    words, frame = median(ours[1:]), median(empty[1:])
    peer = f"empty Textual app {frame * 1000:.0f} ms"
    line(f"first words, {ARTICLES:,} articles", f"{words * 1000:.0f} ms", peer, words / frame)


def _start(command: list[str], words: str, environment: dict[str, str]) -> float:
    with Terminal(command, environment=environment) as terminal:
        return terminal.wait_for(words)


def _suggestions(folder: Path, environment: dict[str, str]) -> None:
    """Cold: nothing has run yet, no cache is there; warm: the worker is at another article.

    Beside long: it is at a long one, which was opened before.
    """
    db = folder / "suggestions.db"
    short = [text_of(SEEDS, SHORT, FIRST_LINE.format(i)) for i in range(1, WAITING)]
    fill(db, [text_of(SEEDS, SHORT, FIRST_LINE.format(0)), *short], spans=0)
    cache = {"XDG_CACHE_HOME": str(folder / "cache")}
    with Terminal([*JINBIAO, str(db), "review"], environment=environment | cache) as terminal:
        opened = terminal.wait_for("報導第0篇")
        cold = terminal.wait_for(UNTOUCHED) - opened
        terminal.wait_for(SUGGESTING)
        seen = len(terminal.seen)
        terminal.press("NNN")
        asked = terminal.wait_for("報導第3篇", after=seen)
        warm = terminal.wait_for(UNTOUCHED, after=seen) - asked
    db = folder / "behind.db"
    fill(db, [text_of(SEEDS, LONG, FIRST_LINE.format(0)), *short], spans=0)
    with Terminal([*JINBIAO, str(db), "review"], environment=environment) as terminal:
        terminal.wait_for(UNDER_WAY)
        seen = len(terminal.seen)
        terminal.press("N")
        asked = terminal.wait_for("報導第1篇", after=seen)
        behind = terminal.wait_for(UNTOUCHED, after=seen) - asked
    for name, seconds, goal in (
        ("cold", cold, COLD),
        ("warm", warm, WARM),
        ("beside long", behind, WARM),
    ):
        _against_goal(f"suggestions of {SHORT:,} characters, {name}", seconds, goal)


def _keys(folder: Path, environment: dict[str, str]) -> None:
    """While the worker suggests for other articles; beside an app that changes one word a key."""
    with Terminal([sys.executable, "-c", EMPTY_APP], environment=environment) as terminal:
        terminal.wait_for("ready")
        one_word = _pressed(terminal, "n")
    waiting = [text_of(SEEDS, SHORT, FIRST_LINE.format(i)) for i in range(WAITING)]
    seed, long = longest_seed(SEEDS), text_of(SEEDS, LONG, "長")
    tails = []
    for name, text, spans in (
        ("longest seed", seed, len(seed) // 100),
        (f"{LONG:,} characters, {SPANS:,} spans", long, SPANS),
    ):
        print(f"{name}:")
        db = folder / f"{spans}.db"
        fill(db, [text, *waiting], spans)
        with Terminal([*JINBIAO, str(db), "review"], environment=environment) as terminal:
            terminal.wait_for(UNTOUCHED)
            terminal.wait_for(SUGGESTING)
            tails.append(_follow(terminal, one_word))
    for what, one, other in zip(("time", "work"), *tails, strict=True):
        line(f"n, p95 of {what}, the long article to the seed", "", "", other / one)


def _follow(terminal: Terminal, one_word: Tails) -> Tails:
    """Print how the bench follows keys and what it holds; returns the tails of `n`."""
    tails = []
    for key, sent in (("n", SPANS_ON), ("page down", PAGES_ON)):
        tails.append(_pressed(terminal, sent))
        for what, value, peer in zip(("to frame", "work"), tails[-1], one_word, strict=True):
            beside = f"an app of one word {peer * 1000:.1f} ms"
            line(f"  {key} {what}, p95", f"{value * 1000:.1f} ms", beside, value / peer)
    lag = terminal.hold(islice(cycle(SPANS_ON), HELD), RATE)
    line(f"  n held down, {RATE} a second: last frame", f"{lag * 1000:.0f} ms", "behind the key")
    drawing, *others = terminal.memory()
    _against_goal("  memory, drawing process", drawing, DRAWING, "MB")
    _against_goal("  memory, worker", sum(others), WORKER, "MB")
    return tails[0]


def _pressed(terminal: Terminal, keys: Iterable[str]) -> Tails:
    """The 95th percentiles of keys, in seconds: from key to frame, and of processor time.

    Other jobs on the machine lengthen the first much more than the second.
    """
    times, work = [], []
    for key in islice(cycle(keys), KEYS):
        before = terminal.worked()
        times.append(terminal.key_to_frame(key))
        work.append(terminal.worked() - before)
    return percentile(times, 0.95), percentile(work, 0.95)


def _against_goal(name: str, value: float, goal: float, unit: str = "s") -> None:
    line(name, f"{value:.2f} {unit}", f"goal {goal:g} {unit}", value / goal)


if __name__ == "__main__":
    main()
