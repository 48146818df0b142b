"""A server on a small store, in a process of its own."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Self

from store.store import Store
from suggest.version import SUGGESTER, VERSION
from tests.tui.conftest import FIRST, suggestions
from tests.web.chromium import PATIENCE, end
from text.loading import load_bytes
from text.scheme import default_scheme

PERSON = "安"


class Serving:
    """`jinbiao serve` at any free port; `address` is what it printed, `told` the lines below."""

    address: str
    told: list[str]

    def __init__(self, folder: Path) -> None:
        self.db = folder / "served.db"
        store = Store.open(self.db, PERSON, default_scheme())
        article = load_bytes(FIRST.encode(), "folder/0.txt")
        store.add(article)
        offers = suggestions(article.revision.text)
        store.put_suggestions(article.id, SUGGESTER, VERSION, offers)
        store.close()

    async def __aenter__(self) -> Self:
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tui", "--db", str(self.db), "--as", PERSON),
            *("serve", "--port", "0"),
            stdout=asyncio.subprocess.PIPE,
        )
        assert self.process.stdout
        output = self.process.stdout
        lines = [await asyncio.wait_for(output.readline(), PATIENCE) for _ in range(3)]
        self.address, *self.told = (line.decode().strip() for line in lines)
        return self

    async def __aexit__(self, *_: object) -> None:
        await end(self.process)

    def decided(self) -> int:
        """How many spans and rejections the store holds by now."""
        store = Store.open(self.db, PERSON, default_scheme())
        try:
            stats = store.stats()
            return sum(stats.decided.values())
        finally:
            store.close()

    def visitors(self) -> list[int]:
        """The process numbers of those who are served now."""
        return [
            int(process.name)
            for process in Path("/proc").glob("[0-9]*")
            if _parent(process) == self.process.pid
        ]


def _parent(process: Path) -> int | None:
    """The number of the parent of a process in /proc; None once it has ended."""
    try:
        state = (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return int(state[1]) if state[0] != "Z" else None
