"""Words of approximation (近, 约, 多, 以上 ...) and the intervals they make of a number.

A word never moves the nominal number, it widens the interval around it, and two words widen it together:

* 多, 余: up to one more in the place of the last non-zero digit: 3000多 is 3000 to 4000, 2.52万余
  is 25200 to 25300;
* 近: the same place downwards: 近260 is 250 to 260, 近300 is 200 to 300. Below a power of ten
  numbers are one digit shorter, so there it is a tenth of it: 近100 is 90 to 100;
* 约, 左右: half a place both ways: 约200 is 150 to 250;
* 以上, 不低于, ≥ ...: no upper bound; 以下, 不超过, 不足, ≤ ...: no lower bound. Strict words (超过, 不足, <)
  are read as closed bounds: a document that says 超过300 is not contradicted by 300.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import Enum, auto

from wenxiao.digits import EXACT
from wenxiao.numerals import QuantityError, quote


class Widening(Enum):
    """How a word widens the interval around the nominal number."""

    UPWARDS = auto()
    DOWNWARDS = auto()
    AROUND = auto()
    AT_LEAST = auto()
    AT_MOST = auto()
    NONE = auto()


_BEFORE = {
    Widening.DOWNWARDS: "近 接近 将近",
    Widening.AROUND: "约 大约 约为 大概",
    Widening.AT_LEAST: "≥ ≧ > >= 至少 不低于 不少于 不小于 大于 大于等于 高于 多于 超 超过 逾 满 最低 最少",
    Widening.AT_MOST: (
        "≤ ≦ < <= 至多 不满 未满 不超过 未超过 不高于 不多于 不大于 小于 小于等于 低于 少于 不足 不到 最多 最高 最长"
    ),
    Widening.NONE: "达 达到 共 共计 =",
}
_AFTER = {
    Widening.UPWARDS: "多 余",
    Widening.AROUND: "左右 上下",
    Widening.AT_LEAST: "以上 及以上 (含)以上",
    Widening.AT_MOST: "以下 及以下 (含)以下 以内 之内",
}
_MEANINGS = {
    word: widening for words in (_BEFORE, _AFTER) for widening, text in words.items() for word in text.split()
}


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(" ".join(words).split(), key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))


BEFORE = _any_of(_BEFORE.values())
"""The pattern of a word before the number."""

AFTER = _any_of(_AFTER.values())
"""The pattern of a word behind the unit."""

_WORD = re.compile(_any_of(_MEANINGS))


def bounds(numbers: Sequence[Decimal], words: str) -> tuple[Decimal | None, Decimal | None]:
    """Give the hull of what every word makes of every number; None is unbounded.

    Raises:
        QuantityError: the words set both an upper and a lower limit (``不低于3个以下``).
    """
    widenings = {_MEANINGS[word] for word in _WORD.findall(words)}
    no_low, no_high = Widening.AT_MOST in widenings, Widening.AT_LEAST in widenings
    if no_low and no_high:
        raise QuantityError(f"{quote(words)}既是上限又是下限；请只保留一个")
    ends = [end for number in numbers for widening in widenings for end in _farthest(number, widening)]
    ends.extend(numbers)
    return None if no_low else min(ends), None if no_high else max(ends)


def _farthest(number: Decimal, widening: Widening) -> tuple[Decimal, ...]:
    """Give the farthest values a word allows for a number; 多 and 近 follow its sign; the place of zero is 1."""
    digits, power = number.normalize(EXACT).as_tuple()[1:]
    step = Decimal(1).scaleb(int(power), EXACT).copy_sign(number)
    if widening is Widening.UPWARDS:
        return (EXACT.add(number, step),)
    if widening is Widening.DOWNWARDS:
        return (EXACT.subtract(number, step.scaleb(-1) if digits == (1,) else step),)
    if widening is Widening.AROUND:
        half = EXACT.multiply(step, Decimal("0.5"))
        return EXACT.add(number, half), EXACT.subtract(number, half)
    return ()
