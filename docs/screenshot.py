"""Draw the screenshot of the README: `.venv/bin/python docs/screenshot.py` writes docs/bench.svg."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from store.store import Store
from text.loading import load
from text.scheme import default_scheme
from tui.app import JinbiaoApp

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "seeds" / "004_203cf439d4644065.txt"
KEYS = ["n"] * 27 + ["a", "a", "a", "a", "a", "x", "a", "a", "right_curly_bracket", "n", "a", "n"]


async def draw(store: Store, picture: Path) -> None:
    """Open the bench, wait for its suggestions, decide a few, and export what is seen."""
    app = JinbiaoApp(store, default_scheme())
    async with app.run_test(size=(140, 36)) as pilot:
        while not (app.bench.page and app.bench.page.session.reading.marks):
            await pilot.pause(0.2)
        await pilot.press(*KEYS)
        await pilot.pause(0.5)
        picture.write_text(app.export_screenshot(title="jinbiao review seeds"), encoding="utf-8")


def main() -> None:
    """Draw on a store of its own."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "shot.db", "reviewer", default_scheme())
        store.add(load(ARTICLE))
        asyncio.run(draw(store, ROOT / "docs" / "bench.svg"))
        store.close()


if __name__ == "__main__":
    main()
