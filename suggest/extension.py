"""A suggester that somebody else installed: asked like ours, trusted with nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import EntryPoint
from threading import Lock
from typing import Any, NoReturn, Protocol

from suggest.installed import identity, installed
from suggest.tokens import Token
from text.article import Zone
from text.span import Suggestion

Tell = Callable[[str], object]


class Suggester(Protocol):
    """What an entry point of the group `jinbiao.suggesters` makes when it is called.

    It is made once a process, where models may be loaded, and then asked about one article after
    another, not always by the same thread.
    """

    def suggest(
        self,
        text: str,
        *,
        tokens: Sequence[Token],
        title: str | None,
        published: str | None,
        zones: Sequence[Zone],
    ) -> Iterable[Suggestion]:
        """What it has to say of a clean `text`.

        Ranges are half-open code points of `text`, in any order, and may overlap; `score` (0 to 1)
        is how likely a reviewer accepts one, `by` the suggester where it is not the entry point's
        name. `tokens` cover the text; `published` is an ISO date or a part of one.
        """


@dataclass(frozen=True, slots=True)
class Extension:
    """An installed suggester under its `name`; `identity` has its version too."""

    name: str
    identity: str
    suggester: Suggester
    turn: Lock = field(default_factory=Lock, repr=False, compare=False)

    def suggest(
        self, text: str, labels: Mapping[str, str], tell: Tell, **about: Any
    ) -> list[Suggestion]:
        """Its suggestions for `text` that can stand; what cannot is told and left out.

        `labels` are those that may be suggested, `about` the other arguments of the suggester.
        """
        try:
            with self.turn:
                offers = list(self.suggester.suggest(text, **about))
        except Exception as error:  # noqa: BLE001 - a stranger's code can raise anything
            tell(f"suggester {self.identity} is left out: {type(error).__name__}: {error}")
            return []
        faults = [_fault(offer, len(text), labels) for offer in offers]
        for fault in dict.fromkeys(fault for fault in faults if fault):
            tell(f"suggester {self.identity}: left out {fault}")
        sound = (offer for offer, fault in zip(offers, faults, strict=True) if not fault)
        return [offer if offer.by else replace(offer, by=self.name) for offer in sound]


def load_extensions() -> list[Extension]:
    """The installed suggesters, ready to be asked; one that cannot be loaded says so when asked."""
    return [Extension(entry.name, identity(entry), _made(entry)) for entry in installed()]


def _made(entry: EntryPoint) -> Suggester:
    try:
        suggester: Suggester = entry.load()()
    except Exception as error:  # noqa: BLE001 - a stranger's code can raise anything
        return _Broken(error)
    return suggester


@dataclass(frozen=True, slots=True)
class _Broken:
    """Stands for a suggester that could not be made."""

    error: Exception

    def suggest(self, text: str, **about: object) -> NoReturn:  # noqa: ARG002 - as the protocol
        raise self.error


def _fault(offer: object, length: int, labels: Mapping[str, str]) -> str | None:
    """Why `offer` cannot stand in a text of `length` code points, None where it can."""
    if not isinstance(offer, Suggestion):
        return f"a {type(offer).__name__}, which is no Suggestion"
    return next(_faults(offer, length, labels), None)


def _faults(offer: Suggestion, length: int, labels: Mapping[str, str]) -> Iterator[str]:
    if not isinstance(offer.label, str) or offer.label not in labels:
        yield f"the label {offer.label!r:.60}, which the scheme does not have"
    if type(offer.start) is not int or type(offer.end) is not int:
        yield "a range that is not of whole numbers (int)"
    elif not 0 <= offer.start < offer.end <= length:
        yield "a range that is empty or not within the text"
    if not isinstance(offer.score, int | float) or not 0 <= offer.score <= 1:
        yield "a score that is not between 0 and 1"
    if not isinstance(offer.by, str) or not _is_plain(offer.attributes):
        yield "attributes, or a `by`, that are not strings"


def _is_plain(attributes: object) -> bool:
    return isinstance(attributes, Mapping) and all(
        isinstance(part, str) for pair in attributes.items() for part in pair
    )
