"""A line to type in that is there while something is asked for."""

from __future__ import annotations

from textual.widgets import Input

from tui.language import Phrase

KEYS = Phrase("Enter 确定 · Esc 放弃 · F1 帮助", "Enter takes it · Esc gives up · F1 help")
"""What holds while one types, whatever is typed."""


class TypedLine(Input):
    """Hidden until `ask`; whoever asked hides it again and takes the keys back."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        # `ask` selects: once the focus is told, what is typed fast is there already.
        super().__init__(id=id, select_on_focus=False)
        self.display = False
        self._words = Phrase("", "")

    @property
    def is_open(self) -> bool:
        """Whether something is asked for."""
        return bool(self.display)

    def ask(self, words: Phrase, value: str = "") -> None:
        """Have something typed; `words` stand there while nothing is, `value` to begin with."""
        self._words, self.value = words, value
        self.retell()
        self.display = True
        # At once: `focus` waits for its turn, and keys typed fast would go elsewhere until then.
        self.screen.set_focus(self)
        self.action_select_all()

    def retell(self) -> None:
        """Say what is asked for in the language spoken now."""
        self.placeholder = str(self._words)
        self.border_subtitle = str(KEYS)

    def close(self) -> None:
        """Ask for nothing any more."""
        self.display = False
