"""Shares, rates and growths that two amounts may have been meant to give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from wenxiao.audit.claims import ClaimKind, GrowthForm
from wenxiao.audit.relations.amounts import Amount, Role, alike, claim, growth_claim
from wenxiao.audit.relations.proven.earlier import in_order
from wenxiao.audit.relations.proven.percentages import UNLIKE, are_alike, is_right_before
from wenxiao.audit.relations.proven.told import Near, measured_as
from wenxiao.audit.relations.slipped.forms import Form, Reading
from wenxiao.audit.relations.sums.terms import shares_letters

_IN_SENTENCE = Form(certain=Fraction(1, 50), likely=Fraction(3, 2))
_OVER_KNOWN_BASE = Form(certain=Fraction(1, 100), likely=Fraction(1, 5))
_OVER_NAMED_BASE = Form(certain=Fraction(1, 100), likely=Fraction(1, 4))
_OVER_NAMESAKE = Form(certain=Fraction(1, 100), likely=Fraction(1, 2))
_OTHERWISE = Form(certain=Fraction(1, 100), likely=Fraction(1, 10))
_GROWTH = Form(certain=Fraction(1, 50), likely=Fraction(1, 5))

_TELLS = re.compile("占|率|比[重例]|面|完成|达到?|[为及]|进度|的$|幅")
_ASKED = re.compile("占(?P<base>[^占,，。；;]{2,16}?)(?:的比[重例]|的|比[重例])?$")
_OF_PLAN = re.compile("(?:完成|达到?|占|为)[^,，。；;]{0,8}?(?P<plan>预算|计划|目标|任务)[^,，。；;]{0,6}$")
"""Words before a percentage that was reckoned over a plan, and over nothing else: 完成预算的 p%."""

_BOOKS = re.compile("(?:公共|基金|经营)预算(?!数)")
"""A budget that is a book of the accounts, not a plan: 一般公共预算收入."""

_SET_OR_EARLIER = re.compile(
    "上年|去年|同期|较|(?<!占)比(?![重例率])|[高低]于|设定|目标值|要求|规定|序时|增速|增幅|分别|[由从]$"
)
"""Words before a percentage that nobody reckoned of the amounts right before: it was set, or is another year's."""

_MOST_NEAR, _MOST_BASES, _NEAREST, _LEAD = 4, 2, 2, 10
_ALL = 100

Pairs = Iterator[tuple[Form, Amount, Amount]]


def ratios_of(
    percent: Amount, near: Near, bases: Sequence[Amount], namesakes: Sequence[Amount]
) -> Iterator[Reading]:
    """Give the shares or rates that a percentage may be.

    ``bases`` are what those before it were reckoned over, ``namesakes`` bear the name of the amount before it.
    """
    words = percent.lead[-_LEAD:]
    if percent.direction is not None or not _TELLS.search(words) or _SET_OR_EARLIER.search(words):
        return
    plain, planned = _plain(near), _OF_PLAN.search(percent.lead)
    kind = ClaimKind.SHARE if "占" in percent.lead else ClaimKind.RATE
    tried: Counter[Form] = Counter()
    named = ((_OVER_NAMESAKE, plain[0], two) for two in namesakes[:1] if plain)
    for form, one, two in (
        *_asked(percent, plain, bases),
        *_near(percent, near),
        *_over(plain, bases),
        *named,
    ):
        if one is not two and are_alike(one, two):
            tried[form] += 1 if alike(one, two) else UNLIKE
            orders = _orders(percent, one, two)
            for part, whole in orders if form is _IN_SENTENCE else orders[:1]:
                if planned and planned["plan"] not in _BOOKS.sub("", whole.lead):
                    continue
                made = claim(kind, percent, (measured_as(whole, part), whole))
                yield Reading(made, form, tried[form])


def growths_of(percent: Amount, near: Near) -> Iterator[Reading]:
    """Give the growths that a percentage may be: by the change right before it, or over what an amount is compared with."""
    direction = percent.direction
    if direction is None:
        return
    pairs = ((one, two) for _, one, two in _near(percent, near) if near.count_here(one, two) == _NEAREST)
    for tried, (one, two) in enumerate(((one, two) for one, two in pairs if alike(one, two)), 1):
        ordered = in_order(one, two)
        if one.role is Role.CHANGE and two.role is not Role.CHANGE and is_right_before(one, percent):
            made = growth_claim(percent, two, one, GrowthForm.CURRENT_DELTA, direction)
            yield Reading(made, _GROWTH, tried)
        elif ordered and ordered[0].role is Role.MAIN:
            yield Reading(
                growth_claim(percent, *ordered, GrowthForm.CURRENT_PREVIOUS, direction), _GROWTH, tried
            )


def _plain(near: Near) -> list[Amount]:
    return [one for one in near.amounts if one.role is not Role.PERCENT]


def _asked(percent: Amount, plain: Sequence[Amount], bases: Sequence[Amount]) -> Pairs:
    """Give the two nearest amounts over those that bear the name of the base: 占回收问卷的 p%."""
    asked = _ASKED.search(percent.lead)
    base = asked["base"] if asked else ""
    named = [one for one in (*bases, *plain) if shares_letters(base, one.label)]
    for one in plain[:_NEAREST]:
        yield from ((_OVER_NAMED_BASE, one, two) for two in named)


def _near(percent: Amount, near: Near) -> Pairs:
    """Give pairs of amounts near by, of which one is one of the two nearest and one stands in the sentence."""
    plain = _plain(near)[:_MOST_NEAR]
    before = [one for one in plain if one.figure.start < percent.figure.start][:_NEAREST]
    for first in range(_NEAREST):
        for second in range(first + 1, len(plain)):
            one, two = plain[first], plain[second]
            in_here = near.count_here(one, two)
            if in_here:
                yield _IN_SENTENCE if in_here == _NEAREST and before == [one, two] else _OTHERWISE, one, two


def _over(plain: Sequence[Amount], bases: Sequence[Amount]) -> Pairs:
    for one in plain[:_NEAREST]:
        yield from ((_OVER_KNOWN_BASE, one, two) for two in bases[:_MOST_BASES])


def _orders(percent: Amount, one: Amount, two: Amount) -> Sequence[tuple[Amount, Amount]]:
    """Give part and whole, those first whose quotient lies on the side of 100 % where the percentage does."""
    small, large = sorted((one, two), key=lambda amount: amount.quantity.value)
    ways = (small, large), (large, small)
    return ways if percent.quantity.value <= _ALL else ways[::-1]
