"""Whether changes come to one change, or would if one figure or one word of direction were written right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from wenxiao.audit.precision import half_last_digits
from wenxiao.audit.relations.changes.signed import SignedChange
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.digits import significant_digits

_CAUSES = re.compile("主要|原因|由于|因为?")
_BALANCE = re.compile("结余|节余|结转|余额|盈余|差额|赤字|亏损|利润|净资产|[顺逆]差")
_NEAR = 50
"""Rounding, and what need not be told among causes, is less than this part of the whole."""

_ROUNDED_DIGITS = 4
"""So many digits tell that changes come to another but for rounding."""

_TURNED_DIGITS = 3
"""So many digits tell that a change is not by chance what twice is missing."""


def closes(whole: SignedChange, parts: Sequence[SignedChange], fewest_digits: int, *, rounded: bool) -> bool:
    """Tell whether parts come to a change by figures with enough digits, be it but for rounding."""
    gap = _gap(whole, parts)
    if abs(gap) * _NEAR > abs(whole.value):
        return False
    figures = [whole, *parts]
    digits = max(significant_digits(one.value) for one in figures)
    if gap == 0:
        return digits >= fewest_digits
    return (
        rounded
        and digits >= _ROUNDED_DIGITS
        and abs(gap) <= sum(half_last_digits([one.amount.quantity for one in figures]))
    )


def is_meant(whole: SignedChange, parts: Sequence[SignedChange]) -> bool:
    """Tell whether one figure miswritten, or told to have moved the wrong way, is all that keeps parts from closing.

    Nothing is known of parts that work against each other, nor of causes that leave next to nothing unexplained.
    """
    gap = _gap(whole, parts)
    is_left_out = _CAUSES.search(parts[0].words) is not None and abs(gap) * _NEAR < abs(whole.value)
    if is_left_out or _are_opposed(whole, parts):
        return False
    turned = (
        abs(gap) == abs(2 * one.value)
        for one in (whole, *parts)
        if significant_digits(one.value) >= _TURNED_DIGITS
    )
    wanted = ((whole, whole.value - gap), *((part, part.value + gap) for part in parts))
    return any(turned) or any(_can_mean(one, value) for one, value in wanted)


def _are_opposed(whole: SignedChange, parts: Sequence[SignedChange]) -> bool:
    """Tell whether what rises may take from the whole: it is a balance, or income stands beside expenses."""
    labels = [part.amount.label for part in parts]
    both_sides = all(any(side in label for label in labels) for side in ("收入", "支出"))
    return both_sides or _BALANCE.search(whole.words) is not None


def _can_mean(change: SignedChange, value: Decimal) -> bool:
    """Tell whether the figure of a change, miswritten, can have meant another one of the same direction."""
    stated = change.amount.quantity
    meant = replace(stated, value=abs(value), low=abs(value), high=abs(value), written="")
    return change.value * value > 0 and is_slip(stated, [meant], rounded=False)


def _gap(whole: SignedChange, parts: Sequence[SignedChange]) -> Decimal:
    return whole.value - sum((part.value for part in parts), Decimal(0))
