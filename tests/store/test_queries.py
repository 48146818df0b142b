"""Queries: what each term finds, what nobody can smuggle in, and what is told of wrong ones."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.formats.gold import gold_lines
from store.query import QueryError, parse
from store.store import Store
from store.words import fold
from tests.store.building import article, find, repaired_article, suggest
from tests.store.conftest import OpenStore
from text.article import Article

IT = article(
    "甘肃科技集团2024年税收增长3.17%，GDP稳步提升。", source="seeds/一.txt", title="科技通知"
)
OTHER = article("乾隆年間,經濟 发展与稅負。", source="web/二.html")


@pytest.fixture
def library(store: Store) -> Store:
    """Three articles: one done, one begun, one new."""
    dated = replace(IT, revision=replace(IT.revision, published="2024-03-05"))
    store.add(dated)
    store.add(OTHER)
    store.add(repaired_article())
    text = IT.revision.text
    run = [
        suggest("甘肃", "LOC", text=text, score=0.4),
        suggest("税收", "TARGET", text=text, score=0.95),
    ]
    store.put_suggestions(IT.id, "jinbiao", "1", run)
    reading = store.reading(IT.id)
    reading.accept(find(reading, "甘肃", text=text).id)
    reading.set_comment("嗯")
    reading.finish()
    store.reading(OTHER.id).add(0, 2, "PER")
    store.reading(OTHER.id).set_flag(True)
    return store


NAMES = {IT.id: "a", OTHER.id: "b", repaired_article().id: "c"}


def found(store: Store, query: str) -> str:
    """Which articles a query finds, by the letters above."""
    assert [card.id for card in store.find(query)] == store.find_ids(query)
    assert len(store.find(query)) == store.count(query)
    return "".join(NAMES[card.id] for card in store.find(query))


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("", "abc"),
        ("税收", "a"),
        ("稅收", "a"),
        ("经济", "b"),
        ("稅", "abc"),
        ("负", "b"),
        ("gdp", "a"),
        ("ＧＤＰ", "a"),
        ("DP稳", "a"),
        ("3.17%", "a"),
        ("3.1", "a"),
        ("3.7", ""),
        ('"经济 发展"', "b"),
        ("经济发展", ""),
        ("经济 发展", "b"),
        ("實(shí)現", "c"),
        ("实现税金", "c"),
        ("-税收", "bc"),
        ("税收 -gdp", ""),
        ("status:new", "c"),
        ("status:open", "b"),
        ("-status:done", "bc"),
        ("state:accepted", "a"),
        ("state:added", "b"),
        ("label:TARGET", "a"),
        ("label:PER", "b"),
        ("by:lac", "a"),
        ("person:ann", "ab"),
        ("person:bob", ""),
        ("score<0.5", "a"),
        ("score<=0.3", ""),
        ("date:2024", "ac"),
        ("date:2024-03", "ac"),
        ("date>=2024-03-05", "a"),
        ("date<2024", ""),
        ("source:web/", "b"),
        ("title:通知", "a"),
        (f"id:{IT.id[:6]}", "a"),
        ("has:comment", "a"),
        ("has:flag", "b"),
        ("-has:flag", "ac"),
        ("-date:2024-03-05", "bc"),
        ("date>2024", ""),
        ("date<=2024-03", "ac"),
        ("-status:new", "ab"),
        ("status:done -has:flag", "a"),
        ("甘肃 税收 -乾隆", "a"),
        ("甘肃 status:new", ""),
        ("label:LOC label:TARGET by:lac score>0.9", "a"),
        ("has:suggestions", "a"),
        ("has:undecided", "a"),
        ("undecided>=1", "a"),
        ("decided:0", "c"),
        ("decided>0 status:open", "b"),
    ],
)
def test_what_a_query_finds(library: Store, query: str, articles: str) -> None:
    """Each term by itself and together."""
    assert found(library, query) == articles


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("status:finished", "status: is one of new, open, done"),
        ("state>added", "state: is one of accepted"),
        ("has:hope", "has: is one of comment"),
        ("score:high", "'high' is no number"),
        ("date:march", "write 2024, 2024-03"),
        ("label>ORG", "compared with a colon"),
        ("colour:red", "there is no 'colour'; there is status, state"),
        ("label: ORG", "nothing stands behind 'label:'"),
        ("-score<", "nothing stands behind 'score<'"),
        ('"open', "quote without its other"),
        ('"a"b', "a space is missing"),
        ("。", "no letter or digit"),
    ],
)
def test_what_is_told_of_a_wrong_query(library: Store, query: str, words: str) -> None:
    """What is wrong, and what there is."""
    with pytest.raises(QueryError, match="query") as refused:
        library.find(query)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    "query",
    [
        "source:'; DROP TABLE articles; --",
        'label:"\' OR 1=1 --"',
        "person:ann'--",
        '甘肃" OR "税',
        "NEAR(甘肃 税收)",
        "甘肃*",
        "text:甘肃",
        "1=1",
        "{}",
    ],
)
def test_a_query_is_never_sql(library: Store, query: str) -> None:
    """It finds what stands there, or is told to be wrong; the tables stay."""
    with suppress(QueryError):
        library.find(query)
    assert len(library.library()) == 3


@given(st.text(max_size=20))
def test_any_query_is_answered_or_told_to_be_wrong(query: str) -> None:
    """Never another error."""
    with suppress(QueryError):
        for condition in parse(query, "ann"):
            assert condition.sql.count("?") == len(condition.parameters)


@given(st.text("甘肃科技稅税,。 1.aA", min_size=1, max_size=8))
def test_folding_keeps_every_place(text: str) -> None:
    """So that what was found can be pointed at; it is simplified, and folded it stays as it is."""
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
    assert "稅" not in fold(text)


def test_whatever_stands_in_a_text_is_found(store: Store) -> None:
    """Every stretch of its letters, from one character on."""
    text = "税收2024年A股上涨"
    store.add(article(text))
    assert all(
        store.find_ids(text[start:end]) == [article(text).id]
        for start in range(len(text))
        for end in range(start + 1, len(text) + 1)
    )
    assert store.find_ids("收税") == []


def test_new_articles_are_found_at_once(library: Store, open_store: OpenStore) -> None:
    """Also those that another one brought, or that came by the hundred."""
    other = open_store("bob")
    assert other.find_ids("海南") == []
    more: list[Article] = [article(f"海南第{number}篇") for number in range(401)]
    with library.batch():
        for it in more:
            library.add(it)
    assert len(other.find("海南")) == 401
    assert library.index_words() == 0
    page = library.find("海南", limit=10, offset=395)
    assert [card.id for card in page] == [it.id for it in more[395:]]
    assert [card.id for card in library.library(2, 1)] == [OTHER.id, repaired_article().id]


def test_a_query_chooses_what_is_exported_and_counted(library: Store) -> None:
    """Only the articles that fit it."""
    assert len(list(gold_lines(library, "all", where="-label:LOC"))) == 2
    assert list(gold_lines(library, where="status:open")) == []
    stats = library.stats("has:flag")
    assert stats.articles == {"new": 0, "open": 1, "done": 0}
    assert stats.decided["added"] == 1
    assert stats.decided["accepted"] == 0
    assert library.stats("gdp").decided["accepted"] == 1
    assert library.stats("gdp").labels[0].name == "LOC"
