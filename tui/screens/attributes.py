"""The attributes of a span as a form by the scheme, beside the article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input

from tui.keymap import HELP, Group, Key, bindings
from tui.language import Phrase, say
from tui.page.cells import drawable, fit
from tui.retold import Retold
from tui.review.form import Form
from tui.screens.aside import AsideScreen
from tui.widgets.attribute_rows import LEFT, AttributeRows, FieldNote
from tui.widgets.bars import KeyBar
from tui.widgets.framed import framed

KEYS = Group(
    "填属性",
    "attributes",
    (
        Key("enter ctrl+s", "save", "存好", "save"),
        Key("down tab", "step(1)", "下一项", "the next field"),
        Key("up shift+tab", "step(-1)", "上一项", "the field before"),
        Key("1", "pick(1)", "选值", "take a value", "1 … 9"),
        *(Key(digit, f"pick({digit})", "", "") for digit in "23456789"),
        Key("0 backspace delete", "pick(0)", "清空", "nothing"),
        Key("right", "turn(1)", "后一值", "the next value"),
        Key("left", "turn(-1)", "前一值", "the value before"),
        replace(HELP, shown="? F1"),
        Key("escape q", "give_up", "不存，返回", "back, nothing saved"),
    ),
)
TITLE_CELLS = 30


class AttributesScreen(AsideScreen[dict[str, str] | None]):
    """Answers with the attributes to save, or with None; `title` says of which span.

    Fields are gone to by their letters while nothing is typed. Nothing wrong is answered with.
    """

    AUTO_FOCUS = ""
    BINDINGS = bindings([KEYS])

    def __init__(self, form: Form, title: Phrase, aside: Callable[[], str]) -> None:
        super().__init__(aside)
        self._form = form
        self._title = title
        self._rows = AttributeRows(id="fields")
        self._typed = Input(id="field", compact=True, select_on_focus=False)
        self._note = FieldNote(id="note")
        self._frame = Vertical(id="form", classes="aside")
        self._keys = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        """The fields, a line to type in over the one in hand, and a note on it."""
        with self._frame:
            with Container(id="rows"):
                yield self._rows
                yield self._typed
            yield self._note
        yield self._keys

    def on_mount(self) -> None:
        """Wait for a letter."""
        self.query_one("#rows").styles.height = len(self._form.fields)
        self._typed.display = False

    @on(events.Resize)
    @on(Retold)
    def retell(self) -> None:
        """Show all anew, beside the article or below it."""
        title = drawable(str(self._title)).replace("\n", "⏎")
        self._frame.border_title = framed(fit(title, TITLE_CELLS).strip())
        told = [("a … z", "到那一项", "its field"), *KEYS.told]
        self.call_after_refresh(self._keys.show, told)
        self._show()

    def settle(self) -> None:
        """Show the fields that there is room for, and the line to type in where its field is."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Go to the field of a letter."""
        if self._typed.display or not event.is_printable or event.character is None:
            return
        if self._form.jump(event.character):
            event.stop()
            self._enter()

    def on_click(self, event: events.Click) -> None:
        """Go to the field that is clicked."""
        place = event.get_content_offset(self._rows)
        if place is None or event.widget is not self._rows:
            return
        index = self._rows.top + place.y
        if index < len(self._form.fields):
            self._form.go_to(index)
            self._enter()

    @on(Input.Changed)
    def read(self, event: Input.Changed) -> None:
        """Read what is typed."""
        if self._typed.display and event.value != self._form.text:
            self._form.type(event.value)
            self._show()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Answer with the attributes; what is wrong is gone to first."""
        if self._form.go_to_wrong():
            self._enter()
        else:
            self.dismiss(self._form.values)

    def action_step(self, by: int) -> None:
        """Go to the next field or the one before."""
        self._form.step(by)
        self._enter()

    def action_pick(self, number: int) -> None:
        """Take a choice."""
        if self._form.pick(number):
            self._show()

    def action_turn(self, by: int) -> None:
        """Take the choice beside the one that is taken."""
        self._form.turn(by)
        self._show()

    def action_give_up(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)

    def _enter(self) -> None:
        """Let the field in hand be filled in: typed into, or picked for."""
        field = self._form.field
        self._show()
        if field is None or field.is_choice:
            self._typed.display = False
            self.set_focus(None)
            return
        attribute = field.attribute
        self._typed.suggester = SuggestFromList([*attribute.choices, *attribute.choices_zh])
        self._typed.value = self._form.text
        self._typed.display = True
        # At once: `Input.focus` waits for its turn, and keys typed fast would be lost until then.
        self.set_focus(self._typed)
        self._typed.action_select_all()

    def _show(self) -> None:
        self._rows.show(self._form)
        self._typed.styles.offset = (LEFT, self._rows.line_of(self._form.cursor or 0))
        self._note.show(self._form)
        wrong = len(self._form.wrong)
        told = say(f"{wrong} 项读不出", f"{wrong} cannot be read") if wrong else ""
        self._frame.border_subtitle = told
