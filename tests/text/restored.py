"""How much of a damaged text came back, and whether spans stayed on their words."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from text.alignment import Alignment
from text.article import Revision


def restored_share(sound: str, text: str) -> float:
    """The share of the sound text's characters that stand in `text` in their order."""
    before, after = (re.findall("[^,。\n]*[,。\n]?", whole) for whole in (sound, text))
    same = 0
    for how, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        one, other = "".join(before[a:b]), "".join(after[c:d])
        if how == "equal":
            same += len(one)
        elif how == "replace":
            blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
            same += sum(block.size for block in blocks)
    return same / max(len(sound), len(text))


def kept_share(sound: str, damage: Alignment, revision: Revision) -> float:
    """The share of spans that read the same after going through `damage` and the cleaner.

    `damage` aligns the damaged text onto the sound one, `revision` the clean onto the damaged.
    """
    words = [match.span() for match in re.finditer("[\u4e00-\u9fff]{2,4}", sound)]
    kept = 0
    for word in words:
        start, end = revision.alignment.to_clean(*damage.to_clean(*word))
        kept += revision.text[start:end] == sound[slice(*word)]
    return kept / len(words)
