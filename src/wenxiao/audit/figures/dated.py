"""Dates and years: 2021年6月8日, 6月28日, 2021年度, 2021年年末, 2021—2025年."""

from __future__ import annotations

import re

from wenxiao.audit.figures.characters import squeezed
from wenxiao.audit.figures.listed import number
from wenxiao.audit.figures.mention import Mention
from wenxiao.audit.figures.model import FigureKind
from wenxiao.digits import EXACT
from wenxiao.numerals import QuantityError
from wenxiao.quantity import Kind, Quantity, parse

_NUMERAL = re.compile("[0-9]+|[〇零一二三四五六七八九十]+")


def day(found: re.Match[str]) -> Mention:
    """Read a date; without a year its value is ``6-28``, without a day ``2021-06``."""
    written = squeezed(found[0])
    parts = [number(part) for part in _NUMERAL.findall(written)]
    value = "-".join(part.rjust(2, "0") if part else "" for part in parts)
    return Mention(
        found.start(), found.end(), FigureKind.DATE, value, "日期", _calendar_day(written, len(parts))
    )


def year(found: re.Match[str]) -> Mention:
    """Read a year or a span of years; the value is the (first) year."""
    written = squeezed(found[0])
    numerals = _NUMERAL.findall(written)
    first = number(numerals[0])
    quantity = None
    if first and len(numerals) == 1:
        value = EXACT.create_decimal(first)
        quantity = Quantity(value, "年", Kind.YEAR, value, value, written, "年")
    return Mention(found.start(), found.end(), FigureKind.YEAR, first, "年", quantity)


def _calendar_day(written: str, parts: int) -> Quantity | None:
    if parts != 3:
        return None
    try:
        return parse(written)
    except QuantityError:  # a day that is not in the calendar: the rules for dates say so
        return None
