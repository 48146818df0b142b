"""Whose a target is, where only its words are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from store.edit import Relation
from store.mark import Mark
from text.scheme import Scheme


def owners(
    scheme: Scheme, text: str, kept: Sequence[Mark], stored: Iterable[Relation]
) -> list[Relation]:
    """The relations among the spans `kept` (in text order): those stored, and those that follow.

    A span whose attribute of type span (`owner`) holds words, and which has no stored relation of
    that name, belongs to the nearest span of another layer with those very words: the last one that
    does not start after it, else the first one that does.
    """
    by_words: dict[str, list[Mark]] = defaultdict(list)
    for mark in kept:
        by_words[text[mark.span.start : mark.span.end]].append(mark)
    known: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in sorted(stored):
        known[relation.head, relation.label].append(relation)
    found = []
    for head in kept:
        for attribute in scheme.attributes_of(head.span.label):
            relations = known[head.id, attribute.name]
            words = head.span.attributes.get(attribute.name)
            found += relations
            if words and attribute.type == "span" and not relations:
                child = _nearest(scheme, head, by_words[words])
                found += [Relation(head.id, attribute.name, child.id)] if child else []
    return found


def _nearest(scheme: Scheme, head: Mark, candidates: Sequence[Mark]) -> Mark | None:
    layer = scheme.layer_of(head.span.label)
    others = [mark for mark in candidates if scheme.layer_of(mark.span.label) != layer]
    before = [mark for mark in others if mark.span.start <= head.span.start]
    after = [mark for mark in others if mark.span.start > head.span.start]
    return before[-1] if before else next(iter(after), None)
