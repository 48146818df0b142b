"""The process that imports for the bench: `python -m tui.jobs.import_worker`, niced.

It reads one JSON object from its standard input (`db`, `person`, `scheme` as TOML, `paths`) and
writes one a line: `{"total": files}`, then for each article `{"new": source}`, `{"known": source}`
or `{"fault": message}`.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from store.store import Store
from text.errors import JinbiaoError, UnreadableInputError
from text.json_line import json_line
from text.scheme import parse_scheme
from text.sources import find_files
from tui.jobs.import_articles import Imported, import_articles

NICENESS = 10


def main() -> None:
    """Import what is asked for, and say so."""
    os.nice(NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the bench, which then ends us
    # A broken pipe means that the bench has gone: what was written stays, the rest is left.
    with suppress(BrokenPipeError):
        try:
            for told in _told(json.loads(sys.stdin.readline())):
                _say(told)
        except JinbiaoError as error:
            _say({"fault": str(error)})


def _say(told: dict[str, str | int]) -> None:
    sys.stdout.write(json_line(told) + "\n")
    sys.stdout.flush()


def _told(asked: dict[str, str | list[str]]) -> Iterator[dict[str, str | int]]:
    scheme = parse_scheme(str(asked["scheme"]), "scheme")
    store = Store.open(Path(str(asked["db"])), str(asked["person"]), scheme)
    try:
        files = list(find_files(asked["paths"]))
        yield {"total": len(files)}
        for outcome in import_articles(store, files):
            if isinstance(outcome, UnreadableInputError):
                yield {"fault": str(outcome)}
            elif isinstance(outcome, Imported):
                yield {"new": outcome.source}
            else:
                yield {"known": outcome.source}
    finally:
        store.close()


if __name__ == "__main__":
    main()
