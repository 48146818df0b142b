"""Importing from within the bench: a process of its own does it, one at a time."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from text.errors import JinbiaoError
from text.json_line import json_line
from text.scheme import Scheme

LONGEST_LINE = 2**20
"""Bytes: a path or an error is one line."""


class ImportFailedError(JinbiaoError):
    """The importing process did not start, or died."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How far an import is: of `total` files, articles that are new, known and unreadable.

    `latest` is the source of the last one, `faults` what could not be read and why.
    """

    total: int = 0
    new: int = 0
    known: int = 0
    latest: str = ""
    faults: tuple[str, ...] = ()

    @property
    def done(self) -> int:
        """How many articles were dealt with."""
        return self.new + self.known + len(self.faults)

    def after(self, told: dict[str, str | int]) -> Tally:
        """The tally once the process has `told` this."""
        match told:
            case {"total": int(total)}:
                return replace(self, total=total)
            case {"new": str(source)}:
                return replace(self, new=self.new + 1, latest=source)
            case {"known": str(source)}:
                return replace(self, known=self.known + 1, latest=source)
            case {"fault": str(fault)}:
                return replace(self, faults=(*self.faults, fault))
        return self


class Importer:
    """Imports into the store at `db`; `tally` is how far it is, None when nothing is under way.

    `ended` is told the last tally, and whether it was stopped.
    """

    def __init__(
        self, db: Path, person: str, scheme: Scheme, ended: Callable[[Tally, bool], None]
    ) -> None:
        self._db = db
        self._person = person
        self._scheme = scheme
        self._ended = ended
        self._task: asyncio.Task[None] | None = None
        self.tally: Tally | None = None

    def start(self, paths: Sequence[str]) -> bool:
        """Begin to import; False where an import is under way already."""
        if self.tally is not None:
            return False
        self.tally = Tally()
        self._task = asyncio.create_task(self._run(paths))
        return True

    def stop(self) -> None:
        """Leave the rest; what was imported stays."""
        if self._task is not None:
            self._task.cancel()

    async def _run(self, paths: Sequence[str]) -> None:
        tally, stopped = Tally(), True
        try:
            async for told in self._told(paths):
                tally = self.tally = tally.after(told)
            stopped = False
        except JinbiaoError as error:
            tally, stopped = tally.after({"fault": str(error)}), False
        finally:
            self.tally = None
            self._ended(tally, stopped)

    async def _told(self, paths: Sequence[str]) -> AsyncIterator[dict[str, str | int]]:
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-P", "-m", "tui.jobs.import_worker"),  # -P: no module of the current folder
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                limit=LONGEST_LINE,
            )
        except OSError as error:
            raise ImportFailedError(f"the importing process does not start: {error}") from error
        try:
            if process.stdin is None or process.stdout is None:
                raise ImportFailedError("the importing process has no pipes")
            process.stdin.write(self._asked(paths).encode() + b"\n")
            process.stdin.close()
            while line := await process.stdout.readline():
                yield json.loads(line)
            if await process.wait():
                status = process.returncode
                raise ImportFailedError(f"the importing process has ended (status {status})")
        finally:
            if process.returncode is None:
                process.kill()

    def _asked(self, paths: Sequence[str]) -> str:
        scheme = self._scheme.source
        asked = {"db": str(self._db), "person": self._person, "scheme": scheme, "paths": [*paths]}
        return json_line(asked)
