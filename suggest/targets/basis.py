"""What a change is measured against."""

from __future__ import annotations

import re

_YEAR_ON_YEAR = re.compile(r"同比|[比较](?:上年|去年|上一年)|去年同期|上年同期")
_MONTH_ON_MONTH = re.compile(r"环比|[比较]上月")
_SINCE = re.compile(r"(?:[比较]|是|由|从|在|对比|相比于?)(20[0-9]{2})年")


def basis(words: str) -> str:
    """`yoy`, `mom` or `since YYYY` where the `words` before a value say so, else empty."""
    if _YEAR_ON_YEAR.search(words):
        return "yoy"
    if _MONTH_ON_MONTH.search(words):
        return "mom"
    since = _SINCE.search(words)
    return f"since {since[1]}" if since else ""
