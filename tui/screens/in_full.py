"""What keys do, in more words than a line of keys has room for."""

from __future__ import annotations

from collections.abc import Mapping

from tui.keymap import Group, Key
from tui.language import Phrase

IN_FULL: Mapping[tuple[str, str], Phrase] = {
    ("targets ledger", "filter"): Phrase("按词语或查询筛选", "filter by words or a query"),
    ("targets ledger", "sort-on"): Phrase(
        "按下一列、上一列排序", "sort by the next column, the previous one"
    ),
    ("targets ledger", "turn"): Phrase("次序倒过来", "the other way round"),
    ("targets ledger", "group"): Phrase(
        "按主体、按年份，或不分组", "group by owner, by year, or not at all"
    ),
    ("targets ledger", "choice"): Phrase(
        "全部、有矛盾的、有成果的目标", "all, those contradicted, targets with a result"
    ),
    ("targets ledger", "counterpart"): Phrase(
        "到与此矛盾的数，或此目标的成果", "to the figure that contradicts it, or a target's result"
    ),
    ("targets ledger", "decided"): Phrase(
        "只看已定的，或连同建议", "only what was decided, or all"
    ),
    ("targets ledger", "export"): Phrase("把列出的导出为 CSV", "export the rows shown as CSV"),
    ("targets ledger", "load"): Phrase(
        "重读：别人新写的这时才来", "read again: what others wrote comes then"
    ),
    ("library", "filter"): Phrase("按词语或查询筛选", "filter by words or a query"),
    ("library", "rank-on"): Phrase("早些轮到此篇", "its turn comes sooner"),
    ("library", "rank-back"): Phrase("晚些轮到此篇", "its turn comes later"),
    ("library", "ask-paths"): Phrase("导入文件或文件夹", "import files or folders"),
    ("library", "all"): Phrase("去掉筛选，列出全部", "without a filter: all articles"),
    ("repairs", "refuse"): Phrase(
        "拒绝，恢复原样；再按：仍要修复", "refuse it, as it came; again: mended after all"
    ),
    ("repairs", "settle"): Phrase("认可：修得对", "settle it: it is mended rightly"),
    ("repairs", "reading-1"): Phrase("换成另一读法", "take another reading"),
    ("repairs", "type"): Phrase("输入应有的文字", "type what it is to read"),
    ("repairs", "all"): Phrase(
        "连同不必看的，或只列要看的", "also those that need no look, or without them"
    ),
}
"""By the English name of a group and the name of a key in it."""


def in_full(group: Group, key: Key) -> str:
    """What `key` does, in the language spoken."""
    return str(IN_FULL.get((group.en, key.name), Phrase(key.zh, key.en)))
