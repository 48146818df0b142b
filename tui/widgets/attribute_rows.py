"""The fields of a form as rows, and what is to be known of the one that is filled in."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text

from tui.choices.theme import Role, ink
from tui.language import say
from tui.page.cells import drawable, fit
from tui.review.amounts import in_powers, in_threes
from tui.review.figure_input import BASE_UNIT, BASE_VALUE, PARTS
from tui.review.form import Field, Form
from tui.review.period_words import period_words
from tui.scheme_words import choice_words, described
from tui.widgets.lines import Lines

BOLD, DIM, HERE = Style(bold=True), Style(dim=True), Style(reverse=True)
NAME_CELLS = 12
LEFT = NAME_CELLS + 5
"""Cells before a value: the letter, the name, and what is wrong."""


class AttributeRows(Lines):
    """A row for each field, as many as there is room for around the one that is filled in."""

    top = 0

    def show(self, form: Form) -> None:
        """Show the fields with what stands in them."""
        room = max(1, self.size.height)
        here = form.cursor or 0
        self.top = max(0, min(max(self.top, here - room + 1), here, len(form.fields) - room))
        shown = form.fields[self.top : self.top + room]
        self.put([self._row(form, field) for field in shown])

    def line_of(self, index: int) -> int:
        """The line on which the field of that index stands."""
        return index - self.top

    def _row(self, form: Form, field: Field) -> Text:
        attribute = field.attribute
        is_wrong, warning = attribute.name in form.wrong, ink(Role.WARNING, bold=True)
        row = Text().append(f" {field.letter or ' '} ", BOLD)
        row.append(fit(say(attribute.zh, attribute.name), NAME_CELLS), DIM)
        row.append(" ✗" if is_wrong else "  ", warning)
        style = warning if is_wrong else HERE if field is form.field else Style.null()
        words = drawable(choice_words(attribute, form.text_of(field))).replace("\n", " ")
        row.append(words or ("  " if field is form.field else ""), style)
        return row


class FieldNote(Lines):
    """What is wrong in the field or how it is read, what it takes, and what it means."""

    def show(self, form: Form) -> None:
        """Show it for the field that is filled in; without one, how to get to one."""
        lines = list(self._lines_of(form)) if form.field else [_how_to_begin()]
        wrapped = [line for text in lines for line in self._wrapped(text)]
        self.put(wrapped[: max(1, self.size.height)])

    def _wrapped(self, text: Text) -> Sequence[Text]:
        return list(text.wrap(self.app.console, max(1, self.size.width)))

    def _lines_of(self, form: Form) -> list[Text]:
        field = form.field
        if field is None:
            return []
        attribute = field.attribute
        lines = [_reading(form, field)]
        if field.is_choice:
            lines.append(_choices(field, form.values.get(attribute.name, "")))
        elif attribute.choices:
            offered = " ".join(choice_words(attribute, choice) for choice in attribute.choices)
            lines.append(Text(drawable(say(f"常用 {offered}", f"common {offered}")), DIM))
        if told := described(attribute):
            lines.append(Text(drawable(told), DIM))
        return lines


def _how_to_begin() -> Text:
    return Text(say("按字母到那一项", "a letter goes to its field"), DIM)


def _reading(form: Form, field: Field) -> Text:
    """What is wrong with what was typed; else how it is read."""
    name = field.attribute.name
    if name in form.wrong:
        return Text(drawable(form.wrong[name]), ink(Role.WARNING, bold=True))
    value = form.values.get(name, "")
    if field.attribute.type == "period" and value:
        return Text(f"→ {value} {period_words(value)}", BOLD)
    if name in PARTS:
        return Text(_amount(form), BOLD)
    words = choice_words(field.attribute, value)
    return Text(f"→ {drawable(words)}" if value else "", BOLD)


def _amount(form: Form) -> str:
    """A figure as it is read: in its unit, and in the base unit where that is another number."""
    values = form.values
    written = f"{values.get('value', '')} {values.get('unit', '')}".strip()
    if not written:
        return ""
    base, unit = values.get(BASE_VALUE, ""), values.get(BASE_UNIT, "")
    told = f"→ {written}"
    if base and base != values.get("value"):
        units = (f.attribute for f in form.fields if f.attribute.name == BASE_UNIT)
        words = next((choice_words(attribute, unit) for attribute in units), unit)
        told += f" = {in_powers(base) or in_threes(base)} {words}"
    return drawable(told)


def _choices(field: Field, value: str) -> Text:
    line = Text()
    for number, choice in enumerate(field.attribute.choices, 1):
        style = HERE if choice == value else Style.null()
        key = f"{number} " if number < 10 else ""
        words = drawable(choice_words(field.attribute, choice))
        line.append(key, BOLD).append(words, style).append("  ")
    return line
