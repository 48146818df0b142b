"""Draw the README's screenshot: `.venv/bin/python docs/screenshot.py` writes docs/bench.svg."""

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
DECIDE = ["a", "a", "n", "a", "a", "a", "x", "a"]


async def draw(store: Store, picture: Path) -> None:
    """Open the bench, wait for its suggestions, decide a few, go to a target, and export that."""
    app = JinbiaoApp(store, default_scheme())
    async with app.run_test(size=(140, 36)) as pilot:
        while not (app.bench.page and app.bench.page.session.reading.marks):
            await pilot.pause(0.2)
        session = app.bench.page.session
        while not session.cursor.words.segmented:
            await pilot.pause(0.2)
        session.put_caret(session.text.index("新的一年,我们将坚定扛起"))
        await pilot.press("n", *DECIDE)
        session.put_caret(session.text.index("规上工业总产值突破"))
        await pilot.press("b", "w")
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
