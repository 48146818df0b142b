"""The process that holds the models: `python -m suggest.worker`, one JSON object a line each way.

Words and long texts have lanes of their own: what is short is answered meanwhile. In a lane what
was asked for last comes first, and what is under way stands still for it.
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
from enum import Enum, auto
from functools import cached_property, partial
from typing import Any, BinaryIO

from suggest.lane import Lane
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
LONG = 20_000
"""Code points; a text that is longer takes more than a second."""
_SECONDS_BETWEEN_LOOKS = 1.0

# What a request that is none, or an article that the grammar stumbles over, can raise.
FAULTS = (ArithmeticError, LookupError, MemoryError, RecursionError, TypeError, ValueError)

Send = Callable[[Message], None]
GiveWay = Callable[[], None]


def main() -> None:
    """Serve requests until the standard input ends."""
    os.nice(NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the app, which then closes us
    threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    threading.excepthook = _end_with
    # A broken pipe means that the app has gone: nobody is left to tell.
    with suppress(BrokenPipeError), os.fdopen(_own_standard_output(), "wb") as output:
        serve(sys.stdin.buffer, _sender(output), Models())


class Models:
    """The models, each loaded when it is first asked for."""

    def __init__(self) -> None:
        self._loading = threading.Lock()

    @property
    def pipeline(self) -> Pipeline:
        """What suggests; two lanes may ask for it at once."""
        with self._loading:
            return self._pipeline

    @cached_property
    def _pipeline(self) -> Pipeline:
        return Pipeline()

    @cached_property
    def segmenter(self) -> Segmenter:
        """What knows words."""
        return Segmenter()


class Kind(Enum):
    """What requests are told apart by, so that none waits for another kind."""

    SHORT = auto()
    LONG = auto()
    WORDS = auto()


def serve(requests: BinaryIO, send: Send, models: Models) -> None:
    """Say that the worker is ready, then answer each line of `requests`, in no order."""
    send({"type": "ready", "suggester": SUGGESTER, "version": VERSION})
    lanes = {kind: Lane() for kind in Kind}
    for request in requests:
        try:
            message = json.loads(request)
        except ValueError as error:
            send(_refusal(None, error))
            continue
        lane = lanes[_kind(message)]
        lane.put(partial(_serve, message, send, models, lane.give_way))
    for lane in lanes.values():
        lane.finish()


def _kind(message: Any) -> Kind:
    """The kind of a message, which may be none."""
    asked = message if isinstance(message, dict) else {}
    if asked.get("want") == "words":
        return Kind.WORDS
    text = asked.get("text")
    return Kind.LONG if isinstance(text, str) and len(text) > LONG else Kind.SHORT


def _serve(message: Any, send: Send, models: Models, give_way: GiveWay) -> None:
    send(_answer(message, send, models, give_way))


def _answer(message: Any, send: Send, models: Models, give_way: GiveWay) -> Message:
    """The answer to a message, or what is wrong with it: one bad article must not end the rest."""
    number = None
    try:
        number = message["number"]
        match message["want"]:
            case "words":
                lengths = models.segmenter.lengths(message["text"], give_way)
                return {"type": "words", "number": number, "lengths": lengths}
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
                tell = partial(_tell_progress, number, send, give_way)
                return _suggestions(read_request(message), number, tell, models.pipeline)
    except FAULTS as error:
        return _refusal(number, error)


def _refusal(number: int | None, error: Exception) -> Message:
    return {"type": "error", "number": number, "message": f"{type(error).__name__}: {error}"}


def _tell_progress(number: int, send: Send, give_way: GiveWay, done: float) -> None:
    send({"type": "progress", "number": number, "done": done})
    give_way()


def _suggestions(
    request: Request, number: int, tell: Callable[[float], None], pipeline: Pipeline
) -> Message:
    faults: list[str] = []
    suggestions = pipeline.suggest(
        request.text,
        title=request.title,
        published=request.published,
        zones=request.zones,
        on_progress=tell,
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
    turn = threading.Lock()

    def send(message: Message) -> None:
        with turn:
            output.write(line(message))
            output.flush()

    return send


def _end_with(fault: threading.ExceptHookArgs) -> None:
    """End this process with a fault of one of its threads, which others would wait for."""
    threading.__excepthook__(fault)
    sys.stderr.flush()
    os._exit(1)


def _leave_with(parent: int) -> None:
    """End this process when its parent is no longer `parent`, even in the middle of an article."""
    while os.getppid() == parent:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    os._exit(0)


if __name__ == "__main__":
    main()
