"""Whether parts make a whole: exactly, or within the rounding of the figures as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import accumulate

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.precision import half_last_digits
from wenxiao.audit.relations.amounts import Amount, claim
from wenxiao.finding import Verdict

_NEAR = 4
"""Rounding is less than this part of the whole; what lies farther off needs no closer look."""

_JOINS = ("、", "和", "及", "与")
_REMAINS = re.compile("结转|结余|节余|剩余|未支付|尚余")
_TELLING_DIGITS, _TELLING_PARTS = 3, 4


def adds_up(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether the parts make the whole, within rounding."""
    gap = abs(whole.quantity.value - _total(parts))
    if not _are_exact(whole, parts):
        return judge(claim(ClaimKind.SUM, whole, parts)).verdict is Verdict.PASS
    if not gap or gap * _NEAR > abs(whole.quantity.value):
        return not gap
    return gap <= sum(half_last_digits([whole.quantity, *(part.quantity for part in parts)]))


def agrees(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether the parts can make the whole: approximations among them leave it possible."""
    return judge(claim(ClaimKind.SUM, whole, parts)).verdict is not Verdict.FAIL


def closes(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether the parts make the whole to the last digit, with nothing approximate and nothing zero."""
    return (
        len(parts) > 1
        and _total(parts) == whole.quantity.value
        and _are_exact(whole, parts)
        and all(part.quantity.value for part in parts)
    )


def is_telling(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether it is no accident that parts close: the whole has many digits, or the parts are many."""
    digits = whole.quantity.written.strip("0元万亿").replace(".", "")
    return len(digits) >= _TELLING_DIGITS or len(parts) >= _TELLING_PARTS


def closing_count(whole: Amount, parts: Sequence[Amount], ends: Iterable[int]) -> int:
    """Give how many of the parts, from the first on, make the whole, 0 if none do.

    All of them are tried first, then those up to a semicolon, then the longest row that does not end between
    two joined by 、; to the last digit, then within rounding.
    """
    stated, few = whole.quantity.value, (len(parts), *ends)
    if not _are_exact(whole, parts):
        return next((count for count in few if count > 1 and adds_up(whole, parts[:count])), 0)
    totals = (Decimal(0), *accumulate(part.quantity.value for part in parts))
    rows = (count for count in range(len(parts) - 1, 1, -1) if not parts[count].lead.startswith(_JOINS))
    counts = [count for count in (*few, *rows) if count > 1]
    exact = next((count for count in counts if totals[count] == stated), 0)
    near = (count for count in counts if abs(totals[count] - stated) * _NEAR <= abs(stated))
    return exact or next((count for count in near if adds_up(whole, parts[:count])), 0)


def count_coming_to(stated: Decimal, values: Sequence[Decimal]) -> int:
    """Give how many values, from the first on, come to a stated one, 0 if they pass it or but one is not zero."""
    for count, total in enumerate(accumulate(values), 1):
        if total >= stated:
            is_telling = total == stated and sum(value > 0 for value in values[:count]) > 1
            return count if is_telling else 0
    return 0


def as_written(whole: Amount, parts: Sequence[Amount]) -> Claim:
    """Give the sum, or, where the last of two parts is what remains (结转, 结余), the difference."""
    *taken, rest = parts
    if len(taken) == 1 and _REMAINS.search(rest.label):
        return claim(ClaimKind.DIFFERENCE, rest, (whole, *taken))
    return claim(ClaimKind.SUM, whole, parts)


def _total(parts: Sequence[Amount]) -> Decimal:
    return sum((part.quantity.value for part in parts), Decimal(0))


def _are_exact(whole: Amount, parts: Sequence[Amount]) -> bool:
    return whole.quantity.is_exact and all(part.quantity.is_exact for part in parts)
