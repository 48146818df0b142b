"""What the reviewer chose otherwise, told to every screen that is open."""

from __future__ import annotations

from textual.message import Message


class Retold(Message, bubble=False):
    """The language, the colours or the keys are others: a screen says all of its own anew."""
