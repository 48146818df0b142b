"""Widths in cells, and text fit to be drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.page.cells import cells, drawable, fit


@given(st.text())
def test_drawable_text_has_the_same_length_and_no_control(text: str) -> None:
    """Offsets hold, and no control character is left but the line feed."""
    shown = drawable(text)
    assert len(shown) == len(text)
    assert not any(ord(c) < 32 and c != "\n" for c in shown)


@pytest.mark.parametrize("width", range(12))
def test_fit_gives_exactly_the_width(width: int) -> None:
    """Wide characters are never cut in half; the cell left over is a space."""
    assert cells(fit("目标 target", width)) == width
    assert cells(fit("短", width)) == (width if width != 1 else 1)
