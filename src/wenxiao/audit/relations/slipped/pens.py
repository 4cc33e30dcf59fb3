"""What a number can have been meant to be: one digit of it replaced, two swapped, its point or unit moved."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

from wenxiao.quantity import Quantity

_NUMBER = re.compile(r"[0-9][0-9,，]*(?:\.[0-9]+)?")
_MOST_DIGITS = 12
_SHIFTS = (1, 2, 4)
"""How far the point slips; a unit is 万 too large or too small."""

_FINE = 10 ** max(_SHIFTS)
"""Values are counted in so small parts of the last digit that all of them are whole."""


class Span(NamedTuple):
    """Where a figure must lie for a relation to hold."""

    low: Fraction
    high: Fraction


class Pen(NamedTuple):
    """A number as written: its digits without the point, and what one of its last digit is worth."""

    digits: int
    step: Fraction
    length: int

    def meant(self, span: Span) -> Fraction | None:
        """Give the value in a span that the number can have been meant to be, None if there is none."""
        low, high = ceil(span.low * _FINE / self.step), floor(span.high * _FINE / self.step)
        found = next((value for value in _values(self.digits, self.length) if low <= value <= high), None)
        return None if found is None else found * self.step / _FINE

    def luck(self, span: Span) -> Fraction:
        """Give how often chance brings one of the meant values into a span as wide as this."""
        width = max(span.high - span.low, self.step)
        most, parts = (width * _FINE / self.step).as_integer_ratio()
        places = {value * parts // most for value in _values(self.digits, self.length)}
        return len(places) * width / max(self.digits * self.step, span.high)


def pen_of(quantity: Quantity) -> Pen | None:
    """Give the number of a quantity as written, None if it is not in digits, or too long, or zero."""
    found = _NUMBER.search(quantity.written)
    digits = re.sub("[,，.]", "", found[0]) if found else ""
    if not 0 < len(digits) <= _MOST_DIGITS or not int(digits) or quantity.value <= 0:
        return None
    return Pen(int(digits), Fraction(quantity.value) / int(digits), len(digits))


@lru_cache(maxsize=4096)
def _values(number: int, length: int) -> tuple[int, ...]:
    """Give what a number of so many digits can have been meant to be, the point and the unit first."""
    moved = (value for by in _SHIFTS for value in (number * _FINE * 10**by, number * _FINE // 10**by))
    return (*moved, *(value * _FINE for value in _miswritten(number, length)))


def _miswritten(number: int, length: int) -> Iterable[int]:
    """Give the numbers of as many digits that differ by one digit, or by two neighbours that change places."""
    written = f"{number:0{length}}"
    replaced = (
        f"{written[:at]}{digit}{written[at + 1 :]}"
        for at in range(length)
        for digit in "0123456789"
        if digit != written[at]
    )
    swapped = (
        f"{written[:at]}{written[at + 1]}{written[at]}{written[at + 2 :]}"
        for at in range(length - 1)
        if written[at] != written[at + 1]
    )
    return dict.fromkeys(map(int, (*swapped, *replaced)))


def as_decimal(value: Fraction) -> Decimal:
    """Give a value that a number in digits can have, exactly."""
    return Decimal(value.numerator) / Decimal(value.denominator)
