from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.interval import Interval, total

numbers = st.decimals(min_value=-1000, max_value=1000, places=2)
Drawn = tuple[Interval, Decimal]


@st.composite
def inhabited(draw: st.DrawFn, least: int = -1000) -> Drawn:
    """Draw an interval and a number in it; a bound may be open."""
    low, point, high = sorted(draw(st.lists(numbers.filter(lambda n: n >= least), min_size=3, max_size=3)))
    lower = draw(st.sampled_from((low, None))) if least < 0 else low
    return Interval(lower, draw(st.sampled_from((high, None))) if least < 0 else high), point


def holds(interval: Interval, number: Decimal | Fraction) -> bool:
    low, high = interval.ends
    return (low is None or low <= number) and (high is None or number <= high)


def bounded(interval: Interval) -> tuple[Fraction, Fraction]:
    low, high = interval.ends
    assert low is not None
    assert high is not None
    return low, high


@given(st.lists(inhabited(), max_size=4))
def test_a_total_holds_the_sum_of_the_numbers(drawn: list[Drawn]) -> None:
    assert holds(total(one for one, _ in drawn), sum((number for _, number in drawn), Decimal(0)))


@given(inhabited(), inhabited())
def test_a_difference_holds_the_difference(a: Drawn, b: Drawn) -> None:
    assert holds(a[0].minus(b[0]), a[1] - b[1])


@given(inhabited(least=0), inhabited(least=1))
def test_a_quotient_holds_the_quotient_and_what_is_made_of_it(a: Drawn, b: Drawn) -> None:
    quotient = a[0].over(b[0])
    assert quotient is not None
    number = Fraction(a[1]) / Fraction(b[1])
    assert holds(quotient.times(Decimal(100)), 100 * number)
    assert holds(quotient.less_one(), number - 1)
    assert holds(quotient.less_one().negated(), 1 - number)


@given(inhabited(least=0), inhabited(least=1))
def test_the_ends_of_a_quotient_are_reached(a: Drawn, b: Drawn) -> None:
    quotient = a[0].over(b[0])
    assert quotient is not None
    (low, high), (least, most) = bounded(a[0]), bounded(b[0])
    assert quotient.ends == (low / most, high / least)


@given(inhabited(least=0), inhabited(least=1), numbers, numbers)
def test_intervals_overlap_exactly_if_neither_ends_before_the_other_begins(
    a: Drawn, b: Drawn, one: Decimal, other: Decimal
) -> None:
    quotient, stated = a[0].over(b[0]), Interval(*sorted((one, other)))
    assert quotient is not None
    (low, high), (least, most) = bounded(quotient), bounded(stated)
    assert quotient.overlaps(stated) == stated.overlaps(quotient) == (low <= most and least <= high)
    assert quotient.equals(stated) == (quotient.ends == stated.ends)


@given(inhabited(), st.decimals(min_value=0, max_value=10, places=3))
def test_widening_keeps_every_number(drawn: Drawn, by: Decimal) -> None:
    assert holds(drawn[0].widened(by), drawn[1])


def test_there_is_no_quotient_by_what_may_be_zero_or_is_unbounded() -> None:
    one = Interval(Decimal(1), Decimal(1))
    assert one.over(Interval(Decimal(0), Decimal(2))) is None
    assert one.over(Interval(Decimal(1), None)) is None
    assert Interval(Decimal(-1), Decimal(1)).over(one) is None


def test_intervals_that_touch_overlap_and_those_apart_do_not() -> None:
    upper = Interval(Decimal(2), None)
    assert Interval(Decimal(1), Decimal(2)).overlaps(upper)
    assert not Interval(Decimal(0), Decimal(1)).overlaps(upper)


@given(numbers.filter(lambda one: one >= 0), numbers.filter(lambda one: one > 0))
def test_a_number_known_to_be_one_is_reckoned_like_two_equal_bounds(a: Decimal, b: Decimal) -> None:
    def twice(one: Decimal) -> Interval:
        return Interval(one, Decimal(str(one)))

    known, unknown = Interval(a, a).over(Interval(b, b)), twice(a).over(twice(b))
    assert known is not None
    assert unknown is not None
    assert known.times(Decimal(100)).ends == unknown.times(Decimal(100)).ends
    assert known.less_one().ends == unknown.less_one().ends
    assert known.equals(unknown)
    assert Interval(a, a).widened(Decimal(0)) == Interval(a, a)
