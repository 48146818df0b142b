"""Full-width digits and Latin letters."""

from __future__ import annotations

from text.change import rewrite
from text.repairs import full_width


def test_full_width_numbers_and_words_become_plain() -> None:
    """Digits, their points, thousands and per cent signs, and Latin words, one for one."""
    text = "２０２５年Ｔ梁１６８．４亿元９１．２％，３，２００人ＧＤＰ，１，２、３"
    changes = full_width.find(text)
    assert rewrite(text, changes)[0] == "2025年T梁168.4亿元91.2%，3,200人GDP，1，2、3"
    assert all(len(change.after) == change.end - change.start for change in changes)
    assert full_width.find("100％，甲．乙（丙）") == []
