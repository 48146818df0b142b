"""What an uncertain repair may be instead."""

from __future__ import annotations

from text.alignment import Alignment
from text.article import Repair
from text.change import rewrite
from text.cleaning import CHAIN
from text.repairs import gbk


def alternatives(raw: str, repair: Repair) -> list[gbk.Reading]:
    """The readings of what `repair` restored in `raw`, likeliest first, in the article's script.

    Empty for a repair of another kind than GBK read one off: no other is a guess.
    """
    if repair.kind != gbk.KIND:
        return []
    text, alignment = raw, Alignment.identity(len(raw))
    for find in CHAIN[: CHAIN.index(gbk.find)]:
        text, step = rewrite(text, find(text))
        alignment = step.compose(alignment)
    return gbk.readings(text, *alignment.to_clean(repair.raw_start, repair.raw_end))
