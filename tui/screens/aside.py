"""A screen beside the words that it is about, wherever the bench leaves room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from textual.screen import ModalScreen

from tui.screens.answering import Answering

PLACES = ("-right", "-left", "-over", "-below")
"""Classes of the style sheet: over the inspector, over the source beside or above, or below."""

Answer = TypeVar("Answer")


class AsideScreen(ModalScreen[Answer], Answering[Answer], Generic[Answer]):
    """Stands where `aside` says, one of `PLACES`, and moves there when the terminal changes."""

    def __init__(self, aside: Callable[[], str]) -> None:
        super().__init__()
        self._aside = aside

    def on_resize(self) -> None:
        """Go where there is room once the bench is laid out."""
        self.call_after_refresh(self._stand)

    def _stand(self) -> None:
        place = self._aside()
        for name in PLACES:
            self.set_class(name == place, name)
        self.call_after_refresh(self.settle)

    def settle(self) -> None:
        """Show what goes by the room there is, now that it is known."""
