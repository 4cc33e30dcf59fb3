"""What a number can have been meant to be: one digit of it replaced, two swapped, its point or unit moved."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

from wenxiao.quantity import Kind, Quantity

_NUMBER = re.compile(r"[0-9][0-9,，]*(?:\.[0-9]+)?")
_MOST_DIGITS = 12
_POINT, _UNIT = (1,), (1, 4)
"""How far the point slips; a unit may be 万 too large or too small."""

_FINE = 10 ** max(_UNIT)
"""Values are counted in so small parts of the last digit that all of them are whole."""


class Span(NamedTuple):
    """Where a figure must lie for a relation to hold."""

    low: Fraction
    high: Fraction


class Pen(NamedTuple):
    """A number as written: its digits without the point, and what one of its last digit is worth.

    ``grain`` is the part of that in which all it can have been meant to be is whole, ``shifts`` tells how far its
    point may have slipped.
    """

    digits: int
    step: Fraction
    grain: Fraction
    length: int
    shifts: tuple[int, ...]

    def meant(self, span: Span) -> Fraction | None:
        """Give the value in a span that the number can have been meant to be, None if there is none."""
        values = _values(self.digits, self.length, self.shifts)
        if span.low is span.high:
            grains = span.low / self.grain
            return span.low if grains.denominator == 1 and grains.numerator in values else None
        low, high = ceil(span.low / self.grain), floor(span.high / self.grain)
        found = next((value for value in values if low <= value <= high), None)
        return None if found is None else found * self.grain

    def luck(self, span: Span) -> Fraction:
        """Give how often chance brings one of the meant values into a span as wide as this."""
        width = max(span.high - span.low, self.step)
        most, parts = (width / self.grain).as_integer_ratio()
        places = {value * parts // most for value in _values(self.digits, self.length, self.shifts)}
        return len(places) * width / max(self.digits * self.step, span.high)


def pen_of(quantity: Quantity) -> Pen | None:
    """Give the number of a quantity as written, None if it is not in digits, or too long, or zero."""
    shifts = _UNIT if quantity.kind is Kind.MONEY or "万" in quantity.spelled else _POINT
    return _pen(quantity.written, quantity.value, shifts)


@lru_cache(maxsize=4096)
def _pen(written: str, value: Decimal, shifts: tuple[int, ...]) -> Pen | None:
    found = _NUMBER.search(written)
    digits = re.sub("[,，.]", "", found[0]) if found else ""
    if not 0 < len(digits) <= _MOST_DIGITS or not int(digits) or value <= 0:
        return None
    step = Fraction(value) / int(digits)
    return Pen(int(digits), step, step / _FINE, len(digits), shifts)


@lru_cache(maxsize=4096)
def _values(number: int, length: int, shifts: tuple[int, ...]) -> Collection[int]:
    """Give what a number of so many digits can have been meant to be, the point and the unit first."""
    moved = (value for by in shifts for value in (number * _FINE * 10**by, number * _FINE // 10**by))
    return dict.fromkeys((*moved, *(value * _FINE for value in _miswritten(number, length))))


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
