"""Rows of the ledger as a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from store.formats.targets_csv import targets_csv
from store.formats.writing import write_lines
from text.errors import UsageError
from tui.language import say
from tui.review.ledger import Ledger
from tui.review.typed_paths import at_home

EXPORT = "exports/targets.csv"
"""Where they go unless another place is asked for."""


def export(ledger: Ledger, places: Sequence[int], typed: str) -> Path:
    """Write the figures at `places` to the file that was typed; where that is.

    Raises UsageError where it is no CSV file by its name, or cannot be written.
    """
    path = Path(at_home(typed))
    if path.suffix.lower() != ".csv":
        raise UsageError(say(f"{path}：文件名须以 .csv 结尾", f"{path}: the name must end in .csv"))
    write_lines(targets_csv(ledger.figures, ledger.matches, places), path)
    return path.absolute()
