"""What the operands of a claim come to, as an interval."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from wenxiao.audit.interval import Interval, total
from wenxiao.audit.kinds import ClaimKind, Direction, GrowthForm

_ONE = Interval(Fraction(1), Fraction(1))


def combine(
    kind: ClaimKind, operands: Sequence[Interval], form: GrowthForm, direction: Direction
) -> Interval | None:
    """Give all results the operands allow, None if they do not decide it (a quotient without bounds)."""
    if kind is ClaimKind.GROWTH:
        return _growth(form, direction, operands[0], operands[1])
    if kind in {ClaimKind.RATE, ClaimKind.SHARE}:
        quotient = operands[0].over(operands[1])
        return None if quotient is None else quotient.times(100)
    if kind is ClaimKind.DIFFERENCE:
        return operands[0].minus(total(operands[1:]))
    if kind is ClaimKind.PRODUCT:
        return _product(operands)
    return operands[-1] if kind is ClaimKind.COUNT else total(operands)


def _growth(form: GrowthForm, direction: Direction, first: Interval, second: Interval) -> Interval | None:
    """Give the change in percent of the base, positive in the stated direction."""
    if form is GrowthForm.PREVIOUS_DELTA:
        quotient = second.over(first)
        return None if quotient is None else quotient.times(100)
    if form is GrowthForm.CURRENT_PREVIOUS:
        quotient = first.over(second)
        if quotient is None:
            return None
        change = quotient.minus(_ONE) if direction is Direction.UP else _ONE.minus(quotient)
        return change.times(100)
    return _growth_by_delta(direction, first, second)


def _growth_by_delta(direction: Direction, current: Interval, delta: Interval) -> Interval | None:
    """Give delta ÷ (current ∓ delta); the quotient grows with delta and falls with current when up."""
    if current.low is None or current.high is None or delta.low is None or delta.high is None:
        return None
    sign = -1 if direction is Direction.UP else 1
    corners = [
        (now, by, now + sign * by) for now in (current.low, current.high) for by in (delta.low, delta.high)
    ]
    if delta.low < 0 or any(base <= 0 for _, _, base in corners):
        return None
    quotients = [100 * by / base for _, by, base in corners]
    return Interval(min(quotients), max(quotients))


def _product(operands: Sequence[Interval]) -> Interval | None:
    low = high = Fraction(1)
    for operand in operands:
        if operand.low is None or operand.high is None or operand.low < 0:
            return None
        low, high = low * operand.low, high * operand.high
    return Interval(low, high)
