"""Which keys are bound at one time: a clash between two of them is found before it happens."""

from __future__ import annotations

from tui.choices.choosing import Scopes
from tui.keymap import GROUPS, LIST, PROGRESS
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

SCOPES: Scopes = (
    GROUPS,
    (attributes.KEYS,),
    (comment.KEYS,),
    (greeting.KEYS,),
    (guidelines.KEYS,),
    (help.KEYS,),
    (history.KEYS, LIST),
    (jump.KEYS, LIST),
    (labels.KEYS,),
    (ledger.KEYS, LIST),
    (library.KEYS, LIST),
    (owner.KEYS,),
    (past.KEYS,),
    (preview.KEYS,),
    (PROGRESS, LIST),
    (repairs.KEYS, LIST),
    (search.KEYS,),
    (settings.KEYS, LIST),
)
"""A scope for each screen, the bench first."""
