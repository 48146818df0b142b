"""Texts of a book's length, suggested for part by part."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from suggest.parts import LONGEST, parts
from suggest.pipeline import Pipeline
from text.article import Zone, ZoneKind

TEXTS = st.text(alphabet="字。\n", max_size=60)
LENGTHS = st.integers(min_value=1, max_value=20)


@given(TEXTS, LENGTHS)
def test_parts_are_the_whole_text(text: str, longest: int) -> None:
    """They follow one upon the other, and none is longer than it may be."""
    found = list(parts(text, (), longest))
    assert "".join(part.text for part in found) == text
    assert all(text[part.start :].startswith(part.text) for part in found)
    assert all(len(part.text) <= longest for part in found)


@given(TEXTS, LENGTHS, st.data())
def test_zones_stay_on_their_words(text: str, longest: int, data: st.DataObject) -> None:
    """A zone is cut where the text is, and each piece of it covers what it did."""
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    zones = [Zone(ZoneKind.BODY, *edge) for edge in zip(edges[::2], edges[1::2], strict=False)]
    covered = [
        place
        for part in parts(text, zones, longest)
        for zone in part.zones
        for place in range(part.start + zone.start, part.start + zone.end)
    ]
    assert covered == [place for zone in zones for place in range(zone.start, zone.end)]


def test_a_text_is_cut_where_a_line_ends() -> None:
    """Else where a sentence does, else where it must be."""
    cut = [part.text for part in parts("一。二\n三四。五六七八九", (), 5)]
    assert cut == ["一。二\n", "三四。", "五六七八九"]


def test_what_stands_in_a_later_part_is_suggested_in_its_place() -> None:
    """An article at the end of a very long text gets what it gets by itself."""
    article = "杭钢集团董事长王明到重庆调研。"
    before = "\n" * LONGEST
    pipeline = Pipeline()
    alone = [(s.start + LONGEST, s.end + LONGEST, s.label) for s in pipeline.suggest(article)]
    shares: list[float] = []
    found = pipeline.suggest(before + article, on_progress=shares.append)
    assert [(s.start, s.end, s.label) for s in found] == alone != []
    assert shares == sorted(shares)
    assert shares[-1] == 1
