"""Columns of averages and unit prices: 平均单价, 人均, 亩均, the amount of each row over the number of things beside it.

Three rows that agree as printed tell which columns they are; then a row that does not agree is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.model import ADDITIVE, FigureKind, Grid
from wenxiao.audit.relations.tables.terms import amount_at, is_shown, term

_EACH = re.compile("单价|单位成本|造价|标准|[人户亩车村校家次件班笔项例床年月日场]均|均价|平均|每")
_REACH = 4  # columns to either side that are tried
_MOST_COLUMNS = 40
_MOST_ROWS = 3000
_SAMPLE = 8


def averages_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim total = average × number for each row, where the rows show which columns those are."""
    if grid.table.columns > _MOST_COLUMNS:
        return
    for column, heading in enumerate(grid.headings):
        if _EACH.search(heading):
            yield from _of_column(grid, column)


def _of_column(grid: Grid, column: int) -> Iterator[Claim]:
    near = [other for other in range(grid.table.columns) if 0 < abs(other - column) <= _REACH]
    last = min(grid.table.rows, grid.first_row + _MOST_ROWS)
    for total, count in permutations(near, 2):
        sample = range(grid.first_row, min(last, grid.first_row + _SAMPLE))
        if is_shown(list(_claims(grid, (total, column, count), sample))):
            claims = list(_claims(grid, (total, column, count), range(grid.first_row, last)))
            if is_shown(claims):
                yield from claims
                return


def _claims(grid: Grid, columns: tuple[int, int, int], rows: range) -> Iterator[Claim]:
    for row in rows:
        total, each, count = (amount_at(grid, row, column) for column in columns)
        if total is None or each is None or count is None or total.kind not in ADDITIVE:
            continue
        is_measured = (
            total.kind is each.kind and count.kind is not FigureKind.MONEY and count.kind in ADDITIVE
        )
        if is_measured and total.quantity and each.quantity and each.quantity.value:
            yield Claim(
                ClaimKind.PRODUCT, grid.names[row][columns[0]].words, term(total), (term(each), term(count))
            )
