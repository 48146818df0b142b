"""Validation: each thing that can be wrong with a line is found, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from store.formats.validation import Finding, validate
from text.errors import UnreadableInputError
from text.scheme import default_scheme, parse_scheme

TEXT = "甲公司产值1亿元，乙公司。"
Line = dict[str, Any]


def span(words: str, label: str, name: str, **more: Any) -> Line:
    """A gold span on the first place of `words`."""
    start = TEXT.index(words)
    return {
        "id": name,
        "start": start,
        "end": start + len(words),
        "raw_start": start + 1,
        "raw_end": start + 1 + len(words),
        "label": label,
        "text": words,
        "attributes": {},
        "origin": "added",
        "annotator": "ann",
        "decided": "2026-01-02T03:04:05Z",
        **more,
    }


@pytest.fixture
def line() -> Line:
    """A gold line with all there can be."""
    raw_sha256 = sha256(b"raw").hexdigest()
    suggested = {"start": 0, "end": 3, "label": "ORG", "attributes": {}, "score": 0.9}
    return {
        "id": raw_sha256[:16],
        "text": TEXT,
        "answer": "accept",
        "spans": [
            span("甲公司", "ORG", "a", origin="accepted", by="lac", suggested=suggested),
            span("产值1亿元", "RESULT", "b", attributes={"value": "1", "owner": "甲公司"}),
            span("乙公司", "ORG", "c"),
        ],
        "relations": [{"head": "b", "child": "a", "label": "owner"}],
        "rejected": [
            {"start": 0, "end": 1, "label": "LOC", "text": "甲", "by": "lac", "annotator": "ann"}
        ],
        "meta": {
            "source": "一.txt",
            "title": None,
            "published": "2024-03",
            "status": "done",
            "undecided": 0,
            "comment": None,
            "annotators": ["ann"],
            "reading": "ann",
            "scheme": "policy",
            "scheme_version": "1",
            "text_sha256": sha256(TEXT.encode()).hexdigest(),
            "raw_sha256": raw_sha256,
            "jinbiao": "0.1.0",
        },
    }


def suggestion_line(line: Line) -> Line:
    """The same article as `jinbiao suggest` prints it."""
    keys = ("start", "end", "raw_start", "raw_end", "label", "text", "attributes")
    return {
        "id": line["id"],
        "source": "一.txt",
        "title": None,
        "published": None,
        "text": TEXT,
        "spans": [{key: s[key] for key in keys} | {"score": 1, "by": "x"} for s in line["spans"]],
    }


def check(path: Path, *lines: Line | str) -> list[Finding]:
    """What is found in a file of these lines."""
    texts = [text if isinstance(text, str) else json.dumps(text) for text in lines]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8", errors="surrogatepass")
    return validate(path)


def test_good_lines_have_no_findings(tmp_path: Path, line: Line) -> None:
    """Gold and suggestion lines, with what other tools add to them, and blank lines."""
    more = {**deepcopy(line), "id": "0" * 16, "_input_hash": 1, "tokens": []}
    more["meta"]["raw_sha256"] = "0" * 64
    assert check(tmp_path / "gold.jsonl", line, "", more) == []
    assert check(tmp_path / "s.jsonl", suggestion_line(line)) == []
    assert check(tmp_path / "empty.jsonl") == []


def change(where: str, value: Any) -> Callable[[Line], None]:
    """Set a value at a path like `spans.0.start`; a callable gets the old one."""
    *path, last = [int(step) if step.isdigit() else step for step in where.split(".")]

    def apply(line: Line) -> None:
        holder: Any = line
        for step in path:
            holder = holder[step]
        holder[last] = value

    return apply


@pytest.mark.parametrize(
    ("where", "value", "message"),
    [
        ("id", "xyz", "id: 'xyz' does not match"),
        ("id", "0" * 16, "is not the beginning of meta.raw_sha256"),
        ("answer", "maybe", "answer: 'accept' was expected"),
        ("spans.0.start", -1, "spans[0].start: -1 is less than the minimum of 0"),
        ("spans.0.start", 0.0, "spans[0].start: 0.0 is not of type 'integer'"),
        ("spans.0.start", True, "spans[0].start: True is not of type 'integer'"),
        ("spans.0.end", 2, "spans[0]: 0:2 reads '甲公', not '甲公司'"),
        ("spans.0.end", 0, "spans[0]: 0:0 is no range"),
        ("spans.2.end", 99, f"spans[2]: 9:99 is no range within 0:{len(TEXT)}"),
        ("spans.0.text", "甲公", "spans[0]: 0:3 reads '甲公司', not '甲公'"),
        ("spans.0.raw_end", 1, "spans[0]: the raw range 1:1 is empty"),
        ("spans.0.raw_start", 0.5, "is not of type 'integer'"),
        ("spans.2.raw_start", 2, "raw_start runs against the text: 4 at 3, 2 at 9"),
        ("spans.0.suggested.end", 99, "spans[0].suggested: 0:99 is no range"),
        ("spans.0.origin", "added", "False schema does not allow 'lac'"),
        ("spans.1.origin", "corrected", "'by' is a required property"),
        ("spans.1.attributes.value", 1, "spans[1].attributes.value: 1 is not of type 'string'"),
        ("spans.1.attribute", {}, "Additional properties are not allowed"),
        ("spans.1.id", "a", "span id a is there 2 times"),
        ("spans.0.decided", "yesterday", "spans[0].decided: 'yesterday' does not match"),
        ("relations.0.child", "z", "relations[0].child: there is no span z"),
        ("relations.0.child", "b", "relations[0]: b is related to itself"),
        ("rejected.0.text", "乙", "rejected[0]: 0:1 reads '甲', not '乙'"),
        ("meta.text_sha256", "0" * 64, "meta.text_sha256 is not that of the text"),
        ("meta.published", "March", "meta.published: 'March' does not match"),
        ("meta.undecided", -1, "meta.undecided: -1 is less"),
        ("meta.status", "finished", "meta.status: 'finished' is not one of"),
        ("text", 7, "text: 7 is not of type 'string'"),
    ],
)
def test_each_fault_is_found(
    tmp_path: Path, line: Line, where: str, value: Any, message: str
) -> None:
    """With the line it is on and where in it."""
    bad = deepcopy(line)
    change(where, value)(bad)
    found = check(tmp_path / "gold.jsonl", bad)
    assert found
    assert all(finding.line == 1 for finding in found)
    assert any(message in finding.message for finding in found)


def test_overlaps_within_a_layer_are_found(tmp_path: Path, line: Line) -> None:
    """Also of spans that are not next to each other; across layers they are fine."""
    line["spans"].append(span("甲公司产值1亿元，乙", "LOC", "d"))
    line["spans"].append(span("甲公司产值1亿元，", "AIM", "e"))
    found = [finding.message for finding in check(tmp_path / "gold.jsonl", line)]
    assert found == [
        "0:3 ORG and 0:10 LOC overlap in layer entity",
        "0:10 LOC and 9:12 ORG overlap in layer entity",
        "0:9 AIM and 3:8 RESULT overlap in layer target",
    ]


def test_layers_are_those_of_the_scheme(tmp_path: Path, line: Line) -> None:
    """Of labels that it does not have, each is a layer of its own."""
    for gold_span in line["spans"]:
        gold_span["label"] = "X" + gold_span["label"]
    line["spans"].append(span("甲公司产值", "XLAW", "d"))
    path = tmp_path / "gold.jsonl"
    assert check(path, line) == []
    source = default_scheme().source
    for label in ("ORG", "RESULT"):
        source = source.replace(f'"{label}"', f'"X{label}"')
    source = source.replace('"LOC"', '"XLAW"')
    found = validate(path, parse_scheme(source, "x.toml"))
    assert [finding.message for finding in found] == [
        "0:3 XORG and 0:5 XLAW overlap in layer entity"
    ]


def test_an_article_may_stand_there_once(tmp_path: Path, line: Line) -> None:
    """The second line says where the first is."""
    (found,) = check(tmp_path / "gold.jsonl", line, "", line)
    assert found == Finding(3, f"id {line['id']} is that of line 1 already")


def test_suggestion_lines_are_checked_as_such(tmp_path: Path, line: Line) -> None:
    """Their own schema, and the same offsets."""
    bad = suggestion_line(line)
    bad["spans"][0]["score"] = 1.5
    (found,) = check(tmp_path / "s.jsonl", bad)
    assert found.message == "spans[0].score: 1.5 is greater than the maximum of 1"
    bad = suggestion_line(line)
    bad["spans"][0]["text"] = "丙"
    (found,) = check(tmp_path / "s.jsonl", bad)
    assert "reads '甲公司', not '丙'" in found.message


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("{", "no JSON: Expecting property name enclosed in double quotes at character 2"),
        ("\ud800", "no JSON in UTF-8: byte 1 (0xed) is not UTF-8"),
        ('{"id": NaN}', "NaN is no JSON number"),
        ("[" * 100_000, "no JSON: maximum recursion depth exceeded"),
        ("7", "is not of type 'object'"),
        ("{}", "is a required property"),
        ('{"\\u001b]0;x\\u0007": 1}', "is a required property"),
    ],
    ids=["cut", "surrogate", "NaN", "deep", "number", "empty", "escape"],
)
def test_a_line_that_is_no_record_is_a_finding(
    tmp_path: Path, line: Line, bad: str, message: str
) -> None:
    """Not a crash; and the lines around it are checked all the same."""
    found = check(tmp_path / "gold.jsonl", line, bad)
    assert {finding.line for finding in found} == {2}
    assert any(message in finding.message for finding in found)


def test_a_message_is_short_and_safe_to_print(tmp_path: Path, line: Line) -> None:
    """Whatever stands in the line."""
    line["spans"][0]["label"] = {"\x1b]0;title\x07": "長" * 10_000}
    for finding in check(tmp_path / "gold.jsonl", line):
        assert len(finding.message) <= 200
        assert finding.message.isprintable()


def test_a_text_with_a_lone_surrogate_is_hashed_all_the_same(tmp_path: Path, line: Line) -> None:
    """JSON can hold one: a wrong hash is found, nothing crashes."""
    line["text"] = TEXT[:-1] + "\ud800"
    found = check(tmp_path / "gold.jsonl", line)
    assert "text_sha256" in found[0].message


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A missing file and a folder."""
    for path in (tmp_path / "nowhere.jsonl", tmp_path):
        with pytest.raises(UnreadableInputError, match="cannot be read") as refused:
            validate(path)
        assert refused.value.exit_status == 3


@pytest.mark.parametrize("name", ["gold", "suggestion"])
def test_the_schemas_are_schemas(name: str) -> None:
    """JSON Schema 2020-12, shipped in the package."""
    source = files("store").joinpath("formats", "schemas", f"{name}.schema.json")
    Draft202012Validator.check_schema(json.loads(source.read_text(encoding="utf-8")))
