"""Claims within tables: totals of columns and rows, rows divided below 其中, computed columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.bands import bands_of
from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import Figure, Grid, GridCell, Reading
from wenxiao.audit.relations.once import without_duplicates
from wenxiao.audit.relations.tables.balances import balances_claimed
from wenxiao.audit.relations.tables.closing_columns import closing_columns_claimed
from wenxiao.audit.relations.tables.closing_rows import closing_rows_claimed
from wenxiao.audit.relations.tables.columns import columns_claimed, rows_compared
from wenxiao.audit.relations.tables.difference_columns import differences_claimed
from wenxiao.audit.relations.tables.heading_parts import divisions_of
from wenxiao.audit.relations.tables.nested_rows import nested_claimed
from wenxiao.audit.relations.tables.parts import parts_claimed
from wenxiao.audit.relations.tables.posts import posts_claimed
from wenxiao.audit.relations.tables.prose_prices import prices_of_prose
from wenxiao.audit.relations.tables.prose_sums import sums_of_prose
from wenxiao.audit.relations.tables.prose_wholes import shares_of_prose
from wenxiao.audit.relations.tables.rates import rates_claimed
from wenxiao.audit.relations.tables.ratio_rows import ratio_rows_claimed
from wenxiao.audit.relations.tables.same_spending import basic_claimed, classes_claimed
from wenxiao.audit.relations.tables.scores import scores_claimed
from wenxiao.audit.relations.tables.share_columns import shares_claimed
from wenxiao.audit.relations.tables.share_totals import share_totals_claimed
from wenxiao.audit.relations.tables.terms import is_one_slip_off, may_be_rounded, one_measure, sum_claim, term
from wenxiao.audit.relations.tables.told_rows import told_of_rows
from wenxiao.audit.relations.tables.total_slips import miswritten_totals
from wenxiao.audit.relations.tables.totals import totals_claimed
from wenxiao.audit.relations.tables.unit_columns import averages_claimed
from wenxiao.audit.relations.tables.worded_changes import worded_changes_claimed
from wenxiao.finding import Verdict

_FEWEST_COLUMNS = 2
_ENOUGH_ROWS = 3
_GRAND_TOTAL = re.compile("(?:收入|支出)?总计")
_BALANCE = "收支总计"
_MOST_COLUMNS = 60


def claims_in_tables(reading: Reading) -> list[Claim]:
    """Give the claims that tables make by their structure."""
    tables = [bands_of(grid) for grid in reading.grids if grid.table.columns >= _FEWEST_COLUMNS]
    found = (claim for bands in tables for claim in _of_bands(bands))
    others = (scores_claimed(tables), *(make(reading) for make in _MAKERS_OF_ALL))
    return list(without_duplicates(chain(found, *others)))


def _of_bands(bands: Sequence[Grid]) -> Iterator[Claim]:
    for band in bands:
        claims = [claim for make in _MAKERS for claim in make(band)]
        yield from claims
        yield from closing_rows_claimed(band, claims)
        yield from share_totals_claimed(band, claims)


def _rows_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim that columns divide another; where it does not close, only if most rows or the headings say it should."""
    if grid.table.columns > _MOST_COLUMNS:
        return
    for column, parts, is_closed in divisions_of(grid):
        claims = list(_of_rows(grid, column, parts))
        held = [judge(claim).verdict is Verdict.PASS for claim in claims]
        is_shown = sum(held) >= _ENOUGH_ROWS and sum(held) * 4 >= len(claims) * 3
        is_certain = is_shown or (is_closed and len(claims) < _ENOUGH_ROWS)
        for claim, holds in zip(claims, held, strict=True):
            if holds:
                is_told = is_certain or len(claim.operands) > 1
            else:
                is_told = (is_certain and not may_be_rounded(claim)) or (any(held) and is_one_slip_off(claim))
            if is_told:
                yield claim


def _of_rows(grid: Grid, column: int, columns: tuple[int, ...]) -> Iterator[Claim]:
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
            subject = grid.names[number][column].words or f"第 {number + 1} 行"
            yield sum_claim(subject, total.figure, parts)


def _both_sides(grid: Grid) -> Iterator[Claim]:
    """Claim that income and expenses, side by side in one row, come to the same total."""
    for row in grid.cells[grid.first_row :]:
        totals = list(_grand_totals(row))
        if len(totals) == 2 and "支出" not in totals[0][0] and "收入" not in totals[1][0]:
            income, expenses = (term(figure, name) for name, figure in totals)
            yield Claim(ClaimKind.EQUAL, _BALANCE, income, (expenses,))


def _grand_totals(row: tuple[GridCell | None, ...]) -> Iterator[tuple[str, Figure]]:
    """Give the first amount beside each cell called 总计, with that name."""
    name = ""
    for cell in row:
        if cell is not None and is_amount(cell) and cell.figure:
            if name:
                yield name, cell.figure
            name = ""
        elif cell is not None and cell.text:
            name = cell.text if _GRAND_TOTAL.fullmatch(folded(cell.text)) else ""


_MAKERS = (
    totals_claimed,
    classes_claimed,
    basic_claimed,
    _rows_claimed,
    closing_columns_claimed,
    _both_sides,
    balances_claimed,
    parts_claimed,
    nested_claimed,
    columns_claimed,
    rows_compared,
    rates_claimed,
    ratio_rows_claimed,
    differences_claimed,
    shares_claimed,
    averages_claimed,
    posts_claimed,
)
_MAKERS_OF_ALL = (
    worded_changes_claimed,
    shares_of_prose,
    sums_of_prose,
    prices_of_prose,
    told_of_rows,
    miswritten_totals,
)
