"""Values as table rows and as JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from sys import intern
from typing import TYPE_CHECKING, Any

from store.database import Row
from store.edit import Relation, Rows
from store.mark import Mark, State
from text.alignment import Alignment
from text.article import Repair, Revision, Zone, ZoneKind
from text.json_line import json_line
from text.span import Span, Suggestion

if TYPE_CHECKING:
    # The cleaner itself is slow to import, and of no use here.
    from text.cleaning import Rulings


def revision_id(article_id: str, revision: Revision) -> str:
    """What names a revision in every store: 16 hex digits over what makes it what it is."""
    return body_id(article_id, revision.cleaner, body_row(revision))


def body_id(article_id: str, cleaner: str, body: Row) -> str:
    """The same from what `body_row` gave."""
    # With the repairs: one that a reviewer settled as it was differs in nothing but its certainty.
    text, alignment, repairs, _ = body
    parts = (article_id, cleaner, text, alignment, repairs)
    digests = (sha256(part.encode()).digest() for part in parts)
    return sha256(b"".join(digests)).hexdigest()[:16]


def body_row(revision: Revision) -> Row:
    """Text, alignment, repairs and zones."""
    return (
        revision.text,
        json_line(revision.alignment.to_numbers()),
        json_line([_repair_list(repair) for repair in revision.repairs]),
        json_line([[zone.kind, zone.start, zone.end] for zone in revision.zones]),
    )


def revision_of(raw_length: int, head: Row, body: Row) -> Revision:
    """The revision of a raw text of `raw_length` code points.

    `head` is cleaner, title and date of issue; `body` is what `body_row` gave.
    """
    cleaner, title, published = head
    text, alignment, repairs, zones = body
    return Revision(
        text=text,
        alignment=Alignment.from_numbers(raw_length, json.loads(alignment)),
        cleaner=cleaner,
        repairs=tuple(_repairs(json.loads(repairs))),
        zones=tuple(Zone(ZoneKind(kind), start, end) for kind, start, end in json.loads(zones)),
        title=title,
        published=published,
    )


def rulings_json(rulings: Rulings) -> str:
    """What was ruled, as `[kind, raw_start, raw_end, text or null]` in raw order."""
    ordered = sorted(rulings.items(), key=lambda ruling: (ruling[0][1:], ruling[0][0]))
    return json_line([[*repair, text] for repair, text in ordered])


def rulings_of(kept: str) -> Rulings:
    """What `rulings_json` wrote."""
    return {(kind, start, end): text for kind, start, end, text in json.loads(kept)}


def suggestion_row(suggestion: Suggestion) -> Row:
    """start, end, label, attributes, score, by."""
    return (
        suggestion.start,
        suggestion.end,
        suggestion.label,
        _attributes_json(suggestion.attributes),
        suggestion.score,
        suggestion.by,
    )


def suggestion_of(row: Row) -> Suggestion:
    """The suggestion in the columns that `suggestion_row` gives."""
    start, end, label, attributes, score, by = row
    return Suggestion(start, end, label, _attributes_of(attributes), score, by)


def span_row(mark: Mark, words: str) -> Row:
    """The columns of a decided mark on `words`: id to decided, then what was judged."""
    span = mark.span
    judged = suggestion_row(mark.suggested) if mark.suggested else (None,) * 6
    return (
        mark.id,
        span.start,
        span.end,
        span.label,
        _attributes_json(span.attributes),
        words,
        mark.state,
        mark.annotator,
        mark.decided,
        *judged,
    )


def mark_of(row: Row) -> Mark:
    """The decided mark in the columns that `span_row` gives."""
    mark_id, start, end, label, attributes, _, state, annotator, decided, *judged = row
    return Mark(
        id=mark_id,
        span=Span(start, end, label, _attributes_of(attributes)),
        state=State(state),
        suggested=suggestion_of(tuple(judged)) if judged[2] is not None else None,
        annotator=annotator,
        decided=decided,
    )


def rows_json(rows: Rows, words: Mapping[str, str]) -> str:
    """What the edit log keeps of one side of a change; `words` gives each mark's text by id."""
    kept: dict[str, object] = {}
    if rows.marks:
        kept["spans"] = [_mark_json(mark, words[mark.id]) for mark in rows.marks]
    if rows.relations:
        kept["relations"] = [list(relation) for relation in rows.relations]
    if rows.exceptions:
        kept["exceptions"] = list(rows.exceptions)
    if rows.fields:
        kept["reading"] = dict(rows.fields)
    return json_line(kept)


def rows_of(kept: str) -> Rows:
    """One side of a change from what `rows_json` wrote."""
    found: dict[str, Any] = json.loads(kept)
    return Rows(
        marks=tuple(_mark_from_json(mark) for mark in found.get("spans", ())),
        relations=tuple(Relation(*relation) for relation in found.get("relations", ())),
        exceptions=tuple(found.get("exceptions", ())),
        fields=found.get("reading", {}),
    )


def words_of(kept: str) -> dict[str, str]:
    """The words of each mark by its id, from what `rows_json` wrote."""
    found: dict[str, Any] = json.loads(kept)
    return {mark["id"]: mark["text"] for mark in found.get("spans", ())}


def _attributes_json(attributes: Mapping[str, str]) -> str:
    # Most spans have none, and a library is made of spans.
    return json_line(dict(attributes)) if attributes else "{}"


def _attributes_of(kept: str) -> dict[str, str]:
    attributes: dict[str, str] = json.loads(kept) if kept != "{}" else {}
    return attributes


def _repairs(lists: list[list[Any]]) -> Iterator[Repair]:
    """Repairs from lists of their fields; what stands in many of them is one object in memory."""
    for kind, start, end, raw_start, raw_end, before, after, certain in lists:
        same = intern(before), intern(after)
        yield Repair(intern(kind), start, end, raw_start, raw_end, *same, certain)


def _repair_list(repair: Repair) -> list[object]:
    return [
        repair.kind,
        repair.start,
        repair.end,
        repair.raw_start,
        repair.raw_end,
        repair.before,
        repair.after,
        repair.certain,
    ]


def _mark_json(mark: Mark, words: str) -> dict[str, object]:
    suggested = mark.suggested
    return {
        "id": mark.id,
        **_span_json(mark.span),
        "text": words,
        "state": mark.state,
        "annotator": mark.annotator,
        "decided": mark.decided,
        "suggested": suggested
        and {**_span_json(suggested), "score": suggested.score, "by": suggested.by},
    }


def _span_json(span: Span) -> dict[str, object]:
    return {
        "start": span.start,
        "end": span.end,
        "label": span.label,
        "attributes": dict(span.attributes),
    }


def _mark_from_json(kept: dict[str, Any]) -> Mark:
    suggested = kept["suggested"]
    return Mark(
        id=kept["id"],
        span=_span_from_json(kept),
        state=State(kept["state"]),
        suggested=suggested and Suggestion(**suggested),
        annotator=kept["annotator"],
        decided=kept["decided"],
    )


def _span_from_json(kept: Mapping[str, Any]) -> Span:
    return Span(kept["start"], kept["end"], kept["label"], kept["attributes"])
