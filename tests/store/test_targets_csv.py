"""The table of targets that spreadsheets open."""

from __future__ import annotations

import csv
from collections.abc import Sequence

import pytest

from store.figures import Figure
from store.formats.targets_csv import COLUMNS, targets_csv, targets_lines
from store.matching import match
from store.reading import Reading
from store.store import Store
from tests.store.building import find
from tests.store.figuring import result, target
from tests.store.test_figures import WORDS


def rows(figures: Sequence[Figure]) -> list[dict[str, str]]:
    """The table read back."""
    header, *lines = targets_csv(figures, match(figures))
    assert header.startswith("\ufeff")
    return list(csv.DictReader([header.removeprefix("\ufeff"), *lines]))


def test_each_figure_is_a_line() -> None:
    """Article, span, attributes, and what became of it."""
    one, other = rows([target(value="100"), result(value="103")])
    assert tuple(one) == COLUMNS
    assert (one["owner"], one["indicator"], one["value"]) == ("甘肃科技集团", "工业总产值", "100")
    assert (one["verdict"], one["share"], one["result"]) == ("reached", "1.0300", f"{2:016x}:0")
    assert other["verdict"] == other["conflicts"] == ""


def test_contradictions_are_named() -> None:
    """By article and code point."""
    one, _ = rows([target(1, value="100"), target(2, value="120")])
    assert one["conflicts"] == f"{2:016x}:0"


@pytest.mark.parametrize(
    "hostile",
    ["=1+1", "+1", "-x", "@SUM(A1)", "\t=1+1", "\r=1", " =1", "＝1+1", "－1+1", '=HYPERLINK("x")'],
)
def test_no_cell_runs_as_a_formula(hostile: str) -> None:
    """Whatever a text says, its cell is text in a spreadsheet."""
    (row,) = rows([target(value="1", owner=hostile, words=hostile)])
    assert row["owner"][0] not in "=+-@\t\r＝＋－＠ "
    assert row["owner"] == row["words"]


def test_numbers_stay_numbers() -> None:
    """A negative one too."""
    (row,) = rows([target(value="-5", base_value="-5")])
    assert row["value"] == row["base_value"] == "-5"


def test_a_line_stays_a_line() -> None:
    """Breaks and escape sequences in a text neither split a row nor reach a terminal."""
    figures = [target(value="1", words='工业\n总产值\x1b[2J,"“')]
    assert len(list(targets_csv(figures, match(figures)))) == 2
    assert rows(figures)[0]["words"] == '工业␊总产值␛[2J,"“'


def test_the_export_has_what_was_kept(store: Store, reading: Reading) -> None:
    """Of the articles that are done, or of all; suggestions are not in it."""
    assert list(targets_lines(store, "all")) == []
    reading.accept(find(reading, WORDS).id)
    assert list(targets_lines(store, "done")) == []
    assert len(list(targets_lines(store, "all"))) == 2
    reading.finish()
    _, line = targets_lines(store, "done")
    assert line.split(",")[8] == WORDS
