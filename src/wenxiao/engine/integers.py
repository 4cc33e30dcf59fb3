"""Exact 64-bit integers inside an engine: known now (a Python ``int``) or a column (an Ibis expression).

What is known now is computed now. No result here ever wraps around: constants are checked against the bound,
and the engines in use stop with an error when a column passes it.
"""

from __future__ import annotations

import operator
from functools import reduce
from math import prod
from typing import Any

from wenxiao.engine.backends import ibis
from wenxiao.errors import WenxiaoError

MAX_INTEGER = 2**63 - 1

Expression = Any  # an Ibis expression; Ibis has no type information
Integer = Any  # int | Expression of int64


def half_up(numerator: Expression, denominator: Expression) -> Expression:
    """Round numerator / denominator (> 0) half away from zero.

    Ibis knows division in floating point only, so an exact multiple is divided by its divisor: the quotient is
    right below 2⁵⁰. The narrow decimal makes the engine refuse what is larger instead of being nearly right.
    Doubled numbers must stay below 2⁶³, the result below 10¹⁵.
    """
    doubled = numerator.abs() * lift(2) + denominator
    divisor = denominator * lift(2)
    quotient = (doubled - doubled % divisor) / divisor
    return quotient.cast("decimal(15, 0)").cast("int64") * sign_of(numerator)


def product(*factors: Integer) -> Integer:
    """Multiply; known factors become one."""
    constant = bounded(prod(factor for factor in factors if isinstance(factor, int)))
    unknown = [factor for factor in factors if not isinstance(factor, int)]
    if not unknown:
        return constant
    result = reduce(operator.mul, unknown)
    return result if constant == 1 else result * lift(constant)


def total(left: Integer, right: Integer) -> Integer:
    """Add."""
    if isinstance(left, int) and isinstance(right, int):
        return bounded(left + right)
    return lift(left) + lift(right)


def magnitude(value: Integer) -> Integer:
    """Leave the sign out."""
    return abs(value) if isinstance(value, int) else value.abs()


def sign_of(value: Integer) -> Integer:
    """Give -1 for a negative integer, else 1."""
    if isinstance(value, int):
        return -1 if value < 0 else 1
    return ibis.ifelse(value < 0, lift(-1), lift(1))


def zero_to_null(value: Integer) -> Integer:
    """Make a zero NULL, so that nothing can be divided by it."""
    if isinstance(value, int):
        return value or ibis.null("int64")
    return value.nullif(lift(0))


def is_same(left: Integer, right: Integer) -> bool:
    """Tell whether two integers are known to be the same without asking the engine."""
    if isinstance(left, int) or isinstance(right, int):
        return left is right or (isinstance(left, int) and isinstance(right, int) and left == right)
    return bool(left.equals(right))


def lift(value: Integer) -> Expression:
    """Give an expression; a known integer becomes an int64 constant, not the narrowest type that holds it."""
    return ibis.literal(value, type="int64") if isinstance(value, int) else value


def bounded(value: int) -> int:
    """Give a constant back, or refuse it (WenxiaoError) beyond 64 bits."""
    if abs(value) > MAX_INTEGER:
        raise WenxiaoError(
            f"公式里的常数（含小数位换算）达到 {value}，超出 64 位整数，批量计算做不到。请减少数字的位数。"
        )
    return value
