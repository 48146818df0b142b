"""The screens and widgets of the bench, found by going through its modules."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from textual.screen import Screen
from textual.widget import Widget

import tui.screens
import tui.widgets


def _ours() -> Iterator[type[Widget]]:
    for package in (tui.screens, tui.widgets):
        for found in pkgutil.iter_modules(package.__path__):
            module = importlib.import_module(f"{package.__name__}.{found.name}")
            for thing in vars(module).values():
                here = getattr(thing, "__module__", None) == module.__name__
                if here and isinstance(thing, type) and issubclass(thing, Widget):
                    yield thing


WIDGETS = tuple(_ours())
SCREENS = tuple(
    thing for thing in WIDGETS if issubclass(thing, Screen) and not thing.__subclasses__()
)
"""Those that open, not what they have in common."""
