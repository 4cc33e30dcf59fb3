"""Claims within tables: totals of columns, and heading cells that divide a row (合计 | 其中: ...)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import Figure, Grid, Reading
from wenxiao.audit.relations.table_totals import stub_beside, term, totals_claimed
from wenxiao.finding import Verdict

_TOTAL_HEADING = re.compile(r"合计\Z|总计\Z|小计\Z|总额\Z")
_ENOUGH_ROWS = 3
_MOST_COLUMNS = 60


def claims_in_tables(reading: Reading) -> list[Claim]:
    """Give the claims that tables make by their structure."""
    return [claim for grid in reading.grids for claim in (*totals_claimed(grid), *_rows_claimed(grid))]


def _rows_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim that a total column adds the columns to its right, where most rows show that it does."""
    if grid.table.columns > _MOST_COLUMNS:
        return
    for column, heading in enumerate(grid.headings):
        if _TOTAL_HEADING.search(heading):
            last = _next_total(grid, column)
            claims = list(_of_rows(grid, column, last))
            held = sum(judge(claim).verdict is Verdict.PASS for claim in claims)
            if held >= _ENOUGH_ROWS and held * 4 >= len(claims) * 3:
                yield from claims


def _next_total(grid: Grid, column: int) -> int:
    later = range(column + 1, grid.table.columns)
    return next((other for other in later if _TOTAL_HEADING.search(grid.headings[other])), grid.table.columns)


def _of_rows(grid: Grid, column: int, last: int) -> Iterator[Claim]:
    for number in range(grid.first_row, grid.table.rows):
        row = grid.cells[number]
        total = row[column]
        cells = [cell for cell in row[column + 1 : last] if cell is not None and is_amount(cell)]
        parts = [cell.figure for cell in cells if cell.figure]
        if total is not None and is_amount(total) and parts and _one_measure([total.figure, *parts]):
            subject = stub_beside(row, column) or f"第 {number + 1} 行"
            yield Claim(ClaimKind.SUM, subject, term(total.figure), tuple(map(term, parts)))


def _one_measure(figures: list[Figure | None]) -> bool:
    return len({(figure.kind, figure.unit) for figure in figures if figure}) == 1
