"""What the makers of claims about tables share: amounts of a grid as terms, and what may be added."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wenxiao.audit.claims import Claim, ClaimKind, Term, judge
from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind, Grid
from wenxiao.audit.relations.slipped.slips import slip_of
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.finding import Verdict
from wenxiao.quantity import Quantity

_NO_SUM = re.compile("[%％率]|比[例重]|占比|指数|为上年|分[值数]|[得评]分|标准分|满分|权重|人均|平均|单价")
_FEWEST_ROWS = 3
_FEWEST_DIGITS = 6
"""So many digits of the results of fewer rows show as much as three rows."""

_MOST_ROWS, _MOST_COLUMNS = 600, 40
_DIGIT = re.compile("[0-9０-９]")
_RATIO = re.compile("[%％率]|比[例重]|占比|指数")
_ALL = r"\A全[国省市州盟县区旗镇乡村]\Z"
TOTAL = re.compile(rf"(?:合计|总计|小计|总额)\Z|{_ALL}")
"""The end of a heading or of a row's name that says it is a total; 全镇 is one of its villages."""

GRAND_TOTAL = re.compile(rf"(?:合计|总计)\Z|{_ALL}")
"""The same of what is the whole of all others."""


def adds_up(heading: str) -> bool:
    """Tell whether the amounts of a column can be added: ratios, averages and scores cannot."""
    return not _NO_SUM.search(heading)


def is_ratio(name: str) -> bool:
    """Tell whether a row holds ratios, whose change is told in percentage points whatever the column is called."""
    return bool(_RATIO.search(name))


def amount_at(grid: Grid, row: int, column: int) -> Figure | None:
    """Give the amount at a position, if there is one."""
    cell = grid.cells[row][column]
    return cell.figure if cell is not None and is_amount(cell) else None


def amounts_of_row(grid: Grid, row: int) -> dict[int, Figure]:
    """Give the amounts of a row by their columns."""
    found = ((column, amount_at(grid, row, column)) for column in range(grid.table.columns))
    return {column: one for column, one in found if one is not None and one.quantity}


def can_be_searched(grid: Grid) -> bool:
    """Tell whether a table is small enough to try its rows against each other."""
    return grid.table.columns <= _MOST_COLUMNS and grid.table.rows <= _MOST_ROWS


def term(figure: Figure, label: str = "") -> Term:
    """Make a term of a figure."""
    return Term("", label or figure.label or figure.text, figure.quantity, figure=figure)


def terms_of_one_measure(figures: Sequence[Figure]) -> tuple[Term, ...]:
    """Make terms of figures; a bare number counts what the first of them with a unit does."""
    model = next((figure.quantity for figure in figures if figure.unit and figure.quantity), None)
    return tuple(_measured_as(model, figure) for figure in figures)


def _measured_as(model: Quantity | None, figure: Figure) -> Term:
    one = term(figure)
    if figure.unit or one.quantity is None or model is None:
        return one
    return replace(one, quantity=replace(one.quantity, unit=model.unit, kind=model.kind))


def sum_claim(name: str, total: Figure, parts: Sequence[Figure]) -> Claim:
    """Claim that parts add up to a total, named like its row; bare numbers count what a name among them says."""
    whole, *others = terms_of_one_measure((total, *parts))
    return Claim(ClaimKind.SUM, name, replace(whole, label=name or whole.label), tuple(others))


def equal_claim(name: str, first: Figure, second: Figure) -> Claim:
    """Claim that two figures are one amount told twice."""
    return Claim(ClaimKind.EQUAL, name, term(first), (term(second),))


def alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures can be added: amounts of one measure, or a bare number beside what is counted."""
    if one.kind not in ADDITIVE or other.kind not in ADDITIVE:
        return False
    if "" in {one.unit, other.unit}:
        return FigureKind.MONEY not in {one.kind, other.kind}
    return one.kind is other.kind and one.unit == other.unit


def one_measure(figures: Sequence[Figure]) -> bool:
    """Tell whether figures are all of one kind and unit."""
    return len({(figure.kind, figure.unit) for figure in figures}) == 1


def is_shown(claims: Sequence[Claim]) -> bool:
    """Tell whether so many rows agree that a column is computed so: three, and three of four."""
    held = sum(judge(claim).verdict is Verdict.PASS for claim in claims)
    return held >= _FEWEST_ROWS and held * 4 >= len(claims) * 3


def told_by_rows(claims: Sequence[Claim]) -> list[Claim]:
    """Give what rows tell of a column if they show that it is computed so, else nothing.

    Where three rows of four agree, all is told. Fewer rows show it by the digits they agree in; then one that does not
    is wrong only if a slip of the pen is all that parts it from agreeing.
    """
    if is_shown(claims):
        return list(claims)
    held = [judge(claim).verdict is Verdict.PASS for claim in claims]
    results = [claim.result.figure for claim, holds in zip(claims, held, strict=True) if holds]
    digits = sum(len(_DIGIT.findall(figure.text)) for figure in results if figure is not None)
    if 2 * len(results) <= len(claims) or len(results) < 2 or digits < _FEWEST_DIGITS:
        return []
    return [claim for claim, holds in zip(claims, held, strict=True) if holds or slip_of(claim)]


def is_one_slip_off(claim: Claim) -> bool:
    """Tell whether one figure of a sum, changed as fingers change figures, would make it close."""
    total, *parts = (one.quantity for one in claim.terms if one.quantity is not None)
    return is_slip(total, parts)


def may_be_rounded(claim: Claim) -> bool:
    """Tell whether a sum of bare whole numbers fails by no more than rounding each of them to a whole can do."""
    total, *parts = (one.quantity for one in claim.terms if one.quantity is not None)
    if any(quantity.unit for quantity in (total, *parts)):
        return False
    return 2 * abs(total.value - sum(part.value for part in parts)) <= len(parts) + 1
