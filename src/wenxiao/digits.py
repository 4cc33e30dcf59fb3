"""Numbers as officials write them: ``1，234.5``, ``(1,234.50)``, ``3千万``, ``1亿2000万``, ``三点五万``.

What could be read in two ways (``3 5``, ``1,23``) is refused, not guessed.
"""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal

from wenxiao.numerals import (
    CHARACTERS,
    DIGITS,
    MULTIPLIER,
    QuantityError,
    exponent,
    from_chinese,
    plain_numeral,
    quote,
)

MAX_DIGITS = 40
"""A written number has at most this many digits; no sum of public money comes near."""

MAX_LENGTH = 100
"""No quantity is written in more characters; a longer text is refused before it is looked at."""

EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""A context in which scaling, adding and multiplying never round."""

NUMBER = rf"[-+负]?[0-9,.{CHARACTERS}]+(?:点[{CHARACTERS}]+)?"
"""The pattern of what may be a number; :func:`read_number` decides."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLDING = {**_FULL_WIDTH, ord("−"): "-", ord("萬"): "万", ord("億"): "亿", 0x200B: None, 0xFEFF: None}
_TORN = re.compile(r"[0-9]\s+(?![0-9]{3}(?![0-9]))[0-9]")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SIGNED = re.compile(rf"-?(?:{_PLAIN.pattern}|{_GROUPED.pattern})")
_CHAIN = re.compile(rf"(?:[0-9,]+(?:\.[0-9]+)?{MULTIPLIER})+")
_LINK = re.compile(rf"([0-9,]+(?:\.[0-9]+)?)({MULTIPLIER})")
_SPOKEN_DECIMAL = re.compile(rf"([^点]+)点([{DIGITS}]+)({MULTIPLIER})")
_ACCOUNTING = re.compile(r"\((.+)\)")


def fold(text: str) -> str:
    """Make full-width characters plain and drop blanks.

    Raises:
        QuantityError: the text is longer than :data:`MAX_LENGTH`, or blanks or line breaks tear a number
            apart (``3 5``; groups of three digits are fine).
    """
    if len(text) > MAX_LENGTH:
        raise QuantityError(f"{quote(text)}太长，不是一个数量；请只写一个数和单位")
    plain = text.translate(_FOLDING)
    if _TORN.search(plain):
        raise QuantityError(
            f"{quote(text)}中数字被空格或换行隔开，无法确定是一个数还是几个数；请只保留一个数"
        )
    return "".join(plain.split())


def read_number(text: str) -> Decimal:
    """Read one folded number in Arabic or Chinese digits, with sign and multipliers.

    Raises:
        QuantityError: the text is no number, or has more than :data:`MAX_DIGITS` digits.
    """
    if sum(map(str.isdigit, text)) > MAX_DIGITS:
        raise QuantityError(f"{quote(text)}超过 {MAX_DIGITS} 位数字；请核对是否多录了位数")
    negative, digits = _split_sign(text)
    value = _read_unsigned(digits)
    return value.copy_negate() if negative else value


def parse_decimal(text: str) -> Decimal:
    """Read a plain number: separators, full-width digits, ``(1,234.50)`` and ``－5``; no unit, no word.

    Raises:
        QuantityError: the text is anything else.
    """
    folded = fold(text)
    accounting = _ACCOUNTING.fullmatch(folded)
    signed = f"-{accounting[1]}" if accounting else folded
    if not _SIGNED.fullmatch(signed):
        raise QuantityError(f"{quote(text)}不是数字；请写成 1234.56 或 1,234.56，负数写成 -5，不带单位和文字")
    return read_number(signed)


def significant_digits(value: Decimal) -> int:
    """Count the digits of a number without the noughts at its end: 3 of 1230 and of 1.23."""
    return len(value.normalize().as_tuple().digits)


def _split_sign(text: str) -> tuple[bool, str]:
    return text[:1] in {"-", "负"}, text[1:] if text[:1] in {"-", "+", "负"} else text


def _read_unsigned(text: str) -> Decimal:
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _CHAIN.fullmatch(text):
        return _read_chain(text)
    spoken = _SPOKEN_DECIMAL.fullmatch(plain_numeral(text))
    if spoken:
        whole, decimals, multiplier = spoken.groups()
        fraction = "".join(str(DIGITS.index(digit)) for digit in decimals)
        return Decimal(f"{from_chinese(whole)}.{fraction}").scaleb(exponent(multiplier), EXACT)
    return Decimal(from_chinese(text))


def _read_chain(text: str) -> Decimal:
    """Add up links such as ``1亿`` ``2000万``; each must fit below the multiplier before it."""
    total, room = Decimal(0), None
    for digits, multiplier in _LINK.findall(text):
        link = _read_grouped(digits).scaleb(exponent(multiplier), EXACT)
        if room is not None and link >= room:
            raise QuantityError(f"{quote(text)}中前后两段数的大小次序不对；请写成一个数，如 1.2亿")
        total, room = EXACT.add(total, link), Decimal(10) ** exponent(multiplier)
    return total


def _read_grouped(digits: str) -> Decimal:
    if "," in digits and not _GROUPED.fullmatch(digits):
        raise QuantityError(f"{quote(digits)}的千分位逗号位置不对；请写成 1,234.56 或 1234.56")
    return Decimal(digits.replace(",", ""))
