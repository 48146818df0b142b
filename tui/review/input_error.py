"""What was typed into a field and cannot be its value."""

from __future__ import annotations

from text.errors import JinbiaoError


class InputError(JinbiaoError):
    """Nothing can be made of what was typed; the message says what can."""
