"""Columns of shares that add up as the amounts beside them do: 构成 comes to 100 in the row of the total.

Shares are rounded and often miss the hundred by one in the last place, so only what adds up is claimed; a wrong share
is found where it is reckoned from its amount.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.model import Figure, FigureKind, Grid
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
    if judge(claim).verdict is Verdict.PASS:
        yield claim


def _share(grid: Grid, row: int, column: int) -> Figure | None:
    figure = amount_at(grid, row, column)
    return figure if figure is not None and figure.kind is FigureKind.PERCENT else None
