"""All that is known of an article before its figures are read."""

from __future__ import annotations

from dataclasses import dataclass

from suggest.targets.calendar import Calendar
from suggest.targets.cues import Cues
from suggest.targets.page import Page
from suggest.targets.scopes import Scopes
from suggest.targets.setting import Setting


@dataclass(frozen=True, slots=True)
class Reading:
    """The page with its sentences and sections, its setting, its times and its cues."""

    page: Page
    scopes: Scopes
    setting: Setting
    calendar: Calendar
    cues: Cues
