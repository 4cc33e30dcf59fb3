"""Averages: what falls to each of some things (平均每家 2.6 个) is a total of its own measure, shared out among so many.

The words name the thing, its unit finds the number of things, and the measure finds the total, both near by. What does
not fit says nothing: there are things of every sort, and totals of some of them only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice, product

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.marks import CLAUSES
from wenxiao.audit.relations.amounts import Amount, Role, alike, claim
from wenxiao.audit.relations.proven.chance import AT_TIMES, MAGNITUDES, most_trials, rounds_to
from wenxiao.audit.relations.proven.told import Told, near
from wenxiao.quantity import Kind

_EACH = re.compile(
    "[每单](?:一)?(?P<each>[一-龥]{1,3})|(?P<mean>(?!平)[一-龥])均|[合摊按]一(?P<one>[一-龥]{1,2})|[/／](?P<over>[一-龥]{1,3})"
)
_ONE = re.compile("[一每]([一-龥]{1,3})")
_EXTREME = re.compile("最[高低多少大小]|[高低]于|超过|不足|限额|控制在")
_PEOPLE = frozenset("人名位员生")
_SPELLED = {"日": "天", "车": "辆", "批": "批次", "班": "个", "村": "个"}
_PERSONS = frozenset({Kind.PERSONS, Kind.PERSON_TIMES})
_PLAIN = frozenset({Role.MAIN, Role.CHANGE})
_PERSON_UNITS = frozenset({"人", "人次"})
_LEAD, _MOST_NEAR = 16, 24


def averages_in(told: Sequence[Told], claims: Iterable[Claim]) -> Iterator[Claim]:
    """Give the averages that a total and a number of things near them agree with, without those claimed already."""
    each = (one.operands[0].figure for one in claims if one.kind is ClaimKind.PRODUCT)
    claimed = {figure.start for figure in each if figure}
    for at, one in enumerate(told):
        stated, before = one.amount, told[at - 1].amount if at else None
        if stated.figure.start in claimed or stated.role is not Role.MAIN or not stated.quantity.is_exact:
            continue
        things = _things(stated, before)
        if things:
            yield from _average(stated, things, near(told, at).amounts[:_MOST_NEAR])


def _things(stated: Amount, before: Amount | None) -> list[str]:
    """Give what an amount is told for each of, as the words before it name it: 每户, 户均, 一户."""
    words = CLAUSES.split(stated.lead)[-1][-_LEAD:]
    if _EXTREME.search(words):
        return []
    found = [match[match.lastgroup or 0] for match in _EACH.finditer(f"{words}{stated.figure.text}")]
    one = _ONE.fullmatch(before.figure.text) if before and words == stated.lead else None
    return [*found, *([one[1]] if one else [])][::-1]


def _average(stated: Amount, things: Sequence[str], around: Sequence[Amount]) -> Iterator[Claim]:
    """Give the total and the number of things, the nearest first, that make an average as printed."""
    plain = [one for one in around if one.role in _PLAIN and one.quantity.value > 0]
    totals = [one for one in plain if _is_of_measure(one, stated)]
    counts = [one for thing in things for one in plain if _counts(one, thing) and one.quantity.value > 1]
    most = most_trials(stated.quantity, stated.quantity.value * MAGNITUDES, AT_TIMES)
    pairs = [(total, count) for count, total in islice(product(counts, totals), most) if total is not count]
    exact = [pair for pair in pairs if _gap(stated, *pair) == 0]
    near_to = [pair for pair in pairs if rounds_to(stated.quantity, *(one.quantity.value for one in pair))]
    yield from (claim(ClaimKind.PRODUCT, total, (stated, count)) for total, count in (exact or near_to)[:1])


def _gap(stated: Amount, total: Amount, count: Amount) -> Decimal:
    return total.quantity.value - stated.quantity.value * count.quantity.value


def _is_of_measure(total: Amount, stated: Amount) -> bool:
    """Tell whether an amount can be shared out, so that another falls to each; persons are so by the times they came."""
    is_alike = alike(total, stated) or {total.quantity.kind, stated.quantity.kind} <= _PERSONS
    return is_alike and total.quantity.value > stated.quantity.value


def _counts(one: Amount, thing: str) -> bool:
    """Tell whether an amount is a number of things: 24 家 of 每家代理机构, 41 批次 of 每批."""
    spelled = one.quantity.spelled.removeprefix("万")
    if one.quantity.kind is Kind.MONEY:
        return False
    if thing[0] in _PEOPLE:
        return one.quantity.unit in _PERSON_UNITS
    wanted = _SPELLED.get(thing, thing)
    return spelled != "" and (wanted.startswith(spelled) or spelled.endswith(wanted))
