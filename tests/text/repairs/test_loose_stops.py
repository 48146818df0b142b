"""Stops with a blank before them."""

from __future__ import annotations

from tests.text.mending import mended
from text.repairs import loose_stops


def test_blanks_around_stops_go() -> None:
    """A blank before a stop goes, with its twin after it; one after a stop alone stays."""
    assert (
        mended(loose_stops.find, "之年 。 在此 , 各地 、 “增长 5% ；")
        == "之年。在此,各地、“增长 5%；"
    )
    assert loose_stops.find("第一。 第二, 第三：“好” GDP , R&D") == []
