"""The bench in headless Chromium, and how the server and its visitors end."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer

import tui.web.visit
from tests.web.chromium import CHROMIUM, PATIENCE, Chromium
from tests.web.serving import PERSON, Serving
from tui.web.gate import gate_for
from tui.web.server import BenchServer

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed: apt install chromium"
)
KEY = "a-token-of-some-length"
DRAWN = "document.body?.classList.contains('-first-byte')"
CLOSED = "document.body?.classList.contains('-closed')"


@pytest.fixture
async def serving(tmp_path: Path) -> AsyncIterator[Serving]:
    """A server on one article with suggestions."""
    async with Serving(tmp_path) as serving:
        yield serving


async def until(holds: Callable[[], bool]) -> None:
    """Return as soon as `holds` does."""
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await asyncio.sleep(0.1)


async def test_the_address_is_told_with_what_to_do(serving: Serving) -> None:
    """How to use it and to end it, whose decisions it takes, and who can come."""
    assert serving.told == [
        f"open it in a browser: whoever has it decides as {PERSON}; Ctrl-C ends it",
        "it can be reached from this machine only",
    ]


@needs_chromium
async def test_a_visitor_decides_in_the_browser(serving: Serving) -> None:
    """Keys decide, q ends the visit, and the page asked for nothing from elsewhere."""
    async with Chromium() as browser:
        await browser.open(serving.address)
        await browser.until_told(DRAWN)
        await browser.press("aax")
        await browser.until(lambda: serving.decided() == 3)
        await browser.press("q")
        await browser.until_told(CLOSED)
        await until(lambda: not serving.visitors())
        here = urlsplit(serving.address).netloc
        assert len(browser.asked) >= 6
        assert {urlsplit(address).netloc for address in browser.asked} == {here}
        assert not [told for told in browser.refused if "Content Security Policy" in told]


@needs_chromium
async def test_a_page_that_is_left_ends_its_process_and_another_goes_on(serving: Serving) -> None:
    """Each visitor has a process; going elsewhere ends one, with its decisions kept."""
    async with Chromium() as one, Chromium() as two:
        await one.open(serving.address)
        await two.open(serving.address)
        await one.until_told(DRAWN)
        await two.until_told(DRAWN)
        assert len(serving.visitors()) == 2
        await one.press("a")
        await one.until(lambda: serving.decided() == 1)
        await one.open("about:blank")
        await until(lambda: len(serving.visitors()) == 1)
        assert not await two.tell(CLOSED)
        await two.press("q")
        await two.until_told(CLOSED)


class Visitor:
    """A socket as the page opens it, read all the time, as a browser does."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.told: list[object] = []
        self._reading = asyncio.create_task(self._read())

    async def type(self, keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            await self.socket.send_json(["stdin", key])

    async def resize(self, width: int, height: int) -> None:
        """Make the window another size, in cells."""
        await self.socket.send_json(["resize", {"width": width, "height": height}])

    async def sees(self, words: str) -> None:
        """Return as soon as these were drawn in one go, with no colours between them."""
        await until(lambda: words.encode() in b"".join(map(_drawn, self.told)))

    async def _read(self) -> None:
        async for message in self.socket:
            self.told.append(message.data)


def _drawn(told: object) -> bytes:
    return told if isinstance(told, bytes) else b""


async def visit(http: aiohttp.ClientSession, address: str) -> Visitor:
    """A visitor, once something was drawn for them."""
    parts = urlsplit(address)
    visitor = Visitor(
        await http.ws_connect(
            f"{address}socket?width=100&height=30", headers={"Origin": f"http://{parts.netloc}"}
        )
    )
    await until(lambda: bool(visitor.told))
    return visitor


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)]
)
async def test_a_signal_ends_the_server_and_all_its_visitors(
    serving: Serving, number: signal.Signals, status: int
) -> None:
    """With the status that shells know; no process stays behind."""
    async with aiohttp.ClientSession() as http:
        for _ in range(2):
            await visit(http, serving.address)
        visitors = serving.visitors()
        assert len(visitors) == 2
        serving.process.send_signal(number)
        assert await asyncio.wait_for(serving.process.wait(), PATIENCE) == status
        assert not any(Path(f"/proc/{pid}").exists() for pid in visitors)


async def test_visitors_end_by_themselves_when_the_server_was_killed(serving: Serving) -> None:
    """Nobody is left to tell them."""
    async with aiohttp.ClientSession() as http:
        there = await visit(http, serving.address)
        assert not there.socket.closed
        visitors = serving.visitors()
        assert len(visitors) == 1
        serving.process.kill()
        await until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in visitors))


async def test_a_process_that_dies_closes_its_page(serving: Serving) -> None:
    """The page can open another then."""
    async with aiohttp.ClientSession() as http:
        visitor = await visit(http, serving.address)
        os.kill(serving.visitors()[0], signal.SIGKILL)
        await until(lambda: visitor.socket.closed)
        await until(lambda: not serving.visitors())
        await visit(http, serving.address)


async def test_nonsense_through_the_socket_is_passed_over(serving: Serving) -> None:
    """The visit goes on."""
    async with aiohttp.ClientSession() as http:
        visitor = await visit(http, serving.address)
        for nonsense in ("", "[", "null", "{}", "[]", '["stdin"]', '["stdin", 1]', '["resize", 1]'):
            await visitor.socket.send_str(nonsense)
        await visitor.socket.send_bytes(b"nonsense")
        await visitor.socket.send_str('["resize", {"width": "x", "height": 99999999}]')
        await visitor.socket.send_str('["ping", "1"]')
        await until(lambda: '["pong", "1"]' in visitor.told)


async def test_the_tour_comes_and_the_bench_after_it(serving: Serving) -> None:
    """In the same page, one process after the other, the size of the window kept."""
    async with aiohttp.ClientSession() as http:
        visitor = await visit(http, serving.address)
        await visitor.sees("done")
        await visitor.resize(90, 28)
        bench = serving.visitors()
        visitor.told.clear()
        await visitor.type("\x10")
        await visitor.sees("find a command")
        await visitor.type("ten steps")
        await visitor.sees("a tour in ten steps")
        await visitor.type("\r")
        await visitor.sees("1/10")
        tour = serving.visitors()
        assert len(tour) == 1
        assert tour != bench
        visitor.told.clear()
        await visitor.type("q")
        await visitor.sees("嘉善")
        assert not visitor.socket.closed
        await visitor.type("q")
        await until(lambda: visitor.socket.closed)
        await until(lambda: not serving.visitors())


async def test_a_page_that_is_left_on_the_tour_ends_it(serving: Serving) -> None:
    """No bench comes after it: nobody would see it."""
    async with aiohttp.ClientSession() as http:
        visitor = await visit(http, serving.address)
        await visitor.sees("done")
        await visitor.type("\x10ten steps")
        await visitor.sees("a tour in ten steps")
        await visitor.type("\r")
        await visitor.sees("1/10")
        await visitor.socket.close()
        await until(lambda: not serving.visitors())


async def test_a_process_that_does_not_end_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked first, and has some time."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tui.web.visit, "END_SECONDS", 0.2)
    deaf = "trap '' TERM INT HUP; echo $$ > pid; echo __GANGLION__; while :; do sleep 0.1; done"
    server = BenchServer(gate_for("127.0.0.1", KEY), *[deaf] * 2)
    async with TestClient(TestServer(server.app())) as client:
        origin = str(client.make_url("/")).rstrip("/")
        async with client.ws_connect(f"/{KEY}/socket", headers={"Origin": origin}):
            await until(lambda: Path("pid").exists() and Path("pid").read_text().strip() != "")
        pid = Path("pid").read_text().strip()
        await until(lambda: not Path(f"/proc/{pid}").exists())
