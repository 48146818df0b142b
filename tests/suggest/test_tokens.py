"""Sentences: ranges that cover a text, none of them too long."""

from hypothesis import given
from hypothesis import strategies as st

from suggest.tokens import Token, place, sentences


def texts() -> st.SearchStrategy[str]:
    return st.text(alphabet="杭州，。！”\n a🙂", max_size=60)


@given(texts(), st.integers(1, 12))
def test_sentences_hold_all_but_space_in_bounded_pieces(text: str, longest: int) -> None:
    """Whatever the text, only space stands between the ranges, and none is empty or too long."""
    ranges = list(sentences(text, longest))
    edges = [0, *(edge for pair in ranges for edge in pair), len(text)]
    between = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    assert not "".join(between).strip()
    assert all(0 < end - start <= longest for start, end in ranges)


def test_a_sentence_keeps_its_closing_quotation_mark() -> None:
    """The quotation mark after a full stop belongs to what it closes."""
    text = "他说：“好。”她走了"
    assert [text[start:end] for start, end in sentences(text)] == ["他说：“好。”", "她走了"]


def test_a_long_sentence_is_cut_after_a_comma() -> None:
    """Words are not cut in two where a comma offers a better place."""
    assert list(sentences("一二三，四五六七", 6)) == [(0, 4), (4, 8)]


def test_words_are_placed_one_after_another() -> None:
    """Tokens of consecutive words stand at consecutive places, and space is a token too."""
    assert place("\n杭钢说\n", [(1, 4)], [[("杭钢", "ORG"), ("说", "v")]]) == [
        Token(0, 1, "\n", "w"),
        Token(1, 3, "杭钢", "ORG"),
        Token(3, 4, "说", "v"),
        Token(4, 5, "\n", "w"),
    ]


def test_a_word_that_runs_over_punctuation_is_parted() -> None:
    """A bracket within a name stays in it; a stray one, a full stop or a space does not."""
    words = ["河南）储能公司", "三。宜都", "济源(集团)公司", "统计局 "]
    text = "".join(words)
    tokens = place(text, [(0, len(text))], [[(word, "ORG") for word in words]])
    assert [token.word for token in tokens] == [
        *("河南", "）", "储能公司", "三", "。", "宜都", "济源(集团)公司", "统计局", " ")
    ]
    assert {token.word for token in tokens if token.tag == "w"} == {"）", "。", " "}
