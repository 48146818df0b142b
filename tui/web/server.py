"""The web server: a page, its files and a socket, all of them below the token."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import socket
from collections.abc import Callable
from html import escape
from pathlib import Path
from string import Template

import textual_serve.server
from aiohttp import web
from aiohttp.typedefs import Handler

from text.errors import UsageError
from tui.web.gate import Gate, comes_from_here
from tui.web.visit import END_SECONDS, Visit

OURS = Path(__file__).parent / "page"
THEIRS = Path(textual_serve.server.__file__).parent / "static"
FILES = {
    "page.css": OURS / "page.css",
    "page.js": OURS / "page.js",
    "terminal.css": THEIRS / "css" / "xterm.css",
    "terminal.js": THEIRS / "js" / "textual.js",
    "mono.ttf": THEIRS / "fonts" / "RobotoMono-VariableFont_wght.ttf",
}
"""Every file that is ever sent."""

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
    " img-src 'self' data:; connect-src 'self' {sockets}; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
"""Nothing from outside. The terminal writes its colours as style elements; some browsers do not
take a socket for part of 'self'."""
PORT_REFUSED = {errno.EADDRINUSE, errno.EACCES}
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class BenchServer:
    """Shows the app that `bench` runs to those whom `gate` lets in, a process for each.

    `tour` is run in its place for whoever asks for the tour.
    """

    def __init__(self, gate: Gate, bench: str, tour: str) -> None:
        self._gate = gate
        self._commands = bench, tour
        self._visits: set[Visit] = set()

    def app(self) -> web.Application:
        """The routes, for aiohttp to serve."""
        app = web.Application(middlewares=[self._let_in])
        app.add_routes(
            [
                web.get("/{token}/", self._page),
                web.get("/{token}/static/{name}", self._file),
                web.get("/{token}/socket", self._socket),
            ]
        )
        app.on_response_prepare.append(_add_headers)
        app.on_shutdown.append(self._end_visits)
        return app

    @web.middleware
    async def _let_in(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        # What has no such route has no token either, and is refused like a wrong one.
        if not self._gate.admits(request, request.match_info.get("token", "")):
            raise web.HTTPForbidden
        return await handler(request)

    async def _page(self, request: web.Request) -> web.Response:
        page = Template((OURS / "page.html").read_text(encoding="utf-8"))
        socket = f"ws://{request.host}/{self._gate.token}/socket"
        return web.Response(text=page.substitute(socket=escape(socket)), content_type="text/html")

    async def _file(self, request: web.Request) -> web.FileResponse:
        path = FILES.get(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound
        return web.FileResponse(path)

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        if not comes_from_here(request):
            raise web.HTTPForbidden
        visit = Visit(*self._commands)
        self._visits.add(visit)
        try:
            return await visit.run(request)
        finally:
            self._visits.discard(visit)

    async def _end_visits(self, _app: web.Application) -> None:
        await asyncio.gather(*(visit.end() for visit in list(self._visits)))


async def serve(server: BenchServer, host: str, port: int, announce: Callable[[int], None]) -> int:
    """Serve until a signal says to end; returns the exit status.

    `announce` is told the port, which the system chooses for 0. Every visitor's process has ended
    when this returns. Raises UsageError where there is no such place, or it is taken.
    """
    runner = web.AppRunner(server.app(), access_log=None, shutdown_timeout=2 * END_SECONDS)
    await runner.setup()
    try:
        ended = _signalled()
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            raise UsageError(f"cannot serve at {host}, port {port}: {_reason(error)}") from error
        announce(runner.addresses[0][1])
        return 128 + await ended
    finally:
        await runner.cleanup()


def _reason(error: OSError) -> str:
    """What is wrong with a place, in the system's words; asyncio puts its own around them."""
    if isinstance(error, socket.gaierror) or not error.errno:
        return error.strerror or str(error)
    other = "; --port 0 takes any that is free" if error.errno in PORT_REFUSED else ""
    return os.strerror(error.errno) + other


def _signalled() -> asyncio.Future[int]:
    """The number of the first signal that asks to end."""
    loop = asyncio.get_running_loop()
    first: asyncio.Future[int] = loop.create_future()

    def note(number: int) -> None:
        if not first.done():
            first.set_result(number)

    for number in SIGNALS:
        loop.add_signal_handler(number, note, number)
    return first


async def _add_headers(request: web.BaseRequest, response: web.StreamResponse) -> None:
    response.headers.pop("Server", None)
    response.headers.update(HEADERS)
    # The name is a hostile one where it is refused.
    sockets = f"ws://{request.host}" if response.status < 400 else ""
    response.headers["Content-Security-Policy"] = POLICY.format(sockets=sockets)
