"""Which keys matter now: what a stranger should press next."""

from __future__ import annotations

from store.mark import State
from tui.review.session import Session

Hint = tuple[str, str, str]
"""What stands on the key, and what it does in Chinese and in English."""

HELP: Hint = ("?", "帮助", "help")
SELECTING: tuple[Hint, ...] = (
    ("1…0", "标注", "label"),
    ("h j k l ←↓↑→", "移动", "extend"),
    ("w b", "词", "word"),
    ("( )", "分句", "clause"),
    ("Esc", "放弃", "give up"),
)
WITHOUT_MARK: tuple[Hint, ...] = (
    ("n p", "标注间走动", "next, previous span"),
    ("v", "选择", "select"),
    ("d", "完成", "done"),
    ("N", "下一篇", "next article"),
    ("u", "撤销", "undo"),
)
SUGGESTED: tuple[Hint, ...] = (
    ("a", "接受", "accept"),
    ("x", "拒绝", "reject"),
    ("[ ] { }", "边界", "edges"),
    ("d", "完成", "done"),
    ("u", "撤销", "undo"),
    ("v", "选择", "select"),
    ("1…0", "改标", "relabel"),
)
DECIDED: tuple[Hint, ...] = (("n", "下一处", "next"), *SUGGESTED[1:])
REJECTED: tuple[Hint, ...] = (
    ("n", "下一处", "next"),
    ("1…0", "改判并标注", "take back as"),
    ("d", "完成", "done"),
    ("u", "撤销", "undo"),
    ("v", "选择", "select"),
)
DONE: tuple[Hint, ...] = (
    ("N", "下一篇", "next article"),
    ("D", "重新打开", "reopen"),
    ("L", "文章库", "library"),
    ("q", "退出", "quit"),
)


def hints(session: Session) -> tuple[Hint, ...]:
    """The keys that matter now, the help key last."""
    return (*_hints(session), HELP)


def _hints(session: Session) -> tuple[Hint, ...]:
    mark = session.current
    if session.cursor.selection is not None:
        return SELECTING
    if session.reading.status == "done":
        return DONE
    if mark is None:
        return WITHOUT_MARK
    if mark.state is State.SUGGESTED:
        return SUGGESTED
    return REJECTED if mark.state is State.REJECTED else DECIDED
