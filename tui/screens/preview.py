"""What a bulk edit is about to decide on: each mention with its context, to be unticked or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult
from textual.screen import Screen

from store.batches import BulkVerb
from store.mentions import Mention
from text.errors import JinbiaoError
from text.scheme import Scheme
from tui.keymap import HELP, Group, Key, bindings
from tui.language import Phrase, say
from tui.page.cells import drawable
from tui.retold import Retold
from tui.review.bulk import Asked
from tui.review.picks import Picks
from tui.turns import in_turns
from tui.widgets.bars import KeyBar
from tui.widgets.framed import framed
from tui.widgets.pick_list import PickList, pick_row
from tui.widgets.row_list import RowList

KEYS = Group(
    "批量判断",
    "deciding in bulk",
    (
        Key("enter", "carry_out", "就这样做", "do it"),
        Key("space", "turn", "勾选或去掉", "tick or untick"),
        Key("*", "turn_all", "全选或全不选", "all or none"),
        Key("tab", "widen", "本篇或全库", "this article, or the store"),
        Key("+ right", "raise_score(1)", "分数线上调", "score up"),
        Key("- left", "raise_score(-1)", "分数线下调", "score down"),
        Key("l", "one_label", "只看此标签或全部", "this label only, or all"),
        HELP,
        Key("escape q", "close", "不做，返回", "back, nothing done"),
    ),
)
ALIKE = (
    ("Enter", "就这样做", "do it"),
    ("␣", "勾选", "tick"),
    ("Tab", "本篇/全库", "article, store"),
    ("*", "全选/全不选", "all, none"),
    ("?", "帮助", "help"),
    ("Esc", "不做", "back"),
)
BY_SCORE = (*ALIKE[:2], ("+ -", "分数线", "score"), ALIKE[2], ("l", "标签", "label"), *ALIKE[3:])
VERBS: dict[BulkVerb, Phrase] = {
    "accept": Phrase("接受", "accept"),
    "reject": Phrase("拒绝", "reject"),
}
STEP = 0.05
"""How far a key moves the score."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen: which mentions are decided on and which are left out, and what was asked."""

    picks: Picks
    asked: Asked


class PreviewScreen(Screen[Choice | None]):
    """Answers with what to decide on, or None; `load` looks up what is asked for."""

    BINDINGS = bindings([KEYS])

    def __init__(
        self,
        verb: BulkVerb,
        asked: Asked,
        article: str,
        load: Callable[[Asked], Iterator[Mention]],
        scheme: Scheme,
    ) -> None:
        super().__init__()
        self._verb = verb
        self._asked = asked
        self._article = article
        self._load = load
        self._scheme = scheme
        self._picks = Picks()
        self._looking = False
        self._rows = PickList(id="picks")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """The list and a line of keys."""
        yield self._rows
        yield self._keys

    def on_mount(self) -> None:
        """Begin to look."""
        self.set_focus(self._rows)
        self._look()

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Show the list, and as many keys as there is room for."""
        self.call_after_refresh(lambda: self._show(self._rows.cursor))

    @work(exclusive=True, group="preview")
    async def _look(self) -> None:
        """Look up what is asked for, a slice at a time."""
        self._picks, self._looking = Picks(), True
        self._show(0)
        try:
            await self._take_all(self._picks)
        except JinbiaoError as error:
            self.notify(drawable(str(error)), severity="error", markup=False, timeout=12)
        self._looking = False
        self._show(self._rows.cursor)

    async def _take_all(self, picks: Picks) -> None:
        found = self._load(self._asked)
        async for mention in in_turns(found, lambda: self._show(self._rows.cursor)):
            picks.take([mention])

    # Keys

    def action_close(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)

    @on(RowList.Chosen)
    def action_carry_out(self) -> None:
        """Answer with what is ticked, once all of it was seen."""
        if self._looking:
            self._keys.say(say("还在找，请稍候", "still looking, one moment"), warning=True)
        elif not self._picks.count and not self._picks.left_out:
            self._keys.say(say("没有可判断的 · Esc 返回", "nothing to decide on · Esc back"))
        else:
            self.dismiss(Choice(self._picks, self._asked))

    def action_turn(self) -> None:
        """Tick or untick the mention under the cursor, and go on to the next."""
        if self._picks:
            self._picks.turn(self._rows.cursor)
            self._show(self._rows.cursor)
            self._rows.action_cursor(1)

    def action_turn_all(self) -> None:
        """Tick all or none."""
        self._picks.turn_all()
        self._show(self._rows.cursor)

    def action_widen(self) -> None:
        """Look in the whole store, or in the article on the bench alone."""
        article = None if self._asked.article else self._article
        self._ask(replace(self._asked, article=article))

    def action_raise_score(self, by: int) -> None:
        """Ask for a higher or a lower score."""
        if self._asked.words is None:
            score = round(min(1.0, max(0.0, self._asked.score + by * STEP)), 2)
            self._ask(replace(self._asked, score=score))

    def action_one_label(self) -> None:
        """Only the label of the mention under the cursor, or all."""
        if self._asked.words is not None:
            return
        if self._asked.label is not None:
            self._ask(replace(self._asked, label=None))
        elif self._picks:
            self._ask(replace(self._asked, label=self._picks.mentions[self._rows.cursor].label))

    @on(PickList.Clicked)
    def turn_clicked(self, event: PickList.Clicked) -> None:
        """Tick or untick what was clicked."""
        if not event.is_stale:
            self._picks.turn(event.index)
            self._show(event.index)

    @on(RowList.Moved)
    def tell_article(self) -> None:
        """Name the article of the mention under the cursor."""
        self._keys.show_again()
        if self._picks:
            mention = self._picks.mentions[self._rows.cursor]
            self._rows.border_subtitle = framed(mention.title or mention.source)
        else:
            self._rows.border_subtitle = ""

    def _ask(self, asked: Asked) -> None:
        self._asked = asked
        self._look()

    # Showing

    def _show_keys(self) -> None:
        self._keys.show(BY_SCORE if self._asked.words is None else ALIKE)

    def _show(self, cursor: int) -> None:
        picks = self._picks
        self._rows.border_title = framed(" · ".join(self._told()))

        def row(index: int, width: int) -> Text:
            mention = picks.mentions[index]
            return pick_row(mention, self._scheme, width, ticked=picks.is_ticked(index))

        self._rows.show(len(picks), row, cursor)
        self.tell_article()
        if picks or self._looking:
            self._show_keys()
        else:
            self._keys.say(
                say(
                    "这里没有待定的 · Tab 换本篇或全库 · Esc 返回",
                    "nothing waits here · Tab article or store · Esc back",
                )
            )

    def _told(self) -> Iterator[str]:
        asked, picks = self._asked, self._picks
        yield str(VERBS[self._verb])
        label = say("全部标签", "any label")
        if asked.label is not None:
            known = self._scheme.label(asked.label)
            label = say(known.zh, known.name)
        yield f"{label} ≥ {asked.score:.2f}" if asked.words is None else f"{asked.words} {label}"
        yield say("本篇", "this article") if asked.article else say("全库", "the whole store")
        yield say(f"{picks.count}/{len(picks)} 处", f"{picks.count} of {len(picks)}")
        if not asked.article:
            yield say(f"{picks.articles} 篇", f"{picks.articles} articles")
        if self._looking:
            yield say("还在找…", "looking…")
