"""Texts that are none: no crash, no quadratic work, and nothing said where there is nothing."""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest

from suggest.entities import suggest_entities
from suggest.lac import Lac
from suggest.pipeline import Pipeline
from suggest.targets import suggest_targets
from suggest.tokens import Token
from text.cleaning import clean

CLASSICAL = "子曰学而时习之不亦说乎有朋自远方来不亦乐乎"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。",
        "\n\n \n",
        "1234567890" * 300,
        "The quick brown fox jumps over the lazy dog. " * 60,
        "🙂🏭🚄" * 500,
        "“" * 2000,
        "（（（" * 700,
        "\x00\ufeff\u200b\u202e" * 100,
        "推进" * 1500,
    ],
    ids=[
        "empty",
        "stop",
        "space",
        "digits",
        "English",
        "emoji",
        "quotes",
        "brackets",
        "odd",
        "verbs",
    ],
)
def test_nothing_is_said_of_nothing(text: str, pipeline: Pipeline) -> None:
    """Text without Chinese names or figures gets no entity."""
    assert [s for s in pipeline.suggest(text) if s.label in ("PER", "ORG", "LOC", "TITLE")] == []


STRANGE = {
    "classical": CLASSICAL * 100,
    "Japanese": "これは日本語の文章です。" * 100,
    "heads": "公司" * 1000,
    "committees": "县委" * 1000,
    "phases": "一期" * 1000,
}


@pytest.mark.parametrize("kind", STRANGE)
def test_strange_text_does_not_crash(kind: str, pipeline: Pipeline) -> None:
    """Whatever is said of it, it stays within the text."""
    text = STRANGE[kind]
    assert all(0 <= s.start < s.end <= len(text) for s in pipeline.suggest(text))


class Counting(str):
    """A text that counts how many of its characters are looked at by slicing."""

    __slots__ = ()
    looked_at = 0

    def __getitem__(self, key: object) -> str:
        part = super().__getitem__(key)  # type: ignore[index]  # passed on as it came
        Counting.looked_at += len(part)
        return part


@pytest.mark.parametrize("piece", ["杭钢集团项目", "县委书记王明", "1", "“项目", "A、B等项目"])
def test_work_grows_with_the_text_only(piece: str) -> None:
    """Ten times the text means about ten times the characters looked at."""
    lac = Lac()
    looked_at = []
    for length in (1_000, 10_000):
        text = (piece * length)[:length]
        tokens: list[Token] = lac.tokens(text)
        Counting.looked_at = 0
        suggest_entities(Counting(text), tokens)
        looked_at.append(max(1, Counting.looked_at))
    assert looked_at[1] / looked_at[0] < 20


@pytest.mark.parametrize(
    "piece",
    ["增长5.6%，", "增长5.6%利润3亿元", "第3位", "到2025年", "水泥 986.42 -7.3\n", "“一", "（"],
)
def test_figures_take_steps_in_proportion_to_the_text(piece: str) -> None:
    """Ten times the text means about ten times the calls, cleaning included."""
    lac = Lac()
    steps = []
    for length in (1_000, 10_000):
        text = clean((piece * length)[:length]).text
        tokens = lac.tokens(text)
        cleaning, suggesting = partial(clean, text), partial(suggest_targets, text, tokens, [])
        steps.append(calls(cleaning) + calls(suggesting))
    assert steps[1] / steps[0] < 20


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, those in C included."""
    count = 0

    def tally(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_a_quarter_in_an_undated_article_is_no_month(pipeline: Pipeline) -> None:
    """`一季度` says in which part of a year, and there is no month to take from it."""
    text = "预计一季度实现税金1.3亿元,同比增加3.17%。"
    found = pipeline.suggest(text)
    assert [s.attributes["value"] for s in found if s.label == "TARGET"] == ["1.3", "3.17"]
