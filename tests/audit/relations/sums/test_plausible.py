from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.quantity import Quantity, parse

AMOUNTS = st.integers(min_value=10_001, max_value=9_999_999)


def money(cents: int) -> Quantity:
    return parse(f"{Decimal(cents) / 100:.2f}万元")


def slip(whole: str, *parts: str) -> bool:
    return is_slip(parse(whole), [parse(part) for part in parts])


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("852.48万元", ("517.29万元", "335.91万元")),  # 853.20 written with one digit of another
        ("517.92万元", ("317.29万元", "200万元")),  # swapped
        ("5172.90万元", ("317.29万元", "200万元")),  # the point moved
        ("517.29元", ("317.29万元", "200万元")),  # another unit
        ("960万元", ("600元", "360万元")),  # one digit is enough where 万 was lost
        ("21654万元", ("854万元", "02800万元")),  # a swap that leaves a nought in front
        ("88736件", ("8000件", "736件")),  # one digit written twice
        ("8736件", ("88000件", "736件")),  # one digit left out
        ("1.86亿元", ("1.2亿元", "6060万元")),  # coarse beside fine: within the rounding of all
    ],
)
def test_what_fingers_do_is_a_slip(whole: str, parts: tuple[str, ...]) -> None:
    assert slip(whole, *parts)


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("500人", ("300人", "100人")),  # few digits are near to everything
        ("82个", ("21个", "7个")),
        ("1000万元", ("300万元", "200万元")),
        ("9831.27万元", ("1264.92万元", "377.15万元")),
        ("约853万元", ("517.29万元", "335.91万元")),  # an approximation is never miswritten
        ("1万元", ("7万元",)),  # all within rounding of nothing
    ],
)
def test_what_is_merely_different_is_no_slip(whole: str, parts: tuple[str, ...]) -> None:
    assert not slip(whole, *parts)


@given(AMOUNTS, AMOUNTS, st.integers(min_value=0, max_value=6), st.sampled_from("123456789"))
def test_any_one_digit_replaced_is_a_slip(first: int, second: int, place: int, digit: str) -> None:
    total = str(first + second)
    at = place % len(total)
    written = int(total[:at] + digit + total[at + 1 :])
    if written != first + second and len(str(written).rstrip("0")) > 3:
        assert is_slip(money(written), [money(first), money(second)])


@given(AMOUNTS, AMOUNTS, st.sampled_from([Decimal(10_000), Decimal("0.0001"), Decimal(10), Decimal("0.1")]))
def test_a_moved_point_is_a_slip_whichever_figure_it_is(first: int, second: int, factor: Decimal) -> None:
    meant = 10 * first + 7
    moved = parse(f"{meant * factor:f}元")
    assert is_slip(parse(f"{meant + second}元"), [moved, parse(f"{second}元")])
