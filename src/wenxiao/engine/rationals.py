"""Exact fractions inside an engine: two 64-bit integers and a fixed power of ten; nothing is ever divided.

Powers of ten are kept apart because decimals are mostly those: ``* 100`` then costs no digit of the 64 bits.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from wenxiao.engine.integers import (
    Expression,
    Integer,
    bounded,
    half_up,
    is_same,
    lift,
    magnitude,
    product,
    sign_of,
    total,
    zero_to_null,
)

_COMPARE: dict[str, Callable[[Integer, Integer], Expression]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}


@dataclass(frozen=True, slots=True)
class Rational:
    """numerator / denominator · 10^-scale; the denominator is positive, or NULL for a zero divisor."""

    numerator: Integer
    denominator: Integer
    scale: int


def plus(left: Rational, right: Rational) -> Rational:
    """Add, over the common denominator where it is known to be one."""
    left, right = _aligned(left, right)
    if is_same(left.denominator, right.denominator):
        return Rational(total(left.numerator, right.numerator), left.denominator, left.scale)
    numerator = total(*_crosswise(left, right))
    return Rational(numerator, product(left.denominator, right.denominator), left.scale)


def minus(left: Rational, right: Rational) -> Rational:
    """Subtract."""
    return plus(left, Rational(product(-1, right.numerator), right.denominator, right.scale))


def times(left: Rational, right: Rational) -> Rational:
    """Multiply."""
    return Rational(
        product(left.numerator, right.numerator),
        product(left.denominator, right.denominator),
        left.scale + right.scale,
    )


def over(left: Rational, right: Rational) -> Rational:
    """Divide by turning the divisor over; its sign goes up, its zero becomes NULL."""
    divisor = right.numerator
    return Rational(
        product(left.numerator, right.denominator, sign_of(divisor)),
        product(left.denominator, zero_to_null(magnitude(divisor))),
        left.scale - right.scale,
    )


def smaller(one: Rational, other: Rational) -> Rational:
    """Give the smaller one; NULL if either is."""
    return chosen(compared("<=", one, other), one, other)


def greater(one: Rational, other: Rational) -> Rational:
    """Give the greater one; NULL if either is."""
    return chosen(compared(">=", one, other), one, other)


def chosen(test: Expression, then: Rational, otherwise: Rational) -> Rational:
    """Give ``then`` where the test holds, ``otherwise`` where it fails, NULL where it is undecided."""
    then, otherwise = _aligned(then, otherwise)
    numerator = case(test, lift(then.numerator), lift(otherwise.numerator))
    if is_same(then.denominator, otherwise.denominator):
        return Rational(numerator, then.denominator, then.scale)
    denominator = case(test, lift(then.denominator), lift(otherwise.denominator))
    return Rational(numerator, denominator, then.scale)


def case(test: Expression, then: Expression, otherwise: Expression) -> Expression:
    """Choose; an undecided test gives NULL, where a plain ``else`` would give ``otherwise``."""
    return test.cases((True, then), (False, otherwise))


def compared(sign: str, left: Rational, right: Rational) -> Expression:
    """Compare crosswise, without dividing."""
    one, other = _crosswise(*_aligned(left, right))
    return _COMPARE[sign](lift(one), lift(other))


def _crosswise(left: Rational, right: Rational) -> tuple[Integer, Integer]:
    return product(left.numerator, right.denominator), product(right.numerator, left.denominator)


def _aligned(left: Rational, right: Rational) -> tuple[Rational, Rational]:
    scale = max(left.scale, right.scale)
    return _at_scale(left, scale), _at_scale(right, scale)


def _at_scale(value: Rational, scale: int) -> Rational:
    return Rational(product(value.numerator, 10 ** (scale - value.scale)), value.denominator, scale)


def constant(value: Decimal) -> Rational:
    """Give a constant with as few digits as possible: 100 is 1 · 10², and multiplying by it costs nothing."""
    numerator, denominator = value.as_integer_ratio()
    scale = 0
    while numerator % denominator:
        numerator, scale = numerator * 10, scale + 1
    numerator //= denominator
    while numerator and numerator % 10 == 0:
        numerator, scale = numerator // 10, scale - 1
    return Rational(bounded(numerator), 1, scale)


def rounded(value: Rational, digits: int) -> Integer:
    """Give value · 10^digits, rounded half away from zero."""
    shift = digits - value.scale
    numerator = product(value.numerator, 10 ** max(shift, 0))
    denominator = product(value.denominator, 10 ** max(-shift, 0))
    return numerator if is_same(denominator, 1) else half_up(lift(numerator), lift(denominator))
