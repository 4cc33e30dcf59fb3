"""A formula as exact arithmetic for one department-year, with every step a clerk can follow.

All numbers are :class:`~fractions.Fraction`. Only what decides the result is looked at: the branch taken, and
conditions from left to right until they are decided. What is missing, and a division by zero, give no value
but a reason.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from wenxiao.quantity import round_half_up
from wenxiao.standards import tree
from wenxiao.standards.formula import Formula
from wenxiao.standards.sentence import decimal_text, rounding_words, sentence, sentence_of
from wenxiao.standards.tree import Node

_SHOWN_DIGITS = 10
_COMPARE: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}


@dataclass(frozen=True, slots=True)
class Operand:
    """The value of a name, and how it is shown to people (with its unit)."""

    value: Fraction
    shown: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A name without value; ``reason`` says why, in Chinese."""

    reason: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcome: a number, a truth value, or None with a reason; ``steps`` explain it line by line."""

    value: Fraction | bool | None
    reason: str
    steps: tuple[str, ...]


Resolve = Callable[[str], Operand | Missing]


def evaluate(formula: Formula, resolve: Resolve) -> Evaluation:
    """Compute a formula exactly; ``resolve`` gives the operand of a name or says why there is none."""
    run = _Run(resolve)
    spoken = sentence(formula)
    try:
        value, taken = run.condition(formula.root) if formula.is_condition else run.number(formula.root)
    except _NotAssessableError as error:
        return Evaluation(None, error.reason, (spoken, *run.steps))
    return Evaluation(value, "", (spoken, *run.steps, *_closing(value, taken, run.say(taken))))


def as_decimal(value: Fraction, digits: int = 28) -> Decimal:
    """Give a fraction as a decimal of at most ``digits`` significant digits, half-up where it must."""
    context = Context(prec=digits, rounding=ROUND_HALF_UP)
    return context.divide(Decimal(value.numerator), Decimal(value.denominator))


class _NotAssessableError(Exception):
    """Ends an evaluation that has no value."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class _Run:
    """One evaluation. Every method gives the value and the tree of what was really looked at."""

    def __init__(self, resolve: Resolve) -> None:
        self.steps: list[str] = []
        self._resolve = resolve
        self._operands: dict[str, Operand] = {}

    def say(self, node: Node) -> str:
        return sentence_of(node, lambda name: self._operands[name].shown)

    def number(self, node: Node) -> tuple[Fraction, Node]:  # noqa: PLR0911  (one case per node)
        match node:
            case tree.Number(value):
                return Fraction(value), node
            case tree.Name(name):
                return self._operand(name).value, node
            case tree.Negation(operand):
                result, taken = self.number(operand)
                return -result, tree.Negation(taken)
            case tree.Absolute(operand):
                result, taken = self.number(operand)
                return abs(result), tree.Absolute(taken)
            case tree.Rounding():
                return self._rounding(node)
            case tree.Arithmetic():
                return self._arithmetic(node)
            case tree.Extreme(which, parts):
                values, nodes = zip(*map(self.number, parts), strict=True)
                return (min if which == "min" else max)(values), tree.Extreme(which, nodes)
            case tree.Choice():
                return self.number(self._branch(node))
            case _:
                raise TypeError(node)

    def condition(self, node: Node) -> tuple[bool, Node]:
        match node:
            case tree.Comparison():
                return self._comparison(node)
            case tree.Junction():
                return self._junction(node)
            case tree.Not(operand):
                holds, taken = self.condition(operand)
                return not holds, tree.Not(taken)
            case tree.Choice():
                return self.condition(self._branch(node))
            case _:
                raise TypeError(node)

    def _operand(self, name: str) -> Operand:
        if name not in self._operands:
            found = self._resolve(name)
            if isinstance(found, Missing):
                raise _NotAssessableError(found.reason)
            self._operands[name] = found
        return self._operands[name]

    def _rounding(self, rounding: tree.Rounding) -> tuple[Fraction, Node]:
        value, taken = self.number(rounding.operand)
        rounded = round_half_up(value, rounding.digits)
        if rounded == value:
            return value, taken
        self.steps.append(
            f"{self.say(taken)} {_result(value)}，{rounding_words(rounding.digits)}得 {decimal_text(rounded)}"
        )
        return Fraction(rounded), tree.Number(rounded)

    def _arithmetic(self, node: tree.Arithmetic) -> tuple[Fraction, Node]:
        left, left_taken = self.number(node.left)
        right, right_taken = self.number(node.right)
        taken = tree.Arithmetic(node.operator, left_taken, right_taken)
        match node.operator:
            case "+":
                return left + right, taken
            case "-":
                return left - right, taken
            case "*":
                return left * right, taken
            case "/":
                if not right:
                    raise _NotAssessableError(f"「{sentence_of(node.right)}」为 0，不能作除数")
                return left / right, taken

    def _comparison(self, comparison: tree.Comparison) -> tuple[bool, Node]:
        left, first = self.number(comparison.first)
        rest = []
        for sign, part in comparison.rest:
            right, taken = self.number(part)
            rest.append((sign, taken))
            if not _COMPARE[sign](left, right):
                return False, tree.Comparison(first, tuple(rest))
            left = right
        return True, tree.Comparison(first, tuple(rest))

    def _junction(self, junction: tree.Junction) -> tuple[bool, Node]:
        decided_by = junction.word == "or"
        looked_at = []
        for part in junction.parts:
            holds, taken = self.condition(part)
            looked_at.append(taken)
            if holds is decided_by:
                return holds, taken
        return not decided_by, tree.Junction(junction.word, tuple(looked_at))

    def _branch(self, choice: tree.Choice) -> Node:
        holds, taken = self.condition(choice.condition)
        verdict = "成立" if holds else "不成立"
        self.steps.append(f"{sentence_of(choice.condition)}：{self.say(taken)}，{verdict}")
        return choice.then if holds else choice.otherwise


def _closing(value: Fraction | bool, taken: Node, with_values: str) -> list[str]:  # noqa: FBT001
    """Give the last lines: the formula with values put in, and what it comes to."""
    if isinstance(value, bool):
        return [f"{with_values}，{'成立' if value else '不成立'}"]
    lines = [f"= {with_values}"]
    return lines if isinstance(taken, tree.Name | tree.Number) else [*lines, _result(value)]


def _result(value: Fraction) -> str:
    rounded = round_half_up(value, _SHOWN_DIGITS)
    return f"{'=' if rounded == value else '≈'} {decimal_text(rounded)}"
