"""Whether a line that fits its schema also agrees with itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import pairwise
from typing import Any

from text.scheme import Scheme

Record = Mapping[str, Any]


def contradictions(line: Record, scheme: Scheme) -> Iterator[str]:
    """What does not hold in a gold or suggestion line that fits its schema, in words."""
    text, spans = line["text"], line["spans"]
    yield from _words("spans", spans, text)
    yield from _raw_order(spans)
    yield from _overlaps(spans, scheme)
    if "answer" in line:
        yield from _words("rejected", line["rejected"], text)
        yield from _suggested(spans, text)
        yield from _ids(spans)
        yield from _relations(line["relations"], spans)
        yield from _hashes(line)


def _words(name: str, spans: Iterable[Record], text: str) -> Iterator[str]:
    for index, span in enumerate(spans):
        start, end = span["start"], span["end"]
        if not start < end <= len(text):
            yield f"{name}[{index}]: {start}:{end} is no range within 0:{len(text)}"
        elif text[start:end] != span["text"]:
            yield f"{name}[{index}]: {start}:{end} reads {text[start:end]!r}, not {span['text']!r}"


def _suggested(spans: Iterable[Record], text: str) -> Iterator[str]:
    for index, span in enumerate(spans):
        suggested = span.get("suggested")
        if suggested and not suggested["start"] < suggested["end"] <= len(text):
            yield (
                f"spans[{index}].suggested: {suggested['start']}:{suggested['end']} is no range"
                f" within 0:{len(text)}"
            )


def _raw_order(spans: Iterable[Record]) -> Iterator[str]:
    """Raw ranges are not empty, and run in the order of the clean ones."""
    for index, span in enumerate(spans):
        if span["raw_start"] >= span["raw_end"]:
            yield f"spans[{index}]: the raw range {span['raw_start']}:{span['raw_end']} is empty"
    for edge in ("start", "end"):
        ordered = sorted(spans, key=lambda span: (span[edge], span[f"raw_{edge}"]))
        for before, after in pairwise(ordered):
            if before[f"raw_{edge}"] > after[f"raw_{edge}"]:
                yield (
                    f"raw_{edge} runs against the text: {before[f'raw_{edge}']} at {before[edge]},"
                    f" {after[f'raw_{edge}']} at {after[edge]}"
                )


def _overlaps(spans: Iterable[Record], scheme: Scheme) -> Iterator[str]:
    layers = {label.name: label.layer for label in scheme.labels}
    by_layer: dict[str, list[Record]] = defaultdict(list)
    for span in spans:
        # Of a label from another scheme nothing is known but that it goes with itself.
        label: str = span["label"]
        by_layer[layers.get(label, label)].append(span)
    for layer, members in by_layer.items():
        members.sort(key=lambda span: (span["start"], span["end"]))
        furthest = members[0]
        for span in members[1:]:
            if span["start"] < furthest["end"]:
                yield (
                    f"{furthest['start']}:{furthest['end']} {furthest['label']} and"
                    f" {span['start']}:{span['end']} {span['label']} overlap in layer {layer}"
                )
            furthest = max(furthest, span, key=lambda span: span["end"])


def _ids(spans: Iterable[Record]) -> Iterator[str]:
    counted = Counter(span["id"] for span in spans)
    yield from (f"span id {name} is there {n} times" for name, n in counted.items() if n > 1)


def _relations(relations: Iterable[Record], spans: Iterable[Record]) -> Iterator[str]:
    ids = {span["id"] for span in spans}
    for index, relation in enumerate(relations):
        for end in ("head", "child"):
            if relation[end] not in ids:
                yield f"relations[{index}].{end}: there is no span {relation[end]}"
        if relation["head"] == relation["child"]:
            yield f"relations[{index}]: {relation['head']} is related to itself"


def _hashes(line: Record) -> Iterator[str]:
    meta = line["meta"]
    # JSON can hold lone surrogates, UTF-8 cannot.
    digest = sha256(line["text"].encode("utf-8", "surrogatepass")).hexdigest()
    if digest != meta["text_sha256"]:
        yield f"meta.text_sha256 is not that of the text, {digest}"
    if not meta["raw_sha256"].startswith(line["id"]):
        yield f"id {line['id']} is not the beginning of meta.raw_sha256"
