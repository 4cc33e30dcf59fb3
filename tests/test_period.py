"""Dates, fiscal years and editions as documents write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.numerals import QuantityError, to_chinese
from wenxiao.period import FiscalYear, editions, format_date, parse_date, parse_year


@pytest.mark.parametrize(
    "text",
    [
        "2021年6月8日",
        "2021 年 06 月 08 日",
        "2021-06-08",
        "2021/6/8",
        "2021.6.8",
        "２０２１－６－８",
        "二〇二一年六月八日",
    ],
)
def test_it_reads_a_date(text: str) -> None:
    assert parse_date(text) == date(2021, 6, 8)


@pytest.mark.parametrize(
    "text", ["", "2021年6月", "6月8日", "2021-06/08", "20210608", "21-6-8", "2021-06-08前", "x" * 9999]
)
def test_it_refuses_what_is_no_date(text: str) -> None:
    with pytest.raises(QuantityError, match=r"不是日期；请写成|太长"):
        parse_date(text)


@pytest.mark.parametrize("text", ["2021-02-29", "2021年13月1日", f"{'9' * 30}年1月1日", "0000-01-01"])
def test_it_refuses_days_outside_the_calendar(text: str) -> None:
    with pytest.raises(QuantityError, match="不是日历上有的日子"):
        parse_date(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_dates_survive_the_round_trip(day: date) -> None:
    chinese = f"{day.year}年{to_chinese(day.month)}月{to_chinese(day.day)}日"
    assert parse_date(format_date(day)) == parse_date(day.isoformat()) == parse_date(chinese) == day


@pytest.mark.parametrize("text", ["2021", "2021年", "2021 年度", "二〇二一年"])
def test_it_reads_a_fiscal_year(text: str) -> None:
    assert parse_year(text) == FiscalYear(2021)


@pytest.mark.parametrize("text", ["", "21年", "1948", "2101", "2021—2022年", "年度"])
def test_it_refuses_what_is_no_fiscal_year(text: str) -> None:
    with pytest.raises(QuantityError, match="不是预算年度"):
        parse_year(text)


def test_a_fiscal_year_is_the_calendar_year() -> None:
    year = FiscalYear(2021)
    assert (year.first_day, year.last_day, str(year)) == (date(2021, 1, 1), date(2021, 12, 31), "2021年度")
    assert year.last_day in year
    assert date(2022, 1, 1) not in year


def test_it_lists_the_editions_a_text_names() -> None:
    assert editions("第三十六届与第 35 届科技周，共3届") == (36, 35)
    assert editions("无届次") == ()
