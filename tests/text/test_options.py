"""What one may ask of the cleaner: regional words, full-width marks; and what it remarks."""

from __future__ import annotations

import pytest

from text.cleaning import CLEANER, clean
from text.options import Options
from text.remarks import find_remarks


def test_taiwans_words_become_the_mainlands_when_asked() -> None:
    """資訊 is 资讯 by itself and 信息 with the option; offsets still lead back."""
    raw = "推動資訊產業與軟體發展。"
    assert clean(raw).text == "推动资讯产业与软体发展。"
    revision = clean(raw, options=Options(phrasing="tw"))
    assert revision.text == "推动信息产业与软件发展。"
    start = revision.text.index("信息")
    assert raw[slice(*revision.alignment.to_raw(start, start + 2))] == "資訊"


def test_words_of_another_length_keep_their_offsets() -> None:
    """A word that grows or shrinks maps as a whole."""
    revision = clean("三極體與隨身碟的產能", options=Options(phrasing="tw"))
    assert revision.text == "三极管与U盘的产能"
    start = revision.text.index("U盘")
    assert revision.alignment.to_raw(start, start + 1) == (4, 7)


def test_hong_kongs_variants_are_simplified() -> None:
    """Variants of Hong Kong lead to the same simplified characters."""
    assert clean("衞生及裏面", options=Options(phrasing="hk")).text == "卫生及里面"


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("强调,要坚持:一是创新;二是", "强调，要坚持：一是创新；二是"),
        ("增长6%,其中GDP(地区)增加9,200万元", "增长6%，其中GDP（地区）增加9,200万元"),
        ("时间12:30,f(x)=1, http://a.cn/?q=1", "时间12:30,f(x)=1, http://a.cn/?q=1"),
        ("真的吗?好!", "真的吗？好！"),
    ],
)
def test_half_width_marks_become_full_width_when_asked(text: str, wide: str) -> None:
    """Marks in Chinese are widened one for one; those of numbers and Latin stay."""
    revision = clean(text, options=Options(punctuation=True))
    assert revision.text == wide
    assert clean(text).text == text


def test_options_are_part_of_the_version() -> None:
    """A revision can be cleaned in the same way again."""
    options = Options("tw", punctuation=True)
    version = clean("資訊,業", options=options).cleaner
    assert version == f"{CLEANER}+tw+punctuation"
    assert Options.of(version) == options
    assert Options.of(CLEANER) == Options()


def test_doubled_words_and_repeated_headlines_are_remarked_and_stay() -> None:
    """They are told with their place, and the text keeps them."""
    text = "推动产业再升级\n会议吹响吹响了冲锋号。\n推动产业再升级\n"
    assert clean(text).text == text
    remarks = find_remarks(text)
    assert [(r.kind, text[r.start : r.end]) for r in remarks] == [
        ("doubled words", "吹响吹响"),
        ("repeated line", "推动产业再升级"),
    ]
