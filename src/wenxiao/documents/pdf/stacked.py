"""Ruled tables without lines between their rows: numbers stacked in one cell are rows of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wenxiao.documents.pdf.layout import Line, PageCell, PageTable
from wenxiao.documents.pdf.lines import beside, by_line

_NUMBER = re.compile(r"[-+−－(（]?(?:[0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?[%％]?[)）]?")
_FEWEST_STACKS = 2


def unstacked(table: PageTable) -> PageTable:
    """Part the rows of a table in which numbers, and the names beside them, stand line by line."""
    rows: list[list[PageCell]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(cell)
    levels = [_levels(row) for row in rows]
    if all(len(level) == 1 for level in levels):
        return table
    starts = [0]
    for level in levels:
        starts.append(starts[-1] + len(level))
    cells = tuple(cell for row in rows for cell in _moved(row, levels, starts))
    return replace(table, rows=starts[-1], cells=cells)


def _levels(row: Sequence[PageCell]) -> list[Line | None]:
    """Give a line for each row that a ruled row really holds; one, whatever it is, if it is no stack."""
    single = [cell for cell in row if cell.row_span == 1 and cell.lines]
    height = max((len(cell.lines) for cell in single), default=1)
    stacks = [
        cell
        for cell in single
        if len(cell.lines) > 1 and all(_NUMBER.fullmatch(line.text) for line in cell.lines)
    ]
    named = any(len(cell.lines) == height and cell not in stacks for cell in single)
    lines = by_line(line for cell in single for line in cell.lines)
    is_stack = named and len(stacks) >= _FEWEST_STACKS and len(lines) == height
    has_spans = any(cell.row_span > 1 for cell in row)
    return [line[0] for line in lines] if is_stack and not has_spans else [None]


def _moved(
    row: Sequence[PageCell], levels: Sequence[Sequence[Line | None]], starts: Sequence[int]
) -> Iterator[PageCell]:
    for cell in row:
        first, end = starts[cell.row], starts[cell.row + cell.row_span]
        if len(levels[cell.row]) == 1:
            yield replace(cell, row=first, row_span=end - first)
            continue
        for offset, level in enumerate(levels[cell.row]):
            lines = tuple(line for line in cell.lines if level is not None and beside(level, line))
            yield replace(cell, row=first + offset, lines=lines)
