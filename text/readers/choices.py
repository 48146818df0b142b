"""What a person says about the files to be read, where it should not be found out."""

from __future__ import annotations

from dataclasses import dataclass, field

from text.options import AS_IT_IS, Options


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what; None is found by the usual names."""

    text: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """The format of the files that were named (a key of FORMATS), their encoding, the columns, and
    what is asked of the cleaner.
    """

    format: str | None = None
    encoding: str | None = None
    columns: Columns = field(default_factory=Columns)
    options: Options = AS_IT_IS
