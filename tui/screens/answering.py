"""A screen that answers once, while it is on top."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Answer = TypeVar("Answer")


class Answering(Screen[Answer], Generic[Answer]):
    """Stands behind ModalScreen among the bases: Textual takes styles from the first one only.

    What is chosen reaches the screen as a message. A key on its way behind it may have opened
    another screen by then, which Textual would close in its place.
    """

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close with an answer, or do nothing while another screen is on top of this one."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
