"""Closed intervals of exact numbers, open-ended where a bound is unknown.

Nothing is ever divided: a quotient keeps its divisor, and comparing multiplies crosswise.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from wenxiao.digits import EXACT

_ZERO, _ONE = Decimal(0), Decimal(1)


class Interval(NamedTuple):
    """All numbers from ``low / divisor`` to ``high / divisor``, both included; None is unbounded on that side.

    ``divisor`` is positive, and 1 for all but quotients.
    """

    low: Decimal | None
    high: Decimal | None
    divisor: Decimal = _ONE

    @property
    def is_point(self) -> bool:
        """Tell whether exactly one number is possible."""
        return self.low is not None and self.low == self.high

    @property
    def ends(self) -> tuple[Fraction | None, Fraction | None]:
        """Give both bounds, divided."""
        return _quotient(self.low, self.divisor), _quotient(self.high, self.divisor)

    def widened(self, by: Decimal) -> Interval:
        """Give what is no quotient with both bounds moved outwards."""
        if not by:
            return self
        return Interval(_less(self.low, by), _plus(self.high, by))

    def minus(self, other: Interval) -> Interval:
        """Give every difference of a number here and a number there, neither being a quotient."""
        return Interval(_less(self.low, other.high), _less(self.high, other.low))

    def over(self, other: Interval) -> Interval | None:
        """Give every quotient, None unless all numbers are bounded, this >= 0 and ``other`` > 0."""
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return None
        if self.low < 0 or other.low <= 0:
            return None
        if other.low is other.high:
            return Interval(self.low, self.high, other.low)
        low, high = EXACT.multiply(self.low, other.low), EXACT.multiply(self.high, other.high)
        return Interval(low, high, EXACT.multiply(other.low, other.high))

    def less_one(self) -> Interval:
        """Give every number less one."""
        low = _less(self.low, self.divisor)
        high = low if self.high is self.low else _less(self.high, self.divisor)
        return Interval(low, high, self.divisor)

    def negated(self) -> Interval:
        """Give every number with the other sign."""
        return Interval(_less(_ZERO, self.high), _less(_ZERO, self.low), self.divisor)

    def times(self, factor: Decimal) -> Interval:
        """Give every number multiplied by a positive factor."""
        low = _times(self.low, factor)
        high = low if self.high is self.low else _times(self.high, factor)
        return Interval(low, high, self.divisor)

    def equals(self, other: Interval) -> bool:
        """Tell whether both hold the same numbers."""
        if self.divisor is other.divisor:
            return self.low == other.low and self.high == other.high
        one, two = self._by(other.divisor), other._by(self.divisor)
        return one.low == two.low and one.high == two.high

    def overlaps(self, other: Interval) -> bool:
        """Tell whether some number lies in both."""
        one, two = self._by(other.divisor), other._by(self.divisor)
        return _at_most(one.low, two.high) and _at_most(two.low, one.high)

    def _by(self, divisor: Decimal) -> Interval:
        """Give the bounds as they compare with those of an interval that has this divisor."""
        return self if divisor is _ONE else self.times(divisor)


def total(intervals: Iterable[Interval]) -> Interval:
    """Give every sum of one number from each interval, none being a quotient."""
    low: Decimal | None = _ZERO
    high: Decimal | None = _ZERO
    for interval in intervals:
        are_points = low is high and interval.low is interval.high
        low = _plus(low, interval.low)
        high = low if are_points else _plus(high, interval.high)
    return Interval(low, high)


def _plus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else EXACT.add(a, b)


def _less(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else EXACT.subtract(a, b)


def _times(a: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if a is None else EXACT.multiply(a, factor)


def _at_most(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high


def _quotient(bound: Decimal | None, divisor: Decimal) -> Fraction | None:
    return None if bound is None else Fraction(bound) / Fraction(divisor)
