"""All that is known of an article before its figures are read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from suggest.targets.calendar import Calendar
from suggest.targets.cues import Cues
from suggest.targets.page import Page
from suggest.targets.scopes import Scopes
from suggest.targets.setting import Setting
from text.alignment import Range

_ITEM = re.compile(
    r"\s*(?:(?P<dash>——?)|(?P<first>[一二三四五六七八九十]是)"
    r"|(?P<chapter>[一二三四五六七八九十]{1,2}、)"
    r"|(?P<bracket>[（(][一二三四五六七八九十0-9]{1,2}[)）])|(?P<number>[0-9]{1,2}[.、．]))"
)
_SHORT_LINE = 40
"""Code points of a line that introduces a list of dashes without a colon."""
_LONGEST_LIST = 30
"""Lines: no introduction is looked for further above."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The page with its sentences and sections, its setting, its times and its cues."""

    page: Page
    scopes: Scopes
    setting: Setting
    calendar: Calendar
    cues: Cues

    def introduction(self, paragraph: int) -> Range:
        """The sentence such as 到2025年： above the list that the line at `paragraph` is in.

        An empty range where the line is no item, or nothing introduces the list.
        """
        text, scopes = self.page.text, self.scopes
        numbering: str | None = None
        for _ in range(_LONGEST_LIST):
            item = _ITEM.match(text, paragraph)
            if paragraph == 0 or not item or (numbering and item.lastgroup != numbering):
                break
            numbering = item.lastgroup
            before = scopes.paragraph(paragraph - 1)
            line = text[before : paragraph - 1].rstrip()
            short = numbering == "dash" and len(line) <= _SHORT_LINE and not _ITEM.match(line)
            if short or line.endswith(("：", ":")):
                return scopes.sentence(paragraph - 2), paragraph
            paragraph = before
        return 0, 0

    def leading(self, paragraph: int) -> Range:
        """The paragraph under which the dashes stand that the line at `paragraph` is one of.

        An empty range where the line is no dash.
        """
        dashes = 0
        while dashes < _LONGEST_LIST and paragraph and self._is_dash(paragraph):
            dashes += 1
            below, paragraph = paragraph, self.scopes.paragraph(paragraph - 1)
        return (self.scopes.around(below - 1), below) if dashes else (0, 0)

    def _is_dash(self, paragraph: int) -> bool:
        item = _ITEM.match(self.page.text, paragraph)
        return item is not None and item["dash"] is not None
