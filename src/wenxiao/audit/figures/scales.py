"""Numerals that are no number of their own: 万 of 万元, 十 of 数十."""

from __future__ import annotations

from wenxiao.numerals import EXPONENTS

_SCALES = frozenset(EXPONENTS) | {"百万", "千万", "万亿", "十万"}
_VAGUE = frozenset("几数")
_OPEN_SCALES = frozenset("十百千万亿")


def is_vague(text: str, start: int, first: int) -> bool:
    """Tell whether the word before a numeral leaves open how many: 数十, 几百, 上千 (but not 以上千)."""
    if start <= first:
        return False
    before = text[start - 1]
    return before in _VAGUE or (
        before == "上" and text[start] in _OPEN_SCALES and text[start - 2 : start - 1] != "以"
    )


def is_scale(text: str, start: int, end: int) -> bool:
    """Tell whether 万 or 百 stands for a unit (万元) or a vague size, not for a number of its own."""
    if text[start:end] not in _SCALES or is_vague(text, start, 0):
        return False
    return text[start] in "万亿" or text[end : end + 1] in {"元", "", ")"}
