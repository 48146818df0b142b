"""Many suggestions decided on at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from store.batches import Bulk, BulkVerb, Plan
from store.mark import State
from store.mentions import Mention
from store.store import Store
from tui.keymap import cap_of
from tui.language import say
from tui.review.outcome import NOTHING, Outcome
from tui.review.session import Session, no_mark


@dataclass(frozen=True, slots=True)
class Asked:
    """Which of the suggestions that wait are meant.

    Those on exactly `words` under `label`; without words those of at least `score` (0 to 1), of one
    label or, with None, of any. In one `article`, or in all that are not done.
    """

    words: str | None
    label: str | None
    score: float = 0.0
    article: str | None = None


def mentions(store: Store, asked: Asked) -> Iterator[Mention]:
    """What is asked for, an article at a time. May raise StoreError."""
    if asked.words is None or asked.label is None:
        return store.scored(asked.score, asked.label, asked.article)
    return store.identical(asked.words, asked.label, asked.article)


def alike(session: Session, *, here: bool) -> Asked | None:
    """The mentions like the current mark, in this article or in all; None without a mark."""
    mark = session.current
    if mark is None:
        return None
    words = session.text[mark.span.start : mark.span.end]
    return Asked(words, mark.span.label, article=session.reading.article_id if here else None)


def decide_here(session: Session, store: Store, verb: BulkVerb) -> Outcome:
    """Decide on the current mark and all like it in this article; NOTHING where none waits."""
    mark, asked = session.ready(), alike(session, here=True)
    if mark is None or asked is None:
        return no_mark()
    found = list(mentions(store, asked))
    if found:
        return carry_out(session, verb, store.plan(found, verb))
    if mark.state is State.SUGGESTED:
        # It was left out of a bulk edit before, and is asked for by itself now.
        return session.accept() if verb == "accept" else session.reject()
    return NOTHING


def carry_out(session: Session, verb: BulkVerb, plan: Plan) -> Outcome:
    """Write the bulk edit that was planned; what it leaves out is not offered again.

    The cursor stays where it is. Raises ConflictError, with nothing written.
    """
    before = {mark.id: mark for mark in session.reading.marks}
    bulk = plan.write(session.meter.read())
    session.meter.restart()
    session.refresh()
    after = {mark.id: mark for mark in session.reading.marks}
    touched = tuple(i for i in before | after if before.get(i) != after.get(i))
    return Outcome(touched=touched, bulk=bulk, notice=_told(verb, bulk, here=bool(touched)))


def _told(verb: BulkVerb, bulk: Bulk, *, here: bool) -> str:
    undo, again = cap_of("undo"), cap_of(f"every-{verb}")
    if not bulk.decided:
        return say(
            f"没有判断；去掉的以后不再列出 · {undo} 撤销",
            f"nothing decided; what was unticked is not offered again · {undo} undo",
        )
    done = say("接受", "accepted") if verb == "accept" else say("拒绝", "rejected")
    over = bulk.passed_over
    gone = say(f"（{over} 处已不在待定）", f" ({over} no longer waited)") if over else ""
    if not here:
        # This article's last edit is another one, which the key would take back.
        others = "1 other article" if bulk.articles == 1 else f"{bulk.articles} other articles"
        return say(
            f"已{done} {bulk.decided} 处{gone}，在别的 {bulk.articles} 篇"
            f" · 到其中一篇按 {undo} 全部撤销",
            f"{done} {bulk.decided} in {others}{gone} · {undo} there undoes all",
        )
    if bulk.articles > 1:
        return say(
            f"已{done} {bulk.decided} 处{gone}，在 {bulk.articles} 篇 · {undo} 全部撤销",
            f"{done} {bulk.decided} in {bulk.articles} articles{gone} · {undo} undoes all",
        )
    return say(
        f"已{done} {bulk.decided} 处{gone} · 再按 {again}：全库 · {undo} 撤销",
        f"{done} {bulk.decided}{gone} · {again} again: the whole store · {undo} undo",
    )
