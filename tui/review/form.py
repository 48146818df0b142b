"""The attributes of a span as a form: fields, what was typed into them, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from text.scheme import Attribute
from tui.around import beside
from tui.language import say
from tui.review.figure_input import BASE_UNIT, BASE_VALUE, PARTS, VALUE, read_number, read_value
from tui.review.figure_input import rebased as rebased_figure
from tui.review.input_error import InputError
from tui.review.period_input import read_period

PERIOD_KIND = "period_kind"
"""What a period in words says besides itself: 年底前 is by the end of the year."""

WITHIN = "in"
"""What a period is that says no more than when, where no other kind was chosen before."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field for an attribute; the key `letter` goes to it, empty where there are no more."""

    attribute: Attribute
    letter: str

    @property
    def is_choice(self) -> bool:
        """Whether keys pick one of its values, and nothing is typed."""
        return self.attribute.type == "choice"


class Form:
    """One field at a time takes what is typed or picked; `cursor` is its index, None at first.

    `values` are the attributes as they would be saved. What was typed and cannot be a value is in
    `wrong`, by field, and leaves the values as they were.
    """

    def __init__(
        self, attributes: Sequence[Attribute], told: Mapping[str, str], published: str | None
    ) -> None:
        self.fields = fields_of(attributes)
        self.cursor: int | None = None
        self.values = {a.name: told[a.name] for a in attributes if told.get(a.name)}
        self.wrong: dict[str, str] = {}
        self._names = {a.name for a in attributes}
        self._published = published
        self._typed: dict[str, str] = {}
        self._before = dict(self.values)

    @property
    def field(self) -> Field | None:
        """The field that takes what is typed."""
        return None if self.cursor is None else self.fields[self.cursor]

    @property
    def text(self) -> str:
        """What stands in the field: what was typed where that is wrong, else its value."""
        return self.text_of(self.field) if self.field else ""

    def text_of(self, field: Field) -> str:
        """The same of any field."""
        name = field.attribute.name
        return self._typed.get(name, self.values.get(name, ""))

    def go_to(self, index: int) -> None:
        """Go to a field, around the ends."""
        self.cursor = index % len(self.fields)
        self._before = dict(self.values)

    def step(self, by: int) -> None:
        """Go on to the next field, or back; from nowhere to the first or the last."""
        self.go_to((-1 if by > 0 else 0) + by if self.cursor is None else self.cursor + by)

    def jump(self, letter: str) -> bool:
        """Go to the field of a letter; whether there is one."""
        for index, field in enumerate(self.fields):
            if letter and field.letter == letter:
                self.go_to(index)
                return True
        return False

    def type(self, words: str) -> None:
        """Let these be the words in the field; what they say besides is taken over as well."""
        field = self.field
        if field is None:
            return
        name = field.attribute.name
        self.values = dict(self._before)
        try:
            changes = self._read(field.attribute, words)
        except InputError as error:
            self.wrong[name], self._typed[name] = str(error), words
            return
        self.wrong.pop(name, None)
        self._typed.pop(name, None)
        self._take(changes)

    def pick(self, number: int) -> bool:
        """Take the choice of that number, from 1 on; 0 for none. Whether there is one."""
        field = self.field
        if field is None or not field.is_choice or number > len(field.attribute.choices):
            return False
        self.type(field.attribute.choices[number - 1] if number else "")
        return True

    def turn(self, by: int) -> None:
        """Take the choice after the one that is taken, or before it."""
        field = self.field
        if field is not None and field.is_choice:
            choices = ("", *field.attribute.choices)
            value = self.values.get(field.attribute.name, "")
            self.type(beside(choices, value if value in choices else "", by))

    def go_to_wrong(self) -> bool:
        """Go to the first field that is wrong; whether there is one."""
        for index, field in enumerate(self.fields):
            if field.attribute.name in self.wrong:
                self.go_to(index)
                return True
        return False

    def _read(self, attribute: Attribute, words: str) -> Mapping[str, str]:
        if attribute.name == VALUE:
            return read_value(words, self._before)
        if attribute.type == "number":
            return {attribute.name: read_number(words)}
        if attribute.type == "period":
            period = read_period(words, self._published)
            kind = period.kind or self._before.get(PERIOD_KIND, WITHIN if period.value else "")
            return {attribute.name: period.value, PERIOD_KIND: kind}
        if attribute.type == "choice" and words and words not in attribute.choices:
            choices = " ".join(attribute.choices)
            raise InputError(say(f"只能是 {choices}", f"one of {choices}"))
        called = dict(zip(attribute.choices_zh, attribute.choices, strict=False))
        typed = " ".join(words.split())
        return {attribute.name: called.get(typed, typed)}

    def _take(self, changes: Mapping[str, str]) -> None:
        changed = {name for name, value in changes.items() if value != self.values.get(name, "")}
        told = {**self.values, **changes}
        if changed & PARTS and {BASE_VALUE, BASE_UNIT} & self._names:
            told |= rebased_figure(self._before, told)
        self.values = {name: value for name, value in told.items() if value and name in self._names}


def fields_of(attributes: Sequence[Attribute]) -> tuple[Field, ...]:
    """A field for each attribute, with a letter of its name that no other has.

    Names of one word choose first: they get their initial where it is free.
    """
    letters: dict[str, str] = {}
    for attribute in sorted(attributes, key=lambda a: "_" in a.name):
        taken = set(letters.values())
        _, _, last = attribute.name.rpartition("_")
        wanted = f"{last[:1]}{attribute.name}{ascii_lowercase}".lower()
        free = (letter for letter in wanted if letter in ascii_lowercase and letter not in taken)
        letters[attribute.name] = next(free, "")
    return tuple(Field(attribute, letters[attribute.name]) for attribute in attributes)
