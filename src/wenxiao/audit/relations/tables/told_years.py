"""What prose tells of rows that leave no choice: the change of one that has an amount of each of two years, a share.

A change that is told the wrong way round is wrong, and so is what a single slip of the pen parts from the amounts, where
chance would hardly offer such a slip.
"""

from __future__ import annotations

import re
from fractions import Fraction

from wenxiao.audit.claims import Claim, ClaimKind, Direction, judge
from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind
from wenxiao.audit.relations.amounts import CHANGE
from wenxiao.audit.relations.slipped.slips import slip_of
from wenxiao.audit.relations.tables.named_rows import Row
from wenxiao.audit.relations.tables.terms import alike, term, terms_of_one_measure
from wenxiao.finding import Verdict

_OTHER_BASE = re.compile("预算|计划|目标|任务|年初|季|月|占")
_CHANGED = re.compile("增|减|变化|变动|[升涨降]幅|比|率")
_LONGEST_LEAD = 24
_CERTAIN = Fraction(1, 20)
"""How often chance may offer a slip that is taken for one."""


def change_of_years(figure: Figure, gap: str, row: Row) -> Claim | None:
    """Give the claim that a figure told behind a name is the change of its row, if it is, or was meant to be."""
    changed = CHANGE.search(gap[-_LONGEST_LEAD:])
    years = _two_years(row)
    if changed is None or years is None or _OTHER_BASE.search(gap):
        return None
    claim = _claim(figure, years, Direction.UP if changed["up"] else Direction.DOWN)
    if claim is None or judge(claim).verdict is Verdict.PASS or _is_meant(claim):
        return claim
    return None


def share_of_row(figure: Figure, part: Row, whole: Row) -> Claim | None:
    """Give the claim that a percentage is the share of one row in another, where it was meant to be."""
    columns = sorted(part.amounts.keys() & whole.amounts.keys()) if part.grid == whole.grid else []
    for column in columns:
        one, all_ = part.amounts[column], whole.amounts[column]
        claim = Claim(ClaimKind.SHARE, figure.label, term(figure), terms_of_one_measure((one, all_)))
        slip = slip_of(claim) if alike(one, all_) and judge(claim).verdict is Verdict.FAIL else None
        if slip is not None and slip.luck * len(columns) <= _CERTAIN:
            return claim
    return None


def _two_years(row: Row) -> tuple[Figure, Figure] | None:
    """Give the amounts of the later and of the earlier year."""
    told = [one for one in row.amounts.values() if not _CHANGED.search(one.label)]
    amounts = sorted(told, key=lambda one: one.period, reverse=True)
    if len(amounts) != 2 or not alike(*amounts):
        return None
    current, previous = amounts
    is_dated = previous.period and current.period[:4] != previous.period[:4]
    return (current, previous) if is_dated else None


def _claim(figure: Figure, years: tuple[Figure, Figure], direction: Direction) -> Claim | None:
    if figure.kind is FigureKind.PERCENT:
        terms = terms_of_one_measure(years)
        return Claim(ClaimKind.GROWTH, figure.label, term(figure), terms, direction=direction)
    if figure.kind not in ADDITIVE or not alike(figure, years[0]):
        return None
    ends = years if direction is Direction.UP else years[::-1]
    change, *amounts = terms_of_one_measure((figure, *ends))
    return Claim(ClaimKind.DIFFERENCE, figure.label, change, tuple(amounts))


def _is_meant(claim: Claim) -> bool:
    """Tell whether a change that does not fit fits the other way round, or but for one slip."""
    slip = slip_of(claim)
    return slip is not None and (slip.meant is None or slip.luck <= _CERTAIN)
