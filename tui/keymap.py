"""The keys of the bench as data: the bindings, the help and the key line are all made from this."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from textual.binding import Binding, BindingType

from tui.choices.hands import caps, chosen, listed

_WIRING = ("do", "app", "show")
"""Actions that say how a key is carried out, not what it does."""

_DIRECTIONS = {"-1": "back", "1": "on"}

_NUMBERED = ("label", "pick", "reading")
"""Actions whose number says which one, not where to."""


@dataclass(frozen=True, slots=True)
class Key:
    """Keys that do one thing: `keys` as pressed, spaces between; `action` as Textual has it."""

    keys: str
    action: str
    zh: str
    en: str
    shown: str = ""

    @property
    def name(self) -> str:
        """What a keys file calls it: `accept`, `label-1`, `rows-back`."""
        words: list[str] = re.findall(r"-?\w+", self.action)
        first, words = words[0], words[1:]
        if first in _WIRING:
            first, words = words[0], []
        if first not in _NUMBERED:
            words = [_DIRECTIONS.get(word, word) for word in words]
        return "-".join((first, *words)).replace("_", "-")

    @property
    def is_numbered(self) -> bool:
        """Whether it is one of several that differ in their number."""
        return self.action.partition("(")[0] in _NUMBERED

    @property
    def cap(self) -> str:
        """What stands on the keys that do it now, for people."""
        own = chosen(self.name)
        return caps(own) if own else self.shown or caps(self.keys)

    def binding(self) -> Binding:
        """The binding that Textual uses; it goes by `name`, so that a keys file can remap it."""
        return Binding(
            listed(self.keys),
            self.action,
            self.zh,
            tooltip=self.en,
            key_display=self.shown or caps(self.keys),
            id=self.name,
            show=False,
        )

    @classmethod
    def of(cls, binding: Binding) -> Key:
        """The key that `binding` was made of, with one of its keys where there are more."""
        shown = binding.key_display or ""
        return cls(binding.key, binding.action, binding.description, binding.tooltip, shown)


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that belong together in the help."""

    zh: str
    en: str
    keys: tuple[Key, ...]

    @property
    def told(self) -> list[tuple[str, str, str]]:
        """Its keys as a line of keys shows them: cap, Chinese, English."""
        return [(key.cap, key.zh, key.en) for key in self.keys if key.zh]

    def without(self, action: str) -> Group:
        """The group without the key that does `action`."""
        return replace(self, keys=tuple(key for key in self.keys if key.action != action))


HELP = Key("? f1", "app.help", "帮助", "help", "?")
"""On every screen, for there is none without keys."""

HELP_WHILE_TYPING = Key("f1", "app.help", "帮助", "help")
"""The same where one types all the time: there `?` is a character like others."""

DECIDING = Group(
    "判断",
    "deciding",
    (
        Key("a", "do('accept')", "接受，到下一处待定", "accept, and on to the next undecided"),
        Key(
            "x",
            "do('reject')",
            "拒绝（自加的删除）",
            "reject, and on (an added one is deleted)",
        ),
        Key(
            "A",
            "every('accept')",
            "接受本篇所有相同处，再按：全库",
            "accept every identical mention here; again: in the whole store",
        ),
        Key(
            "X",
            "every('reject')",
            "拒绝本篇所有相同处，再按：全库",
            "reject every identical mention here; again: in the whole store",
        ),
        Key("+", "show('above')", "接受某分数以上的全部", "accept all above a score"),
        Key("1", "label('1')", "改标或标注选区", "relabel, or label the selection", "1 … 9 0"),
        *(Key(d, f"label('{d}')", "", "") for d in "234567890"),
        Key(";", "show('labels')", "从全部标签中选", "any label, by its name"),
        Key("e", "show('attributes')", "填属性", "attributes, as a form"),
        Key("o", "show('owner')", "选主体", "the owner, by a letter"),
        Key("u", "do('undo')", "撤销", "undo"),
        Key("ctrl+r", "do('redo')", "重做", "redo"),
    ),
)
EDGES = Group(
    "边界",
    "edges",
    (
        Key("[", "do('left_out')", "左边界外移一字", "left edge out"),
        Key("]", "do('left_in')", "左边界内移一字", "left edge in"),
        Key("{", "do('right_in')", "右边界内移一字", "right edge in"),
        Key("}", "do('right_out')", "右边界外移一字", "right edge out"),
        Key(",", "do('left_out_word')", "左边界外移一词", "left edge out by a word"),
        Key(".", "do('left_in_word')", "左边界内移一词", "left edge in by a word"),
        Key("<", "do('right_in_word')", "右边界内移一词", "right edge in by a word"),
        Key(">", "do('right_out_word')", "右边界外移一词", "right edge out by a word"),
        Key("B", "boundaries", "换下一种可能的边界", "the next likely boundaries"),
        Key("|", "do('split')", "在光标处分开", "split at the cursor"),
        Key("&", "do('join')", "与下一处合并", "join with the next span"),
    ),
)
MOVING = Group(
    "走动",
    "going about",
    (
        Key("n", "do('next')", "下一处", "next span"),
        Key("p", "do('previous')", "上一处", "previous span"),
        Key("h left", "do('left')", "光标左移一字", "cursor left"),
        Key("l right", "do('right')", "光标右移一字", "cursor right"),
        Key("k up", "rows(-1)", "光标上移一行", "cursor up"),
        Key("j down", "rows(1)", "光标下移一行", "cursor down"),
        Key("b", "do('word_back')", "上一词", "word back"),
        Key("w", "do('word_on')", "下一词", "word on"),
        Key("(", "do('clause_back')", "上一分句", "clause back"),
        Key(")", "do('clause_on')", "下一分句", "clause on"),
        Key("pageup", "page(-1)", "上一页", "page up"),
        Key("pagedown", "page(1)", "下一页", "page down"),
        Key("v", "do('select')", "开始或放弃选择", "start or give up a selection"),
        Key("escape", "do('cancel')", "放弃选择", "give up a selection"),
    ),
)
ARTICLES = Group(
    "文章",
    "articles",
    (
        Key("d", "do('done')", "本篇完成，到下一篇", "article done, on to the next with work left"),
        Key("D", "do('reopen')", "重新打开本篇", "reopen the article"),
        Key("c", "show('comment')", "批注本篇", "comment on the article"),
        Key("f", "do('flag')", "标记本篇", "flag the article"),
        Key("N", "article(1)", "下一篇", "next article"),
        Key("P", "article(-1)", "上一篇", "previous article"),
        Key("L", "show('library')", "文章库", "library"),
        Key("J", "show('jump')", "跳到标题或标注", "jump to a heading or a span"),
        Key("/", "show('search')", "在本篇查找", "search in the article"),
        Key("R", "show('repairs')", "修复清单", "what cleaning changed, to refuse or settle"),
        Key("H", "show('history')", "历史与旧貌", "history, and the article as it was"),
        Key("S", "list", "原文栏换成标注列表", "list of spans in place of the source"),
        Key("s", "switch", "窄屏换栏", "switch panes (narrow terminals)"),
        Key("t", "show('ledger')", "目标台账", "targets ledger, over all articles"),
        Key("%", "show('progress')", "进度", "progress: pace, acceptance, what is left"),
        Key("g", "show('guidelines')", "标注规范", "guidelines, at the label in hand"),
        Key("ctrl+p", "app.command_palette", "命令", "commands, by their words"),
        Key("=", "app.settings", "设置", "settings: language, colours, panes, keys"),
        HELP,
        Key("q", "app.quit", "退出（已全部保存）", "quit (all is saved)"),
    ),
)
GROUPS = (DECIDING, EDGES, MOVING, ARTICLES)

DOWN = Key("j down", "cursor(1)", "下移", "down")
UP = Key("k up", "cursor(-1)", "上移", "up")
LIST = Group(
    "列表",
    "lists",
    (
        DOWN,
        UP,
        Key("pagedown", "page(1)", "下一页", "page down"),
        Key("pageup", "page(-1)", "上一页", "page up"),
        Key("g home", "edge(-1)", "首行", "first"),
        Key("G end", "edge(1)", "末行", "last"),
    ),
)
"""The keys of every list of rows; what Enter does with a row is among those of its screen."""

# Not beside its screen, which takes a third of a second to import.
PROGRESS = Group(
    "进度",
    "progress",
    (
        Key("R", "load", "重读", "read again"),
        HELP,
        Key("escape % q", "dismiss", "返回", "back"),
    ),
)


def bindings(groups: Iterable[Group] = GROUPS) -> list[BindingType]:
    """The bindings of these groups, for a screen."""
    return [key.binding() for group in groups for key in group.keys]


def moving() -> tuple[str, str, str]:
    """How a line of keys tells of going about in a list: one key down, one up."""
    return " ".join(key.cap.split()[0] for key in (DOWN, UP)), "走动", "move"


def cap_of(name: str) -> str:
    """What stands on the keys of the bench that do what is called `name`.

    Raises KeyError for a name that no key has.
    """
    return _BY_NAME[name].cap


_BY_NAME = {key.name: key for group in GROUPS for key in group.keys}
