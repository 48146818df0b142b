"""The guide shows every picture that is drawn, and none that is not."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_each_picture_is_shown_and_there() -> None:
    """As the table in docs/screenshot.py has them, and in the README."""
    drawn = re.findall(r'Picture\("(\w+)"', (ROOT / "docs" / "screenshot.py").read_text("utf-8"))
    guide = (ROOT / "docs" / "guide.md").read_text("utf-8")
    assert sorted(re.findall(r"pictures/(\w+)\.svg", guide)) == sorted(drawn)
    assert {path.stem for path in (ROOT / "docs" / "pictures").iterdir()} == set(drawn)
    readme = (ROOT / "README.md").read_text("utf-8")
    for picture in re.findall(r"\]\((docs/[\w/]+\.svg)\)", readme):
        assert (ROOT / picture).is_file(), picture
