"""Rows of ratios that two rows above them give in every column: 城镇化率 below 城镇人口, 性别比 below 男 and 女.

That several columns fit as printed is no accident; what does not fit says nothing, so nothing fails here. A row of growth
(比上年增减) is that of the row above from column to column; of that, one that a slip of the pen parts from the others is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations, product, takewhile

from wenxiao.audit.claims import Claim, ClaimKind, Term, judge
from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind, Grid
from wenxiao.audit.relations.tables.terms import (
    amounts_of_row,
    can_be_searched,
    terms_of_one_measure,
    told_by_rows,
)
from wenxiao.finding import Verdict
from wenxiao.quantity import QuantityError, parse

_REACH, _FEWEST_COLUMNS = 8, 2
_NEAR = 2
"""A closer look is worth while only where the first ratio is less than so many hundredths off."""

_GROWTH = re.compile("增|减|[上下]?[升降涨]|同比|环比")
_RATIO = re.compile(r"[%％率]|比[例重]|占比|比(?:\(|（|\Z)")

Row = Mapping[int, Figure]
"""The amounts of a row by their columns."""


def ratio_rows_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim the rows of ratios to be the quotient of two rows above them, if they are in all columns."""
    if not can_be_searched(grid):
        return
    amounts: list[Row] = []
    for number in range(grid.first_row, grid.table.rows):
        row, name = amounts_of_row(grid, number), _name(grid, number)
        shares = _as_percentages(row) if _RATIO.search(name) else {}
        if len(shares) >= _FEWEST_COLUMNS:
            near = amounts[-_REACH:][::-1]
            yield from _of_two_rows(shares, near, name)
            if _GROWTH.search(name):
                yield from _from_column_to_column(shares, near)
        else:
            amounts.append({column: one for column, one in row.items() if one.kind in ADDITIVE})


def _name(grid: Grid, number: int) -> str:
    """Give the words before the first amount of a row."""
    before = takewhile(lambda cell: not is_amount(cell), grid.cells[number])
    return "".join(cell.text for cell in before if cell is not None)


def _as_percentages(row: Row) -> dict[int, Term]:
    """Give the ratios of a row as percentages; a bare one (性别比 105.6) is of a hundred too."""
    shares: dict[int, Term] = {}
    for column, one in row.items():
        quantity = one.quantity
        if one.kind is not FigureKind.PERCENT:
            try:
                quantity = parse(one.text, "%")
            except QuantityError:
                return {}
        shares[column] = Term("", one.label or one.text, quantity, figure=one)
    return shares


def _of_two_rows(shares: Mapping[int, Term], near: Sequence[Row], name: str) -> Iterator[Claim]:
    rows = [row for row in near if shares.keys() <= row.keys()]
    for part, whole in sorted(permutations(range(len(rows)), 2), key=sum):
        column = next(iter(shares))
        if not _is_near(shares[column], rows[part][column], rows[whole][column]):
            continue
        claims = [_claim(name, share, rows[part][at], rows[whole][at]) for at, share in shares.items()]
        if all(judge(one).verdict is Verdict.PASS for one in claims):
            yield from claims
            return


def _from_column_to_column(shares: Mapping[int, Term], near: Sequence[Row]) -> Iterator[Claim]:
    """Claim the growth of the nearest row that has it, the earlier year standing to the left or to the right."""
    for row, before in product(near, (-1, 1)):
        grown = [
            Claim(ClaimKind.GROWTH, share.label, share, terms_of_one_measure((row[at], row[at + before])))
            for at, share in shares.items()
            if at in row and at + before in row
        ]
        claims = told_by_rows(grown)
        yield from claims
        if claims:
            return


def _is_near(share: Term, part: Figure, whole: Figure) -> bool:
    one, two = (term.quantity for term in terms_of_one_measure((part, whole)))
    if share.quantity is None or one is None or two is None or two.value <= 0 or one.value <= 0:
        return False
    gap = abs(one.value * 100 - share.quantity.value * two.value)
    return gap * 100 <= Decimal(_NEAR) * share.quantity.value * two.value


def _claim(name: str, share: Term, part: Figure, whole: Figure) -> Claim:
    kind = ClaimKind.SHARE if "占" in name else ClaimKind.RATE
    return Claim(kind, share.label, share, terms_of_one_measure((part, whole)))
