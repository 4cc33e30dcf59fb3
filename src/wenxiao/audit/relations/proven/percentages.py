"""Percentages that two amounts give: a share, a rate, or a growth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from wenxiao.audit.claims import Claim, ClaimKind, Direction, GrowthForm
from wenxiao.audit.figures.model import TALLIED
from wenxiao.audit.relations.amounts import Amount, Role, alike, claim, growth_claim
from wenxiao.audit.relations.proven.chance import AT_TIMES, MAGNITUDES, RARELY, SELDOM, most_trials, rounds_to
from wenxiao.audit.relations.proven.told import Near, measured_as
from wenxiao.quantity import Kind

_ALL = Decimal(100)
_TELLS = re.compile("占|率|比[重例]|面|完成|达到?|[为及]|进度|的$|幅")
_BASE = re.compile("年|上|去|原|计划|预算|概算|由|从|前|季度|月|之前|此前|为$")
_MOST_PAIRED, _LONGEST_GAP = 10, 12
UNLIKE = 4
"""People, forms and cases may stand for each other, but chance must be so many times rarer."""


def is_percentage(amount: Amount) -> bool:
    """Tell whether an amount is a percentage that two others may give: no bound, nor 100 %, which too many give."""
    quantity = amount.quantity
    is_bound = (
        quantity.low is None or quantity.high is None or quantity.value in (quantity.low, quantity.high)
    )
    is_stated = quantity.is_exact or not is_bound
    return quantity.kind is Kind.PERCENT and is_stated and quantity.value not in (0, _ALL)


def percentages_of(
    percent: Amount, near: Near, named: Sequence[Amount], bases: Sequence[Amount]
) -> Iterator[Claim]:
    """Give the shares, or the growths by a change beside it, that a percentage can be, the likeliest first.

    ``named`` bear the name of what stands beside it, ``bases`` are what percentages before it were reckoned over.
    """
    if percent.direction is not None and not any(_leads_to(percent, one) for one in near.amounts):
        return
    make = _shares if percent.direction is None else _growths_by_change
    for one, two, tried, likely in _candidates(percent, near, named, bases):
        for found in make(percent, one, two):
            if _is_telling(percent, one, two, tried, likely):
                yield found


def growths_of(percent: Amount, near: Near, named: Sequence[Amount]) -> Iterator[Claim]:
    """Give the growths over a base that a percentage can be, the likeliest first."""
    for one, two, tried, likely in _candidates(percent, near, named, ()):
        for found in _growths_over_base(percent, one, two):
            if _is_telling(percent, one, two, tried, likely):
                yield found


def _candidates(
    percent: Amount, near: Near, named: Sequence[Amount], bases: Sequence[Amount]
) -> Iterator[tuple[Amount, Amount, int, Decimal]]:
    """Give pairs of amounts, each with how many were tried and how often chance may make them fit."""
    amounts = [one for one in near.amounts if one.role is not Role.PERCENT]
    nearest = amounts[:2]
    is_told = percent.direction is not None or _TELLS.search(percent.lead[-10:]) is not None
    hinted, told = (SELDOM, AT_TIMES) if is_told else (RARELY, RARELY)
    for tried, (one, two) in enumerate(_beside(amounts, bases), 1):
        yield one, two, tried, hinted
    for tried, (one, two) in enumerate(_pairs(amounts), 1):
        in_here = near.count_here(one, two)
        if in_here or one in nearest:
            yield one, two, tried, told if in_here == 2 else hinted
    for tried, (one, two) in enumerate(_beside(amounts, named), 1):
        yield one, two, tried, SELDOM


def _beside(amounts: Sequence[Amount], others: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Give the pairs of one of the two nearest amounts and one of others."""
    for one in amounts[:2]:
        yield from ((one, two) for two in others if one is not two and are_alike(one, two))


def _pairs(amounts: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Give the pairs with one of the two nearest amounts, then the others of those near by."""
    for one, two in _places(len(amounts)):
        if are_alike(amounts[one], amounts[two]):
            yield amounts[one], amounts[two]


@lru_cache(maxsize=64)
def _places(count: int) -> tuple[tuple[int, int], ...]:
    beside = [(one, two) for one in (0, 1) for two in range(one + 1, count)]
    apart = sorted(combinations(range(2, min(count, _MOST_PAIRED)), 2), key=sum)
    return (*beside, *apart)


def are_alike(one: Amount, two: Amount) -> bool:
    """Tell whether one of two amounts can be a share of the other: people and forms may stand for each other."""
    return (one.figure.kind in TALLIED and two.figure.kind in TALLIED) or alike(one, two)


def _is_telling(percent: Amount, one: Amount, two: Amount, tried: int, likely: Decimal) -> bool:
    """Tell whether it is no accident that two amounts fit, be it only because they do to the last digit."""
    strict = likely if alike(one, two) else likely / UNLIKE
    among = min(percent.quantity.value, _ALL) * MAGNITUDES
    if 2 * tried <= most_trials(percent.quantity, among, strict):
        return True
    part, whole = sorted((one.quantity, two.quantity), key=lambda quantity: quantity.value)
    is_exact = part.value * _ALL == whole.value * percent.quantity.value
    return is_exact and 2 * tried <= most_trials(part, part.value * MAGNITUDES, strict)


def _shares(percent: Amount, one: Amount, two: Amount) -> Iterator[Claim]:
    kind = ClaimKind.SHARE if "占" in percent.lead else ClaimKind.RATE
    for part, whole in ((one, two), (two, one)):
        if _fits(percent, part.quantity.value, whole.quantity.value):
            yield claim(kind, percent, (measured_as(whole, part), whole))


def _growths_by_change(percent: Amount, change: Amount, other: Amount) -> Iterator[Claim]:
    direction = percent.direction
    if direction is None or not _leads_to(percent, change) or not alike(change, other):
        return
    delta, value = change.quantity.value, other.quantity.value
    if _fits(percent, delta, value - delta if direction is Direction.UP else value + delta):
        yield growth_claim(percent, other, change, GrowthForm.CURRENT_DELTA, direction)
    if _fits(percent, delta, value):
        yield growth_claim(percent, other, change, GrowthForm.PREVIOUS_DELTA, direction)


def _leads_to(percent: Amount, change: Amount) -> bool:
    """Tell whether a change stands right before the percentage that it is told in again."""
    is_same = change.role is Role.CHANGE and change.direction is percent.direction
    return is_same and is_right_before(change, percent)


def is_right_before(one: Amount, percent: Amount) -> bool:
    """Tell whether but a few words part an amount from the percentage after it."""
    return 0 < percent.figure.start - one.figure.end <= _LONGEST_GAP


def _growths_over_base(percent: Amount, one: Amount, two: Amount) -> Iterator[Claim]:
    direction = percent.direction
    if direction is None or not alike(one, two):
        return
    for current, base in ((one, two), (two, one)):
        change = current.quantity.value - base.quantity.value
        grown = change if direction is Direction.UP else -change
        fits = current.role is not Role.CHANGE and _fits(percent, grown, base.quantity.value)
        if fits and _is_base(base):
            yield growth_claim(percent, current, base, GrowthForm.CURRENT_PREVIOUS, direction)


def _is_base(amount: Amount) -> bool:
    """Tell whether an amount is told as what another is compared with."""
    return amount.role is Role.REFERENCE or _BASE.search(amount.lead[-14:]) is not None


def _fits(percent: Amount, part: Decimal, whole: Decimal) -> bool:
    """Tell whether a part of a whole rounds to the percentage as printed."""
    return part > 0 and rounds_to(percent.quantity, part * _ALL, whole)
