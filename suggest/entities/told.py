"""Tokens mended by what the text itself says of a word: short names of companies and divisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from suggest import lexicon
from suggest.spotter import Spotter
from suggest.tokens import Token
from text.alignment import Range

_COMPANY_NAMED = re.compile(
    r"(?:公司|集团|银行|[）)])[（(](?:以下|下)?统?(?:简称|称)为?[:：]?\s*"
    r"(?:[“‘「]([^”’」]{2,10})[”’」]|([\u4e00-\u9fff]{2,8})[）)])"
)
_DIVISION = re.compile("([\u4e00-\u9fff]{2,4})[省市县州镇乡]")
_FIRM = "公司"
# LAC's tags of words that it may well take for common ones: 和平, beside 和平县.
_COMMON = frozenset(("n", "v", "a", "d", "vn", "ad", "an", "vd", "f", "s", "LOC"))


def as_told(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """`tokens`, with the short form of each name that the text has in full as one token.

    LAC cannot know that 科|陆|微 is a name: （以下简称“科陆微”） says so, 惠来县 says it of 惠|来.
    """
    names = dict.fromkeys(_divisions(tokens), "LOC")
    names |= {match[1] or match[2]: "ORG" for match in _COMPANY_NAMED.finditer(text)}
    if not names:
        return tokens
    edges = {token.start for token in tokens} | {len(text)}
    common = {(token.start, token.end) for token in tokens if token.tag in _COMMON}

    within_firms = {
        position
        for token in tokens
        if token.tag == "ORG" and token.word.endswith(_FIRM)
        for position in range(token.start + 1, token.end)
    }

    def stands(start: int, end: int) -> bool:
        if names[text[start:end]] == "ORG":
            return start not in within_firms
        return start in edges and end in edges and (start, end) not in common

    spans = Spotter(names).find(text, stands)
    return _replaced(text, tokens, [(span, names[text[slice(*span)]]) for span in spans])


def _divisions(tokens: Sequence[Token]) -> Iterator[str]:
    """The short names of the divisions that LAC sees: 惠来 of 惠来县."""
    for token in tokens:
        division = _DIVISION.fullmatch(token.word) if token.tag == "LOC" else None
        if division and division[1] not in lexicon.words("no_places"):
            yield division[1]


def _replaced(
    text: str, tokens: Sequence[Token], held: Sequence[tuple[Range, str]]
) -> Sequence[Token]:
    """`tokens` with one of the given tag for each range of `held`, both in order."""
    parts = [Token(start, end, text[start:end], tag) for (start, end), tag in held]
    passed = 0
    for token in tokens:
        first = token.start
        while passed < len(held) and held[passed][0][1] <= first:
            passed += 1
        for index in range(passed, len(held)):
            (start, end), _ = held[index]
            if start >= token.end:
                break
            if first < start:
                parts.append(Token(first, start, text[first:start], token.tag))
            first = max(first, end)
        if first == token.start:
            parts.append(token)
        elif first < token.end:
            parts.append(Token(first, token.end, text[first : token.end], token.tag))
    return sorted(parts, key=lambda token: token.start)
