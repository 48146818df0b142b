"""Finding the names of a list in a text."""

from hypothesis import given
from hypothesis import strategies as st

from suggest.spotter import Spotter


def anywhere(_start: int, _end: int) -> bool:
    return True


def test_the_longest_name_is_found() -> None:
    """A name within a longer one is not found apart from it."""
    spotter = Spotter(["浙江", "浙江省", "浙江省科技厅"])
    assert list(spotter.find("浙江省科技厅与浙江省", anywhere)) == [(0, 6), (7, 10)]


def test_a_shorter_name_where_the_longer_is_not_taken() -> None:
    """What is not accepted leaves its place to a shorter name."""
    spotter = Spotter(["浙江", "浙江省"])
    assert list(spotter.find("浙江省", lambda start, end: end - start < 3)) == [(0, 2)]


def test_the_end_of_the_text() -> None:
    """A name is not found where the text breaks off within it."""
    assert list(Spotter(["甲乙丙", "甲乙"]).find("丙甲乙", anywhere)) == [(1, 3)]


@given(st.lists(st.text("甲乙丙", min_size=2, max_size=5)), st.text("甲乙丙丁", max_size=30))
def test_what_is_found_is_a_name(names: list[str], text: str) -> None:
    """Ranges hold names, stand in order and do not overlap; a text of one name gives that name."""
    ranges = list(Spotter(names).find(text, anywhere))
    assert all(text[start:end] in names for start, end in ranges)
    edges = [edge for pair in ranges for edge in pair]
    assert edges == sorted(edges)
    assert all(list(Spotter(names).find(name, anywhere)) == [(0, len(name))] for name in names)
