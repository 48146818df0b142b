"""Blanks that a wrong encoding turned into question marks: `? ? ? ?集团` for an indented 集团."""

from __future__ import annotations

import re

from text.change import Change

KIND = "lost blank"

# A single mark may be the first half of something else; two and more open no sentence.
_LOST = re.compile(r"^(?:\?[ \xa0\u3000]*){2,}(?=[“‘《（【]?[\u4e00-\u9fff])", re.MULTILINE)


def find(text: str) -> list[Change]:
    """The runs of question marks that stand for an indent."""
    return [Change(*match.span(), "", KIND) for match in _LOST.finditer(text)]
