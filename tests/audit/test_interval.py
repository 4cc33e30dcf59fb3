from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.interval import Interval, total

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)


@st.composite
def inhabited(draw: st.DrawFn, least: int = -1000) -> tuple[Interval, Fraction]:
    """Draw an interval and a number in it; a bound may be open."""
    low, point, high = sorted(draw(st.lists(numbers.filter(lambda n: n >= least), min_size=3, max_size=3)))
    lower = draw(st.sampled_from((low, None))) if least < 0 else low
    return Interval(lower, draw(st.sampled_from((high, None))) if least < 0 else high), point


def holds(interval: Interval, number: Fraction) -> bool:
    return interval.overlaps(Interval(number, number))


@given(st.lists(inhabited(), max_size=4))
def test_a_total_holds_the_sum_of_the_numbers(drawn: list[tuple[Interval, Fraction]]) -> None:
    assert holds(total(one for one, _ in drawn), sum((number for _, number in drawn), Fraction(0)))


@given(inhabited(), inhabited())
def test_a_difference_holds_the_difference(
    a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]
) -> None:
    assert holds(a[0].minus(b[0]), a[1] - b[1])


@given(inhabited(least=0), inhabited(least=1))
def test_a_quotient_holds_the_quotient(a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]) -> None:
    quotient = a[0].over(b[0])
    assert quotient is not None
    assert holds(quotient.times(100), 100 * a[1] / b[1])


@given(inhabited(), st.fractions(min_value=0, max_value=10))
def test_widening_keeps_every_number(drawn: tuple[Interval, Fraction], by: Fraction) -> None:
    assert holds(drawn[0].widened(by), drawn[1])


def test_there_is_no_quotient_by_what_may_be_zero_or_is_unbounded() -> None:
    one = Interval(Fraction(1), Fraction(1))
    assert one.over(Interval(Fraction(0), Fraction(2))) is None
    assert one.over(Interval(Fraction(1), None)) is None
    assert Interval(Fraction(-1), Fraction(1)).over(one) is None


def test_intervals_that_touch_overlap_and_those_apart_do_not() -> None:
    upper = Interval(Fraction(2), None)
    assert Interval(Fraction(1), Fraction(2)).overlaps(upper)
    assert not Interval(Fraction(0), Fraction(1)).overlaps(upper)
