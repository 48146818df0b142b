"""Gold to measure with: lines of a gold set, or a `NAME.json` beside the article `NAME.txt`.

Both hold `text` and `spans`. Where the file as it came is found, spans are placed by their offsets
in it, else by those in `text`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from text.alignment import Range
from text.errors import UnreadableInputError
from text.json_lines import not_utf8, read_json_lines
from text.span import Span

Record = Mapping[str, Any]
Kind = TypeVar("Kind")


class GoldError(UnreadableInputError):
    """A file that holds no gold, or none that fits its article."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What is true of one article.

    `file` is the article as it came; without one, `text` stands for it. Spans and `unscored`
    ranges are half-open code points of that one. `layers` are those that were annotated, None for
    all.
    """

    name: str
    file: Path | None
    text: str
    spans: tuple[Span, ...]
    unscored: tuple[Range, ...] = ()
    layers: frozenset[str] | None = None


def find_gold(paths: Iterable[Path]) -> Iterator[Path | GoldError]:
    """The gold files behind `paths`; a folder stands for the `.json` and `.jsonl` files below it.

    What cannot be taken comes as the error to tell, in its place.
    """
    for path in paths:
        if not path.is_dir():
            yield path if path.exists() else GoldError(f"{path} does not exist")
            continue
        found = sorted(file for file in path.rglob("*.json*") if file.suffix in (".json", ".jsonl"))
        yield from found
        if not found:
            yield GoldError(f"folder {path} has no gold in it (.json, .jsonl)")


def read_gold(path: Path, articles: Path | None = None) -> Iterator[Gold]:
    """The gold in the file at `path`, finished articles only.

    Its articles are looked for in the folder `articles`, beside `path`, and where their `source`
    says. Raises UnreadableInputError, GoldError for what is in it.
    """
    if path.suffix == ".json":
        yield _gold(_record(_value(path), str(path)), path, str(path), articles)
        return
    for line in read_json_lines(path):
        place = f"{path}:{line.number}"
        if line.fault:
            raise GoldError(f"{place}: {line.fault}")
        if _is_finished(record := _record(line.value, place)):
            yield _gold(record, path, place, articles)


def _value(path: Path) -> object:
    try:
        return json.loads(path.read_bytes().decode())
    except OSError as error:
        raise GoldError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise GoldError(f"{path} is no JSON: {not_utf8(error)}") from None
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{path} is no JSON: {error}") from None


def _record(value: object, place: str) -> Record:
    if not isinstance(value, Mapping):
        raise GoldError(f"{place} is no gold: it has to be an object with `text` and `spans`")
    return value


def _is_finished(record: Record) -> bool:
    """Whether somebody said that these spans are all there are."""
    done: bool = _meta(record).get("status", "done") == "done"
    return done and record.get("answer", "accept") == "accept"


def _meta(record: Record) -> Record:
    meta = record.get("meta")
    return meta if isinstance(meta, Mapping) else {}


def _gold(record: Record, path: Path, place: str, articles: Path | None) -> Gold:
    try:
        return _typed_gold(record, path, articles)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        wrong = f"{type(error).__name__}: {error}"
        raise GoldError(f"{place} is no gold with `text` and `spans` ({wrong})") from None


def _typed_gold(record: Record, path: Path, articles: Path | None) -> Gold:
    source = _typed(record.get("source") or _meta(record).get("source") or "", str)
    file = _article_file(record, path, source, articles)
    entries = _typed(record["spans"], list)
    in_raw = file is not None and any("raw_start" in entry for entry in entries)
    spans = [
        (_span(entry, "raw_" if in_raw else ""), entry.get("scored", True)) for entry in entries
    ]
    layers = record.get("layers")
    return Gold(
        source or path.with_suffix(".txt").name,
        file,
        _typed(record["text"], str),
        tuple(span for span, scored in spans if scored),
        tuple((span.start, span.end) for span, scored in spans if not scored),
        None if layers is None else frozenset(_typed(layers, list)),
    )


def _span(entry: Record, prefix: str) -> Span:
    """The span of an entry; a range that is not scored needs no label."""
    return Span(
        _typed(entry[f"{prefix}start"], int),
        _typed(entry[f"{prefix}end"], int),
        _typed(entry["label"] if entry.get("scored", True) else "", str),
        _typed(entry.get("attributes") or {}, dict),
    )


def _typed(value: object, kind: type[Kind]) -> Kind:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _article_file(record: Record, path: Path, source: str, articles: Path | None) -> Path | None:
    """The article as it came, if it is found; one that has changed since is another article."""
    name = Path(source).name if source else path.with_suffix(".txt").name
    folders = [articles] if articles else []
    candidates = [*(folder / name for folder in folders), path.parent / name]
    if source:
        candidates.append(Path(source))
    wanted = _meta(record).get("raw_sha256")
    for candidate in candidates:
        if candidate.is_file() and wanted in (None, sha256(candidate.read_bytes()).hexdigest()):
            return candidate
    return None
