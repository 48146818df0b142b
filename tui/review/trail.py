"""Where the last edit was made, and which keys lead back to it from another article."""

from __future__ import annotations

from store.store import Store
from text.article import Article
from tui.keymap import cap_of
from tui.language import say
from tui.page.cells import cells, fit

MOST_NAME = 32
"""Cells for the name of an article in a notice."""


class Trail:
    """What one edited last in this sitting."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._edited: tuple[str, str] | None = None  # id and name: a whole book is long

    def edited(self, article: Article) -> None:
        """Something was saved in `article`."""
        self._edited = article.id, article.name

    def finished(self, told: str, article_id: str, here: str) -> str:
        """What was `told` of an article that is done, and the keys that take it back."""
        way, undo = self._way_to(article_id, here), cap_of("undo")
        return say(f"{told} · {way} {undo} 收回", f"{told} · {way} {undo} takes it back")

    def elsewhere(self, nothing: str, here: str) -> str:
        """That there is `nothing` in the article in hand, and where the last edit was made."""
        if self._edited is None or self._edited[0] == here:
            return nothing
        article_id, name = self._edited
        name, way = fit(name, min(cells(name), MOST_NAME)), self._way_to(article_id, here)
        return say(
            f"{nothing} · {way} 到上次改的《{name}》", f"{nothing} · {way} to the last edit: {name}"
        )

    def _way_to(self, article_id: str, here: str) -> str:
        """The key that leads from `here` to another article."""
        for name, forward in (("article-back", False), ("article-on", True)):
            if self._store.neighbour(here, forward=forward) == article_id:
                return cap_of(name)
        return cap_of("library")
