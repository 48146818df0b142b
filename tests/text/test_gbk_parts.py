"""What the restoring of GBK read one byte off is made of: bytes, words, scripts, the search."""

from __future__ import annotations

import os
import subprocess
import sys
from math import exp

import pytest

from tests.text.damage.gbk import misread
from text.change import rewrite
from text.repairs.gbk import lexicon, pairs
from text.repairs.gbk.candidates import after_vanished, before_odd, before_vanished
from text.repairs.gbk.language import Language
from text.repairs.gbk.script import Script, simplify

TRADITIONAL = "環境保護與經濟發展,國務院關於產業結構調整的報告。"
SIMPLIFIED = "环境保护与经济发展,国务院关于产业结构调整的报告。"


def test_a_pair_is_two_bytes_and_back() -> None:
    """Han characters and marks are pairs; ASCII and what GBK lacks are none."""
    assert pairs.pair("環") == (0xAD, 0x68)
    assert pairs.character(0xAD, 0x68) == "環"
    assert pairs.pair("a") is None
    assert pairs.pair("😀") is None
    assert pairs.pair("\ud800") is None


@pytest.mark.parametrize(("first", "second"), [(0xAA, 0xA1), (0xF8, 0xFE), (0xA1, 0x81)])
def test_user_defined_pairs_leave_no_trace(first: int, second: int) -> None:
    """The areas that the standard leaves to its users have no character."""
    assert pairs.character(first, second) is None
    assert second in pairs.vanishing(first)


def test_pairs_with_a_character_do_not_vanish() -> None:
    """Behind most bytes nothing vanishes."""
    assert not pairs.vanishing(0xB0)
    assert 0xB0 not in pairs.vanishing(0xA3)


@pytest.mark.parametrize(
    ("shown", "bytes_", "trail", "odd"),
    [
        ("!", ((0xA3, 0xA1),), 0, False),
        ("h", ((0xA3, 0xE8),), 0x68, False),
        ("?", ((0xA3, 0xBF),), 0, True),
        ("卑", ((0xB1, 0xB0),), 0, False),
        (" ", ((0xA1, 0xA1),), 0, False),
        ("€", (), 0x80, False),
        ("\ufffd", (), 0, True),
        ("\n", (), 0, False),
    ],
)
def test_what_a_shown_character_may_stand_for(
    shown: str, bytes_: tuple[tuple[int, int], ...], trail: int, odd: bool
) -> None:
    """Full-width forms came out as ASCII, trail bytes as themselves, odd bytes as `?`."""
    found = pairs.shown(shown)
    assert (found.pairs, found.trail, found.odd) == (bytes_, trail, odd)


def test_candidates_agree_with_their_bytes() -> None:
    """基 can stand before a pair that vanished, 地 after it, 示 before an odd byte."""
    first, trail = pairs.pair("基") or (0, 0)
    lead, second = pairs.pair("地") or (0, 0)
    assert lead in pairs.vanishing(trail)
    assert "基" in before_vanished(first)["基"]
    assert "地" in after_vanished(pairs.vanishing_class(trail), second)["地"]
    assert before_odd(0xCA)["示"] == ("示",)


def test_the_lexicon_knows_words_and_how_they_go_on() -> None:
    """Frequencies are jieba's; beginnings know their followers and the commonest word."""
    entry = lexicon.entry("基")
    assert entry.frequencies["基地"] > 1000
    assert "地" in entry.followers["基"]
    assert entry.commonest["基"] == max(
        count for word, count in entry.frequencies.items() if len(word) > 1
    )
    assert lexicon.entry("\U0010ffff").frequencies == {}
    assert sum(lexicon.entry("的").frequencies.values()) < lexicon.TOTAL


def test_an_article_makes_words_of_its_own_names() -> None:
    """杭钢 is in no dictionary; an article that names it makes it likelier than its characters."""
    stranger, familiar = Language("经济发展。" * 20), Language("杭钢集团表示。" * 20)
    assert exp(stranger.word("杭钢").cost) == 0
    alone = familiar.word("杭").cost + familiar.word("钢").cost
    assert familiar.word("杭钢").cost > alone
    assert "钢" in familiar.followers("杭")
    assert "集" in familiar.followers("杭钢")
    assert "集" not in stranger.followers("杭钢")


def test_the_script_of_an_article_makes_its_forms_cheap() -> None:
    """環 costs little in a traditional article and much in a simplified one, 环 the other way."""
    traditional, simplified = Script(TRADITIONAL), Script(SIMPLIFIED)
    assert traditional.cost("環") > -1 > -4 > traditional.cost("环")
    assert simplified.cost("环") > -1 > -4 > simplified.cost("環")
    assert traditional.cost("的") == simplified.cost("的") == 0
    assert simplify(TRADITIONAL) == SIMPLIFIED


def test_every_process_restores_the_same() -> None:
    """Of two readings that are as likely the same one is taken, however sets are ordered."""
    sound = "“我们的愿景很美。”张明霞是湘潭县白石镇的镇长,产业结构,我们的张明霞。\n"
    damaged, _ = rewrite(sound, [misread(sound, sound.index("。”"))])
    program = "import sys; from text.repairs import gbk; print(gbk.find(sys.stdin.read()))"
    results = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=damaged,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(results) == 1
    assert "Change(" in results.pop()
