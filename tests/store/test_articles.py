"""Articles in and out of the store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.errors import StoreError, UnknownArticleError
from store.store import Store
from tests.store.building import article, repaired_article
from tests.store.conftest import OpenStore


def test_an_article_comes_out_as_it_went_in(open_store: OpenStore) -> None:
    """Raw text, alignment, repairs, zones, title, date and address, also after a restart."""
    it = replace(repaired_article(), address="https://example.org/新闻?a=1&b='2'")
    store = open_store()
    assert store.add(it)
    store.close()
    assert open_store().article(it.id) == it


def test_the_same_article_twice_changes_nothing(store: Store) -> None:
    """The second time it is only said to be there."""
    store.add(article(source="a.txt"))
    assert not store.add(article(source="elsewhere.txt"))
    assert [card.source for card in store.library()] == ["a.txt"]


def test_has_tells_what_is_there(store: Store) -> None:
    """By the article's id."""
    store.add(article())
    assert store.has(article().id)
    assert not store.has(repaired_article().id)


@pytest.mark.parametrize(
    "text",
    ["", "\0甲\0", "\x1b]52;c;aGk=\x07[/nope]", "e\u0301👨‍👩‍👧\u202e", "一" * 1_000_000],
    ids=["empty", "NUL", "escapes", "combining", "long"],
)
def test_any_text_is_kept_as_it_is(store: Store, text: str) -> None:
    """Nothing, NULs, escapes, markup, combining marks, a megabyte on one line."""
    it = article(text)
    store.add(it)
    assert store.article(it.id) == it


def test_an_article_is_read_once_while_it_is_on_the_bench(store: Store) -> None:
    """It is asked for with its suggestions and words again; whichever was asked for is given."""
    it, other = article(), article("乙。")
    store.add_all([it, other])
    first = store.article(it.id)
    assert store.article(it.id) is first
    assert store.article(other.id) == other
    assert store.article(it.id) == first


def test_repairs_share_their_words(store: Store) -> None:
    """A long article has a hundred thousand of them, and most say the same."""
    it = repaired_article()
    repairs = it.revision.repairs
    store.add(replace(it, revision=replace(it.revision, repairs=repairs + repairs)))
    kept = store.article(it.id).revision.repairs
    assert kept == repairs + repairs
    assert kept[0].before is kept[len(repairs)].before


def test_what_cannot_be_kept_is_refused_whole(store: Store) -> None:
    """A lone surrogate in the clean text: an error, and no half of the article."""
    whole = article()
    broken = replace(whole, revision=replace(whole.revision, title="\ud800"))
    with pytest.raises(StoreError, match="lone surrogates"):
        store.add(broken)
    assert not store.has(whole.id)
    assert store.add(whole)


def test_an_unknown_article_is_named(store: Store) -> None:
    """Asked for by id, with its suggestions or its reading."""
    for ask in (
        store.article,
        store.reading,
        lambda name: store.put_suggestions(name, "jinbiao", "1", []),
    ):
        with pytest.raises(UnknownArticleError, match="no article 0123"):
            ask("0123")


def test_a_batch_is_kept_together_or_not_at_all(store: Store) -> None:
    """What was there before it stays; what fails within it is undone by itself."""
    store.add(article("一"))

    def interrupted() -> None:
        with store.batch():
            store.add(article("二"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [card.id for card in store.library()] == [article("一").id]
    with store.batch():
        store.add(article("三"))
        with pytest.raises(StoreError, match="surrogates"):
            store.add(replace(article("四"), encoding="\ud800"))
        assert store.add(article("五"))
    found = [card.id for card in store.library()]
    assert found == [article(text).id for text in "一三五"]
    assert store.db.rows("SELECT count(*) FROM raws") == [(3,)]
