"""The repairs of an article: what cleaning changed, to refuse, settle or go to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult
from textual.widgets import Input

from text.article import Article, Repair
from text.errors import JinbiaoError
from tui.choices.theme import Role, ink
from tui.keymap import HELP, Group, Key, bindings, moving
from tui.language import Phrase, say
from tui.page.cells import drawable, fit
from tui.retold import Retold
from tui.review.rulings import Case, Standing, cases
from tui.review.rulings import Key as RepairKey
from tui.screens.answering import Answering
from tui.widgets.bars import KeyBar
from tui.widgets.lines import Lines
from tui.widgets.row_list import RowList
from tui.widgets.typed_line import TypedLine

DIM, BOLD = Style(dim=True), Style(bold=True)
STANDINGS = {
    Standing.MADE: ("✓", Phrase("已修", "made"), Role.QUIET),
    Standing.UNCERTAIN: ("？", Phrase("待定", "uncertain"), Role.NOTICE),
    Standing.SETTLED: ("✓", Phrase("已定", "settled"), Role.GOOD),
    Standing.REFUSED: ("✗", Phrase("已拒", "refused"), Role.BAD),
    Standing.REMARKED: ("·", Phrase("留意", "remark"), Role.HEADING),
}
KINDS = {
    "mojibake": "乱码",
    "entity": "转义符",
    "line end": "行尾",
    "hostile": "隐藏字符",
    "gbk": "错位",
    "lost blank": "失空格",
    "pinyin": "注音",
    "doubled punctuation": "叠标点",
    "loose stop": "游离标点",
    "wrapped line": "断行",
    "spacing": "字距",
    "full width": "全角",
    "phrasing": "用词",
    "punctuation": "标点",
    "script": "繁简",
    "doubled words": "叠词",
    "repeated line": "重复行",
}
KEYS = Group(
    "修复",
    "repairs",
    (
        Key("enter", "choose", "去原处", "go there"),
        Key("x", "refuse", "拒绝或恢复", "refuse"),
        Key("a", "settle", "认可", "settle"),
        Key("1", "reading(1)", "另一读法", "other reading", "1…9"),
        *(Key(digit, f"reading({digit})", "", "") for digit in "23456789"),
        Key("e", "type", "输入", "type"),
        Key("t", "all", "全部", "all"),
        Key("u", "undo", "撤销", "undo"),
        HELP,
        Key("escape R q", "close", "返回", "back"),
    ),
)
RIGHT_WORDS = Phrase("修正后的文字", "the right words")
AROUND = 24
"""Code points of context shown at either side."""


@dataclass(frozen=True, slots=True)
class Repairing:
    """What the screen needs of the bench: the article as it is now, and ways to change that."""

    article: Callable[[], Article]
    rulings: Callable[[], Mapping[RepairKey, str | None]]
    rule: Callable[[Mapping[RepairKey, str | None]], Awaitable[None]]
    alternatives: Callable[[Repair], Awaitable[list[tuple[str, float]]]]
    undo: Callable[[], Awaitable[object]]


class RepairsScreen(Answering[int | None]):
    """Answers with the clean code point to go to, or None."""

    BINDINGS = bindings([KEYS])

    def __init__(self, repairing: Repairing) -> None:
        super().__init__()
        self._repairing = repairing
        self._cases: Sequence[Case] = ()
        self._readings: Sequence[tuple[str, float]] = ()
        self._all = False
        self._rows = RowList(id="repairs")
        self._detail = Lines(id="detail")
        self._keys = KeyBar(id="keys")
        self._typed = TypedLine(id="typed")

    def compose(self) -> ComposeResult:
        """The list, what the repair under the cursor is about, and the keys."""
        yield self._rows
        yield self._detail
        yield self._typed
        yield self._keys

    def on_mount(self) -> None:
        """Fill the list, the cursor on the first uncertain one."""
        self._show(0)
        first = next((i for i, c in enumerate(self._cases) if _is_uncertain(c)), 0)
        self._rows.put_cursor(first)
        self.set_focus(self._rows)

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Show the list, and as many keys as there is room for."""
        self._detail.border_title = say("上下文", "context")
        self._typed.retell()
        self.call_after_refresh(lambda: self._show(self._rows.cursor))
        told = KEYS.told
        self.call_after_refresh(self._keys.show, [told[0], moving(), *told[1:]])

    # Keys

    def action_close(self) -> None:
        """Give typing up, or go back."""
        if self._typed.is_open:
            self._end_typing()
        else:
            self.dismiss(None)

    def action_choose(self) -> None:
        """Go to the repair under the cursor."""
        self._rows.action_choose()

    def action_refuse(self) -> None:
        """Refuse the repair, or take a refusal back."""
        case = self._case
        if case is None or not case.is_open_to_ruling:
            self._keys.say(say("不可拒绝", "this one is not to be refused"), warning=True)
        elif case.standing is Standing.REFUSED:
            self._rule(case, forget=True)
        else:
            self._rule(case, None)

    def action_settle(self) -> None:
        """Say that the repair is right."""
        case = self._case
        if case is not None and case.standing is Standing.UNCERTAIN:
            self._rule(case, case.repair.after)
        else:
            self._keys.say(
                say("此处不待定，不必认可", "this one is not uncertain: nothing to settle")
            )

    def action_reading(self, number: int) -> None:
        """Take another reading."""
        if self._case is not None and number <= len(self._readings):
            self._rule(self._case, self._readings[number - 1][0])

    def action_type(self) -> None:
        """Type the right words."""
        if self._case is not None and self._case.is_open_to_ruling:
            self._typed.ask(RIGHT_WORDS, self._case.repair.after)

    @on(Input.Submitted)
    def take_typed(self, event: Input.Submitted) -> None:
        """Settle with what was typed."""
        self._end_typing()
        if self._case is not None and event.value:
            self._rule(self._case, event.value)

    def action_all(self) -> None:
        """Show the routine ones too, or hide them."""
        self._all = not self._all
        self._show(0)

    async def action_undo(self) -> None:
        """Undo the last edit of the article."""
        await self._repairing.undo()
        self._show(self._rows.cursor)

    @on(RowList.Moved)
    def show_context(self) -> None:
        """Show what the repair under the cursor is about."""
        self._keys.show_again()
        self._readings = ()
        self._show_detail()
        if self._case is not None and not self._case.repair.certain:
            self._fetch_readings(self._case.repair)

    @on(RowList.Chosen)
    def go_there(self, event: RowList.Chosen) -> None:
        """Go to the place in the article."""
        if not event.is_stale:
            self.dismiss(self._cases[event.index].repair.start)

    # Showing

    @property
    def _case(self) -> Case | None:
        return self._cases[self._rows.cursor] if self._cases else None

    def _show(self, cursor: int) -> None:
        article = self._repairing.article()
        found = cases(article, self._repairing.rulings())
        self._cases = [case for case in found if self._all or not case.is_routine]
        uncertain = sum(map(_is_uncertain, found))
        self._rows.border_title = say(
            f"修复 · {len(self._cases)}/{len(found)} 处 · {uncertain} 待定",
            f"repairs · {len(self._cases)} of {len(found)} · {uncertain} uncertain",
        )
        nothing = _nothing(hidden=len(found))
        self._rows.show(
            len(self._cases), lambda i, width: case_row(self._cases[i], width), cursor, nothing
        )
        self.show_context()

    def _show_detail(self) -> None:
        case = self._case
        if case is None:
            self._detail.put([])
            return
        article, repair = self._repairing.article(), case.repair
        lines = [
            _in_context(say("原 ", "raw   "), article.raw, repair.raw_start, repair.raw_end),
            _in_context(say("净 ", "clean "), article.revision.text, repair.start, repair.end),
        ]
        for number, (words, share) in enumerate(self._readings[:9], 1):
            lines.append(Text.assemble((f" {number} ", BOLD), drawable(words), f"  {share:.0%}"))
        self._detail.put(lines)

    @work(exclusive=True, group="readings")
    async def _fetch_readings(self, repair: Repair) -> None:
        self._readings = await self._repairing.alternatives(repair)
        self._show_detail()

    @work(exclusive=True, group="ruling")
    async def _rule(self, case: Case, after: str | None = None, *, forget: bool = False) -> None:
        rulings = dict(self._repairing.rulings())
        if forget:
            rulings.pop(case.key, None)
        else:
            rulings[case.key] = after
        try:
            await self._repairing.rule(rulings)
        except JinbiaoError as error:
            self.notify(drawable(str(error)), severity="error", markup=False)
        self._show(self._rows.cursor)

    def _end_typing(self) -> None:
        self._typed.close()
        self.set_focus(self._rows)


def case_row(case: Case, width: int) -> Text:
    """A row of `width` cells for a repair."""
    sign, name, role = STANDINGS[case.standing]
    repair = case.repair
    narrow = width < 80
    line = Text(" ")
    line.append(fit(sign if narrow else f"{sign} {name}", 2 if narrow else 13), ink(role))
    kind = say(KINDS.get(repair.kind, repair.kind), repair.kind)
    line.append(fit(kind, 9 if narrow else 20), DIM)
    words = f"{_shown(repair.before)} → {_shown(repair.after)}"
    line.append(fit(words, max(4, width - line.cell_len)))
    return line


def _nothing(*, hidden: int) -> str:
    """Why no repair is shown, `hidden` ones being routine."""
    if hidden:
        return say("没有要看的修复 · t 全部 · Esc 返回", "no repair to look at · t all · Esc back")
    return say("来稿干净，没有修复 · Esc 返回", "the copy was clean: no repairs · Esc back")


def _shown(words: str) -> str:
    return drawable(words).replace("\n", "⏎").replace(" ", "␣") or "∅"


def _in_context(name: str, text: str, start: int, end: int) -> Text:
    before = drawable(text[max(0, start - AROUND) : start]).replace("\n", "⏎")
    after = drawable(text[end : end + AROUND]).replace("\n", "⏎")
    words = drawable(text[start:end]).replace("\n", "⏎") or "‸"
    return Text.assemble((name, BOLD), (before, DIM), (words, Style(reverse=True)), (after, DIM))


def _is_uncertain(case: Case) -> bool:
    return case.standing is Standing.UNCERTAIN
