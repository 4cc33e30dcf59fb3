"""Words of approximation: the interval each makes, and that a word more never narrows it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.approximation import bounds
from wenxiao.numerals import QuantityError

_WORDS = ["近", "约", "多", "余", "左右", "以上", "不超过", "达到"]


@pytest.mark.parametrize(
    ("number", "words", "low", "high"),
    [
        ("80000", "多", "80000", "90000"),
        ("3000", "多", "3000", "4000"),
        ("25200", "余", "25200", "25300"),
        ("0.5", "多", "0.5", "0.6"),
        ("260", "近", "250", "260"),
        ("300", "近", "200", "300"),
        ("100", "近", "90", "100"),
        ("1000", "接近", "900", "1000"),
        ("200", "约", "150", "250"),
        ("260", "左右", "255", "265"),
        ("200", "约余", "150", "300"),
        ("0", "余", "0", "1"),
        ("-300", "多", "-400", "-300"),
        ("-300", "近", "-300", "-200"),
        ("95", "达到", "95", "95"),
        ("3", "以上", "3", None),
        ("300", "近以上", "200", None),
        ("3", "不足", None, "3"),
        ("3", "", "3", "3"),
    ],
)
def test_it_bounds_a_number(number: str, words: str, low: str | None, high: str | None) -> None:
    expected = tuple(None if end is None else Decimal(end) for end in (low, high))
    assert bounds([Decimal(number)], words) == expected


def test_a_range_is_bounded_by_its_widened_ends() -> None:
    assert bounds([Decimal(5), Decimal(20)], "约") == (Decimal("4.5"), Decimal(25))


def test_two_limits_at_once_are_refused() -> None:
    with pytest.raises(QuantityError, match="“不低于以下”既是上限又是下限"):
        bounds([Decimal(3)], "不低于以下")


@given(
    st.decimals("-1e9", "1e9", places=2),
    st.lists(st.sampled_from(_WORDS), max_size=2),
    st.sampled_from(_WORDS),
)
def test_a_word_only_widens(number: Decimal, words: list[str], more: str) -> None:
    both = "".join([*words, more])
    if {"以上", "不超过"} <= {*words, more}:
        return
    (low, high), (lower, higher) = bounds([number], "".join(words)), bounds([number], both)
    assert lower is None or (low is not None and lower <= low <= number)
    assert higher is None or (high is not None and higher >= high >= number)
