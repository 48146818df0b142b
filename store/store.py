"""A store: one SQLite file with the articles, the suggestions and everybody's decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from store.articles import article_of, has_article, revision_read
from store.background import Background, Seen, background
from store.batches import Batches, Bulk, BulkVerb, Plan
from store.bookmarks import Bookmarks
from store.catalogue import Catalogue
from store.codec import revision_id
from store.course import Day, course
from store.database import Database
from store.desk import Desk
from store.edit import NO_EFFORT, Effort
from store.figures import Figure, figures
from store.history import Chapter, Past, after_edit, at_time, find_article, history
from store.incoming import bring_in
from store.journal import PERSONAL, ReadingKey
from store.library import Card, chosen
from store.mark import Mark
from store.mentions import Mention, Mentions
from store.merging import Merged, merge
from store.reading import Reading
from store.schemes import adopt
from store.stats import Stats, stats
from store.suggestions import Run, lacking, lacks, put_run
from text.article import Article, Revision
from text.scheme import Scheme
from text.span import Suggestion

__all__ = ["Card", "Store"]


class Store(Catalogue):
    """The store as one person uses it, with one scheme.

    Every method may raise StoreError. A store belongs to the thread that opened it.
    """

    def __init__(self, db: Database, person: str, scheme: Scheme) -> None:
        super().__init__(db, person)
        self.scheme = scheme
        self._bookmarks = Bookmarks(db, person)
        self._batches = Batches(db, scheme, person)
        self._mentions = Mentions(db, scheme, person)
        self._seen = db.data_version()
        # The one on the bench is asked for again with its suggestions and its words, and a revision
        # never changes. A book takes a second to read.
        self._last_read: tuple[tuple[str, str], Article] | None = None

    @classmethod
    def open(cls, path: Path, person: str, scheme: Scheme, *, group: bool = False) -> Self:
        """The store at `path`, made where there is none, brought up to date where it is older.

        With `group` everybody in its group may write it from now on, and in its folder.

        Raises StoreError for a file that is no store of ours, comes from a newer jinbiao, is locked
        or read-only, or uses labels that `scheme` lacks; the file is then left as it was.
        """
        db = Database(path, group=group)
        try:
            adopt(db, scheme)
            db.run("INSERT INTO people (name) VALUES (?) ON CONFLICT DO NOTHING", person)
        except BaseException:
            db.close()
            raise
        return cls(db, person, scheme)

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """All that the block writes is one transaction: on disk together, or not at all.

        What fails within it, and is caught there, is undone by itself. Others who write wait
        meanwhile, so a batch is prepared before it is begun.
        """
        with self.db.transaction():
            yield

    def add(self, article: Article) -> bool:
        """Keep an article, whole; False if it is there already."""
        return bool(self.add_all([article]))

    def add_all(
        self,
        articles: Iterable[Article],
        found: Mapping[str, Sequence[Suggestion]] | None = None,
        *,
        by: tuple[str, str] = ("", ""),
    ) -> set[str]:
        """Keep articles in one transaction; the ids of those that were not there already.

        `found` has suggestions for new ones by article id, made `by` a suggester in some version.
        Raises SuggestionError and SchemeError as `put_suggestions` does: then none was kept.
        """
        run = Run(*by, self.scheme.hash) if found else None
        with self.db.transaction():
            return bring_in(self.db, self.scheme, articles, run, found)

    def has(self, article_id: str) -> bool:
        """Whether the article is there."""
        return has_article(self.db, article_id)

    def article(self, article_id: str) -> Article:
        """The article in the revision that this person reads. Raises UnknownArticleError."""
        with self.db.snapshot():
            asked = article_id, revision_read(self.db, article_id, self.person)
            if self._last_read is None or self._last_read[0] != asked:
                self._last_read = asked, article_of(self.db, *asked)
        return self._last_read[1]

    def wait_at_most(self, seconds: float) -> None:
        """Wait so long, and no longer, for others who write, before a verb raises BusyError."""
        self.db.wait_at_most(seconds)

    def changed_elsewhere(self) -> bool:
        """Whether another connection wrote to the store since this was last asked.

        Costs microseconds, so it can be asked every second: then readings are refreshed.
        """
        before, self._seen = self._seen, self.db.data_version()
        return before != self._seen

    def last_article(self) -> str | None:
        """The article that this person had open last."""
        return self._bookmarks.last_article()

    def without_suggestions(self, suggester: str, version: str) -> list[str]:
        """The articles that this suggester has yet to see, as it is now and with this scheme."""
        return lacking(self.db, Run(suggester, version, self.scheme.hash), self.person)

    def lacks_suggestions(self, article_id: str, suggester: str, version: str) -> bool:
        """Whether this suggester has yet to see the article, as it is now and with this scheme."""
        run = Run(suggester, version, self.scheme.hash)
        return lacks(self.db, run, self.person, article_id)

    def put_suggestions(
        self,
        article_id: str,
        suggester: str,
        version: str,
        suggestions: Sequence[Suggestion],
        of: Revision | None = None,
    ) -> None:
        """Show these suggestions from now on; what was decided stays.

        `of` is the revision that the suggester saw, by default the one that this person reads.
        Open readings take them in when they are refreshed. Raises UnknownArticleError,
        SuggestionError for a range outside the text, SchemeError for an unknown label.
        """
        run = Run(suggester, version, self.scheme.hash)
        with self.db.transaction():
            revision = revision_read(self.db, article_id, self.person)
            if of is not None:
                revision = revision_id(article_id, of)
            put_run(self.db, self.scheme, revision, run, suggestions)

    def reading(self, article_id: str) -> Reading:
        """This person's reading of the article. Raises UnknownArticleError."""
        key = ReadingKey(article_id, PERSONAL, self.person)
        desk = Desk(self.db, self.scheme, self.person, key)
        return Reading(desk, self._batches, self._bookmarks, self.scheme)

    def identical(self, words: str, label: str, article_id: str | None = None) -> Iterator[Mention]:
        """The undecided suggestions of `label` on exactly these words, an article at a time.

        In the whole store, but for articles that are done, or in one. What was left out of a bulk
        edit is not offered again.
        """
        return self._mentions.identical(words, label, article_id)

    def scored(
        self, score: float, label: str | None = None, article_id: str | None = None
    ) -> Iterator[Mention]:
        """The undecided suggestions with at least that score, of one label or any; as above."""
        return self._mentions.scored(score, label, article_id)

    def decide_all(
        self,
        mentions: Iterable[Mention],
        verb: BulkVerb,
        left_out: Iterable[Mention] = (),
        effort: Effort = NO_EFFORT,
    ) -> Bulk:
        """Accept or reject them all in one transaction, which one undo in any of them takes back.

        `left_out` are not offered again. Open readings of these articles have to be refreshed.
        Raises ConflictError, nothing written, where another window got in between.
        """
        return self.plan(mentions, verb, left_out).write(effort)

    def plan(
        self, mentions: Iterable[Mention], verb: BulkVerb, left_out: Iterable[Mention] = ()
    ) -> Plan:
        """The same, to be worked out an article at a time before it is written."""
        return self._batches.plan(verb, mentions, left_out)

    def find_article(self, name: str) -> str:
        """The id of the article with that id, beginning of an id, or source.

        Raises UnknownArticleError where there is none, or several.
        """
        return find_article(self.db, name)

    def history(self, article_id: str) -> list[Chapter]:
        """All that was done to an article, by whoever did it."""
        return history(self.db, article_id)

    def background(self, reading: Reading, mark: Mark, limit: int = 8) -> Background:
        """The last `limit` edits of a mark of this person's, and what was suggested beside it."""
        key = ReadingKey(reading.article_id, PERSONAL, self.person)
        seen = Seen(key, reading.revision_id)
        return background(self.db, self.scheme, seen, mark, limit)

    def at_time(self, article_id: str, time: str) -> Past:
        """The article as this person had it at `time` (UTC, `2026-01-02T03:04:05Z`).

        Raises UnknownArticleError.
        """
        return at_time(self.db, article_id, self.person, time)

    def after_edit(self, article_id: str, edit: int) -> Past:
        """The article as it was right after an edit of its history, in the reading of that edit.

        Raises DecisionError for an edit that is not of this article.
        """
        return after_edit(self.db, article_id, edit)

    def merge(self, other: Path) -> Merged:
        """Bring in what the store at `other` has, after an automatic backup of this one.

        Open readings take it in when they are refreshed.
        """
        return merge(self.db, self.scheme, other)

    def backup(self, target: Path) -> None:
        """Copy the store to `target` while it is in use; only a sound copy gets there.

        Raises UsageError for a place that cannot be written to.
        """
        self.db.back_up(target)

    def figures(self, where: str = "") -> Iterator[tuple[Figure, ...]]:
        """The targets and results that this person sees, a tuple an article, in import order.

        Only of the articles that the query `where` asks for. An article costs about a millisecond,
        so whoever draws asks for a few at a time. Raises QueryError at once.
        """
        return figures(self.db, self.scheme, self.person, self.find_ids(where))

    def course(self) -> list[Day]:
        """How this person's work went, a value for each day with work, the earliest first."""
        return course(self.db, self.person)

    def stats(self, where: str = "") -> Stats:
        """How far this person has come, and how well the suggestions did.

        Only the articles that the query `where` asks for count. Raises QueryError.
        """
        only = chosen(self.db, self.person, self.wanted(where)) if where.strip() else None
        return stats(self.db, self.person, only)
