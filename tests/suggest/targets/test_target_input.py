"""Texts that are no articles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suggest.targets import suggest_targets
from suggest.tokens import Token
from text.span import Suggestion

PIECES = [
    *(
        "2024年",
        "力争",
        "增长",
        "8%",
        "（",
        "）",
        "“",
        "”",
        "、",
        "，",
        "。",
        "\n",
        "分别",
        "和",
        "由",
    ),
    *(
        "12万吨",
        "前三",
        "第一",
        "打造",
        "高地",
        "企业",
        "5家",
        "到",
        "某公司",
        "1 2",
        "千亿级",
        "每年",
        "——",
    ),
]


@pytest.mark.parametrize(
    "text",
    ["", "。", "8", "%", "（", "\n\n", "翻番", "1" * 3000, "，" * 3000, "打造" * 500, "第三" * 500],
)
def test_sensible_silence(text: str) -> None:
    """Nothing is found where nothing is said, and nothing breaks."""
    found = suggest_targets(text, [], [])
    assert all(text[span.start : span.end].strip() for span in found)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.integers(0, 5), st.booleans())
def test_spans_are_sorted_and_do_not_overlap(parts: list[str], word: int, named: bool) -> None:
    """Whatever stands where, and however it was cut into words, spans are sound."""
    text = "".join(parts)
    size = word + 1
    tokens = [
        Token(
            start, min(start + size, len(text)), text[start : start + size], "nvdpumwac"[start % 9]
        )
        for start in range(0, len(text), size)
    ]
    names = [Suggestion(t.start, t.end, "ORG", score=0.5) for t in tokens[::4]] if named else []
    done = 0
    for span in suggest_targets(text, tokens, names, published="2024-01"):
        assert done <= span.start < span.end <= len(text)
        assert 0 < span.score < 1
        assert all(span.attributes.values())
        done = span.end
