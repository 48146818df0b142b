"""Contrast of colours by the Web Content Accessibility Guidelines (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Iterable

from rich.color import Color

STEPS = 20


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (`#rrggbb`), from 1 to 21.

    WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(ground: str, colour: str, share: float) -> str:
    """`colour` (`#rrggbb`) mixed into `ground` by `share` (0 to 1)."""
    pairs = zip(_triplet(ground), _triplet(colour), strict=True)
    return "#{:02x}{:02x}{:02x}".format(*(round(g + (c - g) * share) for g, c in pairs))


def readable(colour: str, grounds: Iterable[str], towards: str, ratio: float) -> str:
    """`colour` drawn `towards` another just so far that it has `ratio` on every one of `grounds`.

    It is `towards` itself where nothing between will do.
    """
    grounds = tuple(grounds)
    shades = (mixed(colour, towards, step / STEPS) for step in range(STEPS))
    clear = (s for s in shades if all(contrast(s, ground) >= ratio for ground in grounds))
    return next(clear, towards)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value / 255) for value in _triplet(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _triplet(colour: str) -> tuple[int, int, int]:
    triplet = Color.parse(colour).get_truecolor()
    return triplet.red, triplet.green, triplet.blue
