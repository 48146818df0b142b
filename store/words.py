"""Full text: which articles have some words, in raw or clean text, in either script.

Every two characters that stand together are a token, for Chinese words have no ends that an index
could know, and two characters are what people search for. A character at the end of a run is a
token by itself, so that one can be found too.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from itertools import pairwise

from store.database import Database

_AT_ONCE = 200

# By FTS5's own tables of what is in it: asking the index itself would go through all of it.
_LACKING_WORDS = """
SELECT number, raw, text FROM articles JOIN raws ON raws.article = articles.id
JOIN bodies ON bodies.revision = articles.revision
WHERE number > coalesce((SELECT max(id) FROM words_docsize), 0) ORDER BY number LIMIT ?
"""
_LACKING_NAMES = """
SELECT number, title, source FROM articles JOIN revisions ON revisions.id = articles.revision
WHERE number > coalesce((SELECT max(id) FROM names_docsize), 0) ORDER BY number LIMIT ?
"""


def index_words(db: Database) -> int:
    """Bring the index up to date with the articles; how many it lacked.

    Commits a bounded number at a time, so that others can write meanwhile.
    """
    added = 0
    while found := _index_some(db):
        added += found
    return added


def _index_some(db: Database) -> int:
    if not (db.row(_LACKING_NAMES, 1) or db.row(_LACKING_WORDS, 1)):
        return 0
    with db.transaction():
        # Names first, so that whatever has its words has its names too.
        named = db.rows(_LACKING_NAMES, _AT_ONCE)
        db.run_many(
            "INSERT INTO names (rowid, title, source) VALUES (?, ?, ?)",
            (
                (number, _tokens_in(title or ""), _tokens_in(source))
                for number, title, source in named
            ),
        )
        rows = db.rows(_LACKING_WORDS, _AT_ONCE)
        db.run_many(
            "INSERT INTO words (rowid, text) VALUES (?, ?)",
            ((number, _tokens_of(raw, text)) for number, raw, text in rows),
        )
    return max(len(named), len(rows))


def match(words: str) -> str | None:
    """What FTS5 is to look for to find `words` as they stand; None where no letter is in them."""
    runs = _runs(words)
    if not runs:
        return None
    *before, last = runs
    tokens = [token for run in before for token in _tokens(run)]
    # What goes on behind the words asked for may be anything.
    tokens += _tokens(last)[:-1] or [last]
    # Only a single character can be the beginning of a token.
    return f'"{" ".join(tokens)}"{" *" if len(last) == 1 else ""}'


def _tokens_of(raw: str, text: str) -> str:
    """The tokens of an article: of its clean text, and of what raw lines have beside that."""
    clean = {fold(line) for line in text.splitlines()}
    others = (line for line in raw.splitlines() if fold(line) not in clean)
    return _tokens_in("\n".join((text, *others)))


def _tokens_in(text: str) -> str:
    return " ".join(token for run in _runs(text) for token in _tokens(run))


def _runs(words: str) -> list[str]:
    """The stretches of letters and digits, folded."""
    return "".join(c if c.isalnum() else " " for c in fold(words)).split()


def _tokens(run: str) -> list[str]:
    return [*(a + b for a, b in pairwise(run)), run[-1]]


def fold(text: str) -> str:
    """`text` as it is compared: simplified, half-width, lower case; as long as it was."""
    return text.translate(_folds())


@cache
def _folds() -> _Folds:
    lines = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text("utf-8")
    simplified = (line.split() for line in lines.splitlines())
    return _Folds({ord(first): ord(forms[0]) for first, *forms in simplified if forms})


class _Folds(dict[int, int]):
    """What each character is compared as, worked out when it is first met."""

    def __missing__(self, code: int) -> int:
        plain = unicodedata.normalize("NFKC", chr(code)).casefold()
        self[code] = self.get(ord(plain), ord(plain)) if len(plain) == 1 else code
        return self[code]
