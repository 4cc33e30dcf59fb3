"""A table in Markdown, for the pages that are made from declarations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


def markdown_grid(head: Sequence[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a table; a bar inside a cell is written so that it does not end the cell."""
    yield from map(_line, (head, ["---"] * len(head), *rows))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
