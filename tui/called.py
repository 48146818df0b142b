"""What jinbiao is called in a shell."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

from text.from_here import from_here

NAME = "jinbiao"


def called() -> str:
    """What starts this jinbiao: its name where a shell finds that, else its path from here."""
    script = Path(sys.executable).with_name(NAME)
    if shutil.which(NAME) or not script.exists():
        return NAME
    return shlex.quote(from_here(script))
