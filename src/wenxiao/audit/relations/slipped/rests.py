"""Changes, rests and averages that two amounts may have been meant to give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product

from wenxiao.audit.claims import ClaimKind, Direction
from wenxiao.audit.relations.amounts import Amount, Role, alike, claim
from wenxiao.audit.relations.proven.differences import is_measured_so
from wenxiao.audit.relations.proven.earlier import in_order
from wenxiao.audit.relations.proven.products import counts_things, each_of
from wenxiao.audit.relations.proven.told import Near
from wenxiao.audit.relations.slipped.forms import Form, Reading

_REST = Form(certain=Fraction(1, 100), likely=Fraction(1, 10))
_AVERAGE = Form(certain=Fraction(1, 20), likely=Fraction(1, 2))
_NEAREST, _MOST_NEAR, _MOST_COUNTS, _MOST_TOTALS = 2, 4, 2, 3


def rests_of(rest: Amount, near: Near) -> Iterator[Reading]:
    """Give the pairs that a change or a rest may have been meant to part; one of them stands in its sentence.

    A change is told against what it is compared with.
    """
    around = [one for one in near.amounts if one.role is not Role.CHANGE and is_measured_so(one, rest)]
    tried = 0
    for first, second in combinations(range(min(len(around), _MOST_NEAR)), 2):
        one, two = around[first], around[second]
        if first < _NEAREST and one.quantity.value != two.quantity.value and near.count_here(one, two):
            ordered = _ordered(rest, one, two)
            tried += ordered is not None
            if ordered:
                yield Reading(claim(ClaimKind.DIFFERENCE, rest, ordered), _REST, tried)


def _ordered(rest: Amount, one: Amount, two: Amount) -> tuple[Amount, Amount] | None:
    """Give what is taken from what: of a change by its direction, of a rest the smaller from the larger."""
    if rest.direction:
        ordered = in_order(one, two)
        return ordered if ordered is None or rest.direction is Direction.UP else ordered[::-1]
    larger, smaller = sorted((one, two), key=lambda amount: amount.quantity.value, reverse=True)
    return larger, smaller


def averages_of(stated: Amount, each: re.Match[str], near: Near) -> Iterator[Reading]:
    """Give the totals near by of which so many things, told by their name, may have this each."""
    plain = [one for one in near.amounts if one.role is not Role.PERCENT]
    counts = [one for one in plain if counts_things(one, stated, each)][:_MOST_COUNTS]
    totals = [one for one in plain if alike(one, stated) and each_of(one) is None][:_MOST_TOTALS]
    for tried, (count, total) in enumerate(product(counts, totals), 1):
        yield Reading(claim(ClaimKind.PRODUCT, total, (stated, count)), _AVERAGE, tried)
