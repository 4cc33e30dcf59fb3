"""What the operands of a claim come to, as an interval."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wenxiao.audit.interval import Interval, total
from wenxiao.audit.kinds import ClaimKind, Direction, GrowthForm
from wenxiao.digits import EXACT

_HUNDRED = Decimal(100)


def combine(
    kind: ClaimKind, operands: Sequence[Interval], form: GrowthForm, direction: Direction
) -> Interval | None:
    """Give all results the operands allow, None if they do not decide it (a quotient without bounds)."""
    if kind is ClaimKind.EQUAL:
        return operands[0]
    if kind is ClaimKind.SUM:
        return total(operands)
    if kind is ClaimKind.GROWTH or form is GrowthForm.CURRENT_DELTA:
        return _in_percent(_growth(form, direction, operands[0], operands[1]))
    if kind is ClaimKind.RATE or kind is ClaimKind.SHARE:
        return _in_percent(total(operands[:-1]).over(operands[-1]))
    if kind is ClaimKind.DIFFERENCE:
        return operands[0].minus(total(operands[1:]))
    return _product(operands) if kind is ClaimKind.PRODUCT else operands[-1]


def _in_percent(quotient: Interval | None) -> Interval | None:
    return None if quotient is None else quotient.times(_HUNDRED)


def _growth(form: GrowthForm, direction: Direction, first: Interval, second: Interval) -> Interval | None:
    """Give the change by the base, positive in the stated direction."""
    if form is GrowthForm.PREVIOUS_DELTA:
        return second.over(first)
    if form is GrowthForm.CURRENT_DELTA:
        return _growth_by_delta(direction, first, second)
    quotient = first.over(second)
    if quotient is None:
        return None
    change = quotient.less_one()
    return change if direction is Direction.UP else change.negated()


def _growth_by_delta(direction: Direction, current: Interval, delta: Interval) -> Interval | None:
    """Give delta ÷ (current ∓ delta), which grows with delta and falls with current."""
    if current.low is None or current.high is None or delta.low is None or delta.high is None:
        return None
    combined = EXACT.subtract if direction is Direction.UP else EXACT.add
    least, most = combined(current.low, delta.high), combined(current.high, delta.low)
    if delta.low < 0 or min(least, most, combined(current.low, delta.low)) <= 0:
        return None
    low, high = EXACT.multiply(delta.low, least), EXACT.multiply(delta.high, most)
    return Interval(low, high, EXACT.multiply(least, most))


def _product(operands: Sequence[Interval]) -> Interval | None:
    low = high = Decimal(1)
    for operand in operands:
        if operand.low is None or operand.high is None or operand.low < 0:
            return None
        low, high = EXACT.multiply(low, operand.low), EXACT.multiply(high, operand.high)
    return Interval(low, high)
