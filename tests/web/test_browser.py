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

from tests.web.chromium import CHROMIUM, PATIENCE, Chromium
from tests.web.serving import Serving

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed: apt install chromium"
)
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

    async def _read(self) -> None:
        async for message in self.socket:
            self.told.append(message.data)


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
