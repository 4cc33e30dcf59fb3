"""A share whose whole is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from wenxiao.audit.claims import Claim, ClaimKind, Term, judge
from wenxiao.audit.relations.amounts import Amount, Line, claim
from wenxiao.audit.relations.ratios.ratio_words import is_plausible
from wenxiao.finding import Verdict
from wenxiao.quantity import Quantity, same_measure

EVERYTHING = frozenset({0, 100})
"""The percentages that agree with anything."""

_TELLING, _POINTS, _ALL = 10, 2, 100


class Asked(NamedTuple):
    """A percentage in a line and what it is the share of."""

    line: Line
    percent: Amount
    part: Amount

    def of(self, whole: Amount | Term) -> Claim:
        """Give the share of a whole."""
        return claim(ClaimKind.SHARE, self.percent, (self.part, whole))

    def can_be_of(self, whole: Term) -> bool:
        """Tell whether a whole is another figure of the same measure."""
        return (
            whole.figure is not self.part.figure
            and whole.quantity is not None
            and same_measure(whole.quantity, self.part.quantity)
        )

    def agreeing(self, wholes: Iterable[Term]) -> Claim | None:
        """Give the share of the first of some wholes that it agrees with, if that is no accident."""
        stated = self.percent.quantity
        if stated.value in EVERYTHING or "." not in stated.written or self.part.quantity.value < _TELLING:
            return None
        shares = map(self.of, filter(self.is_near_to, filter(self.can_be_of, wholes)))
        return next(filter(holds, shares), None)

    def is_near_to(self, whole: Term) -> bool:
        """Tell whether a closer look at a whole is worth while: the share of it is a point or two off at most."""
        return whole.quantity is not None and is_near(self.percent, self.part.quantity, whole.quantity)

    def meant(self, whole: Amount | Term) -> Claim | None:
        """Give the share of a whole if it holds, or fails as a slip of the pen would make it."""
        share = self.of(whole)
        return share if holds(share) or is_plausible(share) else None


def is_near(percent: Amount, part: Quantity, whole: Quantity) -> bool:
    """Tell whether a percentage is a point or two off at most as the ratio of two figures."""
    return is_near_sum(percent, (part,), whole)


def is_near_sum(percent: Amount, parts: Iterable[Quantity], whole: Quantity) -> bool:
    """Tell it of several parts together."""
    part = sum((one.value for one in parts), Decimal(0))
    return abs(_ALL * part - percent.quantity.value * whole.value) <= _POINTS * abs(whole.value)


def holds(share: Claim) -> bool:
    """Tell whether a share is right."""
    return judge(share).verdict is Verdict.PASS
