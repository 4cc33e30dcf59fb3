"""How likely it is that figures fit by chance."""

from __future__ import annotations

from decimal import Decimal

from wenxiao.audit.precision import printed_step
from wenxiao.quantity import Quantity

RARELY, SELDOM, AT_TIMES = Decimal("0.01"), Decimal("0.05"), Decimal("0.2")
"""How often chance may do it where no word tells of the relation, where one hints at it, and where one tells it."""

MAGNITUDES = 5
"""A quotient is as likely in any order of magnitude: it is one of five times the steps below it."""

_ONE = Decimal(1)


def most_trials(stated: Quantity, among: Decimal, likely: Decimal) -> int:
    """Give how many outcomes may be tried until chance makes one fit a stated figure that often.

    An outcome is as likely anywhere up to ``among``, which the last digit of the stated figure parts into steps:
    15.46 % is one of ten thousand.
    """
    return int(among * likely // step_of(stated))


def step_of(stated: Quantity) -> Decimal:
    """Give one unit of the last printed digit; things are counted by ones."""
    return printed_step(stated) or _ONE


def rounds_to(stated: Quantity, dividend: Decimal, divisor: Decimal) -> bool:
    """Tell whether a quotient rounds to a figure as printed; nothing is divided."""
    product = stated.value * divisor
    twice_off = abs(dividend - product) * 2
    if divisor <= 0 or (twice_off > product and stated.value >= 1):  # a step is no more than the figure
        return False
    return twice_off <= step_of(stated) * divisor
