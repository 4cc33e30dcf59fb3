"""How a figure stands in a cell: its unit, its number, its number format, its exact text.

Excel keeps 15 significant digits and calculates in binary. A value with more digits is written as text;
only a rate that never ends (2/3) is kept to 15 digits, its exact text standing beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from wenxiao.fact import Fact
from wenxiao.quantity import Kind, Quantity, QuantityError, convert, format_quantity, round_half_up
from wenxiao.report.figures import NOT_PROVIDED
from wenxiao.units import find_unit

EXCEL_DIGITS = 15
_EXCEL = Context(prec=EXCEL_DIGITS, rounding=ROUND_HALF_UP)
_SHOWN = re.compile(r"(?P<number>-?\d+(?:\.(?P<decimals>\d+))?)(?P<unit>\D*)")
_FORMATS = {Kind.MONEY: "#,##0.00####", Kind.PERCENT: "0.00%"}


@dataclass(frozen=True, slots=True)
class Display:
    """A figure in a cell: the number of its fact's own cell over 10 to the power of ``shift``, and how it looks."""

    number: Decimal
    shift: int
    number_format: str


def unit_of(quantity: Quantity) -> str:
    """Give the unit a quantity stands in throughout the workbook: 万元 for money, else its base unit."""
    return "万元" if quantity.kind is Kind.MONEY else quantity.unit


def number_of(quantity: Quantity) -> Decimal | None:
    """Give the number of an exact quantity in its unit (80% is 0.8), None where a cell cannot hold it."""
    if not quantity.is_exact or quantity.kind is Kind.DATE:
        return None
    if quantity.kind is Kind.PERCENT:
        return as_cell_number(Fraction(quantity.value) / 100)
    number = convert(quantity, unit_of(quantity)).normalize()
    return number if len(number.as_tuple().digits) <= EXCEL_DIGITS else None


def as_cell_number(value: Fraction) -> Decimal:
    """Give a calculated number with the 15 digits Excel keeps, rounded half-up."""
    return _EXCEL.divide(Decimal(value.numerator), Decimal(value.denominator)).normalize()


def number_format(quantity: Quantity | None) -> str:
    """Give the number format of a quantity where no text prescribes it."""
    return _FORMATS.get(quantity.kind, "General") if quantity else "General"


def exact_text(fact: Fact) -> tuple[str, str]:
    """Write the value of a fact in full, and its unit; an approximate one is repeated as it was written."""
    if fact.value is None:
        return NOT_PROVIDED, ""
    if isinstance(fact.value, str):
        return fact.value, ""
    if not fact.value.is_exact or fact.value.kind is Kind.DATE:
        return format_quantity(fact.value), ""
    unit = unit_of(fact.value)
    return format_quantity(fact.value, unit, bare=True), unit


def display(quantity: Quantity, text: str) -> Display | None:
    """Find the number and number format that look like ``text``; None if no number does."""
    number, found = number_of(quantity), _SHOWN.fullmatch(text)
    if number is None or found is None:
        return None
    unit = found["unit"] or (unit_of(quantity) if quantity.kind is not Kind.PERCENT else "")
    digits = len(found["decimals"] or "")
    if _rounded(quantity, unit, digits) != Decimal(found["number"]):
        return None
    zeros = "0" if digits == 0 else f"0.{'0' * digits}"
    if unit == "%":
        return Display(number, 0, f"{zeros}%")
    shift = find_unit(unit).exponent - find_unit(unit_of(quantity)).exponent
    suffix = f'"{unit}"' if found["unit"] else ""
    return Display(number.scaleb(-shift), shift, zeros + suffix)


def _rounded(quantity: Quantity, unit: str, digits: int) -> Decimal | None:
    try:
        return round_half_up(convert(quantity, unit), digits)
    except QuantityError:  # the text ends in words that are no unit of this quantity
        return None
