"""Products, platforms and services that a text names in quotation marks: “榛农e贷”, “浙里办”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suggest.entities.offers import offer
from suggest.entities.words import Words
from text.span import Suggestion

_LAUNCHED = re.compile(
    r"(?:推出|上线|开发|上架)了?(?:的|一款)?(?:[^，。“”]{0,6}产品)?[“‘](?P<name>[^”’，。]{2,8})[”’](?!平台|APP|小程序|系统)"
)
# 浙里办, 渝快办: what a province or a town offers to do things with.
_APP = re.compile(
    "(?:在|通过|登录|依托|使用|打开)[“‘](?P<name>[^”’，。]{1,3}[办通码])[”’](?!平台|APP|小程序|系统)"
)


def services(words: Words) -> Iterator[Suggestion]:
    """Offers of what somebody offers to the public under a name, or does things with."""
    for rule, pattern in (("launched", _LAUNCHED), ("app", _APP)):
        for match in pattern.finditer(words.text):
            yield offer(*match.span("name"), "PROJECT", rule)
