"""What cleaning changed, each repair in the line it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from text.alignment import Piece
from text.article import Article, Repair
from text.visible import escaped


@dataclass(frozen=True, slots=True)
class Stretch:
    """Raw text from code point `raw_start` on, and what was made of it."""

    raw_start: int
    before: str
    after: str

    @property
    def raw_end(self) -> int:
        """Where the raw text ends, in code points."""
        return self.raw_start + len(self.before)

    @property
    def changed(self) -> bool:
        """Whether anything was made of it at all."""
        return self.before != self.after


def diff_lines(article: Article) -> Iterator[str]:
    """The clean lines that differ from the raw ones: `12: [-預計-]{+预计+}增长  (traditional 2)`.

    The marks are those of `git diff --word-diff`; `{?…?}` instead of `{+…+}` holds what a reviewer
    should look at. The kinds of repair follow, with their counts. Hostile characters are written
    out as escapes.
    """
    for number, line in enumerate(_lines(stretches(article)), start=1):
        if not any(stretch.changed for stretch in line):
            continue
        repairs = _begun_in(line, article.revision.repairs)
        doubtful = [repair for repair in repairs if not repair.certain]
        marked = "".join(_marked(stretch, doubtful) for stretch in line)
        kinds = Counter(repair.kind for repair in repairs)
        counts = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
        yield f"{number}: {marked}  ({counts})"


def stretches(article: Article) -> Iterator[Stretch]:
    """All of the raw text in order, what changed and what stayed in turns."""
    for _, run in groupby(_fine_stretches(article), key=lambda stretch: stretch.changed):
        parts = list(run)
        before = "".join(part.before for part in parts)
        yield Stretch(parts[0].raw_start, before, "".join(part.after for part in parts))


def _fine_stretches(article: Article) -> Iterator[Stretch]:
    raw, text = article.raw, article.revision.text
    position = 0
    for piece in _disjoint(article.revision.alignment.pieces()):
        if position < piece.raw_start:
            yield Stretch(position, raw[position : piece.raw_start], "")
        before, after = raw[piece.raw_start : piece.raw_end], text[piece.start : piece.end]
        if piece.whole:
            yield Stretch(piece.raw_start, before, after)
        else:
            for offset, pair in enumerate(zip(before, after, strict=True)):
                yield Stretch(piece.raw_start + offset, *pair)
        position = piece.raw_end
    if position < len(raw):
        yield Stretch(position, raw[position:], "")


def _disjoint(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, those that share raw text (repairs of repairs can) made one."""
    held: Piece | None = None
    for piece in pieces:
        if held and piece.raw_start < held.raw_end:
            raw_end = max(held.raw_end, piece.raw_end)
            held = Piece(held.start, piece.end, held.raw_start, raw_end, whole=True)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _lines(parts: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """The stretches of each clean line; a line ends where a break was kept."""
    line: list[Stretch] = []
    for part in parts:
        if part.changed:
            line.append(part)
            if part.after.endswith("\n"):
                yield line
                line = []
            continue
        position = part.raw_start
        for piece in part.before.splitlines(keepends=True):
            line.append(Stretch(position, piece, piece))
            position += len(piece)
            if piece.endswith("\n"):
                yield line
                line = []
    if line:
        yield line


def _begun_in(line: list[Stretch], repairs: Iterable[Repair]) -> list[Repair]:
    start, end = line[0].raw_start, line[-1].raw_end
    return [repair for repair in repairs if start <= repair.raw_start < end]


def _marked(stretch: Stretch, doubtful: Iterable[Repair]) -> str:
    if not stretch.changed:
        return escaped(stretch.after.removesuffix("\n"))
    doubted = any(
        repair.raw_start < stretch.raw_end and stretch.raw_start < repair.raw_end
        for repair in doubtful
    )
    before = f"[-{escaped(stretch.before)}-]"
    if not stretch.after:
        return before
    after = escaped(stretch.after)
    return before + (f"{{?{after}?}}" if doubted else f"{{+{after}+}}")
