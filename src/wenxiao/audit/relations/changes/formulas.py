"""Formulas written out with signs: 执行率 = A ÷ B × 100% = p%; A + B = C; A × B = C."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Line, claim
from wenxiao.quantity import Kind

_EQUALS = re.compile(r"^\)?[^，。；]{0,8}?[=≈]$")
_SIGNED = re.compile(r"^\)?(?P<sign>[+\-−*×xX÷/])\(?[^，。；=]{0,12}$")
_EQUAL_SIGNS = ("=", "≈")
_PLUS, _MINUS, _TIMES, _OVER = "+", "-", "×", "÷"
_SIGNS = {"+": _PLUS, "-": _MINUS, "−": _MINUS, "*": _TIMES, "×": _TIMES, "x": _TIMES, "X": _TIMES}
_KINDS = {_PLUS: ClaimKind.SUM, _MINUS: ClaimKind.DIFFERENCE, _TIMES: ClaimKind.PRODUCT}
_HUNDRED = 100


def formulas_in(line: Line) -> Iterator[Claim]:
    """Give the equations that a line writes out with one kind of sign."""
    for index in range(2, len(line.amounts)):
        lead = line.amounts[index].lead
        if lead.endswith(_EQUAL_SIGNS) and _EQUALS.search(lead):
            operands, signs = _left_side(line.amounts, index)
            found = _equation(line.amounts[index], operands, signs)
            if found is not None:
                yield found


def _left_side(amounts: Sequence[Amount], index: int) -> tuple[list[Amount], list[str]]:
    """Give what stands before an equals sign, and the signs between it; a factor 100% changes nothing."""
    operands: list[Amount] = []
    signs: list[str] = []
    for at in range(index - 1, -1, -1):
        one, signed = amounts[at], _SIGNED.search(amounts[at].lead)
        sign = _SIGNS.get(signed["sign"], _OVER) if signed else ""
        if not (sign == _TIMES and one.quantity.kind is Kind.PERCENT and one.quantity.value == _HUNDRED):
            operands.append(one)
            signs.append(sign)
        if not sign:
            break
    return operands[::-1], signs[::-1]


def _equation(result: Amount, operands: list[Amount], signs: list[str]) -> Claim | None:
    """Give the claim of an equation whose first operand has no sign and whose others have the same one."""
    if len(operands) < 2 or signs[0] or len(set(signs[1:])) != 1:
        return None
    if signs[1] in _KINDS:
        return claim(_KINDS[signs[1]], result, operands)
    if len(operands) > 2 or not signs[1]:
        return None
    dividend, divisor = operands
    if result.quantity.kind is Kind.PERCENT:
        return claim(ClaimKind.RATE, result, operands)
    return claim(ClaimKind.PRODUCT, dividend, (result, divisor))
