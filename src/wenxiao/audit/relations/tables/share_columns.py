"""Columns of shares: 构成（%）, 占比: the amount of each row over that of the row it is a part of, or of the total.

The amounts stand in the column nearest by whose rows agree with the percentages; then a row that does not is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.model import FigureKind, Grid
from wenxiao.audit.relations.tables.numbered_rows import lists_of, row_names
from wenxiao.audit.relations.tables.terms import (
    GRAND_TOTAL,
    alike,
    amount_at,
    term,
    terms_of_one_measure,
    told_by_rows,
)

SHARE = re.compile(r"(?:构成|比[重例]|占比|份额|贡献率|占[^·]{1,12})(?:[（(]?[%％][)）]?)?\Z")
"""The end of a heading over shares."""

_MOST_COLUMNS = 60
_MOST_ROWS = 3000


def shares_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim the percentages of each column of shares, if the rows show of which amounts they are."""
    if grid.table.columns > _MOST_COLUMNS:
        return
    for column, heading in enumerate(grid.headings):
        if SHARE.search(heading):
            yield from _of_column(grid, column)


def _of_column(grid: Grid, column: int) -> Iterator[Claim]:
    wholes = _wholes(grid, column)
    for amounts in (*range(column - 1, -1, -1), *range(column + 1, grid.table.columns)):
        claims = told_by_rows(list(_claims(grid, column, amounts, wholes)))
        yield from claims
        if claims:
            return


def _wholes(grid: Grid, column: int) -> Mapping[int, int]:
    """Give the row that each row is a part of: the one its numbering puts it below, else the only total."""
    rows = range(grid.first_row, min(grid.table.rows, grid.first_row + _MOST_ROWS))
    names = row_names(grid, len(rows), column)
    totals = [row for row, name in zip(rows, names, strict=True) if GRAND_TOTAL.search(name)]
    wholes = dict.fromkeys(rows, totals[0]) if len(totals) == 1 else {}
    for one in lists_of(names):
        wholes.update({grid.first_row + at: grid.first_row + one.whole for at in one.parts})
    return wholes


def _claims(grid: Grid, column: int, amounts: int, wholes: Mapping[int, int]) -> Iterator[Claim]:
    for row, above in wholes.items():
        share = amount_at(grid, row, column)
        part, whole = amount_at(grid, row, amounts), amount_at(grid, above, amounts)
        if share is None or part is None or whole is None or share.kind is not FigureKind.PERCENT:
            continue
        if alike(part, whole) and part.start != whole.start:
            label = grid.names[row][column].words
            yield Claim(ClaimKind.SHARE, label, term(share, label), terms_of_one_measure((part, whole)))
