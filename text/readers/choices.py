"""What a person says about the files to be read, where it should not be found out."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what; None is found by the usual names."""

    text: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """The format of the files that were named (a key of FORMATS), their encoding, the columns."""

    format: str | None = None
    encoding: str | None = None
    columns: Columns = field(default_factory=Columns)
