"""The gold set as trainers read it: no glue between a line and a training example."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from store.formats.gold import gold_lines
from store.reading import Reading
from store.store import Store
from tests.store.building import find, place

ENTITIES = {"PER", "ORG", "LOC", "TITLE", "PROGRAM", "EVENT", "PROJECT"}


def spacy_example(line: dict[str, Any], labels: set[str]) -> tuple[str, dict[str, Any]]:
    """A training tuple of spaCy (`Example.from_dict`): the text and its character offsets."""
    spans = (s for s in line["spans"] if s["label"] in labels)
    return line["text"], {"entities": [(s["start"], s["end"], s["label"]) for s in spans]}


def prodigy_tokens_fit(line: dict[str, Any]) -> bool:
    """Whether a tokenizer of single characters, as Chinese recipes use, finds all edges."""
    edges = range(len(line["text"]) + 1)
    return all(s["start"] in edges and s["end"] in edges for s in line["spans"])


def test_entities_make_a_spacy_example(reading: Reading, store: Store) -> None:
    """One layer alone is what spaCy takes: offsets in order, none overlapping, words in place."""
    company = find(reading, "甘肃科技集团")
    reading.accept(company.id)
    reading.accept(find(reading, "张利明").id)
    reading.add(*place("2025年"), "EVENT")
    reading.finish()
    line = json.loads(next(gold_lines(store)))
    text, annotations = spacy_example(line, ENTITIES)
    entities = annotations["entities"]
    assert [(text[start:end], label) for start, end, label in entities] == [
        ("甘肃科技集团", "ORG"),
        ("张利明", "PER"),
        ("2025年", "EVENT"),
    ]
    assert all(before[1] <= after[0] for before, after in pairwise(entities))
    assert line["answer"] == "accept"
    assert prodigy_tokens_fit(line)
