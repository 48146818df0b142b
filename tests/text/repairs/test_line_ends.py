"""Every way to end a line."""

from __future__ import annotations

import pytest

from tests.text.mending import mended
from text.repairs import line_ends


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("一\r\n二", "一\n二"),
        ("一\r二", "一\n二"),
        ("一\r\r\n二", "一\n\n二"),
        ("一\u2028二\u2029三\x85四\v五\f六", "一\n二\n三\n四\n五\n六"),
        ("一\n二\n", "一\n二\n"),
    ],
)
def test_line_ends_become_line_feeds(text: str, clean: str) -> None:
    """Every way to end a line becomes one line feed."""
    assert mended(line_ends.find, text) == clean
