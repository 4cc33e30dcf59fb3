from __future__ import annotations

from fractions import Fraction

import pytest

from wenxiao.audit.precision import MONEY_DIGITS, half_last_digit, half_last_digits
from wenxiao.quantity import exact, parse


@pytest.mark.parametrize(
    ("written", "half"),
    [
        ("743.31万元", 50),
        ("743.3万元", 500),
        ("100万元", 5_000),
        ("743.3056万元", Fraction(1, 2)),
        ("12345.67元", Fraction(1, 200)),
        ("１，２３４．５６元", Fraction(1, 200)),
        ("1.2亿元", 5_000_000),
        ("1亿2000万元", 5_000),
        ("1亿2000.5万元", 500),
        ("3亿5千万元", 5_000_000),
        ("0万元", 0),
        ("近5万元", 0),  # an approximation has its own, wider bounds
        ("约6.06%", Fraction(1, 200)),  # but its last decimal is no more certain
        ("86.2%", Fraction(1, 20)),
        ("86%", Fraction(1, 2)),
        ("1478人", 0),
        ("14.96万人次", 50),
        ("62万人", 5_000),
        ("13926万吨", 5_000),
        ("350吨", Fraction(1, 2)),
        ("350亩", Fraction(1, 2)),
    ],
)
def test_it_is_half_of_the_last_printed_digit(written: str, half: Fraction) -> None:
    assert half_last_digit(parse(written)) == half


def test_a_computed_figure_is_exact() -> None:
    assert half_last_digit(exact("743.31", "万元")) == 0


def test_a_ledger_shows_money_with_two_decimals_at_least() -> None:
    assert half_last_digit(parse("743.3万元"), MONEY_DIGITS) == 50  # a spreadsheet drops the last zero
    assert list(half_last_digits([parse("100万元"), parse("1478人")], MONEY_DIGITS)) == [50, 0]


def test_figures_of_one_relation_are_printed_as_finely_as_the_finest() -> None:
    finest = half_last_digits([parse("8万元"), parse("12.35万元"), parse("3亿元")])
    assert list(finest) == [50, 50, 50_000_000]
