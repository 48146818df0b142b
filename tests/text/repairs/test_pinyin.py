"""Pinyin in brackets after its character."""

from __future__ import annotations

import pytest

from tests.text.mending import mended
from text.repairs import pinyin


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("挖掘新質(zhì)生產(chǎn)力", "挖掘新質生產力"),
        ("示範區（qū）", "示範區"),
        ("走了(le)，我的(de)，他們(men)", "走了，我的，他們"),
        ("女(nǚ)綠(lǜ)略(lüè)", "女綠略"),
        ("饕餮(tāotiè)", "饕餮"),
        ("皋陶(Gāo Yáo)", "皋陶"),
        ("嗯(ńg)", "嗯"),
        ("关(guān)注(zhù)济(jì)源(yuán)网(wǎng)的上(shang)", "关注济源网的上"),
        ("质(zh\u0069\u0300)", "质"),
    ],
)
def test_pinyin_goes(text: str, clean: str) -> None:
    """Syllables in either brackets, composed or not, and neutral ones that fit their character."""
    assert mended(pinyin.find, text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "国内生产总值(GDP)",
        "甲(a)乙(b)",
        "5米(m)长",
        "研发(R&D)",
        "商务区(CBD)",
        "产品(an)",
        "公里(km)",
        "中国(China)",
        "精品高線、棒(卷)線",
        "上(shang)",
        "咖啡(café)",
        "是(shìfēi)",
        "(shí)",
        "A(ā)",
        "质(zhì",
    ],
)
def test_other_brackets_stay(text: str) -> None:
    """Abbreviations, units, words, glosses too long for their character, and bare brackets stay."""
    assert pinyin.find(text) == []
