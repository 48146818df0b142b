"""How soon the bench shows words, and how soon it follows a key."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.figures import line, median, percentile
from bench.terminal import Terminal

SEEDS = Path(__file__).parent.parent / "seeds"
JINBIAO = [sys.executable, "-m", "tui"]
STARTS, KEYS = 7, 150
LONG, SPANS = 500_000, 5_000

EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("ready")
Empty().run()
"""

FILL = """
import sys
from pathlib import Path
from store.store import Store
from suggest.version import SUGGESTER, VERSION
from text.loading import load_bytes
from text.scheme import default_scheme
from text.span import Suggestion
db, source, length, spans = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
text = source.read_text(encoding="utf-8")
article = load_bytes((text * (length // len(text) + 1))[:length].encode(), "long.txt")
store = Store.open(Path(db), "bench", default_scheme())
store.add(article)
step = len(article.revision.text) // spans
labels = ("ORG", "TITLE", "PROGRAM")
store.put_suggestions(article.id, SUGGESTER, VERSION, [
    Suggestion(i * step, i * step + 4, labels[i % 3], {}, 0.8, "bench") for i in range(spans)])
store.close()
"""


def main() -> None:
    """Print both figures with their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        _first_words(Path(folder))
        _key_to_frame(Path(folder))


def _first_words(folder: Path) -> None:
    db = folder / "start.db"
    review = [*JINBIAO, "--db", str(db), "review", str(SEEDS)]
    _settled(review, "我們要堅定貫徹")  # imports and suggests once, as a reviewer's first day does
    ours = [_start(review, "我們要堅定貫徹") for _ in range(STARTS)]
    empty = [_start([sys.executable, "-c", EMPTY_APP], "ready") for _ in range(STARTS)]
    line(
        "first article's words on the screen, median",
        f"{median(ours) * 1000:.0f} ms",
        f"empty Textual app {median(empty) * 1000:.0f} ms",
        median(ours) / median(empty),
    )


def _start(command: list[str], words: str) -> float:
    with Terminal(command) as terminal:
        return terminal.wait_for(words)


def _settled(command: list[str], words: str) -> None:
    with Terminal(command) as terminal:
        terminal.wait_for(words)
        terminal.settle(3)


def _key_to_frame(folder: Path) -> None:
    longest = max(SEEDS.glob("*.txt"), key=lambda path: path.stat().st_size)
    seed = _keys([*JINBIAO, "--db", str(folder / "seed.db"), "review", str(longest)])
    db = folder / "long.db"
    _run([sys.executable, "-c", FILL, str(db), str(longest), str(LONG), str(SPANS)])
    long = _keys([*JINBIAO, "--db", str(db), "--as", "bench", "review"])
    for name, times in (("longest seed", seed), (f"{LONG:,} characters, {SPANS:,} spans", long)):
        line(
            f"n to frame, {name}",
            f"{median(times) * 1000:.1f} ms",
            f"p95 {percentile(times, 0.95) * 1000:.1f} ms",
        )
    ratio = percentile(long, 0.95) / percentile(seed, 0.95)
    line("p95 of the long article to the seed's", "", "", ratio)


def _keys(command: list[str]) -> list[float]:
    with Terminal(command) as terminal:
        terminal.wait_for("jinbiao")
        terminal.settle(4)  # suggestions have come, the worker has gone
        return [terminal.key_to_frame("n") for _ in range(KEYS)]


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
