"""Columns of changes that the rows themselves show to be the difference of two columns to their left: 比重变化, 差异.

The headings seldom tell of which two columns; that several rows agree to the last digit does. A change may be marked
by an arrow instead of a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind, Grid
from wenxiao.audit.relations.tables.terms import amount_at, one_measure, term, told_by_rows

_CHANGE = re.compile("变化|变动|增、?减|升降|增加|减少|增[长量额]|差[额异距值]?|节约|节余|结余|净增|[比较]")
_FALLING = ("↓", "▼", "▽", "⬇")
_REACH = 6  # columns to the left that are tried
_MOST_COLUMNS = 60
_MOST_ROWS = 3000
_SAMPLE = 8

Row = tuple[int, Figure]
"""The number of a row and its change."""


def differences_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim the changes of each column to be the differences of the two columns that show it."""
    if grid.table.columns > _MOST_COLUMNS:
        return
    for column, heading in enumerate(grid.headings):
        if column > 1 and _CHANGE.search(heading):
            yield from _of_column(grid, column)


def _of_column(grid: Grid, column: int) -> Iterator[Claim]:
    last = min(grid.table.rows, grid.first_row + _MOST_ROWS)
    found = ((row, amount_at(grid, row, column)) for row in range(grid.first_row, last))
    rows = [(row, change) for row, change in found if change is not None]
    for pair in permutations(range(max(column - _REACH, 0), column), 2):
        telling = [(row, change) for row, change in rows if _tells(grid, row, pair)]
        if told_by_rows(list(_claims(grid, column, pair, telling[:_SAMPLE]))):
            claims = told_by_rows(list(_claims(grid, column, pair, rows)))
            yield from claims
            if claims:
                return


def _tells(grid: Grid, row: int, pair: tuple[int, int]) -> bool:
    """Tell whether a difference of two amounts of a row is more than one of them again."""
    figures = [amount_at(grid, row, column) for column in pair]
    return all(one is not None and one.quantity is not None and one.quantity.value for one in figures)


def _claims(grid: Grid, column: int, pair: tuple[int, int], rows: list[Row]) -> Iterator[Claim]:
    for row, change in rows:
        first, second = (amount_at(grid, row, other) for other in pair)
        if first is None or second is None or not _can_be_compared(change, first, second):
            continue
        cell = grid.cells[row][column]
        if cell is not None and cell.text.startswith(_FALLING):
            first, second = second, first
        label = grid.names[row][column].words
        yield Claim(ClaimKind.DIFFERENCE, label, term(change, label), (term(first), term(second)))


def _can_be_compared(change: Figure, first: Figure, second: Figure) -> bool:
    if first.kind is FigureKind.PERCENT:
        in_percent = change.kind in {FigureKind.PERCENT, FigureKind.PERCENTAGE_POINTS}
        return in_percent and one_measure((first, second))
    return first.kind in ADDITIVE and one_measure((change, first, second))
