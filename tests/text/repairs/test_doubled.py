"""Two stops where one is meant."""

from __future__ import annotations

import pytest

from tests.text.mending import mended
from text.repairs import doubled


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("春風浩蕩,,萬象更新,。", "春風浩蕩,萬象更新。"),
        ("早落地,、早竣工", "早落地、早竣工"),
        ("開發,;堅持", "開發;堅持"),
        ("增加8.97%,。”", "增加8.97%。”"),
        ("“信”,,強", "“信”,強"),
        ("一，，二，。三、、四；；五：：", "一，二。三、四；五："),
        ("完了。。", "完了。"),
    ],
)
def test_doubled_punctuation_is_single(text: str, clean: str) -> None:
    """The first of two stops goes."""
    assert mended(doubled.find, text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "真的吗?!",
        "什么？！",
        "好！！！",
        "等等……",
        "——他",
        "嗯。。。",
        "1,,2",
        "a,b,,c",
        "1,234",
        "啊,,,",
        "“好。”，他说",
    ],
)
def test_sound_punctuation_stays(text: str) -> None:
    """Ellipses, dashes, cries, lists and thousands are meant."""
    assert doubled.find(text) == []
