"""Columns of percentages that the rows themselves show to be computed from two columns to their left.

Headings call them by a hundred names (完成比例, 占年任务之比, 同比); that several rows agree to the last digit is
what tells. Then a row that does not agree is wrong. Below 增长率 or 比上年± a bare number may be a percentage too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind, Grid
from wenxiao.audit.relations.tables.terms import amount_at, is_ratio, term, terms_of_one_measure, told_by_rows
from wenxiao.quantity import QuantityError, parse

_OF_A_HUNDRED = re.compile("[率幅速比%％±]|增减|增长|升降|构成|份额")
_REACH = 4  # columns to the left that are tried
_MOST_COLUMNS = 60
_MOST_ROWS = 3000
_FEWEST_ROWS = 2
_SAMPLE = 8


def rates_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim the percentages of each column to be rates, or growth, of the two columns that show it."""
    if grid.table.columns > _MOST_COLUMNS:
        return
    for column in range(2, grid.table.columns):
        rows = _rows(grid, column)
        if len(rows) >= _FEWEST_ROWS:
            yield from _of_column(grid, column, rows)


def _rows(grid: Grid, column: int) -> list[tuple[int, Figure]]:
    """Give the rows that have a percentage in a column."""
    last = min(grid.table.rows, grid.first_row + _MOST_ROWS)
    is_of_a_hundred = _OF_A_HUNDRED.search(grid.headings[column]) is not None
    found = ((row, amount_at(grid, row, column)) for row in range(grid.first_row, last))
    rows = ((row, _as_percentage(one) if is_of_a_hundred else one) for row, one in found if one is not None)
    return [(row, one) for row, one in rows if one.kind is FigureKind.PERCENT]


def _as_percentage(figure: Figure) -> Figure:
    """Read a bare number as a percentage."""
    if figure.unit or figure.kind is not FigureKind.COUNT:
        return figure
    try:
        quantity = parse(figure.text, "%")
    except QuantityError:
        return figure
    return figure._replace(kind=FigureKind.PERCENT, unit="%", value=str(quantity.value), quantity=quantity)


def _of_column(grid: Grid, column: int, rows: list[tuple[int, Figure]]) -> Iterator[Claim]:
    near = range(max(column - _REACH, 0), column)
    for pair in permutations(near, 2):
        for kind in (ClaimKind.RATE, ClaimKind.GROWTH):
            telling = [(row, percent) for row, percent in rows if _tells(grid, row, pair)]
            if told_by_rows(list(_claims(grid, kind, pair, telling[:_SAMPLE]))):
                claims = told_by_rows(list(_claims(grid, kind, pair, rows)))
                yield from claims
                if claims:
                    return


def _tells(grid: Grid, row: int, pair: tuple[int, int]) -> bool:
    """Tell whether the two amounts of a row differ: what is 100% of itself shows nothing."""
    first, second = (amount_at(grid, row, column) for column in pair)
    return first is None or second is None or first.value != second.value


def _claims(
    grid: Grid, kind: ClaimKind, pair: tuple[int, int], rows: list[tuple[int, Figure]]
) -> Iterator[Claim]:
    for row, percent in rows:
        first, second = (amount_at(grid, row, column) for column in pair)
        if first is None or second is None or first.kind not in ADDITIVE:
            continue
        is_alike = first.kind is second.kind and (
            first.unit == second.unit or "" in {first.unit, second.unit}
        )
        label = grid.names[row][pair[0]].words
        if is_alike and not (kind is ClaimKind.GROWTH and is_ratio(label)):
            yield Claim(kind, label, term(percent, label), terms_of_one_measure((first, second)))
