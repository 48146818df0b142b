"""One visitor: what a browser sends goes to a process of their own, what that draws goes back."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import Any

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

END_SECONDS = 10.0
"""How long a process may take to end by itself when its visitor is gone."""
HEARTBEAT_SECONDS = 15.0
CLOSE_SECONDS = 1.0
"""How long a browser may take to agree that the socket closes."""
LARGEST = 1000
"""Cells in a row or a column: what no window has is somebody's mistake."""


class Visit:
    """A process that runs `command` and the socket it is seen through, until either ends."""

    def __init__(self, command: str) -> None:
        self._command = command
        self._socket = web.WebSocketResponse(heartbeat=HEARTBEAT_SECONDS, timeout=CLOSE_SECONDS)

    async def run(self, request: web.Request) -> web.WebSocketResponse:
        """Answer `request`, which asks for the socket, for as long as the visit lasts."""
        await self._socket.prepare(request)
        bench = _Bench(
            self._command,
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
    """A process that closes its socket when it ends in whatever way."""

    async def run(self) -> None:
        try:
            # Where a process has ended by the time it is looked at, the reader of its errors is
            # cancelled before it began, and whoever waits for that is told of a cancellation.
            with suppress(asyncio.CancelledError):
                await super().run()
        finally:
            await self.remote_close()

    async def end(self) -> None:
        """Ask the process to end; one that does not is killed."""
        try:
            await asyncio.wait_for(self.stop(), END_SECONDS)
        except TimeoutError:
            if self._process is not None and self._process.returncode is None:
                self._process.kill()


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
