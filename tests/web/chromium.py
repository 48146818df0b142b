"""A Chromium without a window, driven by its own protocol."""

from __future__ import annotations

import asyncio
import base64
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import aiohttp

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 60.0
"""Seconds to wait for something to happen: machines may be busy."""
FLAGS = (
    *("--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    *("--remote-debugging-port=0", "--window-size=1200,800", "about:blank"),
)


async def end(process: asyncio.subprocess.Process) -> None:
    """Have a process end: by its own means, and without them where it does not."""
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), PATIENCE)
    except TimeoutError:
        process.kill()
        await process.wait()


class Chromium:
    """One page; `asked` is every address it asked for, `refused` what its policy stopped."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.refused: list[str] = []
        self._folder = Path(tempfile.mkdtemp(prefix="jbchromium"))
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._sent = 0

    async def __aenter__(self) -> Self:
        assert CHROMIUM
        # Root has no sandbox to give.
        as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
        self._process = await asyncio.create_subprocess_exec(
            *(CHROMIUM, f"--user-data-dir={self._folder}", *as_root, *FLAGS),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        port_file = self._folder / "DevToolsActivePort"
        await self.until(lambda: port_file.exists() and port_file.read_text().count("\n") > 0)
        port = port_file.read_text().splitlines()[0]
        self._http = aiohttp.ClientSession()
        async with self._http.get(f"http://127.0.0.1:{port}/json") as answer:
            targets = await answer.json()
        page = next(target for target in targets if target["type"] == "page")
        self._socket = await self._http.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0)
        self._hearing = asyncio.create_task(self._hear())
        for domain in ("Page", "Runtime", "Network", "Log"):
            await self.send(f"{domain}.enable")
        return self

    async def __aexit__(self, *_: object) -> None:
        self._hearing.cancel()
        await self._http.close()
        await end(self._process)
        shutil.rmtree(self._folder, ignore_errors=True)

    async def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The answer to one command of the protocol."""
        self._sent += 1
        answer = self._answers[self._sent] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": self._sent, "method": method, "params": parameters})
        return await asyncio.wait_for(answer, PATIENCE)

    async def open(self, address: str) -> None:
        """Go to a page."""
        await self.send("Page.navigate", url=address)

    async def tell(self, script: str) -> Any:
        """What `script` is in the page."""
        answer = await self.send("Runtime.evaluate", expression=script, returnByValue=True)
        return answer["result"]["result"].get("value")

    async def press(self, keys: str) -> None:
        """Press the keys of these characters."""
        for key in keys:
            await self.send("Input.dispatchKeyEvent", type="keyDown", text=key, key=key)
            await self.send("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def shot(self) -> bytes:
        """The page as a PNG file."""
        answer = await self.send("Page.captureScreenshot")
        return base64.b64decode(answer["result"]["data"])

    async def until(self, holds: Callable[[], Any]) -> None:
        """Return as soon as `holds` does. Raises TimeoutError when it never does."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await asyncio.sleep(0.05)

    async def until_told(self, script: str) -> None:
        """Return as soon as `script` is true in the page."""
        async with asyncio.timeout(PATIENCE):
            while not await self.tell(script):
                await asyncio.sleep(0.05)

    async def _hear(self) -> None:
        async for message in self._socket:
            told = message.json()
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told)
            elif told["method"] == "Network.requestWillBeSent":
                self.asked.append(told["params"]["request"]["url"])
            elif told["method"] == "Network.webSocketCreated":
                self.asked.append(told["params"]["url"])
            elif told["method"] == "Log.entryAdded":
                self.refused.append(told["params"]["entry"]["text"])
