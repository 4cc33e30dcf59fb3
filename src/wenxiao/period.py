"""Points and spans of time as documents write them: dates, fiscal years, editions (第36届)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from wenxiao.digits import fold
from wenxiao.numerals import QuantityError, from_chinese, quote

_NUMERAL = "[0-9〇零一二三四五六七八九十]+"
DATE = (
    rf"{_NUMERAL}年{_NUMERAL}月{_NUMERAL}日"
    "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|[0-9]{4}[.][0-9]{1,2}[.][0-9]{1,2}"
)
"""The pattern of a date as written, once blanks are dropped."""

_DATE = re.compile(DATE)
_PARTS = re.compile(_NUMERAL)
_YEAR = re.compile(rf"({_NUMERAL})(?:年度?)?")
_EDITION = re.compile(rf"第\s*({_NUMERAL})\s*届")


@dataclass(frozen=True, slots=True, order=True)
class FiscalYear:
    """A budget year; in China it is the calendar year (预算法第十八条)."""

    year: int

    @property
    def first_day(self) -> date:
        """Give January 1."""
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        """Give December 31."""
        return date(self.year, 12, 31)

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies in the year."""
        return day.year == self.year

    def __str__(self) -> str:
        """Give the year as documents write it."""
        return f"{self.year}年度"


def parse_date(text: str) -> date:
    """Read ``2021年6月8日``, ``2021-06-08``, ``2021/6/8``, ``2021.6.8`` or ``二〇二一年六月八日``.

    Raises:
        QuantityError: the text is no such date, or the day is not in the calendar.
    """
    folded = fold(text)
    if not _DATE.fullmatch(folded):
        raise QuantityError(f"{quote(text)}不是日期；请写成 2021年6月8日 或 2021-06-08")
    year, month, day = map(_whole, _PARTS.findall(folded))
    try:
        return date(year, month, day)
    except (ValueError, OverflowError) as error:
        raise QuantityError(f"{quote(text)}不是日历上有的日子；请核对年、月、日") from error


def format_date(day: date) -> str:
    """Write a date as documents do: ``2021年6月8日``."""
    return f"{day.year}年{day.month}月{day.day}日"


def is_calendar_day(year: int, month: int, day: int) -> bool:
    """Tell whether a day is in the calendar."""
    is_month = 1 <= year <= 9999 and 1 <= month <= 12
    return is_month and 1 <= day <= monthrange(year, month)[1]


def parse_year(text: str) -> FiscalYear:
    """Read ``2021``, ``2021年``, ``2021年度`` or ``二〇二一年``.

    Raises:
        QuantityError: the text is no year from 1949 to 2100.
    """
    matched = _YEAR.fullmatch(fold(text))
    year = _whole(matched[1]) if matched else 0
    if not 1949 <= year <= 2100:
        raise QuantityError(f"{quote(text)}不是预算年度；请写成四位数的年份，如 2021年度")
    return FiscalYear(year)


def editions(text: str) -> tuple[int, ...]:
    """List the editions a text names, in order: 第36届 and 第三十六届 are both 36."""
    return tuple(_whole(numeral) for numeral in _EDITION.findall(text))


def _whole(numeral: str) -> int:
    return int(numeral) if numeral.isascii() else from_chinese(numeral)
