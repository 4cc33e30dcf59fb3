"""How finely a figure was printed: half of its last digit, in base units.

Money is printed with at least two decimals of its unit; a spreadsheet drops the zeros of 100.00 万元, so
fewer are read as two. Counts are whole and carry no rounding; so does a figure that was computed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from wenxiao.quantity import Kind, Quantity

MONEY_DIGITS = 2
_NUMBER = re.compile(r"\d+(?:\.(\d+))?")


def half_last_digit(quantity: Quantity) -> Fraction:
    """Give half a unit of the last printed digit, 0 for approximations, zeros and what is not printed."""
    step = printed_step(quantity)
    return Fraction(0) if step is None else step / 2


def half_last_digits(quantities: Sequence[Quantity]) -> tuple[Fraction, ...]:
    """Give it for figures that are printed alike: the finest decimals of a unit count for all in that unit.

    8万元 beside 12.35万元 means 8.00万元.
    """
    finest: dict[str, int] = {}
    for quantity in quantities:
        printed = _printed(quantity)
        if printed is not None:
            finest[quantity.spelled] = max(finest.get(quantity.spelled, 0), printed[1])
    steps = (printed_step(quantity, finest.get(quantity.spelled, 0)) for quantity in quantities)
    return tuple(Fraction(0) if step is None else step / 2 for step in steps)


def printed_step(quantity: Quantity, least: int = 0) -> Fraction | None:
    """Give one unit of the last printed digit (of ``least`` decimals, if those are more), None if exact."""
    printed = _printed(quantity)
    if printed is None or not quantity.is_exact:
        return None
    number, written = printed
    decimals = _decimals(quantity.kind, max(written, least))
    if number == 0 or decimals is None:
        return None
    return abs(Fraction(quantity.value)) / number * Fraction(f"1e-{decimals}")


def _printed(quantity: Quantity) -> tuple[Fraction, int] | None:
    """Give the number as printed and its decimals."""
    found = _NUMBER.search(unicodedata.normalize("NFKC", quantity.written).replace(",", ""))
    return None if found is None else (Fraction(Decimal(found[0])), len(found[1] or ""))


def _decimals(kind: Kind, printed: int) -> int | None:
    if kind is Kind.MONEY:
        return max(printed, MONEY_DIGITS)
    return printed if printed or kind is Kind.PERCENT else None
