"""What one may ask of the cleaner beyond mending damage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

REGIONS = ("tw", "hk")


@dataclass(frozen=True, slots=True)
class Options:
    """`phrasing` puts the words of a region (`tw`, `hk`) into those of the mainland;
    `punctuation` makes half-width marks in Chinese text full-width.

    They are part of a revision's cleaner version, so that it can be cleaned in the same way again.
    """

    phrasing: str | None = None
    punctuation: bool = False

    def version(self, cleaner: str) -> str:
        """The version of the cleaner `cleaner` with these options, such as `1+tw+punctuation`."""
        asked = (self.phrasing, "punctuation" if self.punctuation else None)
        return "+".join([cleaner, *filter(None, asked)])

    @classmethod
    def of(cls, version: str) -> Self:
        """The options in a version that `version` made."""
        _, *asked = version.split("+")
        region = next((region for region in REGIONS if region in asked), None)
        return cls(region, "punctuation" in asked)


AS_IT_IS = Options()
