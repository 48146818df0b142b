"""Run every bench, or those named: `python -m bench [NAME…]`."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import bench

HELPERS = {"__main__", "figures", "filling", "marked", "terminal"}


def main() -> None:
    """Run the benches one after another."""
    known = [m.name for m in pkgutil.iter_modules(bench.__path__) if m.name not in HELPERS]
    for name in sys.argv[1:] or known:
        print(f"— {name}")
        import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
