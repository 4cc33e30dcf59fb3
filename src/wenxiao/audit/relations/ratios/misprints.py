"""Whether a share that does not hold was meant to: one of its figures is a slip of the pen away.

The percentage may have one digit wrong, the part or the whole two digits turned round or the point moved by the
places of 万. What is only near proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from wenxiao.audit.claims import Claim
from wenxiao.audit.precision import half_last_digit
from wenxiao.quantity import Quantity

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_FEWEST, _MOST, _MOST_MEANT = 3, 14, 16
_HUNDRED = 100
_SHIFTS = (10**4, 10**8)


def is_misprint(share: Claim) -> bool:
    """Tell whether a slip in one figure of a share is all that parts it from holding."""
    stated, part, whole = (term.quantity for term in (share.result, *share.operands))
    if stated is None or part is None or whole is None:
        return False
    if not all(_is_printed(one) for one in (stated, part, whole)) or len(_digits(stated)) < _FEWEST:
        return False
    base, percent = Fraction(whole.value), Fraction(stated.value)
    rounding = _relative(part) + _relative(whole)
    return (
        _is_reached(stated, _HUNDRED * Fraction(part.value) / base, rounding, _differs_in_one)
        or _is_reached(part, percent * base / _HUNDRED, _relative(stated) + _relative(whole), _is_turned)
        or _is_reached(
            whole, _HUNDRED * Fraction(part.value) / percent, _relative(stated) + _relative(part), _is_turned
        )
    )


def _is_printed(quantity: Quantity) -> bool:
    return quantity.is_exact and quantity.value > 0 and 0 < len(_digits(quantity)) <= _MOST


def _digits(quantity: Quantity) -> str:
    """Give the digits of a figure as written, without the noughts before them and the point."""
    found = _NUMBER.search(quantity.written.replace(",", "").replace("，", ""))
    return found[0].replace(".", "").lstrip("0") if found else ""


def _relative(quantity: Quantity) -> Fraction:
    """Give how much of a figure its rounding may be."""
    return Fraction(half_last_digit(quantity)) / Fraction(quantity.value)


def _is_reached(
    quantity: Quantity, target: Fraction, rounding: Fraction, is_slip: Callable[[str, str], bool]
) -> bool:
    """Tell whether a figure, slipped, can have meant a target, give or take the rounding of the others."""
    slack = target * rounding + Fraction(half_last_digit(quantity))
    if is_slip is _is_turned and any(_is_near(quantity.value, target, slack, shift) for shift in _SHIFTS):
        return True
    digits = _digits(quantity)
    step = Fraction(quantity.value) / int(digits)
    low, high = ceil((target - slack) / step), floor((target + slack) / step)
    return high - low < _MOST_MEANT and any(is_slip(digits, str(meant)) for meant in range(low, high + 1))


def _is_near(value: Decimal, target: Fraction, slack: Fraction, shift: int) -> bool:
    """Tell whether moving the point brings a figure to a target."""
    return abs(Fraction(value) * shift - target) <= slack or abs(Fraction(value) / shift - target) <= slack


def _differs_in_one(digits: str, meant: str) -> bool:
    """Tell whether one digit is another, or two have changed places."""
    return len(digits) == len(meant) and (
        len(list(_differing(digits, meant))) == 1 or _is_turned(digits, meant)
    )


def _is_turned(digits: str, meant: str) -> bool:
    """Tell whether two digits side by side have changed places."""
    at = list(_differing(digits, meant)) if len(digits) == len(meant) else []
    if len(at) != 2 or at[1] != at[0] + 1:
        return False
    return digits[at[0]] == meant[at[1]] and digits[at[1]] == meant[at[0]]


def _differing(one: str, other: str) -> Iterator[int]:
    return (at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
