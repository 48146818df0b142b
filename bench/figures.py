"""Small statistics and the lines that benches print."""

from __future__ import annotations

from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0 to 1) of `values` lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def median(values: Sequence[float]) -> float:
    """The middle of `values`."""
    return percentile(values, 0.5)


def line(name: str, figure: str, peer: str = "", ratio: float | None = None) -> None:
    """Print a figure beside its peer's."""
    beside = f"   {peer}" if peer else ""
    times = f"   ratio {ratio:.2f}" if ratio is not None else ""
    print(f"{name:<44}{figure:>16}{beside}{times}")
