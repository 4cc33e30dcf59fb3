"""Columns of shares in a table without a total row, whose whole stands in the text above: 共受理500件, then 占比.

Which figure that is the rows show: their amounts over it are their shares, to the last digit. So they do where the table
has no headings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind, Grid, Reading
from wenxiao.audit.relations.tables.share_columns import SHARE
from wenxiao.audit.relations.tables.terms import (
    GRAND_TOTAL,
    alike,
    amount_at,
    is_shown,
    term,
    terms_of_one_measure,
)

_REACH = 60  # figures before the table that may be the whole
_MOST_COLUMNS = 60
_MOST_ROWS = 3000
_HUNDRED = 100

Row = tuple[str, Figure, Figure]
"""What a row is called, its amount and its share."""


def shares_of_prose(reading: Reading) -> Iterator[Claim]:
    """Claim the shares of tables without a total to be those of a figure in the text before."""
    starts: list[int] = []
    for grid in reading.grids:
        columns = [
            column for column, name in enumerate(grid.headings) if SHARE.search(name) or not grid.first_row
        ]
        if not columns or grid.table.columns > _MOST_COLUMNS or any(map(GRAND_TOTAL.search, grid.stubs)):
            continue
        starts = starts or [figure.start for figure in reading.figures]
        end = bisect_left(starts, grid.table.start)
        wholes = _wholes(reading, reading.figures[max(end - _REACH, 0) : end])
        for column in columns:
            yield from _of_column(_rows(grid, column), wholes)


def _wholes(reading: Reading, figures: Sequence[Figure]) -> list[Figure]:
    """Give the amounts of prose, the nearest first."""
    blocks = reading.document.blocks
    return [one for one in reversed(figures) if one.kind in ADDITIVE and blocks[one.block].table < 0]


def _rows(grid: Grid, column: int) -> list[Row]:
    """Give the rows with a share in a column and an amount in the nearest column to the left that has any."""
    last = min(grid.table.rows, grid.first_row + _MOST_ROWS)
    for amounts in range(column - 1, 0, -1):
        found = [
            (grid.names[row][amounts].words, part, share)
            for row in range(grid.first_row, last)
            if (part := amount_at(grid, row, amounts)) and (share := amount_at(grid, row, column))
        ]
        if found and all(part.kind in ADDITIVE for _, part, _ in found):
            return [row for row in found if row[2].kind is FigureKind.PERCENT]
    return []


def _of_column(rows: Sequence[Row], wholes: Sequence[Figure]) -> Iterator[Claim]:
    for whole in wholes:
        if _may_be(whole, rows):
            claims = [_claim(row, whole) for row in rows]
            if is_shown(claims):
                yield from claims
                return


def _may_be(whole: Figure, rows: Sequence[Row]) -> bool:
    """Tell at a glance whether the largest row has about its share of a figure."""
    if not rows or not all(alike(whole, part) for _, part, _ in rows):
        return False
    _, part, share = max(rows, key=lambda row: row[1].quantity.value if row[1].quantity else 0)
    if whole.quantity is None or part.quantity is None or share.quantity is None:
        return False
    return abs(part.quantity.value * _HUNDRED - share.quantity.value * whole.quantity.value) <= (
        whole.quantity.value
    )


def _claim(row: Row, whole: Figure) -> Claim:
    name, part, share = row
    return Claim(ClaimKind.SHARE, name, term(share, name), terms_of_one_measure((part, whole)))
