"""Quantities: what officials write is read exactly, converted exactly, and written back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.quantity import (
    Kind,
    Quantity,
    QuantityError,
    as_spelled,
    convert,
    exact,
    format_quantity,
    parse,
    round_half_up,
    same_measure,
)

_UNITS = [
    *(
        "",
        "元",
        "万元",
        "亿元",
        "千元",
        "角",
        "人",
        "名",
        "人次",
        "万人次",
        "个",
        "项",
        "条次",
        "场次",
        "场",
        "次",
    ),
    *(
        "%",
        "‰",
        "个百分点",
        "㎡",
        "m²",
        "公顷",
        "亩",
        "届",
        "年",
        "天",
        "月",
        "小时",
        "千克",
        "千瓦时",
        "点位",
        "倍",
    ),
    *("分", "期/周", "万元/年", "元/人"),
]
_numbers = st.decimals(-(10**12), 10**12, places=3)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind", "low", "high"),
    [
        ("743.31万元", "7433100", "元", Kind.MONEY, "7433100", "7433100"),
        ("1.2亿元", "120000000", "元", Kind.MONEY, "120000000", "120000000"),
        ("壹佰贰拾叁万肆仟伍佰元整", "1234500", "元", Kind.MONEY, "1234500", "1234500"),
        ("5—20万元", "50000", "元", Kind.MONEY, "50000", "200000"),
        ("不超过5万元", "50000", "元", Kind.MONEY, None, "50000"),
        ("不满16岁", "16", "岁", Kind.NUMBER, None, "16"),
        ("万分之三", "0.03", "%", Kind.PERCENT, "0.03", "0.03"),
        ("14.96万人次", "149600", "人次", Kind.PERSON_TIMES, "149600", "149600"),
        ("8万多人次", "80000", "人次", Kind.PERSON_TIMES, "80000", "90000"),
        ("2.52 万余人次", "25200", "人次", Kind.PERSON_TIMES, "25200", "25300"),
        ("近260名", "260", "人", Kind.PERSONS, "250", "260"),
        ("约 200 余人", "200", "人", Kind.PERSONS, "150", "300"),
        ("一千二百余人", "1200", "人", Kind.PERSONS, "1200", "1300"),
        ("近百家", "100", "家", Kind.ITEMS, "90", "100"),
        ("3个以上", "3", "个", Kind.ITEMS, "3", None),
        ("不低于3个", "3", "个", Kind.ITEMS, "3", None),
        ("≥３个", "3", "个", Kind.ITEMS, "3", None),
        ("98.5万条次", "985000", "条次", Kind.ITEMS, "985000", "985000"),
        ("近150次", "150", "次", Kind.SESSIONS, "140", "150"),
        ("100%以上", "100", "%", Kind.PERCENT, "100", None),
        ("－5.20％", "-5.2", "%", Kind.PERCENT, "-5.2", "-5.2"),
        ("5个百分点", "5", "个百分点", Kind.PERCENTAGE_POINTS, "5", "5"),
        ("18039m²", "18039", "㎡", Kind.AREA, "18039", "18039"),
        ("第36届", "36", "届", Kind.ORDINAL, "36", "36"),
        ("第三期", "3", "期", Kind.ORDINAL, "3", "3"),
        ("二〇二一年", "2021", "年", Kind.YEAR, "2021", "2021"),
        ("2021/6/8", "20210608", "日期", Kind.DATE, "20210608", "20210608"),
        ("2021年12月31日前", "20211231", "日期", Kind.DATE, None, "20211231"),
        ("5 期/周", "5", "期/周", Kind.FREQUENCY, "5", "5"),
        ("1，234.56", "1234.56", "", Kind.NUMBER, "1234.56", "1234.56"),
        ("-0", "0", "", Kind.NUMBER, "0", "0"),
    ],
)
def test_it_reads_what_officials_write(  # noqa: PLR0917  (the columns of the table above)
    text: str, value: str, unit: str, kind: Kind, low: str | None, high: str | None
) -> None:
    expected = Quantity(Decimal(value), unit, kind, _decimal(low), _decimal(high), text)
    assert parse(f" {text}\n") == expected


def test_values_print_without_exponent_and_trailing_zeros() -> None:
    assert str(parse("743.310万元").value) == "7433100"
    assert str(exact(Decimal("0.50"), "%").value) == "0.5"


def test_the_column_unit_stands_in_where_the_text_names_none() -> None:
    assert parse("743.31", "万元").value == parse("743.31 万", "万元").value == Decimal(7433100)
    assert parse("30人次", "人").kind is Kind.PERSON_TIMES


@pytest.mark.parametrize(
    ("text", "unit", "problem"),
    [
        ("12", "飞", "不认识单位“飞”"),
        ("2021-02-30", None, "不是日历上有的日子"),
        ("不低于3个以下", None, "既是上限又是下限"),
        ("提高", None, "不是能读懂的数量"),
        ("9" * 41, None, "超过 40 位"),
        ("9" * 100_000, None, "太长"),
        ("3 5个", None, "只保留一个数"),
        ("20210608", "日期", "不认识单位“日期”"),
    ],
)
def test_it_refuses_with_a_reason(text: str, unit: str | None, problem: str) -> None:
    with pytest.raises(QuantityError, match=problem):
        parse(text, unit)


@pytest.mark.parametrize(
    ("text", "options", "written"),
    [
        ("743.31万元", {}, "743.31万元"),
        ("743.31万元", {"unit": "元"}, "7433100元"),
        ("９８.５万条次", {}, "98.5万条次"),
        ("1.2亿元", {}, "1.2亿元"),
        ("三十五名", {}, "35名"),
        ("2万3千人", {}, "23000人"),
        ("743.31万元", {"unit": "万元"}, "743.31万元"),
        ("743.31万元", {"unit": "万元", "digits": 1, "bare": True}, "743.3"),
        ("743.31万元", {"unit": "万元", "digits": 3}, "743.310万元"),
        ("3000 人次", {}, "3000人次"),
        ("8 万多人次", {}, "8万多人次"),
        ("8万多人次", {"unit": "人次"}, "80000多人次"),
        ("8万多人次", {"unit": "万人次", "bare": True}, "8多"),
        ("2.52万余人次", {"unit": "万人次", "digits": 1}, "2.5万余人次"),
        ("近260名", {"unit": "人"}, "近260人"),
        ("5—20万元", {"unit": "元"}, "50000—200000元"),
        ("百分之八十以上", {}, "百分之八十以上"),
        ("百分之八十以上", {"unit": "%"}, "80%以上"),
        ("每周不少于3次", {"unit": "次/周"}, "不少于3次/周"),
        ("第三十六届", {}, "第36届"),
        ("第36届", {"bare": True}, "36"),
        ("2021-06-08", {}, "2021年6月8日"),
        ("2021-06-08 前", {}, "2021年6月8日前"),
    ],
)
def test_it_writes_a_quantity(text: str, options: dict[str, object], written: str) -> None:
    assert format_quantity(parse(text), **options) == written  # type: ignore[arg-type]  # a table of options


@pytest.mark.parametrize(
    ("text", "written"), [("近30", "近30万元"), ("5—20", "5—20万元"), ("3千余", "3000余元")]
)
def test_a_text_without_unit_is_repeated_in_the_unit_of_its_column(text: str, written: str) -> None:
    assert format_quantity(parse(text, "万元" if "千" not in text else "元")) == written


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [("3", None, "≥3个"), (None, "9", "≤9个"), (None, None, "不确定"), ("3", "9", "3—9个")],
)
def test_a_computed_interval_shows_its_bounds(low: str | None, high: str | None, written: str) -> None:
    interval = Quantity(Decimal(5), "个", Kind.ITEMS, _decimal(low), _decimal(high))
    assert format_quantity(interval) == written


def test_a_computed_interval_may_carry_a_note_of_its_own() -> None:
    rate = Quantity(Decimal(85), "%", Kind.PERCENT, Decimal("80.004"), Decimal(90), "80.00至90.00%")
    assert format_quantity(rate) == "80.00至90.00%"
    assert format_quantity(rate, "%", 3) == "80.004—90.000%"
    assert format_quantity(replace(rate, low=None, high=None, written="不确定（%）"), "%", 2) == "不确定（%）"


@pytest.mark.parametrize(
    ("text", "unit"), [("3人次", "人"), ("3次", "场次"), ("3", "元"), ("第3期", "个"), ("3亩", "㎡")]
)
def test_it_does_not_convert_between_measures(text: str, unit: str) -> None:
    with pytest.raises(QuantityError, match=f"不能换算成“{unit}”"):
        convert(parse(text), unit)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("3名", "5位", True),
        ("3万元", "5元", True),
        ("3个", "5项", True),
        ("3件", "5项", False),
        ("3人", "5人次", False),
        ("3期", "第3期", False),
        ("3场", "5场次", True),
        ("3%", "3个百分点", False),
    ],
)
def test_same_measure_is_same_kind_and_unit(one: str, other: str, same: object) -> None:
    assert same_measure(parse(one), parse(other)) is same
    assert same_measure(parse(other), parse(one)) is same


def test_an_exact_number_must_be_exact() -> None:
    assert exact("1,234.50", "万元").value == exact(12_345_000, "元").value
    for value in (0.1, Decimal("NaN"), Decimal("Infinity"), 10**41, Decimal("1e-50"), "1e5"):
        with pytest.raises(QuantityError):
            exact(value, "元")  # type: ignore[arg-type]  # a float is the point


@given(_numbers, st.sampled_from(_UNITS))
def test_an_exact_quantity_survives_the_round_trip(value: Decimal, unit: str) -> None:
    quantity = exact(value, unit)
    for written in (format_quantity(quantity), format_quantity(quantity, unit)):
        again = parse(written, quantity.unit)
        assert (again.value, again.unit) == (quantity.value, quantity.unit)
        assert again.kind is quantity.kind
        assert again.is_exact


@given(_numbers, st.sampled_from(_UNITS))
def test_conversion_is_exact_and_reversible(value: Decimal, unit: str) -> None:
    assert convert(exact(value, unit), unit) == value


@given(
    st.decimals(1, 10**6, places=2),
    st.sampled_from(["近", "约", "≥", "至多"]),
    st.sampled_from(["元", "万元", "亿元"]),
)
def test_an_inexact_quantity_keeps_its_bounds_in_every_unit(value: Decimal, word: str, unit: str) -> None:
    quantity = parse(f"{word}{value}万元")
    again = parse(format_quantity(quantity, unit))
    assert (again.value, again.low, again.high) == (quantity.value, quantity.low, quantity.high)


@given(st.fractions(-(10**9), 10**9), st.integers(0, 8))
def test_rounding_is_half_up_away_from_zero(value: Fraction, digits: int) -> None:
    magnitude = Fraction(floor(abs(value) * 10**digits + Fraction(1, 2)), 10**digits)
    assert Fraction(round_half_up(value, digits)) == (magnitude if value >= 0 else -magnitude)


@given(_numbers, st.integers(-3, 4))
def test_rounding_decimals_and_fractions_agree(value: Decimal, digits: int) -> None:
    assert round_half_up(value, digits) == round_half_up(Fraction(value), digits)


def test_rounding_is_exact_for_any_size() -> None:
    huge = Decimal(10**5000 + 1)
    assert round_half_up(Fraction(10**5001 + 5, 10), 0) == huge
    assert str(round_half_up(Decimal("-0.004"), 2)) == "0.00"
    assert [str(round_half_up(Decimal(tie), 2)) for tie in ("0.125", "-0.125", "2.675")] == [
        "0.13",
        "-0.13",
        "2.68",
    ]
    with pytest.raises(ValueError, match="NaN"):
        round_half_up(Decimal("NaN"), 2)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("约550米", ("550", "545", "555", "米")),
        ("3万公顷", ("30000", "30000", "30000", "公顷")),
        ("420公斤/亩", ("420", "420", "420", "公斤/亩")),
        ("0克", ("0", "0", "0", "克")),
        ("5公斤以上", ("5", "5", "None", "公斤")),
        ("5公里", ("5", "5", "5", "公里")),
        ("5万元", ("50000", "50000", "50000", "元")),
        ("5万元/米", ("50000000", "50000000", "50000000", "元/公里")),
        ("5‰", ("0.5", "0.5", "0.5", "%")),
    ],
)
def test_measures_are_shown_as_spelled_and_money_in_its_base(text: str, told: tuple[str, ...]) -> None:
    shown = as_spelled(parse(text))
    assert (*map(str, (shown.value, shown.low, shown.high)), shown.unit) == told
