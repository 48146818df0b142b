"""A table of text whose columns stand straight with Chinese in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, the first of `rows` being its headings.

    The first column stands left, the others right; columns are as wide, in cells, as they need.
    """
    # It brings rich, which `--help` should not pay for.
    from tui.page.cells import cells  # noqa: PLC0415 - see above

    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        parts = [first + " " * (widths[0] - cells(first))]
        for text, width in zip(others, widths[1:], strict=True):
            parts.append(" " * (width - cells(text)) + text)
        yield "  ".join(parts).rstrip()
