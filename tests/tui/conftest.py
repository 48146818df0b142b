"""A small store with suggestions, and the bench on it without a real worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self, cast

import pytest

from store.reading import Reading
from store.store import Store
from suggest.client import Answer, Request, Worker
from suggest.version import SUGGESTER, VERSION
from text.article import Repair, Revision
from text.cleaning import Rulings, clean
from text.loading import load_bytes
from text.scheme import default_scheme
from text.span import Span, Suggestion
from tui.app import JinbiaoApp
from tui.choices.preferences import Theme
from tui.choices.theme import wear
from tui.language import Language, speak
from tui.page.words import Words
from tui.review.effort import EffortMeter
from tui.review.session import Session

FIRST = (
    "嘉善縣委書記江海洋表示,到2025年,規上工業總產值突破2300億元。\n"
    "嘉善縣委將打造先進制造業高地,GDP確保增長6%以上、力爭7%。\n"
)
SECOND = "杭州提出新目標。\n"

OpenAs = Callable[[str], Store]
Offer = tuple[str, str, dict[str, str], float]
OFFERS: tuple[Offer, ...] = (
    ("嘉善县委", "ORG", {}, 0.93),
    ("书记", "TITLE", {}, 0.9),
    ("江海洋", "PER", {}, 0.97),
    (
        "规上工业总产值突破2300亿元",
        "TARGET",
        {
            "indicator": "规上工业总产值",
            "value": "2300",
            "unit": "亿元",
            "base_value": "230000000000",
            "base_unit": "CNY",
            "comparator": ">",
            "change": "level",
            "period": "2025",
            "certainty": "planned",
            "owner": "嘉善县委",
        },
        0.84,
    ),
    ("打造先进制造业高地", "AIM", {}, 0.7),
)


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test begins with a dark bench that speaks Chinese, on a terminal of all colours."""
    speak(Language.ZH)
    wear(Theme.DARK)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


def suggestions(text: str) -> list[Suggestion]:
    """The offers that `text` has room for."""
    return [
        Suggestion(text.index(words), text.index(words) + len(words), label, told, score, "test")
        for words, label, told, score in OFFERS
        if words in text
    ]


class FakeWorker:
    """Answers at once, with words of two characters and the suggestions above."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        return None

    async def suggest(
        self, request: Request, on_progress: Callable[[float], None] | None = None
    ) -> Answer:
        """The suggestions above."""
        if on_progress is not None:
            on_progress(1.0)
        return Answer(request.id, tuple(suggestions(request.text)), SUGGESTER, VERSION)

    async def revision(self, raw: str, rulings: Rulings, cleaner: str) -> Revision:
        """The cleaner itself."""
        return clean(raw, rulings)

    async def alternatives(self, raw: str, repair: Repair) -> list[tuple[str, float]]:
        """Two readings of anything."""
        return [(repair.after, 0.6), ("另一读法", 0.4)]

    async def readings(self, text: str) -> list[Span]:
        """A name at the start, and all of it as a target."""
        return [Span(0, 2, "LOC"), Span(0, len(text), "TARGET")]

    async def words(self, text: str) -> list[int]:
        """Every second character begins a word."""
        return list(range(0, len(text), 2))


def fake_worker() -> Worker:
    """In the place of the real one."""
    return cast(Worker, FakeWorker())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two articles, the first with suggestions."""
    store = Store.open(tmp_path / "test.db", "测试", default_scheme())
    for number, raw in enumerate((FIRST, SECOND)):
        article = load_bytes(raw.encode(), f"folder/{number}.txt")
        store.add(article)
        offers = suggestions(article.revision.text)
        store.put_suggestions(article.id, SUGGESTER, VERSION, offers)
    yield store
    store.close()


@pytest.fixture
def open_as(store: Store) -> Iterator[OpenAs]:
    """Open the store once more, as somebody."""
    opened: list[Store] = []

    def open_store(person: str) -> Store:
        opened.append(Store.open(Path(store.db.path), person, default_scheme()))
        return opened[-1]

    yield open_store
    for other in opened:
        other.close()


@pytest.fixture
def reading(store: Store) -> Reading:
    """The reading of the first article."""
    return store.reading(store.library()[0].id)


@pytest.fixture
def session(store: Store, reading: Reading) -> Session:
    """A session on the first article, with words of two characters."""
    text = store.article(reading.article_id).revision.text
    words = Words(text, range(0, len(text), 2))
    return Session(reading, text, default_scheme(), words, EffortMeter())


@pytest.fixture
def app(store: Store) -> JinbiaoApp:
    """The app on the store."""
    return JinbiaoApp(store, default_scheme(), worker=fake_worker)


def toasts(app: JinbiaoApp) -> str:
    """All that toasts have said and still say."""
    return "\n".join(notification.message for notification in app._notifications)
