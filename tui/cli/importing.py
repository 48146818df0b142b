"""What is new among the paths comes into the store before the bench opens."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from store.store import Store
from text.errors import UnreadableInputError
from text.readers.choices import Choices
from text.sources import find_files
from tui.cli.messages import complain
from tui.cli.progress import Progress
from tui.cli.settings import Settings
from tui.jobs.import_articles import import_articles

Files = Sequence[Path | UnreadableInputError]


def files_for(settings: Settings, paths: Sequence[str]) -> Files:
    """The files behind `paths`; where there is none and no store either, that is told and the end.

    A path mistyped in a folder of somebody else's should leave no store there.
    """
    files = list(find_files(paths))
    if files and not settings.db.exists() and not any(isinstance(it, Path) for it in files):
        for error in files:
            complain(str(error))
        raise SystemExit(UnreadableInputError.exit_status)
    return files


def import_new(store: Store, files: Files, choices: Choices) -> list[str]:
    """Import the articles in `files`; the answer says which could not be read."""
    notices = []
    with Progress("importing", len(files)) as progress:
        for outcome in import_articles(store, files, choices):
            if isinstance(outcome, UnreadableInputError):
                notices.append(str(outcome))
            progress.step()
    return notices
