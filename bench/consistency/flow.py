"""A benchmark text as a document is made of it: its title, its paragraphs and its tables.

Every line of a source is a paragraph; lines with tabs are rows, and neighbouring rows are one table. The last cell
of a row that is shorter than the widest one reaches to the right edge, as in printed forms.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: its text and how many columns it covers."""

    text: str
    columns: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of running text; a first line that is no sentence is the title of the document."""

    text: str
    is_title: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of boxes that all cover ``columns`` columns."""

    columns: int
    rows: tuple[tuple[Box, ...], ...]


def parts_of(text: str) -> list[Paragraph | Grid]:
    """Cut a text into paragraphs and tables, in order; empty lines only part them."""
    parts: list[Paragraph | Grid] = []
    for is_row, lines in groupby(text.splitlines(), key=lambda line: "\t" in line):
        if is_row:
            parts.append(_grid(lines))
        else:
            parts.extend(Paragraph(line, is_title=False) for line in lines if line.strip())
    first = parts[0] if parts else None
    if isinstance(first, Paragraph) and not first.text.endswith("。"):
        parts[0] = Paragraph(first.text, is_title=True)
    return parts


def _grid(lines: Iterable[str]) -> Grid:
    rows = [line.split("\t") for line in lines]
    columns = max(map(len, rows))
    return Grid(columns, tuple(_boxes(cells, columns) for cells in rows))


def _boxes(cells: list[str], columns: int) -> tuple[Box, ...]:
    *others, last = cells
    return (*(Box(cell, 1) for cell in others), Box(last, columns - len(others)))
