"""Rates of several grades together: 优秀 A 家、良好 B 家、合格 C 家，合格率 p%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Role, alike, claim
from wenxiao.audit.relations.ratios.asked import EVERYTHING, holds, is_near_sum
from wenxiao.audit.relations.ratios.rate_names import Called, is_graded

_MOST, _FEWEST = 6, 3


def joint_rate(percent: Amount, own: Sequence[Amount], name: Called) -> Claim | None:
    """Give the rate of the grades in a row that it agrees with, of a figure before them."""
    mains = [one for one in own if one.role is Role.MAIN][-_MOST:]
    if len(mains) < _FEWEST or percent.quantity.value in EVERYTHING:
        return None
    if not is_graded(mains[-1], mains[0], mains, name):
        return None
    rates = (claim(ClaimKind.RATE, percent, (*parts, whole)) for parts, whole in _readings(percent, mains))
    return next(filter(holds, rates), None)


def _readings(percent: Amount, mains: Sequence[Amount]) -> Iterator[tuple[Sequence[Amount], Amount]]:
    """Give each row of two or more figures with a figure before it that it comes near to being the share of."""
    for first in range(1, len(mains)):
        for end in range(first + 2, len(mains) + 1):
            parts = mains[first:end]
            for whole in reversed(mains[:first]):
                alike_all = all(alike(one, whole) for one in parts)
                if alike_all and is_near_sum(percent, [one.quantity for one in parts], whole.quantity):
                    yield parts, whole
