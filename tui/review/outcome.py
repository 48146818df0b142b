"""What an action of the reviewer came to."""

from __future__ import annotations

from dataclasses import dataclass

from store.edit import Edit


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the screen has to show after an action.

    `touched` are the ids of the marks that look different; `notice` is a line for the reviewer;
    `warning` makes it stand out; `edit` is what was saved; `leave` says that the article is
    finished with.
    """

    touched: tuple[str, ...] = ()
    notice: str | None = None
    edit: Edit | None = None
    leave: bool = False
    warning: bool = False


NOTHING = Outcome()
