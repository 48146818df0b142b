"""All that the bench shows of an article: header, panes, inspector, labels, keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.timer import Timer

from store.library import Place
from store.mark import Mark, State
from text.article import Article
from text.scheme import Scheme
from tui.choices.preferences import Layout, Preferences
from tui.language import say
from tui.pauses import look_for_garbage
from tui.review.hints import hints
from tui.review.session import Session
from tui.widgets.bars import HeaderBar, KeyBar, LabelBar, Progress
from tui.widgets.ground import Ground
from tui.widgets.inspector import Closeup, Inspector
from tui.widgets.spread import Spread

WIDE, NARROW = 120, 72
"""Terminal columns from which the inspector is shown, and below which only one pane is."""

HIGH = 14
"""Terminal rows from which there is room for two panes one above the other."""

REST = 0.15
"""Seconds without a key after which what takes a query is told of the current mark."""

FLAG, COMMENT = "⚑", "✎"
"""What the header shows where the reviewer flagged the article, or wrote about it."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is on the bench: an article, its place among all, and the session on it."""

    article: Article
    place: Place
    session: Session


class Middle(Horizontal, Ground):
    """What stands between the bars."""


class BenchView(Vertical, Ground):
    """Draws a page; after each action only what changed."""

    class Rested(Message):
        """The reviewer looks at the current mark: there is time to tell more of it."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self._scheme = scheme
        self._preferences = Preferences()
        self._page: Page | None = None
        self._saved: str | None = None
        self._waiting = self._company = ""
        self._rest: Timer | None = None
        # Counting marks at every key would make keys in long articles slower.
        self._counts: Counter[str] | None = None
        self.header = HeaderBar(id="header")
        self.spread = Spread(scheme, id="spread")
        self.inspector = Inspector(scheme, id="inspector")
        self.labels = LabelBar(id="labels")
        self.keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """Header, panes, labels, keys."""
        yield self.header
        with Middle(id="page"):
            yield self.spread
            yield self.inspector
        yield self.labels
        yield self.keys

    def on_resize(self, event: events.Resize) -> None:
        """Choose the layout for the size."""
        del event
        self._arrange()
        self.call_after_refresh(self._settle)

    def suit(self, preferences: Preferences) -> None:
        """Look and speak as chosen."""
        self._preferences = preferences
        self.inspector.border_title = say("详情", "span")
        self.spread.retitle()
        self._arrange()
        if self._page is not None:
            self.spread.dress(self._page.session.reading.marks)
            self.call_after_refresh(self.refresh_page)

    def _arrange(self) -> None:
        above = self._preferences.layout is Layout.ABOVE
        room = self.size.height >= HIGH if above else self.size.width >= NARROW
        inspector = self._preferences.inspector and self.size.width >= WIDE
        self.set_class(not inspector, "-no-inspector")
        self.set_class(above, "-above")
        self.set_class(not room, "-narrow")

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one pane only."""
        return self.has_class("-narrow")

    def show(self, page: Page) -> None:
        """Show another article, where its reviewer left it."""
        self._page = page
        self._counts = None
        self.spread.show(page.article, page.session.reading.marks)
        self.keys.tells = False
        self.call_after_refresh(self._settle)
        self.call_after_refresh(look_for_garbage)

    def refresh_page(self) -> None:
        """Show cursor, inspector and bars as they are now."""
        self.keys.tells = False
        self._settle()

    def _settle(self) -> None:
        """Show the page once there is room for it; what was told by a key meanwhile stays."""
        if self._page is None:
            return
        self.spread.follow(self._page.session)
        self.lead_cursor()
        self._show_inspector(self._page)
        self._show_labels(self._page.session)
        self._show_header(self._page)
        if not self.keys.tells:
            self.keys.show(hints(self._page.session), self._saved, kept=1)
        self.call_after_refresh(self.spread.draw_ahead)

    @property
    def aside(self) -> str:
        """Where there is room beside the annotated words: a class for what opens there."""
        if not self.has_class("-no-inspector"):
            return "-right"
        if self.is_narrow:
            return "-below"
        return "-over" if self.has_class("-above") else "-left"

    def make_room(self) -> None:
        """Bring the current words to where nothing stands over them that opens `aside`."""
        if self._page is not None and self.aside == "-below":
            self.spread.annotated.put(self._page.session.cursor.caret, 1)

    def repaint(self, ids: Collection[str]) -> None:
        """Draw marks that changed."""
        if self._page is not None and ids:
            self._counts = None
            self.spread.repaint(ids, self._page.session)

    def show_marks(self) -> None:
        """Draw all marks anew, as when suggestions have come."""
        if self._page is not None:
            self._counts = None
            self.spread.show_marks(self._page.session.reading.marks)
            self.refresh_page()
            self.call_after_refresh(look_for_garbage)

    def hint(self, codes: Mapping[str, str]) -> None:
        """Draw these codes at marks, by their ids, in place of those that are there."""
        if self._page is not None:
            self.spread.hint(codes, self._page.session)

    def saved(self, clock: str) -> None:
        """Say when the last decision was saved."""
        self._saved = clock

    def waiting(self, words: str) -> None:
        """Say what is being waited for; empty when nothing is."""
        self._waiting = words
        if self._page is not None:
            self._show_header(self._page)

    def show_place(self, page: Page) -> None:
        """Show that the same article has another place among all."""
        self._page = page
        self._show_header(page)

    def say_next(self, notice: str) -> None:
        """Give a notice on the article that is about to be shown."""
        self.call_after_refresh(self.keys.say, notice, warning=True)

    def company(self, words: str) -> None:
        """Say who else is at the article; empty where nobody is."""
        self._company = words
        if self._page is not None:
            self._show_header(self._page)

    def lead_cursor(self) -> None:
        """Let the terminal's own cursor stand on the text cursor, seen or not."""
        if self._page is None or not self.screen.is_active:
            return
        place = self.spread.annotated.place_of(self._page.session.cursor.caret)
        if place is not None:
            self.app.cursor_position = place

    def _show_inspector(self, page: Page) -> None:
        if self.has_class("-no-inspector"):
            return
        mark = page.session.current
        self.inspector.show(closeup(page, mark) if mark else None)
        if self._rest is not None:
            self._rest.stop()
        if mark is not None:
            self._rest = self.set_timer(REST, self._tell_rest)

    def _tell_rest(self) -> None:
        self.post_message(self.Rested())

    def _show_labels(self, session: Session) -> None:
        if self._counts is None:
            marks = session.reading.marks
            shown = (m.span.label for m in marks if m.state is not State.REJECTED)
            self._counts = Counter(shown)
        current = session.current
        self.labels.show(self._scheme, self._counts, current.span.label if current else None)

    def _show_header(self, page: Page) -> None:
        reading, revision = page.session.reading, page.article.revision
        total = len(reading.marks)
        progress = Progress(
            article=page.place.number,
            articles=page.place.count,
            decided=total - reading.undecided,
            total=total,
            done=reading.status == "done",
            waiting=self._waiting,
            company=self._company,
            signs=FLAG * reading.flag + COMMENT * bool(reading.comment),
        )
        self.header.show(page.article.name, revision.published or "", progress)


def closeup(page: Page, mark: Mark) -> Closeup:
    """A mark of the page with its words, clean and raw, and what is said of the article."""
    revision, reading = page.article.revision, page.session.reading
    start, end = mark.span.start, mark.span.end
    raw = slice(*revision.alignment.to_raw(start, end))
    words = revision.text[start:end]
    return Closeup(
        mark, words, page.article.raw[raw], revision.text, reading.comment, flag=reading.flag
    )
