from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.fact import Fact
from wenxiao.quantity import Quantity, exact, format_quantity, parse
from wenxiao.report.excel.values import Display, as_cell_number, display, exact_text, number_of

ENDLESS = Decimal("66.66666666666666666666666667")


@pytest.mark.parametrize(
    ("quantity", "number"),
    [
        (exact("7433100", "元"), "743.31"),
        (exact("80", "%"), "0.8"),
        (exact("3000", "人次"), "3000"),
        (exact(ENDLESS, "%"), "0.666666666666667"),
        (exact("123456789012345.6", "人"), None),
        (parse("8万多人次"), None),
        (parse("2021年6月28日"), None),
    ],
)
def test_a_number_stands_in_its_cell_only_where_no_digit_is_lost(
    quantity: Quantity, number: str | None
) -> None:
    assert number_of(quantity) == (None if number is None else Decimal(number))


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 8))
def test_what_is_written_as_a_number_survives_the_binary_cell(digits: int, decimals: int) -> None:
    number = number_of(exact(Decimal(digits).scaleb(-decimals), "分"))
    assert number is not None
    assert Decimal(repr(float(number))) == number == Decimal(digits).scaleb(-decimals)


@pytest.mark.parametrize(
    ("quantity", "text", "shown"),
    [
        (exact("7433100", "元"), "743.31万元", Display(Decimal("743.31"), 0, '0.00"万元"')),
        (exact("7433100", "元"), "743.31", Display(Decimal("743.31"), 0, "0.00")),
        (exact("300000", "元"), "300000元", Display(Decimal(300000), -4, '0"元"')),
        (exact("985000", "人次"), "98.5万人次", Display(Decimal("98.5"), 4, '0.0"万人次"')),
        (exact("100", "%"), "100%", Display(Decimal(1), 0, "0%")),
        (exact(ENDLESS, "%"), "66.67%", Display(Decimal("0.666666666666667"), 0, "0.00%")),
        (exact("7433100", "元"), "743.32万元", None),
        (exact("100", "%"), "100", None),
        (exact("36", "届"), "第36届", None),
        (parse("8万多人次"), "8万多人次", None),
        (exact("10", "分"), "10套", None),
    ],
)
def test_a_cell_looks_as_the_figure_does_in_word(
    quantity: Quantity, text: str, shown: Display | None
) -> None:
    assert display(quantity, text) == shown


@given(st.integers(-(10**11), 10**11), st.sampled_from(["元", "万元"]), st.integers(0, 4))
def test_every_amount_is_shown_rounded_as_its_text(fen: int, unit: str, digits: int) -> None:
    quantity = exact(Decimal(fen).scaleb(-2), "元")
    found = display(quantity, format_quantity(quantity, unit, digits))
    assert found is not None
    assert found.number == quantity.value.scaleb(-4 if unit == "万元" else 0)
    assert found.shift == (0 if unit == "万元" else -4)


def test_the_exact_text_is_never_rounded() -> None:
    facts = [
        Fact("a", "甲", exact("12345.67", "元")),
        Fact("b", "乙", exact(ENDLESS, "%")),
        Fact("c", "丙", parse("近260名")),
        Fact("d", "丁", "某市科协"),
        Fact("e", "戊", None, reason="没有填写"),
    ]
    texts = [exact_text(fact) for fact in facts]
    assert texts == [
        ("1.234567", "万元"),
        ("66.66666666666666666666666667", "%"),
        ("近260名", ""),
        ("某市科协", ""),
        ("未提供", ""),
    ]


def test_calculated_numbers_keep_fifteen_digits_half_up() -> None:
    assert as_cell_number(Fraction(2, 3)) == Decimal("0.666666666666667")
    assert as_cell_number(Fraction(74331, 100)) == Decimal("743.31")
