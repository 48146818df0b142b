"""The inspector: all that is known of the current mark."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text

from store.mark import Mark, State
from text.scheme import Attribute, Scheme
from tui.choices.label_colours import label_ink
from tui.language import say
from tui.page.cells import drawable, fit
from tui.page.look import STATE_NAMES, SYMBOLS
from tui.widgets.lines import Lines

DIM = Style(dim=True)
BOLD = Style(bold=True)
WORDS_SHOWN = 200
"""Code points of the span's own words; a longer span is cut."""

COMPARATORS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "≈", "=": "=", "range": ""}


class Inspector(Lines):
    """Shows label, words, attributes, score, and who says so."""

    def show(self, mark: Mark | None, words: str, raw: str, scheme: Scheme) -> None:
        """Show `mark` with its clean words and the raw ones that they came from."""
        if mark is None:
            self._put(Text(say("n 下一处\nv 选择", "n next span\nv select"), DIM))
            return
        text = Text()
        label = scheme.label(mark.span.label)
        text.append(
            f"{label.zh} {label.name}", Style(color=label_ink(label, scheme).words, bold=True)
        )
        text.append(f"  {SYMBOLS[mark.state]} {STATE_NAMES[mark.state]}\n\n", BOLD)
        text.append(_cut(words) + "\n")
        if drawable(raw) != drawable(words):
            text.append(say("原 ", "raw ") + _cut(raw) + "\n", DIM)
        _add_attributes(text, mark, scheme)
        _add_origin(text, mark)
        self._put(text)

    def _put(self, text: Text) -> None:
        self.put(list(text.wrap(self.app.console, max(1, self.size.width))))


def _add_attributes(text: Text, mark: Mark, scheme: Scheme) -> None:
    attributes = mark.span.attributes
    if not attributes:
        return
    text.append("\n")
    normalised = normalised_value(attributes.get("base_value"), attributes.get("base_unit"))
    if normalised:
        bound = COMPARATORS.get(attributes.get("comparator", "="), "=")
        text.append(f"{bound or '='} {normalised}\n\n", BOLD)
    for attribute in scheme.attributes_of(mark.span.label):
        value = attributes.get(attribute.name)
        if value is not None:
            _add_attribute(text, attribute, value)


def _add_attribute(text: Text, attribute: Attribute, value: str) -> None:
    text.append(fit(say(attribute.zh, attribute.name), 12) + " ", DIM)
    text.append(drawable(value).replace("\n", " ") + "\n")


def _add_origin(text: Text, mark: Mark) -> None:
    text.append("\n")
    suggested = mark.suggested
    if suggested is not None:
        text.append(f"{suggested.score:.2f} · {drawable(suggested.by)}\n", DIM)
        if mark.state is State.CORRECTED and suggested.label != mark.span.label:
            text.append(say("建议为 ", "suggested as ") + f"{drawable(suggested.label)}\n", DIM)
    if mark.annotator and mark.decided:
        text.append(f"{drawable(mark.annotator)} · {mark.decided}\n", DIM)
    text.append(f"{mark.span.start}–{mark.span.end}", DIM)


def normalised_value(base_value: str | None, base_unit: str | None) -> str | None:
    """A base value for reading: digits in threes, then its unit."""
    if base_value is None:
        return None
    whole, point, fraction = base_value.partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.lstrip("-")
    if not digits.isdecimal():
        return drawable(base_value)
    return f"{sign}{int(digits):,}{point}{fraction} {drawable(base_unit or '')}".strip()


def _cut(words: str) -> str:
    shown = drawable(words[:WORDS_SHOWN]).replace("\n", "⏎")
    return shown + "…" if len(words) > WORDS_SHOWN else shown
