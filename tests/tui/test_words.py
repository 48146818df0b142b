"""Moving by word and by clause."""

from tui.page.words import Words, clause_end, clause_start

TEXT = "到2025年，规上工业产值突破2300亿元。力争“双示范”，再接再厉"


def test_without_a_segmenter_numbers_are_words_and_han_characters_are() -> None:
    """Before the worker has answered, the cursor still moves sensibly."""
    words = Words(TEXT)
    assert words.around(2) == (1, 5)
    assert words.after(0) == 1
    assert not words.segmented


def test_segmenters_boundaries_are_used() -> None:
    """With boundaries a word of several characters is one step."""
    words = Words("推动高质量发展", [2, 5])
    assert (words.after(0), words.after(2), words.after(6)) == (2, 5, 7)
    assert (words.before(7), words.before(1), words.before(0)) == (5, 0, 0)
    assert words.around(3) == (2, 5)


def test_clauses_end_before_their_punctuation() -> None:
    """Clause by clause forward, then the end of the text."""
    first = clause_end(TEXT, 0)
    second = clause_end(TEXT, first)
    assert TEXT[first] == "，"
    assert TEXT[second] == "。"
    assert clause_end(TEXT, len(TEXT) - 1) == len(TEXT)


def test_clauses_start_behind_punctuation() -> None:
    """Clause by clause back, to the start of the line."""
    end = TEXT.index("再接")
    before = clause_start(TEXT, end)
    assert TEXT[before:].startswith("力争")
    assert TEXT[clause_start(TEXT, before) :].startswith("规上")
    assert clause_start(TEXT, 3) == 0
