"""What the inspector tells of a mark, block by block, each with how much it matters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import IntEnum
from typing import NamedTuple

from rich.style import Style
from rich.text import Text

from store.background import Background
from store.mark import Mark, State
from store.replay import LogLine
from text.scheme import Scheme
from text.span import Suggestion
from tui.choices.label_colours import label_ink
from tui.choices.theme import Role, ink
from tui.language import Phrase, say
from tui.page.cells import drawable, fit
from tui.page.look import STATE_NAMES, SYMBOLS
from tui.review.amounts import in_powers, in_threes, upper_base
from tui.review.edit_story import VERBS, changes
from tui.review.figure_input import BASE_UNIT, BASE_VALUE, COMPARATOR, MAXIMUM, UNIT, VALUE
from tui.scheme_words import choice_words, label_words, value_words

DIM, BOLD = Style(dim=True), Style(bold=True)
WORDS_SHOWN = 200
"""Code points of the span's own words; a longer span is cut."""

EDITS_SHOWN, BESIDE_SHOWN = 6, 4
"""Edits, and other readings of the place, that are told at the most."""

NAME_CELLS = 12

COMPARATORS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "≈", "=": "=", "range": ""}

IN_VALUE = frozenset({VALUE, MAXIMUM, UNIT, BASE_VALUE, BASE_UNIT, COMPARATOR})
"""Attributes that the lines of the value tell already."""

REASONS = {
    "target": Phrase("目标语法", "target grammar"),
    "aim": Phrase("愿景语法", "aim grammar"),
    "lac": Phrase("LAC 模型", "LAC model"),
    "again": Phrase("前文已有", "named before"),
    "listed": Phrase("名录", "list of names"),
}
"""What stands behind a suggester's rules, by the word that their names begin with."""


class Weight(IntEnum):
    """What is left out first where there is no room: the higher, the sooner."""

    LABEL = 0
    VALUE = 1
    ATTRIBUTE = 2
    ORIGIN = 3
    NOTE = 4
    RAW = 5
    BESIDE = 6
    EDIT = 7
    IN_BASE = 8
    PLACE = 9
    BLANK = 10


class Block(NamedTuple):
    """Lines that are shown together or not at all."""

    weight: Weight
    text: Text


BLANK = Block(Weight.BLANK, Text(""))


def mark_blocks(mark: Mark, words: str, raw: str, scheme: Scheme) -> list[Block]:
    """Label, words, value, attributes and why it was suggested."""
    blocks = [Block(Weight.LABEL, _heading(mark, scheme)), BLANK]
    blocks.append(Block(Weight.VALUE, Text(_cut(words))))
    if drawable(raw) != drawable(words):
        blocks.append(Block(Weight.RAW, Text(say("原 ", "raw ") + _cut(raw), DIM)))
    if mark.span.attributes:
        blocks += [BLANK, *_value_blocks(mark, scheme)]
        blocks += _attribute_blocks(mark, scheme)
    return [*blocks, BLANK, *_origin_blocks(mark, scheme)]


def background_blocks(mark: Mark, background: Background, text: str, scheme: Scheme) -> list[Block]:
    """What others suggested at the place, and the edits of the mark, the last one first."""
    blocks: list[Block] = []
    beside = [_beside(offer, text, scheme) for offer in background.beside[:BESIDE_SHOWN]]
    if beside:
        title = Text(say("另有建议", "also suggested"), BOLD)
        blocks += [BLANK, *(Block(Weight.BESIDE, line) for line in (title, *beside))]
    edits = [_edit(line, mark.id, scheme) for line in background.edits[:EDITS_SHOWN]]
    if edits:
        title = Text(say("改动", "edits"), BOLD)
        blocks += [BLANK, *(Block(Weight.EDIT, line) for line in (title, *edits))]
    return blocks


def note_blocks(comment: str | None, *, flag: bool) -> list[Block]:
    """What its reviewer says of the whole article."""
    if not (comment or flag):
        return []
    told = "⚑ " * flag + _cut(comment or say("本篇已标记", "article flagged"))
    return [BLANK, Block(Weight.NOTE, Text(told, ink(Role.NOTICE)))]


def _heading(mark: Mark, scheme: Scheme) -> Text:
    label = scheme.label(mark.span.label)
    colour = Style(color=label_ink(label, scheme).words, bold=True)
    state = f"  {SYMBOLS[mark.state]} {STATE_NAMES[mark.state]}"
    return Text.assemble((f"{label.zh} {label.name}", colour), (state, BOLD))


def _value_blocks(mark: Mark, scheme: Scheme) -> Iterator[Block]:
    """The value with its bound as written, then in the base unit where that is another number."""
    told = mark.span.attributes
    if VALUE not in told:
        return
    sign = COMPARATORS.get(told.get(COMPARATOR, "="), "=")
    upper = f"–{told[MAXIMUM]}" if MAXIMUM in told else ""
    written = f"{sign} {told[VALUE]}{upper} {told.get(UNIT, '')}".strip()
    yield Block(Weight.VALUE, Text(drawable(written), BOLD))
    base, unit = told.get(BASE_VALUE, ""), told.get(BASE_UNIT, "")
    if base and base != told[VALUE]:
        yield from _base_blocks(base, upper_base(told), value_words(scheme, BASE_UNIT, unit))


def _base_blocks(base: str, upper: str, unit: str) -> Iterator[Block]:
    """In threes, and in powers of ten."""
    ends = [end for end in (base, upper) if end]
    threes = "–".join(map(in_threes, ends))
    yield Block(Weight.VALUE, Text(drawable(f"= {threes} {unit}".strip())))
    powers = [power for end in ends if (power := in_powers(end))]
    if len(powers) == len(ends):
        told = " – ".join(powers)
        yield Block(Weight.IN_BASE, Text(drawable(f"= {told} {unit}".strip())))


def _attribute_blocks(mark: Mark, scheme: Scheme) -> Iterator[Block]:
    told = mark.span.attributes
    shown = [a for a in scheme.attributes_of(mark.span.label) if a.name in told]
    if VALUE in told:
        shown = [attribute for attribute in shown if attribute.name not in IN_VALUE]
    if shown:
        yield BLANK
    for attribute in shown:
        row = Text().append(fit(say(attribute.zh, attribute.name), NAME_CELLS) + " ", DIM)
        value = drawable(choice_words(attribute, told[attribute.name])).replace("\n", " ")
        yield Block(Weight.ATTRIBUTE, row.append(value))


def _origin_blocks(mark: Mark, scheme: Scheme) -> Iterator[Block]:
    suggested = mark.suggested
    if suggested is not None:
        yield Block(Weight.ORIGIN, Text(_why(suggested), DIM))
        if mark.state is State.CORRECTED and suggested.label != mark.span.label:
            told = say("建议为 ", "suggested as ") + drawable(label_words(scheme, suggested.label))
            yield Block(Weight.ORIGIN, Text(told, DIM))
    if mark.annotator and mark.decided:
        who = f"{drawable(mark.annotator)} · {_when(mark.decided)}"
        yield Block(Weight.ORIGIN, Text(who, DIM))
    yield Block(Weight.PLACE, Text(f"{mark.span.start}–{mark.span.end}", DIM))


def _why(suggested: Suggestion) -> str:
    """How sure, by which rule of which suggester, and what that goes by."""
    reason = REASONS.get(suggested.by.partition("-")[0])
    told = f"{suggested.score:.2f} · {drawable(suggested.by)}"
    return f"{told} · {reason}" if reason else told


def _beside(offer: Suggestion, text: str, scheme: Scheme) -> Text:
    words = _cut(text[offer.start : offer.end])
    row = Text(f"{drawable(label_words(scheme, offer.label))} {words} ")
    return row.append(f"{offer.score:.2f} {drawable(offer.by)}", DIM)


def _edit(line: LogLine, mark_id: str, scheme: Scheme) -> Text:
    verb = VERBS.get(line.verb, line.verb)
    row = Text().append(f"{_when(line.at)} {drawable(line.person)} ", DIM).append(str(verb))
    for change in changes(line, mark_id, scheme):
        row.append(f" · {_cut(change)}")
    return row


def _when(at: str) -> str:
    """A time of the log in local time, short."""
    return f"{datetime.fromisoformat(at).astimezone():%m-%d %H:%M}"


def _cut(words: str) -> str:
    shown = drawable(words[:WORDS_SHOWN]).replace("\n", "⏎")
    return shown + "…" if len(words) > WORDS_SHOWN else shown
