"""Rows divided by the rows below them: 年度资金总额, then 其中：当年财政拨款 and 上年结转资金.

How many rows divide the upper one is seldom marked, and 其中 need not name all parts: a division is claimed
where it closes. Where it does so in one column, the same rows must divide the upper row in the other columns if
that is called a total; if not, they must where one figure miswritten is all that keeps them from it. What closes
in fewer than half of the columns does so by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from wenxiao.audit.claims import Claim, judge
from wenxiao.audit.figures.model import Figure, Grid, GridCell
from wenxiao.audit.relations.tables.terms import alike, amount_at, is_one_slip_off, sum_claim
from wenxiao.finding import Verdict

_FIRST_PART = re.compile(r"\A其中[:：]?")
_WHOLE = re.compile(r"总额\Z|合计\Z|总计\Z|小计\Z")
_MOST_PARTS = 12
_ROUNDING = 10  # what rounding moves is less than a tenth of a total


def parts_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim that rows add up to the row above the one that begins with 其中."""
    for number in range(grid.first_row + 1, grid.table.rows):
        starts = [column for column, cell in enumerate(grid.cells[number]) if _begins(cell)]
        if starts and not _begins(grid.cells[number - 1][starts[0]]):
            yield from _divided(grid, number, starts[0])


def _begins(cell: GridCell | None) -> bool:
    return cell is not None and bool(_FIRST_PART.match(cell.text))


def _divided(grid: Grid, first: int, start: int) -> Iterator[Claim]:
    """Claim one division in every column of amounts right of its names."""
    columns = [
        column for column in range(start + 1, grid.table.columns) if amount_at(grid, first - 1, column)
    ]
    ways = {column: _ways(grid, first, column) for column in columns}
    closing = {column: claim for column, claims in ways.items() if (claim := _closes(claims)) is not None}
    if 2 * len(closing) < sum(map(bool, ways.values())):
        return
    yield from closing.values()
    upper = grid.names[first - 1]
    sizes = {len(claim.operands) for claim in closing.values()}
    if len(sizes) != 1:
        return
    size = next(iter(sizes))
    for column in columns:
        if column not in closing:
            like = (claim for claim in ways[column] if len(claim.operands) == size)
            is_total = _WHOLE.search(upper[column].words) is not None
            yield from (claim for claim in like if is_total or is_one_slip_off(claim))


def _closes(claims: list[Claim]) -> Claim | None:
    near = (claim for claim in claims if _nearly(claim))
    return next((claim for claim in near if judge(claim).verdict is Verdict.PASS), None)


def _nearly(claim: Claim) -> bool:
    """Tell quickly whether rounding could be all that parts a sum from its total, before it is judged."""
    values = [one.quantity.value if one.quantity else Decimal(0) for one in claim.terms]
    whole, *parts = values
    return abs(whole - sum(parts)) * _ROUNDING <= abs(whole)


def _ways(grid: Grid, first: int, column: int) -> list[Claim]:
    """Give the divisions of an amount by two, three and more rows."""
    whole = amount_at(grid, first - 1, column)
    parts: list[Figure] = []
    claims: list[Claim] = []
    for number in range(first, min(first + _MOST_PARTS, grid.table.rows)):
        part = amount_at(grid, number, column)
        if part is None or whole is None or not alike(whole, part):
            break
        parts.append(part)
        if len(parts) > 1:
            label = grid.names[first - 1][column].words
            claims.append(sum_claim(label, whole, parts))
    return claims
