"""Numbers that name a thing and count nothing: A4, 5G, 附件3, 表2-1, 12345热线, 2080501机关事业单位养老保险."""

from __future__ import annotations

import re
from string import ascii_letters

from wenxiao.units import UNIT

_LATIN = frozenset(ascii_letters)
_NUMBERED_THINGS = ("表", "图", "附件")
_NAMED_BY = re.compile("号|表(?![明现扬彰示决率])|年级|热线|专线")
_PHONE_WORDS = re.compile("电话|手机|传真|热线|座机")
_SERVICE = re.compile("12[0-9]{3}|9[56][0-9]{3,4}|11[0-9]|12[0-2]")
_COUNTED = re.compile(rf"\s?[万亿]?(?!平台){UNIT}")
_CALLED = re.compile('(?:拨打|致电|热线|专线|来电|电话|话务|通过)(?:号码)?[为是]?[:：“”"‘]{0,2}\\s?\\Z')
_SERVES = re.compile(
    '[”"’]?\\s?(?:[\u4e00-\u9fff]{0,6}(?:热线|专线|电话)|(?:投诉|举报|信访|检察|服务|监督|政务|求助|应急|报警|接警|急救|救护)'
    "|[\u4e00-\u9fff]{0,4}(?:平台|网络|系统|中心))"
)
_NEAR = 6
_CODE_WORDS = re.compile(
    r"(?:邮编|邮政编码|编号|编码|代码|账号|帐号|卡号|证号|身份证|科目|列入|(?<![系序排陈])列)(?:为|是|号码?)?[:：]?\s?\Z"
)
_FUNCTION = re.compile(
    r"2[0-3][0-9](?:(?:[0-9]{2}){0,2}(?=\s?[-—]{1,2}\s?[\u4e00-\u9fff])|[0-9]{4}(?=\s?[\u4e00-\u9fff]))"
)
_FUNCTION_DIGITS = frozenset({3, 5, 7})
_QUOTES = frozenset('“‘"《')
_FEWEST_QUOTED = 5  # digits of the code of what is quoted behind it
_PLACE_IN_ROW = re.compile(r"[0-9]{1,2}(?:[-—–][0-9]{1,2}){1,2}(?![0-9.])")
_TITLE = re.compile(r"\s{1,4}[\u4e00-\u9fff]")
_DASHES = frozenset("-—–")
_CANONS = re.compile(
    "八项规定|[两二]个(?:维护|确立)|四个(?:意识|自信|全面|伟大|服务)|三个(?:代表|务必|区分开来)|五个统筹|四项基本原则"
)
"""Names of doctrines: their number is part of the name and counts nothing in a report."""

_LONGEST_NUMBER = 12
_REACH = 16


def name_end(text: str, start: int, stop: int, first: int, last: int) -> int:
    """Give the end of the name which a number without a unit, ``start`` to ``stop``, is part of; 0 if of none."""
    before, ahead = _letter_before(text, start, first), text[stop : stop + 1] if stop < last else ""
    if text.endswith(_NUMBERED_THINGS, first, start) or (before in _LATIN and text[start - 1] == " "):
        row = _PLACE_IN_ROW.match(text, start, last)
        return row.end() if row else stop
    if before in _DASHES and ahead in _DASHES:
        return stop  # the number of a page
    if before in _LATIN or ahead in _LATIN or _NAMED_BY.match(text, stop, last):
        return stop
    return stop if _is_code(text, start, stop, last) else 0


def is_canon(text: str, start: int) -> bool:
    """Tell whether a Chinese numeral begins the name of a doctrine: 八项规定, 四个意识."""
    return _CANONS.match(text, start) is not None


def row_number(text: str, start: int, last: int) -> int:
    """Give the end of a number such as 15-3 that stands before the title of a table; 0 if there is none."""
    row = _PLACE_IN_ROW.match(text, start, last)
    titled = row and _TITLE.match(text, row.end(), last)
    return row.end() if row and titled else 0


def is_telephone(text: str, start: int, end: int, last: int) -> bool:
    """Tell whether digits are a telephone number: seven or eight by the words before, a public service's by any."""
    if 7 <= end - start <= 8:
        return _PHONE_WORDS.search(text, max(0, start - _REACH), start) is not None
    if _SERVICE.fullmatch(text, start, end) is None or _COUNTED.match(text, end, last):
        return False
    called = _CALLED.search(text, max(0, start - _NEAR), start)
    return called is not None or _SERVES.match(text, end, last) is not None


def _letter_before(text: str, start: int, first: int) -> str:
    """Give the character before a number, over one blank if that is a Latin letter."""
    if start <= first:
        return ""
    before = text[start - 1]
    over = text[start - 2] if before == " " and start - 2 >= first else ""
    return over if over in _LATIN else before


def _is_code(text: str, start: int, stop: int, last: int) -> bool:
    digits = text[start:stop]
    if not digits.isdecimal():
        return False
    if len(digits) > _LONGEST_NUMBER:
        return True
    if len(digits) in _FUNCTION_DIGITS:
        function = _FUNCTION.match(text, start, last)
        if function and function.end() == stop:
            return True
    if len(digits) >= _FEWEST_QUOTED and text[stop : stop + 1] in _QUOTES:
        return True
    return len(digits) > 2 and _CODE_WORDS.search(text, max(0, start - _REACH), start) is not None
