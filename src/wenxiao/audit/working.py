"""The arithmetic of a claim as a clerk would write it down: ``446.58 + 296.73 = 743.31 ≠ 743.30``.

It is written when somebody reads it: most claims hold, and few of those are ever looked at. Money is shown in
万元, everything else in its base unit, all figures of a line with the same decimals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple, Protocol

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
        low, high = interval.ends
        if low is not None and low == high:
            return self.write(low)
        return f"{'−∞' if low is None else self.write(low)}—{'∞' if high is None else self.write(high)}"


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


class Equation(NamedTuple):
    """A judged equation: what its operands come to (``nominal``) and what was stated (``result``).

    ``differs`` is the sign between the two where they are not equal, ``note`` what is added in brackets.
    """

    claim: Stated
    nominal: Interval
    result: Quantity
    operands: Sequence[Quantity]
    differs: str = "≠"
    note: str = ""

    def arithmetic(self) -> str:
        """Write the operands, what they come to and, if it differs, what was stated."""
        return f"{self._line()}（{self.note}）" if self.note else self._line()

    def difference(self) -> str:
        """Write by how much the two differ, "" if they are not exact or it is not to be seen."""
        return _difference(self.nominal, self.result)

    def _line(self) -> str:
        kind, nominal = self.claim.kind, self.nominal
        shown = _left_side(self.claim, self.operands)
        outcome = _outcome_style(nominal, self.result)
        computed, stated = outcome.show_interval(nominal), outcome.show(self.result)
        if kind in PERCENTAGES:
            shown += " × 100"
        if kind not in _PLAIN:
            shown += f" = {computed}"
        if computed == stated:
            return shown if kind not in _PLAIN else f"{shown} = {stated}"
        if nominal.is_point and self.result.is_exact:
            return f"{shown} {self.differs} {stated}"
        return f"{shown}，所列为 {stated}"


class Comparison(NamedTuple):
    """Two figures that were compared."""

    left: Quantity
    right: Quantity

    def arithmetic(self) -> str:
        """Write how they compare, with the unit."""
        style = _style([self.left, self.right])
        left, right = self.left.value, self.right.value
        sign = "=" if left == right else ">" if left > right else "<"
        return f"{style.show(self.left)} {sign} {style.show(self.right)} {style.unit}"

    def difference(self) -> str:
        """Write by how much the two differ, "" if they are not exact."""
        return _difference(Interval(self.left.low, self.left.high), self.right)


def _left_side(claim: Stated, operands: Sequence[Quantity]) -> str:
    if claim.kind is ClaimKind.PRODUCT:
        return " × ".join(_style([operand]).show(operand) for operand in operands)
    style = _style(operands)
    shown = [style.show(operand) for operand in operands]
    if claim.kind is ClaimKind.GROWTH or claim.form is GrowthForm.CURRENT_DELTA:
        return _growth_side(claim, *shown)
    if claim.kind in PERCENTAGES and len(shown) > 2:
        return f"({' + '.join(shown[:-1])}) ÷ {shown[-1]}"
    return shown[-1] if claim.kind in _PLAIN else _SIGNS[claim.kind].join(shown).replace(" + -", " - ")


def _growth_side(claim: Stated, first: str, second: str) -> str:
    rising = claim.direction is Direction.UP
    if claim.form is GrowthForm.CURRENT_PREVIOUS:
        return f"({first} - {second}) ÷ {second}" if rising else f"({second} - {first}) ÷ {second}"
    if claim.form is GrowthForm.PREVIOUS_DELTA:
        return f"{second} ÷ {first}"
    return f"{second} ÷ ({first} {'-' if rising else '+'} {second})"


def _difference(nominal: Interval, result: Quantity) -> str:
    computed, _ = nominal.ends
    if computed is None or not nominal.is_point or not result.is_exact:
        return ""
    style = _outcome_style(nominal, result)
    difference = style.write(abs(Fraction(result.value) - computed))
    unit = "个百分点" if result.kind is Kind.PERCENT else style.unit
    return f"{difference} {unit}" if difference.strip("0.") else ""


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


def _style(quantities: Sequence[Quantity], interval: Interval | None = None) -> _Style:
    is_money = quantities[0].kind is Kind.MONEY
    scale = 10_000 if is_money else 1
    values = [Fraction(quantity.value) for quantity in quantities]
    values += [end for end in interval.ends if end is not None] if interval else []
    digits = max(_digits_of(value / scale) for value in values)
    return _Style(scale, "万元" if is_money else quantities[0].unit, max(digits, MONEY_DIGITS * is_money))


def _digits_of(value: Fraction) -> int:
    exact = (digits for digits in range(_MOST_DIGITS) if 10**digits % value.denominator == 0)
    return next(exact, _MOST_DIGITS)
