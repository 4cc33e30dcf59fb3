"""Columns of amounts that a price told in the text gives: 每亩69.35元, and a table with 补贴面积 and 补贴金额.

Which price and which columns those are the rows show; then a row that one slip of the pen parts from them is wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.model import TALLIED, Figure, FigureKind, Grid, Reading
from wenxiao.audit.precision import half_last_digit
from wenxiao.audit.relations.tables.terms import amount_at, can_be_searched, term, told_by_rows

_REACH = 30  # figures before and behind the table that may be the price
_MOST_COLUMNS, _TRIED = 12, 3

Row = tuple[Figure, Figure]
"""The amount of a row and the number beside it."""


def prices_of_prose(reading: Reading) -> Iterator[Claim]:
    """Claim the amounts of columns to be those of the column beside by a price of the text."""
    starts = [figure.start for figure in reading.figures]
    for grid in reading.grids:
        if grid.table.columns <= _MOST_COLUMNS and can_be_searched(grid):
            begin, end = (bisect_left(starts, place) for place in (grid.table.start, grid.table.end))
            near = [*reading.figures[max(begin - _REACH, 0) : begin], *reading.figures[end : end + _REACH]]
            yield from _of_grid(grid, [one for one in near if _may_be_price(one)])


def _may_be_price(figure: Figure) -> bool:
    quantity = figure.quantity
    return (
        figure.kind is FigureKind.MONEY and quantity is not None and quantity.is_exact and quantity.value > 0
    )


def _of_grid(grid: Grid, prices: Sequence[Figure]) -> Iterator[Claim]:
    if not prices:
        return
    for amounts, counts in permutations(range(grid.table.columns), 2):
        rows = list(_rows(grid, amounts, counts))
        price = next((one for one in prices if _is_shown(one, rows)), None)
        if price is not None:
            yield from told_by_rows([_claim(grid, price, total, count) for total, count in rows])


def _rows(grid: Grid, amounts: int, counts: int) -> Iterator[Row]:
    for row in range(grid.first_row, grid.table.rows):
        total, count = amount_at(grid, row, amounts), amount_at(grid, row, counts)
        if (
            total is not None
            and count is not None
            and total.kind is FigureKind.MONEY
            and count.kind in TALLIED
        ):
            yield total, count


def _is_shown(price: Figure, rows: Sequence[Row]) -> bool:
    """Tell whether a price gives the amounts of most rows to the last digit, of two at least."""
    if not any(_gives(price, *row) for row in rows[:_TRIED]):
        return False
    fitting = sum(_gives(price, *row) for row in rows)
    return fitting > 1 and 2 * fitting > len(rows)


def _gives(price: Figure, total: Figure, count: Figure) -> bool:
    if price.quantity is None or total.quantity is None or count.quantity is None:
        return False
    gap = abs(price.quantity.value * count.quantity.value - total.quantity.value)
    return gap <= half_last_digit(total.quantity) and total.quantity.value != price.quantity.value


def _claim(grid: Grid, price: Figure, total: Figure, count: Figure) -> Claim:
    """Make the claim; a price that is set is exact as written."""
    each = term(price)
    exact = each.quantity and replace(each.quantity, written="")
    label = total.label or grid.title
    return Claim(ClaimKind.PRODUCT, label, term(total), (term(count), replace(each, quantity=exact)))
