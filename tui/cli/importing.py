"""What is new among the paths comes into the store before the bench opens."""

from __future__ import annotations

from collections.abc import Sequence

from store.store import Store
from text.errors import UnreadableInputError
from text.readers.choices import Choices
from text.sources import find_files
from tui.cli.progress import Progress
from tui.jobs.import_articles import import_articles


def import_new(store: Store, paths: Sequence[str], choices: Choices) -> list[str]:
    """Import the articles behind `paths`; the answer says which could not be read."""
    files = list(find_files(paths))
    notices = []
    with Progress("importing", len(files)) as progress:
        for outcome in import_articles(store, files, choices):
            if isinstance(outcome, UnreadableInputError):
                notices.append(str(outcome))
            progress.step()
    return notices
