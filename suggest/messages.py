"""What the app and the worker say to each other: one JSON object a line, in UTF-8.

To the worker goes a request; back come `ready` once, then for each request any number of
`progress` and one answer, or `error`. Offsets are half-open code points of
the request's text.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from text.article import Repair, Zone, ZoneKind
from text.plain import plain_repair, plain_rulings
from text.span import Suggestion

if TYPE_CHECKING:
    # The cleaner is slow to import, and this is imported by the process that draws.
    from text.cleaning import Rulings

Message = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Request:
    """An article to suggest for; `published` is an ISO date or None."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    zones: tuple[Zone, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The suggestions for the request `id`, and who made them in which version.

    `faults` say what installed suggesters did wrong.
    """

    id: str
    suggestions: tuple[Suggestion, ...]
    suggester: str
    version: str
    faults: tuple[str, ...] = ()


def line(message: Message) -> bytes:
    """A message as it goes over the pipe; lone surrogates and line ends are escaped."""
    return json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def request_message(request: Request, number: int) -> Message:
    """The request as plain data; `number` tells its answers from those to earlier requests."""
    return {
        "number": number,
        "want": "suggestions",
        "id": request.id,
        "text": request.text,
        "title": request.title,
        "published": request.published,
        "zones": [[zone.kind, zone.start, zone.end] for zone in request.zones],
    }


def words_message(text: str, number: int) -> Message:
    """A request for the word boundaries of `text`."""
    return {"number": number, "want": "words", "text": text}


def readings_message(text: str, number: int) -> Message:
    """A request for what LAC and the grammars take for spans of `text`."""
    return {"number": number, "want": "readings", "text": text}


def revision_message(raw: str, rulings: Rulings, cleaner: str, number: int) -> Message:
    """A request to clean `raw` under `rulings`, as the version `cleaner` did."""
    return {
        "number": number,
        "want": "revision",
        "raw": raw,
        "rulings": plain_rulings(rulings),
        "cleaner": cleaner,
    }


def alternatives_message(raw: str, repair: Repair, number: int) -> Message:
    """A request for what `repair` may be instead."""
    return {"number": number, "want": "alternatives", "raw": raw, "repair": plain_repair(repair)}


def read_request(message: Message) -> Request:
    """The request in a message. Raises KeyError, TypeError or ValueError where it is none."""
    text = message["text"]
    if not isinstance(text, str):
        raise TypeError(f"the text is a {type(text).__name__}")
    zones = tuple(Zone(ZoneKind(kind), start, end) for kind, start, end in message.get("zones", ()))
    return Request(message["id"], text, message.get("title"), message.get("published"), zones)


def plain(suggestions: Sequence[Suggestion]) -> list[list[Any]]:
    """Suggestions as plain data, field by field."""
    return [[s.start, s.end, s.label, dict(s.attributes), s.score, s.by] for s in suggestions]


def read_answer(message: Message, request_id: str) -> Answer:
    """The answer to the request `request_id` in a message of the worker."""
    suggestions = tuple(Suggestion(*fields) for fields in message["suggestions"])
    faults = tuple(message["faults"])
    return Answer(request_id, suggestions, message["suggester"], message["version"], faults)
