from __future__ import annotations

from fractions import Fraction

import pytest

from wenxiao.audit.precision import half_last_digit
from wenxiao.quantity import exact, parse


@pytest.mark.parametrize(
    ("written", "half"),
    [
        ("743.31万元", 50),
        ("743.3万元", 50),  # a spreadsheet drops the last zero
        ("100万元", 50),
        ("743.3056万元", Fraction(1, 2)),
        ("12345.67元", Fraction(1, 200)),
        ("１，２３４．５６元", Fraction(1, 200)),
        ("1.2亿元", 500_000),
        ("0万元", 0),
        ("近5万元", 0),  # an approximation has its own, wider bounds
        ("86.2%", Fraction(1, 20)),
        ("86%", Fraction(1, 2)),
        ("1478人", 0),
        ("14.96万人次", 50),
    ],
)
def test_it_is_half_of_the_last_printed_digit(written: str, half: Fraction) -> None:
    assert half_last_digit(parse(written)) == half


def test_a_computed_figure_is_exact() -> None:
    assert half_last_digit(exact("743.31", "万元")) == 0
