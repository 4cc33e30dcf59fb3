"""Changes and rests that are, to the last digit, the difference of two amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain, combinations

from wenxiao.audit.claims import Claim, ClaimKind, Direction
from wenxiao.audit.relations.amounts import Amount, Role, alike, claim
from wenxiao.audit.relations.proven.chance import AT_TIMES, RARELY, SELDOM, most_trials
from wenxiao.audit.relations.proven.earlier import in_order
from wenxiao.audit.relations.proven.told import Near
from wenxiao.quantity import Kind

_PARTS = re.compile(
    "(?:[多少高低差余缺空欠短漏净剩超减增降升滞延亏盈尚另扣快慢]|节[约省支]|结[转存]|提高|压[减缩降]|扩大|收窄|未|不)[^，。；、：()]{0,10}$"
)
"""The words, at the end of those before it, of an amount that parts two others."""

_LIKELY = (RARELY, SELDOM, AT_TIMES)
"""How often chance may do it, by how many of the two stand in the sentence."""

_BESIDE = 3


def parts_others(amount: Amount) -> bool:
    """Tell whether an amount is by its words what parts two others."""
    is_change = amount.role is Role.CHANGE or _PARTS.search(amount.lead[-14:]) is not None
    return is_change and amount.quantity.value > 0 and amount.quantity.kind is not Kind.PERCENT


def differences_of(rest: Amount, near: Near, named: Sequence[Amount]) -> Iterator[Claim]:
    """Give the pairs that a change or a rest parts, the nearest first.

    ``named`` bear its name or that of what stands beside it: one of them and an amount of the sentence may be the
    pair, or two of them.
    """
    around = [one for one in near.amounts if is_measured_so(one, rest)]
    for tried, (one, two) in enumerate(_pairs_of(len(around)), 1):
        pair = around[one], around[two]
        if _are_parted(rest, *pair):
            in_here = near.count_here(*pair)
            if in_here or rest.role is not Role.PERCENT:
                yield from _proven(rest, pair, tried, _LIKELY[in_here])
    others = [one for one in named if is_measured_so(one, rest)]
    beside = ((one, other) for one in around[:_BESIDE] for other in others if one is not other)
    for tried, pair in enumerate(chain(beside, combinations(others, 2)), 1):
        if _are_parted(rest, *pair):
            yield from _proven(rest, pair, tried, SELDOM)


def _are_parted(rest: Amount, one: Amount, two: Amount) -> bool:
    return abs(one.quantity.value - two.quantity.value) == rest.quantity.value


def _proven(rest: Amount, pair: tuple[Amount, Amount], tried: int, likely: Decimal) -> Iterator[Claim]:
    if _is_contradicted(rest, pair):
        return
    larger, smaller = sorted(pair, key=lambda amount: amount.quantity.value, reverse=True)
    if tried <= most_trials(rest.quantity, larger.quantity.value, likely):
        yield claim(ClaimKind.DIFFERENCE, rest, (larger, smaller))


def _is_contradicted(rest: Amount, pair: tuple[Amount, Amount]) -> bool:
    """Tell whether a change is told the other way than its later and its earlier amount lie."""
    ordered = in_order(*pair) if rest.direction else None
    if ordered is None:
        return False
    later, earlier = ordered
    return (later.quantity.value > earlier.quantity.value) is not (rest.direction is Direction.UP)


def is_measured_so(one: Amount, rest: Amount) -> bool:
    """Tell whether an amount is in the measure of a rest: percentages differ by percentage points."""
    if rest.quantity.kind is Kind.PERCENTAGE_POINTS:
        return one.quantity.kind is Kind.PERCENT
    return one.role is not Role.PERCENT and alike(one, rest) and one.quantity.value != rest.quantity.value


@lru_cache(maxsize=64)
def _pairs_of(count: int) -> tuple[tuple[int, int], ...]:
    """Give all pairs of so many places, those of the first places first."""
    return tuple(sorted(combinations(range(count), 2), key=sum))
