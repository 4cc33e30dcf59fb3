"""Numbers of headings and list items: 一、 （一） 1、 1. ① 一是 第一，."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from wenxiao.digits import MAX_DIGITS, read_number
from wenxiao.numerals import QuantityError

_OPENING = frozenset("。；;：:！？>”）)|")
_MARK = re.compile(
    r"[一二三四五六七八九十]{1,3}(?:、|是(?!否|不是))|[0-9]{1,2}(?:、|\.(?![0-9]|\Z)|\.(?=[0-9]{4}\s?年)|\)(?![0-9]))"
)
_DECIMAL_MARK = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[ .、]{1,2}[\u4e00-\u9fff])")
_NAMED_POINT = re.compile("[一二三四五六七八九十]是")
_SPACED_MARK = re.compile(r"[0-9]{1,2}、(?=[\u4e00-\u9fff])")
_CIRCLED = ord("①") - 1
_LONGEST = 2 * MAX_DIGITS  # with brackets and blanks; what is longer must not be kept in memory
_SIGN = re.compile(r"[()\[\]〔〕注\s、.]")


def number(text: str) -> str:
    """Give the plain number a mark or numeral says: （十二） is 12; "" for what is no numeral."""
    return _number(text) if len(text) <= _LONGEST else ""


@lru_cache(maxsize=1024)
def _number(text: str) -> str:
    if len(text) == 1 and "①" <= text <= "⑳":
        return str(ord(text) - _CIRCLED)
    plain = _SIGN.sub("", text) if text[:1] in {"(", "[", "〔"} else text
    if len(plain) > MAX_DIGITS:
        return ""
    try:
        value = read_number(plain.lstrip("第"))
    except QuantityError:  # digits of a name such as 二三 have no value
        return ""
    return f"{value:f}" if value else f"{Decimal(0)}"


def begins(text: str, start: int, first: int) -> bool:
    """Tell whether a list item can begin at ``start``: at the front of its block, line or sentence."""
    before = start - 1
    while before >= first and text[before] in " \t":
        before -= 1
    return before < first or text[before] == "\n" or text[before] in _OPENING


def marker(text: str, start: int, end: int, first: int, last: int) -> int:
    """Give the end of the list number whose numeral is ``start`` to ``end``; 0 if it is none."""
    before = text[start - 1 : start] if start > first else ""
    if before == "其":
        named = _NAMED_POINT.match(text, start, last)
        return named.end() if named else 0
    if not begins(text, start, first) and not (before == " " and _SPACED_MARK.match(text, start, last)):
        return 0
    decimal = _DECIMAL_MARK.match(text, start, last)
    if decimal and decimal.end() >= end:
        return decimal.end()
    mark = _MARK.match(text, start, last)
    if mark is None or mark.end() <= end or mark.end() == last:
        return 0
    return mark.end() if mark[0].endswith("是") else end
