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
from typing import Any

from text.alignment import Range
from text.errors import UnreadableInputError
from text.span import Span

Record = Mapping[str, Any]


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
    says. Raises GoldError.
    """
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise GoldError(f"{path} cannot be read: {error}") from None
    if path.suffix == ".json":
        yield _gold(_record(content, str(path)), path, str(path), articles)
        return
    for number, line in enumerate(content.split("\n"), 1):
        place = f"{path}:{number}"
        if line.strip() and _is_finished(record := _record(line, place)):
            yield _gold(record, path, place, articles)


def _record(content: str, place: str) -> Record:
    try:
        record = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{place} is no JSON: {error}") from None
    if not isinstance(record, Mapping):
        raise GoldError(f"{place} is no gold: it has to be an object with `text` and `spans`")
    return record


def _is_finished(record: Record) -> bool:
    """Whether somebody said that these spans are all there are."""
    done: bool = _meta(record).get("status", "done") == "done"
    return done and record.get("answer", "accept") == "accept"


def _meta(record: Record) -> Record:
    meta = record.get("meta")
    return meta if isinstance(meta, Mapping) else {}


def _gold(record: Record, path: Path, place: str, articles: Path | None) -> Gold:
    try:
        text: str = record["text"]
        source: str | None = record.get("source") or _meta(record).get("source")
        file = _article_file(record, path, source, articles)
        entries = record["spans"]
        in_raw = file is not None and any("raw_start" in entry for entry in entries)
        keys = ("raw_start", "raw_end") if in_raw else ("start", "end")
        ranges = [(int(entry[keys[0]]), int(entry[keys[1]])) for entry in entries]
        scored = [entry.get("scored", True) for entry in entries]
        spans = tuple(
            Span(*place_, entry["label"], entry.get("attributes") or {})
            for place_, entry, counts in zip(ranges, entries, scored, strict=True)
            if counts
        )
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        wrong = f"{type(error).__name__}: {error}"
        raise GoldError(f"{place} is no gold with `text` and `spans` ({wrong})") from None
    unscored = tuple(r for r, counts in zip(ranges, scored, strict=True) if not counts)
    layers = record.get("layers")
    return Gold(
        source or path.with_suffix(".txt").name,
        file,
        text,
        spans,
        unscored,
        None if layers is None else frozenset(layers),
    )


def _article_file(
    record: Record, path: Path, source: str | None, articles: Path | None
) -> Path | None:
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
