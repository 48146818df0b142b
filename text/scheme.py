"""What can be labelled: layers, labels and their attributes, read from a TOML file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from text.errors import UsageError
from text.toml_tables import Document, Refusal, Table, read_tables

ATTRIBUTE_TYPES = ("text", "number", "choice", "period", "span")
KEYS = "1234567890"

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_ARRAYS = frozenset({"layers", "labels", "attributes"})
_TOP_KEYS = frozenset({"name", "version"})


class SchemeError(UsageError):
    """A scheme file that cannot be used, or a label that its scheme does not have."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A plane of spans: within one no two overlap, across layers they nest freely."""

    name: str
    zh: str


@dataclass(frozen=True, slots=True)
class Label:
    """A name that spans of one layer can bear.

    `key` is the digit that gives it in the bench, empty where only the picker does; `colour` is
    `#rrggbb`; `was` lists earlier names of the same label. What ends in `_zh` is the Chinese of the
    same, empty where the scheme does not give it.
    """

    name: str
    zh: str
    layer: str
    key: str
    colour: str
    description: str
    examples: tuple[str, ...]
    was: tuple[str, ...]
    is_not: str = ""
    description_zh: str = ""
    is_not_zh: str = ""


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something said of a span that bears one of `labels`.

    `type` is one of `ATTRIBUTE_TYPES`. `choices` are the only values of a choice, and what is
    commonly meant in a text; `choices_zh` are the Chinese words for them, as many or none. `unit`
    is what a number is counted in, or the attribute that says so.
    """

    name: str
    zh: str
    labels: tuple[str, ...]
    type: str
    choices: tuple[str, ...]
    unit: str | None
    description: str = ""
    example: str = ""
    description_zh: str = ""
    choices_zh: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scheme:
    """Layers, labels and attributes in the file's order.

    `source` is the TOML they were read from and `hash` its SHA-256 in hex, which names the scheme.
    `guidelines` is what annotators are told at length, in Markdown; empty where nothing is, and so
    is `guidelines_zh`, the same in Chinese.
    """

    name: str
    version: str
    layers: tuple[Layer, ...]
    labels: tuple[Label, ...]
    attributes: tuple[Attribute, ...]
    hash: str
    source: str
    guidelines: str = ""
    guidelines_zh: str = ""

    def label(self, name: str) -> Label:
        """The label called `name`. Raises SchemeError where there is none."""
        for label in self.labels:
            if label.name == name:
                return label
        known = ", ".join(label.name for label in self.labels)
        raise SchemeError(f"scheme {self.name!r} has no label {name!r}; it has {known}")

    def layer_of(self, label_name: str) -> str:
        """The name of the layer of the label `label_name`. Raises SchemeError if unknown."""
        return self.label(label_name).layer

    def label_for_key(self, key: str) -> Label | None:
        """The label that the digit `key` gives, if any."""
        return next((label for label in self.labels if key and label.key == key), None)

    def attributes_of(self, label_name: str) -> tuple[Attribute, ...]:
        """The attributes that a span labelled `label_name` can have."""
        return tuple(a for a in self.attributes if label_name in a.labels)


@cache
def default_scheme() -> Scheme:
    """The scheme that ships with jinbiao: "policy"."""
    folder = files("text").joinpath("schemes")
    source, told, told_zh = (
        folder.joinpath(f"policy.{kind}").read_text("utf-8") for kind in ("toml", "md", "zh.md")
    )
    scheme = parse_scheme(source, "policy.toml")
    return replace(scheme, guidelines=told, guidelines_zh=told_zh)


def load_scheme(path: Path) -> Scheme:
    """The scheme in the TOML file at `path`, with the Markdown files of the same name beside it.

    `own.md` and `own.zh.md` go with `own.toml`; either may be missing. Raises
    SchemeError naming the file, the line and the reason.
    """
    scheme = parse_scheme(_read(path), str(path))
    told, told_zh = (
        _read(beside) if (beside := path.with_suffix(suffix)).is_file() else ""
        for suffix in (".md", ".zh.md")
    )
    return replace(scheme, guidelines=told, guidelines_zh=told_zh)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SchemeError(f"scheme {path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise _refusal(str(path), line, "not UTF-8 text") from None


def parse_scheme(source: str, origin: str) -> Scheme:
    """The scheme written in `source`, which complaints call `origin`. Raises SchemeError."""
    refuse: Refusal = partial(_refusal, origin)
    document = read_tables(source, _ARRAYS, refuse)
    document.top.only(_TOP_KEYS)
    layers = _layers(document)
    labels = _labels(document, {layer.name for layer in layers})
    return Scheme(
        name=document.top.text("name"),
        version=document.top.text("version"),
        layers=layers,
        labels=labels,
        attributes=_attributes(document, {label.name for label in labels}),
        hash=sha256(source.encode()).hexdigest(),
        source=source,
    )


def _refusal(origin: str, line: int, reason: str) -> SchemeError:
    return SchemeError(f"scheme {origin}, line {line}: {reason}")


def _layers(document: Document) -> tuple[Layer, ...]:
    tables = _some(document, "layers")
    _names(tables)
    for table in tables:
        table.only(_keys_of(Layer))
    return tuple(Layer(table.text("name"), table.text("zh")) for table in tables)


def _labels(document: Document, layers: set[str]) -> tuple[Label, ...]:
    tables = _some(document, "labels")
    names = _names(tables)
    keys: dict[str, str] = {}
    earlier: dict[str, str] = {}
    labels = []
    for table in tables:
        label = _label(table, layers)
        if label.key and keys.setdefault(label.key, label.name) != label.name:
            raise table.complaint("key", f"key {label.key!r} is already that of {keys[label.key]}")
        for old in label.was:
            if old in names:
                raise table.complaint("was", f"{old!r} is still a label, so it cannot be renamed")
            if earlier.setdefault(old, label.name) != label.name:
                raise table.complaint("was", f"{old!r} already became {earlier[old]}")
        labels.append(label)
    return tuple(labels)


def _label(table: Table, layers: set[str]) -> Label:
    table.only(_keys_of(Label))
    label = Label(
        name=table.text("name"),
        zh=table.text("zh"),
        layer=table.text("layer"),
        key=table.text("key", ""),
        colour=table.text("colour"),
        description=table.text("description", ""),
        examples=table.texts("examples"),
        was=table.texts("was"),
        is_not=table.text("is_not", ""),
        description_zh=table.text("description_zh", ""),
        is_not_zh=table.text("is_not_zh", ""),
    )
    if label.layer not in layers:
        raise table.complaint("layer", f"unknown layer {label.layer!r}; known are {_list(layers)}")
    if label.key and (len(label.key) != 1 or label.key not in KEYS):
        raise table.complaint("key", f"key {label.key!r} is not one of the digits 0 to 9")
    if not _COLOUR.fullmatch(label.colour):
        raise table.complaint("colour", f"colour {label.colour!r} is not of the form #rrggbb")
    return label


def _attributes(document: Document, labels: set[str]) -> tuple[Attribute, ...]:
    tables = document.arrays["attributes"]
    _names(tables)
    return tuple(_attribute(table, labels) for table in tables)


def _attribute(table: Table, labels: set[str]) -> Attribute:
    table.only(_keys_of(Attribute))
    attribute = Attribute(
        name=table.text("name"),
        zh=table.text("zh"),
        labels=table.texts("labels"),
        type=table.text("type"),
        choices=table.texts("choices"),
        unit=table.text("unit", "") or None,
        description=table.text("description", ""),
        example=table.text("example", ""),
        description_zh=table.text("description_zh", ""),
        choices_zh=table.texts("choices_zh"),
    )
    if not attribute.labels:
        raise table.complaint("labels", f"attribute {attribute.name!r} belongs to no label")
    for label in attribute.labels:
        if label not in labels:
            raise table.complaint("labels", f"unknown label {label!r}; known are {_list(labels)}")
    if attribute.type not in ATTRIBUTE_TYPES:
        known = ", ".join(ATTRIBUTE_TYPES)
        raise table.complaint("type", f"unknown type {attribute.type!r}; known are {known}")
    if attribute.type == "choice" and not attribute.choices:
        raise table.complaint("choices", f"the choice {attribute.name!r} has no choices")
    _check_words(table, attribute)
    return attribute


def _check_words(table: Table, attribute: Attribute) -> None:
    """Refuse Chinese words for choices that leave open which choice is meant."""
    words, count = attribute.choices_zh, len(attribute.choices)
    if words and len(words) != count:
        raise table.complaint("choices_zh", f"{len(words)} Chinese words for {count} choices")
    if len(set(words)) < len(words):
        raise table.complaint("choices_zh", "two choices have the same Chinese word")


def _some(document: Document, array: str) -> tuple[Table, ...]:
    tables = document.arrays[array]
    if not tables:
        raise document.top.complaint(array, f"there are no [[{array}]]")
    return tables


def _names(tables: Iterable[Table]) -> set[str]:
    """The tables' names, which must be printable, without spaces, and all different."""
    names: set[str] = set()
    for table in tables:
        name = table.text("name")
        if not name.isprintable() or " " in name:
            raise table.complaint(
                "name", f"name {name!r} has spaces or unprintable characters in it"
            )
        if name in names:
            raise table.complaint("name", f"name {name!r} is there twice")
        names.add(name)
    return names


def _keys_of(kind: type[Layer | Label | Attribute]) -> frozenset[str]:
    """What can stand in a table of that kind."""
    return frozenset(field.name for field in fields(kind))


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
