"""What an edit did, in words: to a mark, from what to what, and to its article."""

from __future__ import annotations

from collections.abc import Iterator

from store.mark import Mark
from store.replay import LogLine
from text.scheme import Scheme
from text.span import Span
from tui.language import Phrase
from tui.scheme_words import attribute_words, label_words, value_words

VERBS = {
    "accept": Phrase("接受", "accepted"),
    "reject": Phrase("拒绝", "rejected"),
    "relabel": Phrase("改标", "relabelled"),
    "move": Phrase("移边界", "edges moved"),
    "describe": Phrase("填属性", "attributes"),
    "add": Phrase("新增", "added"),
    "split": Phrase("拆分", "split"),
    "join": Phrase("合并", "joined"),
    "relate": Phrase("定主体", "owner"),
    "revise": Phrase("改修复", "repairs"),
    "finish": Phrase("完成", "done"),
    "reopen": Phrase("重新打开", "reopened"),
    "comment": Phrase("批注", "comment"),
    "flag": Phrase("标记", "flag"),
    "undo": Phrase("撤销", "undone"),
    "redo": Phrase("重做", "redone"),
}

FIELDS = {
    ("status", "open"): Phrase("未完成", "open"),
    ("status", "done"): Phrase("已完成", "done"),
    ("flag", 1): Phrase("有标记", "flagged"),
    ("flag", 0): Phrase("无标记", "no flag"),
    ("comment", None): Phrase("无批注", "no comment"),
}
"""What is said of an article, by its column and value."""


def said_of_article(line: LogLine) -> str:
    """What an edit said of the article: its status, flag and comment."""
    fields = line.change.after.fields.items()
    said = (FIELDS.get(field, field[1]) for field in fields if field[0] != "revision")
    return " · ".join(map(str, said))


def changes(line: LogLine, mark_id: str, scheme: Scheme) -> list[str]:
    """What the edit changed of a mark, each as `from → to`; nothing where it only kept it or not.

    What was suggested counts as what it was before the first decision.
    """
    before = _named(line.change.before.marks, mark_id)
    after = _named(line.change.after.marks, mark_id)
    kept = before or after
    if kept is None:
        return []
    old: Span | None = before.span if before else kept.suggested
    new: Span | None = after.span if after else kept.suggested
    if old is None or new is None:
        return []
    words = line.old_words.get(mark_id, ""), line.words.get(mark_id, "")
    return list(_differences(old, new, words, scheme))


def _named(marks: tuple[Mark, ...], mark_id: str) -> Mark | None:
    return next((mark for mark in marks if mark.id == mark_id), None)


def _differences(old: Span, new: Span, words: tuple[str, str], scheme: Scheme) -> Iterator[str]:
    if old.label != new.label:
        yield f"{label_words(scheme, old.label)} → {label_words(scheme, new.label)}"
    if (old.start, old.end) != (new.start, new.end):
        yield " → ".join(words) if all(words) else f"{old.start}–{old.end} → {new.start}–{new.end}"
    for name in sorted(old.attributes.keys() | new.attributes.keys()):
        was, became = (
            value_words(scheme, name, span.attributes.get(name, "")) or "∅" for span in (old, new)
        )
        if was != became:
            yield f"{attribute_words(scheme, name)} {was} → {became}"
