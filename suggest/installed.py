"""Which suggesters other packages have installed beside ours; loads none of them."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points

GROUP = "jinbiao.suggesters"
"""The group of entry points under which a package names its suggesters."""


def installed() -> list[EntryPoint]:
    """The entry points of installed suggesters, by name."""
    return sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value))


def identity(entry: EntryPoint) -> str:
    """Its name and the version of the package that it comes with: `gazetteer-1.0`."""
    return f"{entry.name}-{entry.dist.version}" if entry.dist else entry.name
