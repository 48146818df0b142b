"""Screens that say more of a span, and the decision that follows from the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import App

from text.scheme import Scheme
from tui.keymap import cap_of
from tui.language import Phrase, say
from tui.review.describing import describe, relate, span_attribute
from tui.review.form import Form
from tui.review.owners import Question, candidates
from tui.review.session import no_span
from tui.screens.attributes import AttributesScreen
from tui.screens.owner import Answer, OwnerScreen
from tui.widgets.bench_view import Page
from tui.workplace import Workplace

MOST_LABELS = 3
"""Labels that a notice names."""


def no_attributes(scheme: Scheme, name: str) -> str:
    """That the label of that name has none, which have some, and what to press."""
    others = [label for label in scheme.labels if label.key and scheme.attributes_of(label.name)]
    others = others[:MOST_LABELS]
    keys = " ".join(label.key or "" for label in others)
    names = say("、", ", ").join(say(label.zh, label.name) for label in others)
    relabel = say(f" · {keys} 改标为{names}", f" · {keys} relabel as {names}") if others else ""
    following = cap_of("next")
    return say(
        f"{name}没有属性{relabel} · {following} 下一处",
        f"{name} has no attributes{relabel} · {following} next",
    )


class Describing:
    """Opens them over the bench, each by its name."""

    def __init__(self, scheme: Scheme, work: Workplace) -> None:
        self._scheme = scheme
        self._work = work
        self.by_name: Mapping[str, Callable[[App[None], Page], None]] = {
            "attributes": self._attributes,
            "owner": self._owner,
        }

    def _attributes(self, app: App[None], page: Page) -> None:
        mark = page.session.current
        if mark is None:
            self._work.tell(no_span())
            return
        label = self._scheme.label(mark.span.label)
        attributes = self._scheme.attributes_of(label.name)
        name = say(label.zh, label.name)
        if not attributes:
            self._work.tell(no_attributes(self._scheme, name))
            return

        async def save(told: dict[str, str] | None) -> None:
            if told is not None:
                await self._work.act(lambda session: describe(session, mark.id, told))

        words = page.session.text[mark.span.start : mark.span.end]
        form = Form(attributes, mark.span.attributes, page.article.revision.published)
        title = Phrase(f"{label.zh} {words}", f"{label.name} {words}")
        app.push_screen(AttributesScreen(form, title, self._work.aside), save)

    def _owner(self, app: App[None], page: Page) -> None:
        session, mark = page.session, page.session.current
        attribute = span_attribute(self._scheme, mark)
        if mark is None:
            self._work.tell(no_span())
            return
        if attribute is None:
            following = cap_of("next")
            told = say(
                f"只有目标和成果有主体 · {following} 下一处",
                f"no owner here, only of targets · {following} next",
            )
            self._work.tell(told)
            return

        async def save(answer: Answer | None) -> None:
            if answer is not None:
                (child,) = answer
                await self._work.act(lambda s: relate(s, mark.id, child, attribute.name))

        found = candidates(session.reading.marks, session.text, self._scheme, mark)
        question = Question(mark, attribute, found)
        screen = OwnerScreen(question, self._scheme, self._work.hint, self._work.aside)
        app.push_screen(screen, save)
