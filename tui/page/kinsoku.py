"""Where a Chinese line may break (避头尾): no closing mark begins a row, no opening mark ends one.

After the line-start and line-end prohibition rules of GB/T 15834-2011 (5.1.10) and of the W3C's
Requirements for Chinese Text Layout (clreq, 3.1.3); Latin words and numbers stay in one piece.
"""

from __future__ import annotations

import re

NOT_FIRST = frozenset("、。，．：；！？）〕］｝〉》」』】〗’”…—·‰℃°%‧•–～,.;:!?)]}")
NOT_LAST = frozenset("（〔［｛〈《「『【〖‘“([{")

_PART_OF_WORD = re.compile(r"[0-9A-Za-z.,%+\-/_&°α-ωΑ-ΩÀ-ɏ]")


def is_break(before: str, after: str) -> bool:
    """Whether a row may end with the character `before` and the next begin with `after`."""
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    return not (_PART_OF_WORD.match(before) and _PART_OF_WORD.match(after))


def break_before(text: str, start: int, limit: int) -> int:
    """The last good place to break `text` in `start + 1 … limit`, or `limit` where there is none.

    Looks back over half the row at the most, so that a long number or address cannot leave a row
    all but empty.
    """
    lowest = max(start + 1, limit - max(1, (limit - start) // 2))
    for place in range(limit, lowest - 1, -1):
        if is_break(text[place - 1], text[place]):
            return place
    return limit
