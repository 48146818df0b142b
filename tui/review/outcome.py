"""What an action of the reviewer came to."""

from __future__ import annotations

from dataclasses import dataclass

from store.batches import Bulk
from store.edit import Edit


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the screen has to show after an action.

    `touched` are the ids of the marks that look different; `notice` is a line for the reviewer;
    `warning` makes it stand out; `edit` is what was saved, or `bulk` what was saved in many
    articles; `leave` says that the article is finished with, `elsewhere` that what was asked for is
    not in it but may be in another one.
    """

    touched: tuple[str, ...] = ()
    notice: str | None = None
    edit: Edit | None = None
    leave: bool = False
    warning: bool = False
    bulk: Bulk | None = None
    elsewhere: bool = False

    @property
    def saved(self) -> bool:
        """Whether there is something new on disk."""
        return self.edit is not None or self.bulk is not None


NOTHING = Outcome()
