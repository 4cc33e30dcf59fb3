"""The arithmetic of a claim as a clerk would write it down: ``446.58 + 296.73 = 743.31 ≠ 743.30``.

Money is shown in 万元, everything else in its base unit, all figures of a line with the same decimals.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from wenxiao.audit.interval import Interval
from wenxiao.audit.kinds import PERCENTAGES, ClaimKind, Direction, GrowthForm
from wenxiao.audit.precision import MONEY_DIGITS
from wenxiao.quantity import Kind, Quantity, round_half_up

_MOST_DIGITS = 6
_PERCENT_DIGITS = 2
_SIGNS = {
    ClaimKind.SUM: " + ",
    ClaimKind.DIFFERENCE: " - ",
    ClaimKind.RATE: " ÷ ",
    ClaimKind.SHARE: " ÷ ",
    ClaimKind.PRODUCT: " × ",
}
_PLAIN = frozenset({ClaimKind.EQUAL, ClaimKind.COUNT})


@dataclass(frozen=True, slots=True)
class _Style:
    """How the figures of one line are shown: the divisor to the shown unit, its name, the decimals."""

    scale: int
    unit: str
    digits: int

    def write(self, value: Fraction) -> str:
        return f"{round_half_up(value / self.scale, self.digits):f}"

    def show(self, quantity: Quantity) -> str:
        return self.write(Fraction(quantity.value)) if quantity.is_exact else quantity.written

    def show_interval(self, interval: Interval) -> str:
        if interval.low is not None and interval.low == interval.high:
            return self.write(interval.low)
        low = "−∞" if interval.low is None else self.write(interval.low)
        return f"{low}—{'∞' if interval.high is None else self.write(interval.high)}"


class Stated(Protocol):
    """What the arithmetic needs to know of a claim."""

    @property
    def kind(self) -> ClaimKind:
        """Give the kind of the claim."""

    @property
    def form(self) -> GrowthForm:
        """Give what a growth is told by."""

    @property
    def direction(self) -> Direction:
        """Give the direction of a growth."""


def working(
    claim: Stated, nominal: Interval, result: Quantity, operands: list[Quantity], *, differs: str = "≠"
) -> str:
    """Write the operands of an equation, what they come to and, if it ``differs``, what was stated."""
    shown = _left_side(claim, operands)
    outcome = _outcome_style(nominal, result)
    computed, stated = outcome.show_interval(nominal), outcome.show(result)
    if claim.kind in PERCENTAGES:
        shown += " × 100"
    if claim.kind not in _PLAIN:
        shown += f" = {computed}"
    if computed == stated:
        return shown if claim.kind not in _PLAIN else f"{shown} = {stated}"
    return (
        f"{shown} {differs} {stated}" if nominal.is_point and result.is_exact else f"{shown}，所列为 {stated}"
    )


def _left_side(claim: Stated, operands: list[Quantity]) -> str:
    if claim.kind is ClaimKind.PRODUCT:
        return " × ".join(_style([operand]).show(operand) for operand in operands)
    style = _style(operands)
    shown = [style.show(operand) for operand in operands]
    if claim.kind is ClaimKind.GROWTH:
        return _growth_side(claim, *shown)
    return shown[-1] if claim.kind in _PLAIN else _SIGNS[claim.kind].join(shown)


def _growth_side(claim: Stated, first: str, second: str) -> str:
    rising = claim.direction is Direction.UP
    if claim.form is GrowthForm.CURRENT_PREVIOUS:
        return f"({first} - {second}) ÷ {second}" if rising else f"({second} - {first}) ÷ {second}"
    if claim.form is GrowthForm.PREVIOUS_DELTA:
        return f"{second} ÷ {first}"
    return f"{second} ÷ ({first} {'-' if rising else '+'} {second})"


def difference_text(nominal: Interval, result: Quantity) -> str:
    """Write by how much two exact figures differ, "" if that is not known or not to be seen."""
    if nominal.low is None or not nominal.is_point or not result.is_exact:
        return ""
    style = _outcome_style(nominal, result)
    difference = style.write(abs(Fraction(result.value) - nominal.low))
    unit = "个百分点" if result.kind is Kind.PERCENT else style.unit
    return f"{difference} {unit}" if difference.strip("0.") else ""


def relation_text(left: Quantity, right: Quantity) -> str:
    """Write how two figures compare, with the unit."""
    style = _style([left, right])
    sign = "=" if left.value == right.value else ">" if left.value > right.value else "<"
    return f"{style.show(left)} {sign} {style.show(right)} {style.unit}"


def amounts(quantities: Iterable[Quantity]) -> tuple[str, ...]:
    """Write several quantities of one measure alike, each with its unit."""
    listed = list(quantities)
    style = _style(listed)
    return tuple(f"{style.show(one)} {style.unit}" if one.is_exact else one.written for one in listed)


def _outcome_style(nominal: Interval, result: Quantity) -> _Style:
    """Show a computed percentage as finely as it was stated, but with two decimals at least."""
    if result.kind is Kind.PERCENT:
        return _Style(1, result.unit, max(_digits_of(Fraction(result.value)), _PERCENT_DIGITS))
    return _style([result], nominal)


def _style(quantities: list[Quantity], interval: Interval | None = None) -> _Style:
    is_money = quantities[0].kind is Kind.MONEY
    scale = 10_000 if is_money else 1
    values = [Fraction(quantity.value) for quantity in quantities]
    values += [bound for bound in (interval.low, interval.high) if bound is not None] if interval else []
    digits = max(_digits_of(value / scale) for value in values)
    return _Style(scale, "万元" if is_money else quantities[0].unit, max(digits, MONEY_DIGITS * is_money))


def _digits_of(value: Fraction) -> int:
    exact = (digits for digits in range(_MOST_DIGITS) if value * 10**digits % 1 == 0)
    return next(exact, _MOST_DIGITS)
