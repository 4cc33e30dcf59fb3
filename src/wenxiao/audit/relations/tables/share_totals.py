"""Columns of shares that add up as the amounts beside them do: 构成 comes to 100 in the row of the total.

Shares are rounded and often miss the hundred by a few in the last place; what misses it by more is wrong where one slip
of the pen explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.model import Figure, FigureKind, Grid
from wenxiao.audit.precision import half_last_digit
from wenxiao.audit.relations.slipped.slips import slip_of
from wenxiao.audit.relations.tables.share_columns import SHARE
from wenxiao.audit.relations.tables.terms import amount_at, sum_claim
from wenxiao.finding import Verdict

_MOST_COLUMNS = 60


def share_totals_claimed(grid: Grid, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claim that shares add up to that of the total, where ``claims`` say that the amounts of their rows do."""
    if grid.table.columns > _MOST_COLUMNS:
        return
    columns = [column for column, heading in enumerate(grid.headings) if SHARE.search(heading)]
    if not columns:
        return
    row_of = {cell.start: number for number, row in enumerate(grid.cells) for cell in row if cell is not None}
    rows = {
        tuple(row_of[one.figure.start] for one in claim.terms if one.figure and one.figure.start in row_of)
        for claim in claims
        if claim.kind is ClaimKind.SUM
    }
    for whole, *parts in sorted(rows):
        for column in columns if len({whole, *parts}) == 1 + len(parts) > 2 else ():
            yield from _of_rows(grid, column, whole, parts)


def _of_rows(grid: Grid, column: int, whole: int, parts: Sequence[int]) -> Iterator[Claim]:
    total, shares = _share(grid, whole, column), [_share(grid, part, column) for part in parts]
    told = [share for share in shares if share is not None]
    if total is None or len(told) < len(shares):
        return
    claim = sum_claim(grid.names[whole][column].words, total, told)
    if judge(claim).verdict is Verdict.PASS or (_misses_by_more_than_cutting(claim) and slip_of(claim)):
        yield claim


def _misses_by_more_than_cutting(claim: Claim) -> bool:
    """Tell whether shares miss their total by more than cutting the last digits of them off can do."""
    total, *shares = (one.quantity for one in claim.terms if one.quantity is not None)
    missing = abs(total.value - sum(share.value for share in shares))
    return missing > 2 * sum(map(half_last_digit, shares))


def _share(grid: Grid, row: int, column: int) -> Figure | None:
    figure = amount_at(grid, row, column)
    return figure if figure is not None and figure.kind is FigureKind.PERCENT else None
