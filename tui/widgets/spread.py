"""The spread: an article as it came beside the same article cleaned and annotated, in step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Horizontal

from store.mark import Mark
from text.article import Article
from text.scheme import Scheme
from tui.language import say
from tui.page.look import (
    CARET,
    CARET_LEVEL,
    CURRENT,
    CURRENT_LEVEL,
    SELECTION_LEVEL,
    mended,
    paint_hint,
    paint_mark,
    paint_marks,
    selection,
)
from tui.page.paint import Paint
from tui.review.session import Session
from tui.widgets.ground import Ground
from tui.widgets.mark_list import MarkList
from tui.widgets.text_pane import TextPane

REMOVED = Style(dim=True, strike=True)
CURSOR_KEYS = ("·current", "·selection", "·caret")


class Spread(Horizontal, Ground):
    """Two panes of text and the list that can stand in for the first.

    The annotated pane leads: the source shows, on the same line of the screen, what the current
    span was made of. In one-pane mode only one of them is seen.
    """

    def __init__(self, scheme: Scheme, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._scheme = scheme
        self.source = TextPane(id="source")
        self.marks = MarkList(id="marks")
        self.annotated = TextPane(id="annotated")
        self._article: Article | None = None
        self._mended: list[tuple[str, Paint]] = []
        self._listing = False
        self._hinted: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The panes, in the order of reading."""
        self.retitle()
        yield self.source
        yield self.marks
        yield self.annotated

    def retitle(self) -> None:
        """Name the panes in the language spoken now."""
        self.source.border_title = say("原文", "source")
        self.marks.border_title = say("列表", "list")
        self.annotated.border_title = say("标注", "annotated")

    def show(self, article: Article, marks: Iterable[Mark]) -> None:
        """Show an article from its top, with its marks."""
        self._article = article
        self.source.show(article.raw, self._mend(article))
        self.annotated.show(article.revision.text, self._paints(marks))

    def dress(self, marks: Iterable[Mark]) -> None:
        """Draw all of the article, with its marks, in the theme worn now."""
        if self._article is not None:
            self.source.paint_anew(self._mend(self._article))
            self.annotated.paint_anew(self._paints(marks))

    def _mend(self, article: Article) -> list[tuple[str, Paint]]:
        """The paints of repairs in the source; those in the clean text are kept."""
        mended = list(_repaired(article))
        self._mended = [(key, clean) for key, _, clean in mended if clean]
        return [(key, raw) for key, raw, _ in mended]

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Show other marks on the same article, as when suggestions have come."""
        self.annotated.paint_anew(self._paints(marks))

    def _paints(self, marks: Iterable[Mark]) -> list[tuple[str, Paint]]:
        return [*paint_marks(marks, self._scheme), *self._mended]

    def repaint(self, ids: Iterable[str], session: Session) -> None:
        """Draw the marks under `ids` as they are now."""
        for mark_id in ids:
            mark = session.reading.mark(mark_id)
            self.annotated.paint(mark_id, paint_mark(mark, self._scheme) if mark else None)

    def hint(self, codes: Mapping[str, str], session: Session) -> None:
        """Draw these codes at marks, by their ids, in place of those that are there."""
        self.repaint(self._hinted, session)
        self._hinted = tuple(codes)
        for mark_id, code in codes.items():
            mark = session.reading.mark(mark_id)
            if mark is not None:
                self.annotated.paint(mark_id, paint_hint(mark, self._scheme, code))

    def follow(self, session: Session) -> None:
        """Show the cursor, the selection and the current mark, and bring them into view."""
        mark, selected = session.current, session.cursor.selection
        current = (mark.span.start, mark.span.end) if mark and not selected else None
        caret = (
            (session.cursor.caret, session.cursor.caret + 1)
            if selected or current is None
            else None
        )
        places = (
            (current, CURRENT, CURRENT_LEVEL),
            (selected, selection(), SELECTION_LEVEL),
            (caret, CARET, CARET_LEVEL),
        )
        for key, (place, style, level) in zip(CURSOR_KEYS, places, strict=True):
            self._paint_both(key, place, style, level)
        self.annotated.turn_to(session.cursor.caret)
        self.lead_source(session.cursor.caret)
        if self._listing:
            self.list_marks(session)

    def draw_ahead(self) -> None:
        """Draw some of what comes next, while nothing else is to be done."""
        self.source.draw_ahead()
        self.annotated.draw_ahead()

    def list_marks(self, session: Session) -> None:
        """Fill the list pane."""
        marks, current = session.reading.marks, session.current
        self.marks.list(marks, session.text, self._scheme, current.id if current else None)

    def lead_source(self, offset: int | None = None) -> None:
        """Put the source's row for `offset` (or the top of the view) level with the clean one."""
        if self._article is None:
            return
        line = None if offset is None else self.annotated.line_of(offset)
        if offset is None or line is None:
            offset, line = self.annotated.top, 0
        raw, _ = self._article.revision.alignment.to_raw(offset, offset)
        self.source.put(raw, line)

    def lead_annotated(self) -> None:
        """Follow a source pane that its user scrolled."""
        if self._article is not None:
            offset, _ = self._article.revision.alignment.to_clean(self.source.top, self.source.top)
            self.annotated.put(offset, 0)

    def toggle_list(self, session: Session, *, narrow: bool) -> None:
        """Put the list in place of the source, or the source back.

        Where there is room for only one pane it is the list, or the annotated text again.
        """
        seen = self._listing and (self.has_class("-other") or not narrow)
        self._listing = not seen
        self.set_class(self._listing, "-listing")
        if narrow:
            self.set_class(self._listing, "-other")
        if self._listing:
            self.list_marks(session)

    def switch_pane(self) -> None:
        """Show the other pane, where there is room for only one."""
        self.toggle_class("-other")

    def _paint_both(
        self, key: str, place: tuple[int, int] | None, style: Style, level: int
    ) -> None:
        if place is None or self._article is None:
            self.annotated.paint(key, None)
            self.source.paint(key, None)
            return
        self.annotated.paint(key, Paint(*place, style, level=level))
        limit = len(self._article.revision.text)
        raw = self._article.revision.alignment.to_raw(place[0], min(place[1], limit))
        self.source.paint(key, Paint(*raw, style, level=level))


def _repaired(article: Article) -> Iterator[tuple[str, Paint, Paint | None]]:
    """Paints for what cleaning took out or mended, in the source and in the clean text.

    What was merely put into other characters (script) is seen by comparing, and not marked.
    """
    for number, repair in enumerate(article.revision.repairs):
        key = f"repair{number}"
        style = mended(certain=repair.certain)
        if repair.start == repair.end:
            yield key, Paint(repair.raw_start, repair.raw_end, REMOVED), None
        elif repair.kind != "script":
            clean = Paint(repair.start, repair.end, style)
            yield key, Paint(repair.raw_start, repair.raw_end, style), clean
