"""One visitor: what a browser sends goes to a process of their own, what that draws goes back."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import Any

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from tui.tour.asked import ASKED_FOR_TOUR

END_SECONDS = 10.0
"""How long a process may take to end by itself when its visitor is gone."""
HEARTBEAT_SECONDS = 15.0
CLOSE_SECONDS = 1.0
"""How long a browser may take to agree that the socket closes."""
LARGEST = 1000
"""Cells in a row or a column: what no window has is somebody's mistake."""


class Visit:
    """A process that runs `bench` and the socket it is seen through, until either ends.

    Where the bench is left for the tour, `tour` is run, and then the bench again.
    """

    def __init__(self, bench: str, tour: str) -> None:
        self._commands = bench, tour
        self._socket = web.WebSocketResponse(heartbeat=HEARTBEAT_SECONDS, timeout=CLOSE_SECONDS)

    async def run(self, request: web.Request) -> web.WebSocketResponse:
        """Answer `request`, which asks for the socket, for as long as the visit lasts."""
        await self._socket.prepare(request)
        bench = _Bench(
            *self._commands,
            write_bytes=self._show,
            write_str=self._say,
            close=self.end,
            download_manager=DownloadManager(),
        )
        await bench.start(_cells(request.query.get("width")), _cells(request.query.get("height")))
        try:
            await self._listen(bench)
        finally:
            await bench.end()
        return self._socket

    async def end(self) -> None:
        """Close the socket; `run` ends the process then."""
        await self._socket.close()

    async def _listen(self, bench: AppService) -> None:
        async for message in self._socket:
            if message.type is not WSMsgType.TEXT:
                continue
            match _decoded(message.data):
                case ["stdin", str() as typed]:
                    await bench.send_bytes(typed.encode())
                case ["resize", {"width": width, "height": height}]:
                    await bench.set_terminal_size(_cells(width), _cells(height))
                case ["focus", *_]:
                    await bench.focus()
                case ["blur", *_]:
                    await bench.blur()
                case ["ping", sent]:
                    await self._socket.send_json(["pong", sent])

    async def _show(self, drawn: bytes) -> None:
        # A process that is ending still draws; were that not taken, it would wait for ever.
        with suppress(ConnectionError):
            await self._socket.send_bytes(drawn)

    async def _say(self, told: str) -> None:
        with suppress(ConnectionError):
            await self._socket.send_str(told)


class _Bench(AppService):
    """A process after the other, which are one bench to whoever looks; the last closes the socket.

    It is over with the bench's own end, or once it is told to end.
    """

    def __init__(self, bench: str, tour: str, **hooks: Any) -> None:
        super().__init__(bench, **hooks)
        self._following = {(bench, ASKED_FOR_TOUR): tour, (tour, 0): bench}
        self._size = (0, 0)
        self._ending = False

    async def start(self, width: int, height: int) -> None:
        self._size = width, height
        await super().start(width, height)

    async def set_terminal_size(self, width: int, height: int) -> None:
        self._size = width, height
        await super().set_terminal_size(width, height)

    async def run(self) -> None:
        try:
            while (status := await self._see_through()) is not None and not self._ending:
                following = self._following.get((self.command, status))
                if following is None:
                    break
                self.command = following
                await self._open_app_process(*self._size)
        finally:
            await self.remote_close()

    async def _see_through(self) -> int | None:
        """Pass on what the process draws until it ends; its exit status."""
        # Where a process has ended by the time it is looked at, the reader of its errors is
        # cancelled before it began, and whoever waits for that is told of a cancellation.
        with suppress(asyncio.CancelledError):
            await super().run()
        return await self._process.wait() if self._process else None

    async def on_meta(self, data: bytes) -> None:
        # An app says that it exits, and the next one may be on its way.
        if json.loads(data).get("type") != "exit":
            await super().on_meta(data)

    async def end(self) -> None:
        """Ask the process to end; one that does not is killed."""
        self._ending = True
        stopping = asyncio.create_task(self.stop())
        # To cancel it would end what looks at the process, and leave the process.
        try:
            await asyncio.wait({stopping}, timeout=END_SECONDS)
        finally:
            if not stopping.done() and self._process and self._process.returncode is None:
                self._process.kill()
        await stopping


def _cells(number: object) -> int:
    """`number` as a size of a terminal; a usual one where it is none."""
    try:
        return max(1, min(int(str(number)), LARGEST))
    except ValueError:
        return 80


def _decoded(message: str) -> Any:
    """What a browser sent; None for what is no JSON."""
    try:
        return json.loads(message)
    except ValueError:
        return None
