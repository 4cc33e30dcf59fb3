"""Columns of changes in words: 下降8.2%, 增加12户, 提高1.3个百分点, which the rows show to be of two columns to their left.

The word gives the direction, so a row that says the opposite of its amounts is wrong too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from wenxiao.audit.claims import Claim, ClaimKind, Direction
from wenxiao.audit.figures.model import Figure, FigureKind, Grid, Reading
from wenxiao.audit.relations.amounts import CHANGE
from wenxiao.audit.relations.tables.terms import (
    alike,
    amount_at,
    can_be_searched,
    term,
    terms_of_one_measure,
    told_by_rows,
)

_REACH = 4  # columns to the left that are tried
_TOLD = re.compile(r"(?P<word>[一-龥]{1,6})[0-9０-９.,，]+\s*(?:[%％]|个?百分点|[一-龥]{0,3})")


class _Change(NamedTuple):
    """A change told in a row, and whether it is a rise or a fall."""

    row: int
    figure: Figure
    direction: Direction


def worded_changes_claimed(reading: Reading) -> Iterator[Claim]:
    """Claim the changes that tables tell in words to be those of the two columns that show it."""
    starts = [figure.start for figure in reading.figures]
    for grid in reading.grids:
        if can_be_searched(grid):
            for column in range(2, grid.table.columns):
                changes = list(_changes(grid, column, reading.figures, starts))
                yield from _of_column(grid, column, changes) if len(changes) > 1 else ()


def _changes(grid: Grid, column: int, figures: Sequence[Figure], starts: list[int]) -> Iterator[_Change]:
    for row in range(grid.first_row, grid.table.rows):
        cell = grid.cells[row][column]
        told = _TOLD.fullmatch(cell.text) if cell is not None and cell.figure is None else None
        changed = CHANGE.search(told["word"]) if told else None
        at = bisect_left(starts, cell.start) if cell is not None else len(starts)
        if changed and at < len(starts) and cell is not None and starts[at] < cell.end:
            direction = Direction.UP if changed["up"] else Direction.DOWN
            yield _Change(row, figures[at], direction)


def _of_column(grid: Grid, column: int, changes: Sequence[_Change]) -> Iterator[Claim]:
    for pair in permutations(range(max(column - _REACH, 0), column), 2):
        claims = told_by_rows(list(_claims(grid, pair, changes)))
        yield from claims
        if claims:
            return


def _claims(grid: Grid, pair: tuple[int, int], changes: Sequence[_Change]) -> Iterator[Claim]:
    for row, change, direction in changes:
        current, previous = (amount_at(grid, row, column) for column in pair)
        if current is None or previous is None or current.value == previous.value:
            continue
        label = grid.names[row][pair[0]].words
        if change.kind is FigureKind.PERCENT and current.kind is not FigureKind.PERCENT:
            if alike(current, previous):
                terms = terms_of_one_measure((current, previous))
                yield Claim(ClaimKind.GROWTH, label, term(change, label), terms, direction=direction)
        elif (current.kind is FigureKind.PERCENT) is _is_of_percents(
            change
        ) and current.kind is previous.kind:
            ends = (current, previous) if direction is Direction.UP else (previous, current)
            stated, *others = terms_of_one_measure((change, *ends))
            yield Claim(ClaimKind.DIFFERENCE, label, stated, tuple(others))


def _is_of_percents(change: Figure) -> bool:
    return change.kind in {FigureKind.PERCENT, FigureKind.PERCENTAGE_POINTS}
