"""Rows of ratios that two rows above them give in every column: 城镇化率 below 城镇人口, 性别比 below 男 and 女.

That several columns fit as printed is no accident; what does not fit says nothing, so nothing fails here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from wenxiao.audit.claims import Claim, ClaimKind, Term, judge
from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind, Grid
from wenxiao.audit.relations.tables.terms import amounts_of_row, can_be_searched, terms_of_one_measure
from wenxiao.finding import Verdict
from wenxiao.quantity import QuantityError, parse

_REACH, _FEWEST_COLUMNS = 8, 2
_NEAR = 2
"""A closer look is worth while only where the first ratio is less than so many hundredths off."""

_RATIO = re.compile(r"[%％率]|比[例重]|占比|比(?:\(|（|\Z)")

Row = Mapping[int, Figure]
"""The amounts of a row by their columns."""


def ratio_rows_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim the rows of ratios to be the quotient of two rows above them, if they are in all columns."""
    if not can_be_searched(grid):
        return
    amounts: list[Row] = []
    for number in range(grid.first_row, grid.table.rows):
        row = amounts_of_row(grid, number)
        shares = _as_percentages(row) if _RATIO.search(grid.stubs[number]) else {}
        if len(shares) >= _FEWEST_COLUMNS:
            yield from _of_two_rows(shares, amounts[-_REACH:][::-1], grid.stubs[number])
        else:
            amounts.append({column: one for column, one in row.items() if one.kind in ADDITIVE})


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


def _is_near(share: Term, part: Figure, whole: Figure) -> bool:
    one, two = (term.quantity for term in terms_of_one_measure((part, whole)))
    if share.quantity is None or one is None or two is None or two.value <= 0 or one.value <= 0:
        return False
    gap = abs(one.value * 100 - share.quantity.value * two.value)
    return gap * 100 <= Decimal(_NEAR) * share.quantity.value * two.value


def _claim(name: str, share: Term, part: Figure, whole: Figure) -> Claim:
    kind = ClaimKind.SHARE if "占" in name else ClaimKind.RATE
    return Claim(kind, share.label, share, terms_of_one_measure((part, whole)))
