"""Punctuation set twice by the tools that copy articles: `,,` `,、` `,。` `，，`."""

from __future__ import annotations

import re

from text.change import Change

KIND = "doubled punctuation"

_HAN = "[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
# A comma before a stop of another kind, or before its like where Chinese stands on either side
# (`1,,2` is a list). Three of a kind are meant.
_PAIR = re.compile("[,，、；：。](?=[、。；：！？，,;:])")
_DOUBLED = re.compile(
    r"(?<![,，]),(?=[、。；：！？，;:])"
    rf"|(?<={_HAN}),(?=,(?!,))"
    rf"|(?<![,，]),(?=,[“‘《（【「『—]?{_HAN})"
    r"|，(?=[、。；：！？,])"
    r"|([，、；：])(?<!\1\1)(?=\1(?!\1))"
    r"|(?<!。)。(?=。(?!。))"
)


def find(text: str) -> list[Change]:
    """The first of each two stops where one was meant; `……`, `——`, `？！`, `。。。` are sound."""
    return [
        Change(*match.span(), "", KIND)
        for match in _PAIR.finditer(text)
        if _DOUBLED.match(text, match.start())
    ]
