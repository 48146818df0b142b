"""A text with its tokens and brackets, as the entity grammar looks at it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from suggest import lexicon
from suggest.entities.told import as_told
from suggest.tokens import Token
from text.alignment import Range

_VERB_WITHIN = re.compile(
    "选址|投建|增设|建立|下属|旗下|所属|关于印发|关于|协办|会同|联合(?=[省市县区州])|共建|携手|走进|下辖|入驻|承办"
    "|主办|中标|托管|授予|合办|考察|引导|回答|联合$|兼(?=任|$|[^并容])"
)

_AND_FIRST = re.compile("和(?=.{1,2}[市县区州]$)")  # 洋县|和勉县
# …有限公司|操作, but not a part such as 分公司, 党委, 工会, 项目部.
_AFTER_FORM = re.compile("(?<=有限公司|责任公司)[^公党团分支工研项事(（]{2,3}$")
_COMMITTEE = re.compile("(?<=[镇乡])党委$")
_NO_LONGER = 5  # code points: LAC runs no shorter name over a verb
_JOINED = re.compile("(?<=[省市县区州])和(?=[省市县区州])|(?<=[所院司团])和$")

PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "「": "」", "『": "』"}
QUOTES = "“‘「『"
LONGEST_QUOTE = 20
"""Code points: a longer quotation is speech, a shorter one may be a name or a slogan."""

LONGEST_BRACKET = 80
"""Code points: what stands farther from its opening mark than this is taken as unpaired."""


@dataclass(frozen=True, slots=True)
class Words:
    """`text`, the tokens that cover it, and where its quotation marks and brackets close.

    `closing` maps the place of each opening mark to that of its closing mark, `opening` the other
    way round. Marks pair within a line only.
    """

    text: str
    tokens: Sequence[Token]
    closing: Mapping[int, int]
    opening: Mapping[int, int]
    _starts: Sequence[int]

    def index(self, position: int) -> int:
        """The index of the token that holds the character at `position`."""
        return bisect_right(self._starts, position) - 1

    def token(self, position: int) -> Token:
        """The token that holds the character at `position`."""
        return self.tokens[self.index(position)]

    def ends(self, position: int) -> bool:
        """Whether a token ends just before `position`."""
        return position == 0 or self.token(position - 1).end == position

    def starts(self, position: int) -> bool:
        """Whether a token starts at `position`."""
        return position == len(self.text) or self.token(position).start == position

    def between(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that share a character with `start:end`."""
        if start >= end:
            return ()
        return self.tokens[self.index(start) : self.index(end - 1) + 1]

    def quoted(self, start: int, end: int) -> bool:
        """Whether `start:end` is all that stands between a pair of quotation marks."""
        if start == 0 or self.text[start - 1] not in QUOTES:
            return False
        return self.closing.get(start - 1) == end

    def within_quotes(self, start: int, end: int, longest: int = LONGEST_QUOTE) -> bool:
        """Whether `start:end` stands, alone or not, in a quotation of `longest` code points."""
        for opening in range(start - 1, max(-1, start - longest), -1):
            if self.text[opening] in QUOTES and self.closing.get(opening, 0) >= end:
                return self.closing[opening] - opening <= longest
        return False

    def inner(self) -> list[Range]:
        """The ranges between all pairs of quotation marks."""
        return [(s + 1, e) for s, e in self.closing.items() if self.text[s] in QUOTES]


def read_words(text: str, tokens: Iterable[Token]) -> Words:
    """`text` as the grammar looks at it; `tokens` cover it."""
    parts = as_told(text, [part for token in tokens for part in _parts(token)])
    closing = _pairs(text)
    opening = {end: start for start, end in closing.items()}
    return Words(text, parts, closing, opening, [token.start for token in parts])


def _parts(token: Token) -> Iterator[Token]:
    """`token`, parted where LAC ran a name over a verb: 芜湖市 · 共建 · 智能制造研究院."""
    if token.tag == "ORG" and _is_division(token.word):
        token = replace(token, tag="LOC")
    verb = _verb_within(token)
    if verb is None:
        yield token
        return
    start, end = token.start + verb.start(), token.start + verb.end()
    if verb.start():
        yield Token(token.start, start, token.word[: verb.start()], token.tag)
    yield Token(start, end, verb[0], "v")
    if end < token.end:
        tag = "ORG" if token.tag == "v" else token.tag
        yield Token(end, token.end, token.word[verb.end() :], tag)


def _is_division(word: str) -> bool:
    """Whether `word` is one division within another: 湖北省宜昌市."""
    known = lexicon.divisions()
    return any(word[:n] in known and word[n:] in known for n in range(2, len(word) - 1))


def _verb_within(token: Token) -> re.Match[str] | None:
    """What parts `token`, if anything does."""
    of_place = token.tag == "LOC" and token.word not in lexicon.divisions()
    if of_place and (committee := _COMMITTEE.search(token.word)):
        return committee
    if len(token.word) <= _NO_LONGER:
        return _AND_FIRST.match(token.word) if of_place else None
    verb = _VERB_WITHIN.search(token.word) or _JOINED.search(token.word)
    if verb is None and token.tag == "ORG":
        return _AFTER_FORM.search(token.word)
    return verb


def _pairs(text: str) -> dict[int, int]:
    closers = {close: opener for opener, close in PAIRS.items()}
    open_marks: list[int] = []
    pairs = {}
    for position, character in enumerate(text):
        if character in PAIRS:
            open_marks.append(position)
        elif character in closers:
            while open_marks and text[open_marks[-1]] != closers[character]:
                open_marks.pop()
            if open_marks and position - open_marks[-1] <= LONGEST_BRACKET:
                pairs[open_marks.pop()] = position
        elif character == "\n":
            open_marks.clear()
    return pairs
