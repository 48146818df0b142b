"""What can go wrong with a store and with decisions kept in it."""

from __future__ import annotations

from text.errors import JinbiaoError, UsageError


class StoreError(JinbiaoError):
    """The store cannot be used: no store of ours, locked, read-only, full or damaged."""

    exit_status = 4


class BusyError(StoreError):
    """Another program kept the store locked for as long as one waited; nothing was written."""


class ConflictError(StoreError):
    """Somebody else changed the same reading in between; nothing was written.

    The reading that raises it has read the other's changes, so it shows what holds now.
    """


class UnknownArticleError(UsageError):
    """An article id that is not in the store."""


class QueryError(UsageError):
    """A query that says nothing that could be looked for."""


class DecisionError(UsageError):
    """A decision that cannot be made: no such mark, or a range outside the text."""


class LaterEditsError(DecisionError):
    """An edit of many articles that cannot be taken back in all of them; nothing was written.

    `articles` holds the ids of those that were edited since; in the `others`, a number, it can be.
    """

    def __init__(self, message: str, articles: tuple[str, ...], others: int) -> None:
        super().__init__(message)
        self.articles = articles
        self.others = others


class SuggestionError(JinbiaoError):
    """Suggestions that do not fit their article or the scheme; none of them was kept."""


class GoldError(JinbiaoError):
    """A gold set that would not be right; nothing was written."""
