"""Averages and products: 人均, 每亩, 单价; a total, a number of things, and what falls to each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.model import TALLIED
from wenxiao.audit.relations.amounts import Amount, Role, alike, claim
from wenxiao.audit.relations.proven.chance import (
    AT_TIMES,
    MAGNITUDES,
    RARELY,
    SELDOM,
    most_trials,
    rounds_to,
    step_of,
)
from wenxiao.audit.relations.proven.told import Near

_EACH = re.compile(
    "每一?(?P<each>[一-龥])|(?P<mean>[一-龥])均|[均每]|单价|造价|标准|负责|乘|[/／](?P<over>[一-龥])"
)
_PEOPLE = frozenset("人名位员生")
MOST_NEAR = 24
"""How many amounts around one are looked through."""


def each_of(amount: Amount) -> re.Match[str] | None:
    """Give the words that tell an amount for each of some things, None if it is told for all."""
    return _EACH.search(f"{amount.lead[-12:]}{amount.figure.text}")


def averages_of(stated: Amount, each: re.Match[str], near: Near) -> Iterator[Claim]:
    """Give the total and the number of things, the nearest first, of which an average is the quotient."""
    amounts = _plain(near)
    counts = [one for one in amounts if _can_count(one, stated)]
    of_things = [one for one in counts if _counts(one, each)]
    others = [one for one in counts if one not in of_things]
    totals = [one for one in amounts if alike(one, stated) and _unit(one) == _unit(stated)]
    for group, likely in ((of_things, AT_TIMES), (others, RARELY if _thing(each) else SELDOM)):
        most = most_trials(stated.quantity, stated.quantity.value * MAGNITUDES, likely)
        for tried, (count, total) in enumerate(product(group, totals), 1):
            if tried > most:
                break
            if rounds_to(stated.quantity, total.quantity.value, count.quantity.value):
                yield claim(ClaimKind.PRODUCT, total, (stated, count))


def products_of(stated: Amount, near: Near) -> Iterator[Claim]:
    """Give what is told for each of some things and how many they are, the nearest first, that make an amount."""
    amounts = _plain(near)
    rates = [(one, each) for one in amounts if alike(one, stated) and (each := each_of(one))]
    counts = [one for one in amounts if _can_count(one, stated)] if rates else []
    exactly, nearly = (
        most_trials(stated.quantity, stated.quantity.value * MAGNITUDES, likely)
        for likely in (SELDOM, RARELY)
    )
    for tried, ((rate, each), count) in enumerate(product(rates, counts), 1):
        gap = abs(rate.quantity.value * count.quantity.value - stated.quantity.value)
        fits = gap * 2 <= step_of(stated.quantity) and tried <= (nearly if gap else exactly)
        if fits and (not _thing(each) or _counts(count, each)):
            yield claim(ClaimKind.PRODUCT, stated, (rate, count))


def _plain(near: Near) -> Sequence[Amount]:
    return [one for one in near.amounts if one.role is not Role.PERCENT][:MOST_NEAR]


def _can_count(one: Amount, stated: Amount) -> bool:
    """Tell whether an amount can be a number of things among which another measure is shared out."""
    is_other = one.quantity.unit != stated.quantity.unit or _unit(one) != _unit(stated)
    return is_other and one.figure.kind in TALLIED and one.quantity.value > 1


def counts_things(count: Amount, stated: Amount, each: re.Match[str]) -> bool:
    """Tell whether an amount counts the things for each of which another is told."""
    return _can_count(count, stated) and _counts(count, each)


def _unit(amount: Amount) -> str:
    return amount.quantity.spelled[-1:]


def _counts(count: Amount, each: re.Match[str]) -> bool:
    """Tell whether a count is of the things that an average is told for each of."""
    thing = _thing(each)
    if thing in _PEOPLE and count.quantity.unit == "人":
        return True
    return thing != "" and thing in count.quantity.spelled


def _thing(each: re.Match[str]) -> str:
    return each["each"] or each["mean"] or each["over"] or ""
