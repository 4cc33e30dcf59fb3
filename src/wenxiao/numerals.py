"""Chinese numerals to whole numbers and back: ``三十五``, ``一千二百``, ``壹佰贰拾叁万``, ``二〇二一``.

A numeral is read leniently and accepted only if it is what we would write for that number, so that
nothing ambiguous (``一万二``, ``三五``) or malformed (``百百``, ``一百零``) gets through.
"""

from __future__ import annotations

import re

CHARACTERS = "〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
"""Every character a numeral may consist of, informal and formal."""

DIGITS = "零一二三四五六七八九"
"""The digits 0 to 9 in their plain form."""

EXPONENTS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
"""The powers of ten that Chinese multipliers stand for."""

MULTIPLIER = "[十百千]?万?亿?"
"""The pattern of a multiplier behind digits or before a unit: ``万``, ``千万``, ``万亿`` (or nothing)."""

_FORMAL = str.maketrans("〇两壹贰叁肆伍陆柒捌玖拾佰仟", "零二一二三四五六七八九十百千")
_NOTHING = re.compile("零[万亿]")
_OPTIONAL_ZERO = re.compile(rf"(?<=[万亿])零(?=[{DIGITS}]千)")


class QuantityError(ValueError):
    """A text that is no quantity; the message says why, in Chinese."""


def quote(text: str) -> str:
    """Quote a text in a message, shortened so that the message stays readable."""
    shown = text.strip()
    return f"“{shown}”" if len(shown) <= 40 else f"“{shown[:40]}…”（共 {len(shown)} 个字符）"


def from_chinese(text: str) -> int:
    """Read a whole number in Chinese numerals; four or more bare digits (``二〇二一``) are read one by one.

    Raises:
        QuantityError: the text is no Chinese numeral, or one that can be read in two ways.
    """
    plain = _spelled_out(plain_numeral(text))
    if _NOTHING.fullmatch(plain):
        return 0
    if len(plain) >= 4 and set(plain) <= set(DIGITS):
        return int("".join(str(DIGITS.index(digit)) for digit in plain))
    value = _accumulate(plain)
    if value is None or _OPTIONAL_ZERO.sub("", _in_full(value)) != plain:
        raise QuantityError(
            f"{quote(text)}不是规范的中文数字；请写成如 三十五、一百零五、一万二千，或用阿拉伯数字"
        )
    return value


def to_chinese(value: int) -> str:
    """Write a whole number from 0 to below 10^16 in Chinese numerals: 15 is ``十五``.

    Raises:
        QuantityError: the number is negative or too large.
    """
    full = _in_full(value)
    return full.removeprefix("一") if full.startswith("一十") else full


def exponent(multiplier: str) -> int:
    """Give the power of ten of a multiplier: ``万`` is 4, ``千万`` is 7, nothing is 0."""
    return sum(EXPONENTS[character] for character in multiplier)


def plain_numeral(text: str) -> str:
    """Turn formal and short characters into plain ones: ``贰拾`` and ``廿`` are ``二十``."""
    return text.translate(_FORMAL).replace("廿", "二十").replace("卅", "三十")


def _spelled_out(plain: str) -> str:
    """Spell out a leading 一 (``十五``, ``百``) and drop the 零 one may leave out."""
    needed = _OPTIONAL_ZERO.sub("", plain)
    return f"一{needed}" if needed[:1] in EXPONENTS else needed


def _accumulate(plain: str) -> int | None:
    """Add up digits and multipliers without asking whether they stand in a proper order."""
    total = section = digit = 0
    for character in plain:
        if character in DIGITS:
            digit = DIGITS.index(character)
        elif character not in EXPONENTS:
            return None
        elif EXPONENTS[character] < 4:
            section, digit = section + digit * 10 ** EXPONENTS[character], 0
        elif character == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        else:
            total, section, digit = (total + section + digit) * 10**8, 0, 0
    return total + section + digit


def _in_full(value: int) -> str:
    """Write a number with every 一 spelled out: 15 is ``一十五``."""
    if not 0 <= value < 10**16:
        raise QuantityError(f"{value} 不能写成中文数字；请用 0 至一亿亿之间的整数")
    if value >= 10**8:
        return _joined(value, 10**8, "亿")
    return _joined(value, 10**4, "万") if value >= 10**4 else _section(value)


def _joined(value: int, step: int, name: str) -> str:
    head, tail = divmod(value, step)
    gap = "零" if 0 < tail < step // 10 else ""
    return _in_full(head) + name + gap + (_in_full(tail) if tail else "")


def _section(value: int) -> str:
    """Write 0 to 9999."""
    text = "".join(
        DIGITS[int(digit)] + (unit if digit != "0" else "")
        for digit, unit in zip(f"{value:04d}", ("千", "百", "十", ""), strict=True)
    )
    return re.sub("零+", "零", text).strip("零") or "零"
