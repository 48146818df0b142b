"""The process that holds the models: `python -m suggest.worker`, one JSON object a line each way.

It ends when its standard input does or when its parent has gone, and never writes anything but
messages to its standard output: what libraries print goes to standard error.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import BinaryIO

from suggest.messages import Message, Request, line, plain, read_request
from suggest.pipeline import Pipeline
from suggest.segmenter import Segmenter
from suggest.version import SUGGESTER, VERSION
from text.alternatives import alternatives
from text.article import Repair
from text.cleaning import clean
from text.options import Options
from text.plain import plain_revision, rulings_from

NICENESS = 10
_SECONDS_BETWEEN_LOOKS = 1.0

# What a request that is none, or an article that the grammar stumbles over, can raise.
FAULTS = (ArithmeticError, LookupError, MemoryError, RecursionError, TypeError, ValueError)

Send = Callable[[Message], None]


def main() -> None:
    """Serve requests until the standard input ends."""
    os.nice(NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the app, which then closes us
    threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    # A broken pipe means that the app has gone: nobody is left to tell.
    with suppress(BrokenPipeError), os.fdopen(_own_standard_output(), "wb") as output:
        serve(sys.stdin.buffer, _sender(output), Models())


class Models:
    """The models, each loaded when it is first asked for."""

    @cached_property
    def pipeline(self) -> Pipeline:
        """What suggests."""
        return Pipeline()

    @cached_property
    def segmenter(self) -> Segmenter:
        """What knows words."""
        return Segmenter()


def serve(requests: BinaryIO, send: Send, models: Models) -> None:
    """Say that the worker is ready, then answer each line of `requests`."""
    send({"type": "ready", "suggester": SUGGESTER, "version": VERSION})
    for request in requests:
        send(_answer(request, send, models))


def _answer(request_line: bytes, send: Send, models: Models) -> Message:
    """The answer to one line, or what was wrong with it: one bad article must not end the rest."""
    number = None
    try:
        message = json.loads(request_line)
        number = message["number"]
        match message["want"]:
            case "words":
                boundaries = models.segmenter.boundaries(message["text"])
                return {"type": "words", "number": number, "boundaries": boundaries}
            case "readings":
                spans = models.pipeline.readings(message["text"])
                places = [[span.start, span.end, span.label] for span in spans]
                return {"type": "readings", "number": number, "spans": places}
            case "revision":
                rulings = rulings_from(message["rulings"])
                revision = clean(message["raw"], rulings, Options.of(message["cleaner"]))
                return {"type": "revision", "number": number, "revision": plain_revision(revision)}
            case "alternatives":
                found = alternatives(message["raw"], Repair(*message["repair"]))
                readings = [[reading.text, reading.score] for reading in found]
                return {"type": "alternatives", "number": number, "readings": readings}
            case _:
                return _suggestions(read_request(message), number, send, models.pipeline)
    except FAULTS as error:
        return {"type": "error", "number": number, "message": f"{type(error).__name__}: {error}"}


def _suggestions(request: Request, number: int, send: Send, pipeline: Pipeline) -> Message:
    faults: list[str] = []
    suggestions = pipeline.suggest(
        request.text,
        title=request.title,
        published=request.published,
        zones=request.zones,
        on_progress=lambda done: send({"type": "progress", "number": number, "done": done}),
        on_fault=faults.append,
    )
    return {
        "type": "answer",
        "number": number,
        "suggestions": plain(suggestions),
        "suggester": SUGGESTER,
        "version": VERSION,
        "faults": faults,
    }


def _own_standard_output() -> int:
    """A descriptor of the standard output; descriptor 1 then leads to standard error."""
    own = os.dup(1)
    os.dup2(2, 1)
    return own


def _sender(output: BinaryIO) -> Send:
    def send(message: Message) -> None:
        output.write(line(message))
        output.flush()

    return send


def _leave_with(parent: int) -> None:
    """End this process when its parent is no longer `parent`, even in the middle of an article."""
    while os.getppid() == parent:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    os._exit(0)


if __name__ == "__main__":
    main()
