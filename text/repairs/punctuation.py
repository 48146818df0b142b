"""Half-width punctuation in Chinese text to full-width marks, where one asks for it."""

from __future__ import annotations

import re

from text.change import Change

KIND = "punctuation"
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HAN = "[\u3400-\u4dbf\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e“”‘’…—]"

# A mark is Chinese where Chinese stands before it, or behind it if no Latin or digit stands before:
# in 增长6%,其中 and in 项目(GDP)的 too, but not in 9,200 or 12:30 or f(x).
_MARK = re.compile(
    rf"(?<={_HAN})[,;:?!()]"
    rf"|(?<=[%％℃°)])[,;:?!)](?=\s|{_HAN}|$)"
    rf"|(?<=[0-9A-Za-z])[,;:?!)](?={_HAN}|$)"
    rf"|[()](?={_HAN})"
)


def find(text: str) -> list[Change]:
    """The half-width marks of `text` that stand in Chinese, one for one."""
    return [Change(*match.span(), _WIDE[match[0]], KIND) for match in _MARK.finditer(text)]
