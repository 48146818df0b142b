"""The app's side of the worker: a process of its own that is asked and answers; loads no model."""

from __future__ import annotations

import asyncio
import json
import sys
from array import array
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import accumulate, count
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Self

from suggest.messages import (
    Answer,
    Message,
    Request,
    alternatives_message,
    line,
    read_answer,
    readings_message,
    request_message,
    revision_message,
    words_message,
)
from text.article import Repair, Revision
from text.errors import JinbiaoError
from text.plain import revision_from
from text.span import Span

if TYPE_CHECKING:
    # The cleaner is slow to import, and this is imported by the process that draws.
    from text.cleaning import Rulings

__all__ = ["Answer", "NoAnswerError", "Request", "Worker", "WorkerError"]

_LONGEST_LINE = 2**30  # bytes; an answer is one line, and an article may be a book
_SECONDS_TO_LEAVE = 2.0


class WorkerError(JinbiaoError):
    """The suggestion process did not start, died, or could not take an article."""


class NoAnswerError(WorkerError):
    """It could not take an article, and goes on."""


class Worker:
    """A niced process that turns requests into answers.

    What is short does not wait for what is long. Used as `async with Worker() as worker`, or with
    `start` and `close`.
    """

    def __init__(self) -> None:
        self._process: Process | None = None
        self._listening: asyncio.Task[None] | None = None
        self._complaints = TemporaryFile()  # noqa: SIM115 - closed with the worker
        self._numbers = count(1)
        self._asked: dict[int, asyncio.Queue[Message | None]] = {}
        self._end = WorkerError("the suggestion process is not running")

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def start(self) -> None:
        """Start the process and wait until it listens. Raises WorkerError."""
        try:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-P", "-m", "suggest.worker"),  # -P: no module of the current folder is ours
                stdin=PIPE,
                stdout=PIPE,
                stderr=self._complaints,
                limit=_LONGEST_LINE,
            )
        except OSError as error:
            raise WorkerError(f"the suggestion process does not start: {error}") from error
        if await self._receive(self._process) is None:
            raise await self._death(self._process)
        self._listening = asyncio.create_task(self._listen(self._process))

    async def suggest(
        self, request: Request, on_progress: Callable[[float], None] | None = None
    ) -> Answer:
        """The answer to `request`; `on_progress` is told the part of the work (0 to 1) done.

        Raises WorkerError where the process has died, NoAnswerError where it cannot take the
        article; then it can be asked for others.
        """
        answer = await self._ask(partial(request_message, request), request.id, on_progress)
        return read_answer(answer, request.id)

    async def words(self, text: str) -> Sequence[int]:
        """The code points at which words of `text` begin. Raises WorkerError as `suggest` does."""
        answer = await self._ask(partial(words_message, text), "the words of a text")
        # A book has millions of words: an array takes a quarter of a list's memory.
        boundaries = array("q", accumulate(answer["lengths"], initial=0))
        boundaries.pop()
        return boundaries

    async def readings(self, text: str) -> list[Span]:
        """What LAC and the grammars take for spans of `text`, a line or two; right or not.

        Raises WorkerError as `suggest` does.
        """
        answer = await self._ask(partial(readings_message, text), "the readings of a line")
        return [Span(start, end, label) for start, end, label in answer["spans"]]

    async def revision(self, raw: str, rulings: Rulings, cleaner: str) -> Revision:
        """`raw` cleaned under `rulings`, with the options of the version `cleaner`.

        Raises WorkerError as `suggest` does.
        """
        answer = await self._ask(partial(revision_message, raw, rulings, cleaner), "a repair")
        return revision_from(answer["revision"])

    async def alternatives(self, raw: str, repair: Repair) -> list[tuple[str, float]]:
        """What `repair` may be instead, with the share of each (0 to 1), likeliest first.

        Raises WorkerError as `suggest` does.
        """
        answer = await self._ask(partial(alternatives_message, raw, repair), "a repair")
        return [(text, share) for text, share in answer["readings"]]

    async def close(self) -> None:
        """End the process and wait for it; does nothing where there is none."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin:
            process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), _SECONDS_TO_LEAVE)
        except TimeoutError:
            process.kill()
            await process.wait()
        if self._listening is not None:
            # Whoever waits for an answer is told that none comes.
            await self._listening
        self._complaints.close()

    async def _ask(
        self,
        message: Callable[[int], Message],
        what: str,
        on_progress: Callable[[float], None] | None = None,
    ) -> Message:
        """The answer to a request; `message` gives it its number."""
        if self._listening is None or self._listening.done():
            raise self._end
        number = next(self._numbers)
        answers = self._asked[number] = asyncio.Queue()
        try:
            await self._send(message(number))
            return await self._answer_among(answers, what, on_progress)
        finally:
            del self._asked[number]

    async def _send(self, message: Message) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.write(line(message))
            # Where the process has ended, who listens to it says so.
            with suppress(ConnectionError):
                await self._process.stdin.drain()

    async def _answer_among(
        self,
        answers: asyncio.Queue[Message | None],
        what: str,
        on_progress: Callable[[float], None] | None,
    ) -> Message:
        while message := await answers.get():
            match message["type"]:
                case "error":
                    raise NoAnswerError(f"no answer for {what}: {message['message']}")
                case "progress":
                    if on_progress:
                        on_progress(message["done"])
                case _:
                    return message
        raise self._end

    async def _listen(self, process: Process) -> None:
        """Give each answer to who asked, until the process ends."""
        while message := await self._receive(process):
            answers = self._asked.get(message["number"])
            if answers is not None:  # else its asker has gone
                answers.put_nowait(message)
        self._end = await self._death(process)
        for answers in self._asked.values():
            answers.put_nowait(None)

    async def _receive(self, process: Process) -> Message | None:
        """The next message of the process; None where it has ended."""
        answer = await process.stdout.readline() if process.stdout else b""
        return json.loads(answer) if answer else None

    async def _death(self, process: Process) -> WorkerError:
        status = await process.wait()
        self._complaints.seek(0)
        last_words = self._complaints.read().decode(errors="replace").strip().rpartition("\n")[2]
        said = f": {last_words}" if last_words else ""
        return WorkerError(f"the suggestion process has ended (status {status}){said}")
