"""Columns that come to the one at their right end: 决策, 过程, 产出, 效益 and then 总分; 1月, 2月 and then 1—2月.

Headings say that it is a total but not of which columns; that several rows close to the last digit does. Then a row
that one slip of the pen keeps from closing is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, judge
from wenxiao.audit.figures.model import Grid
from wenxiao.audit.relations.tables.terms import (
    alike,
    amount_at,
    can_be_searched,
    may_be_rounded,
    sum_claim,
    told_by_rows,
)
from wenxiao.finding import Verdict

_TOTAL = re.compile(
    r"(?:[合总小共累]计|总[分额量数]|总得分|全年|[上下]半年|[0-9]{1,2}(?:月)?[—–\-~至到][0-9]{1,2}月)(?:\(.*\)|（.*）)?\Z"
)
_MOST_PARTS, _MOST_ROWS = 16, 600


def closing_columns_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim the columns right before each total to add up to it, the most of them that the rows show to."""
    if not can_be_searched(grid):
        return
    for column, heading in enumerate(grid.headings):
        if _TOTAL.search(heading):
            yield from _of_total(grid, column)


def _of_total(grid: Grid, column: int) -> Iterator[Claim]:
    for first in range(max(column - _MOST_PARTS, 0), column - 1):
        claims = told_by_rows(list(_of_rows(grid, column, range(first, column))))
        yield from (one for one in claims if judge(one).verdict is Verdict.PASS or not may_be_rounded(one))
        if claims:
            return


def _of_rows(grid: Grid, column: int, columns: Sequence[int]) -> Iterator[Claim]:
    for row in range(grid.first_row, min(grid.table.rows, grid.first_row + _MOST_ROWS)):
        total = amount_at(grid, row, column)
        parts = [part for other in columns if (part := amount_at(grid, row, other)) is not None]
        if total is not None and len(parts) > 1 and all(alike(total, part) for part in parts):
            yield sum_claim(grid.names[row][column].words or total.text, total, parts)
