"""Columns of tables without a total row that come to an amount told in the text beside the table: 以上五笔共花了24630元.

Several rows that come to it to the last digit are no accident. Where the sentence behind the table says that it sums up
what stands above, an amount that a slip of the pen parts from the sum is wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from wenxiao.audit.claims import Claim, judge
from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind, Grid, Reading
from wenxiao.audit.relations.slipped.slips import slip_of
from wenxiao.audit.relations.tables.terms import (
    GRAND_TOTAL,
    adds_up,
    amount_at,
    can_be_searched,
    one_measure,
    sum_claim,
)
from wenxiao.finding import Verdict

_BEFORE, _BEHIND = 30, 6
_FEWEST_ROWS, _FEWEST_DIGITS = 3, 4
_SUMS_UP = re.compile("以上|上述|前述")
_DIGIT = re.compile("[0-9]")


def sums_of_prose(reading: Reading) -> Iterator[Claim]:
    """Claim the amounts of the text to be the sums of columns that come to them."""
    starts = [figure.start for figure in reading.figures]
    sums_up = frozenset(_summing_up(reading))
    for grid in reading.grids:
        if not can_be_searched(grid) or any(map(GRAND_TOTAL.search, grid.stubs)):
            continue
        begin, end = (bisect_left(starts, place) for place in (grid.table.start, grid.table.end))
        behind = _of_prose(reading, reading.figures[end : end + _BEHIND])
        near = [*behind, *_of_prose(reading, reading.figures[max(begin - _BEFORE, 0) : begin][::-1])]
        for column in range(grid.table.columns):
            parts = _parts(grid, column)
            if len(parts) >= _FEWEST_ROWS:
                yield from _of_column(parts, near, [one for one in behind if one.start in sums_up][:1])


def _summing_up(reading: Reading) -> Iterator[int]:
    """Give where the first sum of money stands in each sentence that sums up what stands above it."""
    for sentence in reading.sentences:
        if _SUMS_UP.match(sentence.gaps[0]):
            yield from [one.start for one in sentence.figures if one.kind is FigureKind.MONEY][:1]


def _of_prose(reading: Reading, figures: Sequence[Figure]) -> list[Figure]:
    blocks = reading.document.blocks
    return [one for one in figures if one.kind in ADDITIVE and blocks[one.block].table < 0]


def _parts(grid: Grid, column: int) -> list[Figure]:
    """Give the amounts of a column that can be added."""
    if not adds_up(grid.headings[column]):
        return []
    found = (amount_at(grid, row, column) for row in range(grid.first_row, grid.table.rows))
    parts = [one for one in found if one is not None]
    return parts if one_measure(parts) and parts[0].kind in ADDITIVE else []


def _of_column(parts: Sequence[Figure], near: Sequence[Figure], meant: Sequence[Figure]) -> Iterator[Claim]:
    total = sum((part.quantity.value for part in parts if part.quantity), Decimal(0))
    whole = next((one for one in near if one.quantity and one.quantity.value == total and _tells(one)), None)
    if whole is not None and one_measure((whole, *parts)):
        yield sum_claim(whole.label, whole, parts)
        return
    for one in meant:
        claim = sum_claim(one.label, one, parts)
        if one_measure((one, *parts)) and judge(claim).verdict is Verdict.FAIL and slip_of(claim):
            yield claim


def _tells(figure: Figure) -> bool:
    return len(_DIGIT.findall(figure.text)) >= _FEWEST_DIGITS
