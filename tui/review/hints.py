"""Which keys matter now: what a stranger should press next."""

from __future__ import annotations

from dataclasses import dataclass

from store.mark import State
from tui.keymap import cap_of
from tui.review.describing import span_attribute
from tui.review.session import Session


@dataclass(frozen=True, slots=True)
class Hint:
    """What the keys of these names do, in a word or two."""

    names: tuple[str, ...]
    zh: str
    en: str
    shown: str = ""

    def told(self) -> tuple[str, str, str]:
        """What stands on the keys now, and what they do in Chinese and in English."""
        return self.shown or " ".join(map(cap_of, self.names)), self.zh, self.en


EDGES = ("left-out", "left-in", "right-in", "right-out")
LABELS = "1…0"

HELP = Hint(("help",), "帮助", "help")
ACCEPT = Hint(("accept",), "接受", "accept")
REJECT = Hint(("reject",), "拒绝", "reject")
MOVE = Hint(EDGES, "边界", "edges")
RELABEL = Hint((), "改标", "relabel", LABELS)
ALIKE = Hint(("every-accept", "every-reject"), "相同处", "alike")
BOUNDARIES = Hint(("boundaries",), "换边界", "likely edges")
NEXT = Hint(("next",), "下一处", "next")
DESCRIBE = Hint(("attributes",), "属性", "attributes")
OWNER = Hint(("owner",), "主体", "owner")
DONE = Hint(("done",), "完成", "done")
UNDO = Hint(("undo",), "撤销", "undo")
SELECT = Hint(("select",), "选择", "select")
NEXT_ARTICLE = Hint(("article-on",), "下一篇", "next article")

SELECTING = (
    Hint((), "标注", "label", LABELS),
    Hint(("left", "rows-on", "rows-back", "right"), "移动", "extend"),
    Hint(("word-back", "word-on"), "词", "word"),
    Hint(("clause-back", "clause-on"), "分句", "clause"),
    Hint(("cancel",), "放弃", "give up"),
)
WITHOUT_MARK = (
    Hint(("next", "previous"), "标注间走动", "next, previous span"),
    SELECT,
    DONE,
    NEXT_ARTICLE,
    UNDO,
)
SUGGESTED = (ACCEPT, REJECT, MOVE, DONE, UNDO, ALIKE, SELECT, RELABEL, BOUNDARIES)
DECIDED = (NEXT, *SUGGESTED[1:])
REJECTED = (NEXT, Hint((), "改判并标注", "take back as", LABELS), DONE, UNDO, SELECT)
FINISHED = (
    NEXT_ARTICLE,
    Hint(("reopen",), "重新打开", "reopen"),
    Hint(("library",), "文章库", "library"),
    Hint(("quit",), "退出", "quit"),
)


def hints(session: Session) -> tuple[tuple[str, str, str], ...]:
    """The keys that matter now with what they do, the help key last."""
    return tuple(hint.told() for hint in (*_hints(session), HELP))


def _hints(session: Session) -> tuple[Hint, ...]:
    mark = session.current
    if session.cursor.selection is not None:
        return SELECTING
    if session.reading.status == "done":
        return FINISHED
    if mark is None:
        return WITHOUT_MARK
    if mark.state is State.REJECTED:
        return REJECTED
    known = SUGGESTED if mark.state is State.SUGGESTED else DECIDED
    if not session.scheme.attributes_of(mark.span.label):
        return known
    more = (DESCRIBE, OWNER) if span_attribute(session.scheme, mark) else (DESCRIBE,)
    return (*known[:2], *more, *known[2:])
