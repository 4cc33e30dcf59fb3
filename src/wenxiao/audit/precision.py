"""How finely a figure was printed: half of its last digit, in base units.

Money is printed with at least two decimals of its unit; a spreadsheet drops the zeros of 100.00 万元, so
fewer are read as two. Counts are whole and carry no rounding; so does a figure that was computed.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

from wenxiao.quantity import Kind, Quantity

MONEY_DIGITS = 2
_NUMBER = re.compile(r"\d+(?:\.(\d+))?")


def half_last_digit(quantity: Quantity) -> Fraction:
    """Give half a unit of the last printed digit, 0 for approximations, zeros and what is not printed."""
    printed = _NUMBER.search(unicodedata.normalize("NFKC", quantity.written).replace(",", ""))
    if printed is None or not quantity.is_exact:
        return Fraction(0)
    number = Fraction(Decimal(printed[0]))
    decimals = _decimals(quantity.kind, len(printed[1] or ""))
    if number == 0 or decimals is None:
        return Fraction(0)
    unit = abs(Fraction(quantity.value)) / number
    return unit * Fraction(f"1e-{decimals}") / 2


def _decimals(kind: Kind, printed: int) -> int | None:
    if kind is Kind.MONEY:
        return max(printed, MONEY_DIGITS)
    return printed if printed or kind is Kind.PERCENT else None
