"""A formula as an Ibis expression over whole tables, digit for digit equal to :mod:`.arithmetic`.

Engines divide in floating point, so nothing is divided here until the very end. Every node is a fraction of
two 64-bit integers (:mod:`.rationals`); comparisons multiply crosswise; :func:`scaled` and ``round`` divide
once, exactly, by :func:`.integers.half_up`.

NULL is "not assessable": a missing value or a zero divisor makes everything NULL that looks at it. As in
:mod:`.arithmetic`, a branch not taken and a condition after the deciding one are not looked at.

**Bounds.** Numerators, denominators and cross products must stay below 2⁶³ ≈ 9.2·10¹⁸, where something is
rounded below half of that, and rounded results below 10¹⁵ in units of their last digit. Amounts to 10¹⁴ 分
(:data:`wenxiao.settings.MAX_AMOUNT_YUAN`) times points in hundredths to 10⁴ do, as in ``分值 * 实际值 / 目标值``;
a product of two amounts may not. DuckDB, PostgreSQL and Spark (ANSI) stop with an error beyond the bounds and
never wrap around; SQLite and Polars do not stop, and must not be used. Constants beyond the bounds, and
formulas whose SQL would be too long, are refused here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import Any

from wenxiao.engine.backends import ibis
from wenxiao.engine.integers import Expression, Integer, lift, magnitude
from wenxiao.engine.rationals import (
    Rational,
    case,
    chosen,
    compared,
    constant,
    greater,
    minus,
    over,
    plus,
    rounded,
    smaller,
    times,
)
from wenxiao.errors import WenxiaoError
from wenxiao.standards import tree
from wenxiao.standards.formula import Formula
from wenxiao.standards.tree import Node

MAX_OPERATIONS = 5_000


@dataclass(frozen=True, slots=True)
class Scaled:
    """A column of integers that holds value · 10^digits; NULL where there is no value."""

    expr: Expression
    digits: int


def rendering(formula: Formula, columns: Mapping[str, Scaled]) -> Rational:
    """Give a formula that is a number as a fraction of integer expressions.

    Raises:
        WenxiaoError: the formula is a condition, a name has no column, or a bound is passed.
    """
    if formula.is_condition:
        raise WenxiaoError(f"公式“{formula.text}”是条件，不是数。请按条件计算，或写成“1 if 条件 else 0”。")
    result = _Renderer(formula, columns).number(formula.root)
    _refuse_long(formula, result.numerator, result.denominator)
    return result


def condition(formula: Formula, columns: Mapping[str, Scaled]) -> Expression:
    """Give a formula that is a condition as a boolean expression, NULL where not assessable.

    Raises:
        WenxiaoError: the formula is a number, a name has no column, or a bound is passed.
    """
    if not formula.is_condition:
        raise WenxiaoError(f"公式“{formula.text}”是数，不是条件。请写出比较，例如“执行率 >= 80”。")
    result = _Renderer(formula, columns).condition(formula.root)
    _refuse_long(formula, result)
    return result


def scaled(rational: Rational, digits: int) -> Expression:
    """Give value · 10^digits as an integer expression, rounded half-up (ties away from zero)."""
    return lift(rounded(rational, digits))


class _Renderer:
    """Renders one formula over the columns of one table."""

    def __init__(self, formula: Formula, columns: Mapping[str, Scaled]) -> None:
        self.columns = columns
        missing = [name for name in formula.names if name not in columns]
        if missing:
            named = "、".join(f"「{name}」" for name in missing)
            raise WenxiaoError(f"公式“{formula.text}”用到的{named}没有对应的数据列。请补上数据列或改写公式。")

    def number(self, node: Node) -> Rational:  # noqa: PLR0911  (one case per node)
        match node:
            case tree.Number(value):
                return constant(value)
            case tree.Name(name):
                column = self.columns[name]
                return Rational(column.expr.cast("int64"), 1, column.digits)
            case tree.Negation(operand):
                return times(constant(Decimal(-1)), self.number(operand))
            case tree.Absolute(operand):
                inside = self.number(operand)
                return Rational(magnitude(inside.numerator), inside.denominator, inside.scale)
            case tree.Rounding(operand, digits):
                return Rational(rounded(self.number(operand), digits), 1, digits)
            case tree.Arithmetic(sign, left, right):
                return _ARITHMETIC[sign](self.number(left), self.number(right))
            case tree.Extreme(which, parts):
                return reduce(smaller if which == "min" else greater, map(self.number, parts))
            case tree.Choice(then, test, otherwise):
                return chosen(self.condition(test), self.number(then), self.number(otherwise))
            case _:
                raise TypeError(node)

    def condition(self, node: Node) -> Expression:
        match node:
            case tree.Comparison(first, rest):
                signs = [sign for sign, _ in rest]
                values = [self.number(part) for part in (first, *(part for _, part in rest))]
                pairs = zip(signs, values, values[1:], strict=False)
                return reduce(_and, [compared(sign, left, right) for sign, left, right in pairs])
            case tree.Junction(word, parts):
                return reduce(_and if word == "and" else _or, map(self.condition, parts))
            case tree.Not(operand):
                return ~self.condition(operand)
            case tree.Choice(then, test, otherwise):
                return case(self.condition(test), self.condition(then), self.condition(otherwise))
            case _:
                raise TypeError(node)


_ARITHMETIC: dict[str, Callable[[Rational, Rational], Rational]] = {
    "+": plus,
    "-": minus,
    "*": times,
    "/": over,
}


def _and(left: Expression, right: Expression) -> Expression:
    """Look at ``right`` only where ``left`` holds: NULL and False is NULL, unlike SQL's AND."""
    return case(left, right, ibis.literal(value=False))


def _or(left: Expression, right: Expression) -> Expression:
    """Look at ``right`` only where ``left`` fails: NULL or True is NULL, unlike SQL's OR."""
    return case(left, ibis.literal(value=True), right)


def _refuse_long(formula: Formula, *expressions: Integer) -> None:
    """Refuse what would become endless SQL: a part used twice is written twice, at every level."""
    sizes = [_operations(each) for each in expressions if not isinstance(each, int)]
    if sum(sizes) > MAX_OPERATIONS:
        raise WenxiaoError(
            f"公式“{formula.text}”层层嵌套，展开后过长，批量计算做不到。请拆成几个指标分别计算。"
        )


def _operations(expression: Expression) -> int:
    """Count the operations of the written SQL, from a graph in which shared parts stand once."""
    root = expression.op()
    counted: dict[Any, int] = root.map(
        lambda node, found, **_: 1 + sum(found.get(child, 0) for child in node.__children__),
        filter=ibis.expr.operations.Value,
    )
    return counted[root]
