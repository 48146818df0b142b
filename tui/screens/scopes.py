"""Which keys are bound at one time: a clash between two of them is found before it happens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.choices.choosing import Scopes
from tui.keymap import GROUPS, LIST, PROGRESS, Group
from tui.screens import (
    attributes,
    comment,
    greeting,
    guidelines,
    help,  # noqa: A004 - the screen, not the function
    history,
    jump,
    labels,
    ledger,
    library,
    owner,
    past,
    preview,
    repairs,
    search,
    settings,
)

BY_SCREEN: Mapping[str, Sequence[Group]] = {
    "BenchScreen": GROUPS,
    "AttributesScreen": (attributes.KEYS,),
    "CommentScreen": (comment.KEYS,),
    "GreetingScreen": (greeting.KEYS,),
    "GuidelinesScreen": (guidelines.KEYS,),
    "HelpScreen": (help.KEYS,),
    "HistoryScreen": (history.KEYS, LIST),
    "JumpScreen": (jump.KEYS, LIST),
    "LabelScreen": (labels.KEYS,),
    "LedgerScreen": (ledger.KEYS, LIST),
    "LibraryScreen": (library.KEYS, LIST),
    "OwnerScreen": (owner.KEYS,),
    "PastScreen": (past.KEYS,),
    "PreviewScreen": (preview.KEYS, LIST),
    "ProgressScreen": (PROGRESS, LIST),
    "RepairsScreen": (repairs.KEYS, LIST),
    "SearchScreen": (search.KEYS,),
    "SettingsScreen": (settings.KEYS, LIST),
}
"""By the names of the screens' classes, one of which takes a third of a second to import."""

SCOPES: Scopes = tuple(BY_SCREEN.values())
"""A scope for each screen, the bench first."""
