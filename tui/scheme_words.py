"""What a scheme calls its labels and choices, in the language spoken where it gives both."""

from __future__ import annotations

from text.scheme import Attribute, Label, Scheme
from tui.language import say


def described(thing: Label | Attribute) -> str:
    """What a label or an attribute is; in the other language where this one is not given."""
    return say(thing.description_zh or thing.description, thing.description or thing.description_zh)


def excluded(label: Label) -> str:
    """What a label is not."""
    return say(label.is_not_zh or label.is_not, label.is_not or label.is_not_zh)


def told_guidelines(scheme: Scheme) -> str:
    """The guidelines, in Markdown; empty where there are none in either language."""
    return say(scheme.guidelines_zh or scheme.guidelines, scheme.guidelines or scheme.guidelines_zh)


def choice_words(attribute: Attribute, value: str) -> str:
    """What the choice `value` is called; any other value as it is."""
    words = dict(zip(attribute.choices, attribute.choices_zh, strict=False))
    return say(words.get(value, value), value)


def label_words(scheme: Scheme, name: str) -> str:
    """What the label `name` is called; its name where it has left the scheme."""
    words = {label.name: label.zh for label in scheme.labels}
    return say(words.get(name, name), name)


def attribute_words(scheme: Scheme, name: str) -> str:
    """What the attribute `name` is called; its name where it has left the scheme."""
    words = {attribute.name: attribute.zh for attribute in scheme.attributes}
    return say(words.get(name, name), name)


def value_words(scheme: Scheme, name: str, value: str) -> str:
    """What the value of the attribute `name` is called; itself where it is no choice."""
    known = (attribute for attribute in scheme.attributes if attribute.name == name)
    return next((choice_words(attribute, value) for attribute in known), value)
