"""Numbers as written: separators, multipliers, signs; nothing that could be two numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.digits import fold, parse_decimal, read_number
from wenxiao.numerals import QuantityError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("1234.50", "1234.50"),
        ("1,234.56", "1234.56"),
        (" １，２３４．５ ", "1234.5"),
        ("(1,234.50)", "-1234.50"),
        ("（5）", "-5"),
        ("－5", "-5"),
        ("−5", "-5"),
        ("\ufeff7", "7"),
        ("1 234 567", "1234567"),
    ],
)
def test_it_reads_plain_numbers(text: str, value: str) -> None:
    assert parse_decimal(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "1e5",
        "NaN",
        "inf",
        "5元",
        "三",
        "1.",
        ".5",
        "1,23",
        "12,34,567",
        "(-5)",
        "--5",
        "+-5",
        "1.2.3",
        "10²",
        "٣",
    ],
)
def test_it_refuses_anything_else(text: str) -> None:
    with pytest.raises(QuantityError, match=r"不是数字；请写成 1234\.56"):
        parse_decimal(text)


@pytest.mark.parametrize("text", ["3 5", "3\n5", "1 23", "1 234 5", "2021 06"])
def test_blanks_do_not_glue_two_numbers_together(text: str) -> None:
    with pytest.raises(QuantityError, match="请只保留一个数"):
        fold(text)


@pytest.mark.parametrize(("digits", "problem"), [("9" * 41, "超过 40 位"), ("9" * 100_000, "太长")])
def test_endless_numbers_are_refused(digits: str, problem: str) -> None:
    with pytest.raises(QuantityError, match=problem):
        parse_decimal(digits)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.5万", "125000"),
        ("3千万", "30000000"),
        ("1.2万亿", "1200000000000"),
        ("1亿2000万", "120000000"),
        ("2万3千", "23000"),
        ("1,234万", "12340000"),
        ("三点五万", "35000"),
        ("八十五点零五", "85.05"),
        ("负三十", "-30"),
        ("+3", "3"),
    ],
)
def test_it_reads_multipliers_and_signs(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1,23万", "千分位"),
        ("2000万1亿", "次序不对"),
        ("2万30000", "次序不对"),
        ("3万五", "不是规范的中文数字"),
    ],
)
def test_it_says_what_is_wrong_with_a_number(text: str, problem: str) -> None:
    with pytest.raises(QuantityError, match=problem):
        read_number(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15))
def test_separators_and_full_width_digits_change_nothing(value: Decimal) -> None:
    written = f"{value:,f}"
    wide = written.translate({code: code + 0xFEE0 for code in map(ord, "0123456789-,.")})
    assert parse_decimal(written) == parse_decimal(wide) == value
