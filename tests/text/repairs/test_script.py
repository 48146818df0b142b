"""Traditional characters, and what a conversion by tables alone gets wrong."""

from __future__ import annotations

import pytest

from tests.text.mending import mended
from text.repairs import script


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("杭鋼集團黨委書記", "杭钢集团党委书记"),
        ("隨著改革開放", "随着改革开放"),
        ("處處升騰著生機", "处处升腾着生机"),
        ("發展,著力推動、著手啟動", "发展,着力推动、着手启动"),
        ("著名學者的著作成績顯著", "著名学者的著作成绩显著"),
        ("原著與名著,論著、譯著、合著", "原著与名著,论著、译著、合著"),
        ("彰顯著活力,討論著方案,結合著實際,帶著作業", "彰显着活力,讨论着方案,结合着实际,带着作业"),
        ("他著有《史記》,編著、撰著", "他著有《史记》,编著、撰著"),
        ("乾隆年間,扭轉乾坤,乾燥與餅乾", "乾隆年间,扭转乾坤,干燥与饼干"),
        ("由於單位在於戲曲對於潛在關於其一", "由于单位在于戏曲对于潜在关于其一"),
        ("裏面裡面,皇后與以後,甚麼這麼", "里面里面,皇后与以后,什么这么"),
        ("瞭解瞭望,反覆覆蓋,藉口狼藉", "了解瞭望,反复覆盖,借口狼藉"),
        ("計畫規畫圖畫", "计划规划图画"),
        ("幹部乾旱干預", "干部干旱干预"),
    ],
)
def test_traditional_becomes_simplified(text: str, clean: str) -> None:
    """Characters by OpenCC's tables, words by their context."""
    assert mended(script.find, text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "著名学者的原著成效显著，名著重印",
        "乾隆年间的李乾坤与毕昇",
        "于是后来里面干部着力推进",
        "狼藉、瞭望、覆盖、答覆、彷徨、宫商角徵羽",
        "GDP 100% é 😀",
        "",
    ],
)
def test_simplified_text_is_left_alone(text: str) -> None:
    """No character of sound simplified text is touched, whatever it is elsewhere."""
    assert script.find(text) == []


def test_half_converted_text_is_finished() -> None:
    """What an earlier conversion left of 著 becomes 着 in a simplified line too."""
    assert (
        mended(script.find, "随著改革，著力推进，意味著成绩显著")
        == "随着改革，着力推进，意味着成绩显著"
    )


def test_lines_are_judged_one_by_one() -> None:
    """In a mixed text each line keeps or loses the characters that both scripts have."""
    text = "乾燥的環境發展\n李乾坤在乾县工作，时间不长"
    assert mended(script.find, text) == "干燥的环境发展\n李乾坤在乾县工作，时间不长"


def test_script_tells_what_it_doubts() -> None:
    """A 乾 in no known word, and a 著 before a book, are for the reviewer to look at."""
    doubts = {text: [c.certain for c in script.find(text)] for text in ("黃乾", "乾燥機", "帶著書")}
    assert doubts["黃乾"] == [True, False]
    assert all(doubts["乾燥機"])
    assert False in doubts["帶著書"]
