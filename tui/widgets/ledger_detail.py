"""What there is to say of a figure of the ledger, below the table."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text

from store.figures import Figure
from text.scheme import Scheme
from tui.choices.theme import Role, ink
from tui.language import say
from tui.review.figure_input import BASE_UNIT
from tui.review.ledger import Ledger
from tui.scheme_words import value_words
from tui.widgets.ledger_table import VERDICTS, percent, period_of, shown, value_of
from tui.widgets.lines import Lines

DIM, BOLD = Style(dim=True), Style(bold=True)


class LedgerDetail(Lines):
    """The figure's article, its words, its result, what contradicts it."""

    def __init__(self, scheme: Scheme, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._scheme = scheme

    def show(self, ledger: Ledger, place: int | None) -> None:
        """Say it of the figure at `place` of the ledger; nothing without one."""
        if place is None:
            self.put([])
            return
        figures = ledger.figures
        figure, standing = figures[place], ledger.matches.standings.get(place)
        lines = [_article(figure), self._words(figure)]
        if standing is not None:
            sign, name, role = VERDICTS[standing.verdict]
            reached = f"{sign} {name} {percent(standing.share)}", ink(role, bold=True)
            lines.append(Text.assemble(reached, f" · {_other(figures[standing.result])}"))
        against = say("! 矛盾 ", "! contradicted by "), ink(Role.WARNING, bold=True)
        rivals = ledger.matches.conflicts.get(place, ())
        self.put(lines + [Text.assemble(against, _other(figures[rival])) for rival in rivals])

    def _words(self, figure: Figure) -> Text:
        """The words, and the value in its base unit where that is another number."""
        line = Text(shown(figure.words), BOLD)
        if figure.base_value and figure.base_value != figure.value:
            unit = value_words(self._scheme, BASE_UNIT, figure.base_unit)
            line.append(f"  = {shown(figure.base_value)} {shown(unit)}".rstrip(), DIM)
        return line


def _article(figure: Figure) -> Text:
    home = figure.home
    where = (home.title or "", home.published or "", home.source)
    return Text(" · ".join(shown(part) for part in where if part), DIM)


def _other(figure: Figure) -> str:
    parts = (value_of(figure), period_of(figure), shown(figure.home.title or figure.home.source))
    return " · ".join(part for part in parts if part)
