"""A form holds tables below one another: its bands, each with headings of its own.

A row of words right above amounts is a row of headings, wherever in the form it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wenxiao.audit.figures.grids import headings_over, is_amount
from wenxiao.audit.figures.model import Grid, GridCell

_ENOUGH_HEADINGS = 2


def bands_of(grid: Grid) -> tuple[Grid, ...]:
    """Part a grid where new headings begin; most have one band, the grid itself."""
    starts = list(_starts(grid))
    if not starts:
        return (grid,)
    ends = [start for start, _ in starts] + [grid.table.rows]
    upper = _part(grid, 0, ends[0], grid.first_row, grid.headings)
    lower = (
        _part(grid, start, end, first, headings_over(grid.cells[start:first], grid.table.columns))
        for (start, first), end in zip(starts, ends[1:], strict=True)
    )
    return (upper, *lower)


def _starts(grid: Grid) -> Iterator[tuple[int, int]]:
    """Give the first heading row and the first row of amounts of every band but the first."""
    repeated = frozenset(grid.table.repeated_rows)
    headings, start = grid.headings, grid.first_row
    for number in range(grid.first_row, grid.table.rows):
        if number in repeated:
            start = number + 1
        elif any(map(is_amount, grid.cells[number])):
            if start < number and _are_headings(grid, start, number):
                own = headings_over(grid.cells[start:number], grid.table.columns)
                if own != headings:
                    yield start, number
                headings = own
            start = number + 1


def _are_headings(grid: Grid, start: int, number: int) -> bool:
    """Tell whether words in the rows from ``start`` stand above amounts of row ``number``."""
    amounts = [column for column, cell in enumerate(grid.cells[number]) if is_amount(cell)]
    headed = sum(
        any(_is_words(grid.cells[row][column]) for row in range(start, number)) for column in amounts
    )
    return headed >= _ENOUGH_HEADINGS


def _is_words(cell: GridCell | None) -> bool:
    return cell is not None and any(map(str.isalnum, cell.text))


def _part(grid: Grid, start: int, end: int, first: int, headings: tuple[str, ...]) -> Grid:
    repeated = tuple(row - start for row in grid.table.repeated_rows if start <= row < end)
    return replace(
        grid,
        table=replace(grid.table, rows=end - start, repeated_rows=repeated),
        cells=grid.cells[start:end],
        first_row=first - start,
        headings=headings,
        stubs=grid.stubs[start:end],
        names=grid.names[start:end],
    )
