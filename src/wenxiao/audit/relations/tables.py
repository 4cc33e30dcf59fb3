"""Claims within tables: totals of columns and rows, rows divided below 其中, computed columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import Figure, Grid, GridCell, Reading
from wenxiao.audit.relations.table_columns import columns_claimed
from wenxiao.audit.relations.table_parts import parts_claimed
from wenxiao.audit.relations.table_totals import one_measure, stub_beside, term, totals_claimed
from wenxiao.finding import Verdict

_TOTAL_HEADING = re.compile(r"合计\Z|总计\Z|小计\Z|总额\Z")
_PART_HEADING = re.compile(r"其中")
_ENOUGH_ROWS = 3
_SIDES = ("收入总计", "支出总计")
_BALANCE = "收支总计"
_MOST_COLUMNS = 60


def claims_in_tables(reading: Reading) -> list[Claim]:
    """Give the claims that tables make by their structure."""
    return [claim for grid in reading.grids for make in _MAKERS for claim in make(grid)]


def _rows_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim that columns divide a total column; where it does not close, only if most rows show it should."""
    if grid.table.columns > _MOST_COLUMNS:
        return
    for column, parts in dict.fromkeys(_divisions(grid.headings)):
        claims = list(_of_rows(grid, column, parts))
        held = [claim for claim in claims if judge(claim).verdict is Verdict.PASS]
        if len(held) >= _ENOUGH_ROWS and len(held) * 4 >= len(claims) * 3:
            yield from claims
        else:
            yield from (claim for claim in held if len(claim.operands) > 1)


def _divisions(headings: tuple[str, ...]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Give columns with those that may divide them: all up to the next total, with and without 其中, or 其中."""
    for column, heading in enumerate(headings):
        if _PART_HEADING.match(heading):
            continue
        if _TOTAL_HEADING.search(heading):
            later = range(column + 1, _next_total(headings, column))
            yield column, tuple(later)
            whole = tuple(other for other in later if not _PART_HEADING.match(headings[other]))
            yield column, whole
        parts = takewhile(
            lambda other: _PART_HEADING.match(headings[other]), range(column + 1, len(headings))
        )
        yield column, tuple(parts)


def _next_total(headings: tuple[str, ...], column: int) -> int:
    later = range(column + 1, len(headings))
    return next((other for other in later if _TOTAL_HEADING.search(headings[other])), len(headings))


def _of_rows(grid: Grid, column: int, columns: tuple[int, ...]) -> Iterator[Claim]:
    if not columns:
        return
    for number in range(grid.first_row, grid.table.rows):
        row = grid.cells[number]
        total = row[column]
        cells = [cell for other in columns if is_amount(cell := row[other])]
        parts = [cell.figure for cell in cells if cell is not None and cell.figure]
        if (
            total is not None
            and total.figure
            and is_amount(total)
            and parts
            and one_measure((total.figure, *parts))
        ):
            subject = stub_beside(row, column) or f"第 {number + 1} 行"
            yield Claim(ClaimKind.SUM, subject, term(total.figure), tuple(map(term, parts)))


def _both_sides(grid: Grid) -> Iterator[Claim]:
    """Claim that income and expenses, side by side in one row, come to the same total."""
    for row in grid.cells[grid.first_row :]:
        income, expenses = (_beside(row, name) for name in _SIDES)
        if income is not None and expenses is not None:
            yield Claim(ClaimKind.EQUAL, _BALANCE, term(income, _SIDES[0]), (term(expenses, _SIDES[1]),))


def _beside(row: tuple[GridCell | None, ...], name: str) -> Figure | None:
    """Give the amount right beside the cell that holds a name."""
    pairs = pairwise(row)
    found = (right for left, right in pairs if left is not None and folded(left.text) == name)
    return next((cell.figure for cell in found if cell is not None and is_amount(cell)), None)


_MAKERS = (totals_claimed, _rows_claimed, _both_sides, parts_claimed, columns_claimed)
