"""The scopes of all screens, imported when first gone through: few reviewers remap keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.keymap import Group


class EveryScope:
    """What `tui.screens.scopes` lists, without importing a screen before it is asked for."""

    def __iter__(self) -> Iterator[Sequence[Group]]:
        from tui.screens.scopes import SCOPES  # noqa: PLC0415 - see above

        return iter(SCOPES)
