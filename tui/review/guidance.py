"""The guidelines in blocks, as the panel shows them, and the place of a label in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from markdown_it import MarkdownIt
from markdown_it.token import Token

from text.scheme import Label, Scheme
from tui.language import say
from tui.scheme_words import described, excluded, told_guidelines


class Kind(Enum):
    """What a block is."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the guidelines: of a table's row, `cells` are what its heads call them."""

    kind: Kind
    words: str
    cells: tuple[tuple[str, str], ...] = ()


def guidance(scheme: Scheme) -> list[Block]:
    """The guidelines of a scheme; where it has none, what it says of its labels.

    In the language spoken, where the scheme has it.
    """
    told = told_guidelines(scheme)
    if told:
        return list(_blocks(MarkdownIt().enable("table").parse(told)))
    return [_of_label(label) for label in scheme.labels]


def place_of(label: str, blocks: Sequence[Block]) -> int:
    """The index of the block that tells what `label` is, else that names it first, else 0."""
    rows = (i for i, b in enumerate(blocks) if b.kind is Kind.ROW and label in b.words.split())
    named = (i for i, b in enumerate(blocks) if label in b.words)
    return next(rows, next(named, 0))


def _of_label(label: Label) -> Block:
    told = (
        (say("是", "is"), described(label)),
        (say("例", "examples"), say("、", ", ").join(label.examples)),
        (say("不是", "is not"), excluded(label)),
    )
    return Block(Kind.ROW, f"{label.name} {label.zh}", tuple(cell for cell in told if cell[1]))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    kind = Kind.PARAGRAPH
    for place, token in enumerate(tokens):
        match token.type:
            case "table_open":
                kind = Kind.ROW
                yield from _rows(tokens[place:])
            case "table_close" | "heading_close" | "list_item_close":
                kind = Kind.PARAGRAPH
            case "heading_open":
                kind = Kind.HEADING
            case "list_item_open":
                kind = Kind.ITEM
            case "inline" if kind is not Kind.ROW:
                yield Block(kind, _words(token))


def _rows(table: Sequence[Token]) -> Iterator[Block]:
    """The rows of the table that `table` begins with; its first row has the heads."""
    heads, row = list[str](), list[str]()
    for token in table:
        match token.type:
            case "table_close":
                return
            case "tr_open":
                row = []
            case "inline":
                row.append(_words(token))
            case "tr_close" if heads:
                yield Block(Kind.ROW, row[0], tuple(zip(heads, row[1:], strict=False)))
            case "tr_close":
                heads = row[1:]


def _words(token: Token) -> str:
    """The words of a line, without its markup; line breaks within are blanks."""
    breaks = ("softbreak", "hardbreak")
    parts = token.children or ()
    return "".join(" " if part.type in breaks else part.content for part in parts)
