"""Choosing among overlapping suggestions."""

from suggest.resolve import resolve
from text.article import Zone, ZoneKind
from text.span import Suggestion

LAYERS = {"ORG": "entity", "LOC": "entity", "TARGET": "target"}


def offered(start: int, end: int, label: str, score: float = 0.5) -> Suggestion:
    return Suggestion(start, end, label, score=score, by="test")


def test_the_higher_score_stays() -> None:
    """A short name stays where the longer one over it is much less likely."""
    likely, unlikely = offered(0, 2, "LOC", 0.9), offered(0, 6, "ORG", 0.3)
    assert resolve([unlikely, likely], LAYERS) == (likely,)


def test_a_longer_name_needs_not_be_the_likelier_one() -> None:
    """A full name goes before a part of it that is only a little likelier."""
    part, full = offered(0, 2, "LOC", 0.9), offered(0, 6, "ORG", 0.7)
    assert resolve([part, full], LAYERS) == (full,)


def test_the_longer_of_two_equals_stays() -> None:
    """At the same score the longest full name is taken."""
    long, short = offered(0, 6, "ORG"), offered(2, 6, "ORG")
    assert resolve([short, long], LAYERS) == (long,)


def test_layers_nest() -> None:
    """A target may hold an entity; the outer comes first."""
    target, org = offered(0, 9, "TARGET", 0.4), offered(0, 2, "ORG", 0.9)
    assert resolve([org, target], LAYERS) == (target, org)


def test_what_touches_boilerplate_goes() -> None:
    """Nothing is suggested in navigation and copyright lines, however likely."""
    zone = Zone(ZoneKind.BOILERPLATE, 4, 8)
    outside = offered(0, 4, "ORG")
    assert resolve([outside, offered(7, 9, "LOC", 1.0)], LAYERS, [zone]) == (outside,)


def test_a_label_that_the_scheme_lacks_goes() -> None:
    """A scheme without PER gets no PER."""
    assert resolve([offered(0, 2, "PER")], LAYERS) == ()
