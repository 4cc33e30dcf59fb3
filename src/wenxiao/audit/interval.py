"""Closed intervals of exact numbers, open-ended where a bound is unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``, both included; None is unbounded on that side."""

    low: Fraction | None
    high: Fraction | None

    @property
    def is_point(self) -> bool:
        """Tell whether exactly one number is possible."""
        return self.low is not None and self.low == self.high

    def widened(self, by: Fraction) -> Interval:
        """Give the interval with both bounds moved outwards."""
        return Interval(_less(self.low, by), _plus(self.high, by))

    def plus(self, other: Interval) -> Interval:
        """Give every sum of a number here and a number there."""
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def minus(self, other: Interval) -> Interval:
        """Give every difference of a number here and a number there."""
        return Interval(_less(self.low, other.high), _less(self.high, other.low))

    def over(self, other: Interval) -> Interval | None:
        """Give every quotient, None unless all numbers are bounded, this >= 0 and ``other`` > 0."""
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return None
        if self.low < 0 or other.low <= 0:
            return None
        return Interval(self.low / other.high, self.high / other.low)

    def times(self, factor: int) -> Interval:
        """Give every number multiplied by a positive factor."""
        return Interval(_times(self.low, factor), _times(self.high, factor))

    def overlaps(self, other: Interval) -> bool:
        """Tell whether some number lies in both."""
        return _at_most(self.low, other.high) and _at_most(other.low, self.high)


def total(intervals: Iterable[Interval]) -> Interval:
    """Give every sum of one number from each interval."""
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)
    for interval in intervals:
        low, high = _plus(low, interval.low), _plus(high, interval.high)
    return Interval(low, high)


def _plus(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return None if a is None or b is None else a + b


def _less(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return None if a is None or b is None else a - b


def _times(a: Fraction | None, factor: int) -> Fraction | None:
    return None if a is None else a * factor


def _at_most(low: Fraction | None, high: Fraction | None) -> bool:
    return low is None or high is None or low <= high
