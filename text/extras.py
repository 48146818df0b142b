"""The command that installs an extra, as this very jinbiao was installed."""

from __future__ import annotations

import json
import shlex
import sys
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from text.from_here import from_here

_ROOT = Path(__file__).parents[1]


def install_command(extra: str) -> str:
    """What to type in a shell, in the current folder, to have `jinbiao[extra]`."""
    python = from_here(Path(sys.executable))
    # A virtual environment that uv made has no pip in it.
    uv = ["uv", "pip", "install", "--python", python]
    install = [python, "-m", "pip", "install"] if find_spec("pip") else uv
    return shlex.join([*install, *requirement(extra, _ROOT, _direct_url())])


def requirement(extra: str, root: Path, direct_url: str | None) -> list[str]:
    """What pip is to install: a checkout at `root`, or what an installed copy came from.

    `direct_url` is the `direct_url.json` of the copy (PEP 610), None for one from an index.
    """
    if (root / "pyproject.toml").exists():
        # Without -e a copy would take the place of the checkout.
        return ["-e", f"{from_here(root)}[{extra}]"]
    origin = json.loads(direct_url) if direct_url else {}
    url = origin.get("url", "")
    if system := origin.get("vcs_info", {}).get("vcs"):
        return [f"jinbiao[{extra}] @ {system}+{url}"]
    if url.startswith("file:") and (folder := Path(unquote(urlsplit(url).path))).is_dir():
        return [f"{from_here(folder)}[{extra}]"]
    return [f"jinbiao[{extra}]"]


def _direct_url() -> str | None:
    # It is slow to import, and nearly always nothing is missing.
    from importlib.metadata import PackageNotFoundError, distribution  # noqa: PLC0415 - see above

    try:
        return distribution("jinbiao").read_text("direct_url.json")
    except PackageNotFoundError:
        return None
