"""Rates of things that are counted by two words: 发放问卷 1200 户，回收 1146 份.

Nothing says that the two may be compared but that their rate agrees, so no rate that fails is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.relations.amounts import Amount, Line, Role, claim
from wenxiao.audit.relations.ratios.asked import EVERYTHING
from wenxiao.audit.relations.ratios.ratio_words import JOINED
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_COUNTED = frozenset({Kind.ITEMS, Kind.PERSONS, Kind.PERSON_TIMES, Kind.SESSIONS, Kind.NUMBER})
_RATES = re.compile("率分别(?:为|是|达到|达|约)*$")
_TELLING = 10


def recounted_rate(percent: Amount, part: Amount, wholes: Sequence[Amount]) -> Claim | None:
    """Give the rate of a count and the first of some others that it agrees with, whatever those are counted by."""
    if percent.quantity.value in EVERYTHING or "." not in percent.quantity.written:
        return None
    rates = (
        claim(ClaimKind.RATE, percent, (part, _counted_like(whole, part)))
        for whole in wholes
        if whole is not part and _may_hold(whole, part)
    )
    return next((rate for rate in rates if judge(rate).verdict is Verdict.PASS), None)


def respective_rates(line: Line) -> Iterator[Claim]:
    """Give the rates of a row that all agree: 收回 A 份，甲满意 B 件，乙满意 C 件，甲满意率和乙满意率分别达到 b% 和 c%."""
    amounts = line.amounts
    for start, amount in enumerate(amounts):
        if amount.quantity.kind is not Kind.PERCENT or not _RATES.search(amount.lead):
            continue
        shares = [amount, *_joined(amounts[start + 1 :])]
        mains = [one for one in amounts[:start] if one.role is Role.MAIN]
        whole, parts = mains[-len(shares) - 1 : -len(shares)], mains[-len(shares) :]
        rates = [recounted_rate(*pair, whole) for pair in zip(shares, parts, strict=False)]
        found = [rate for rate in rates if rate is not None]
        if len(found) == len(shares) > 1:
            yield from found


def _joined(amounts: Sequence[Amount]) -> Iterator[Amount]:
    """Give the percentages that stand in a row."""
    for one in amounts:
        if one.quantity.kind is not Kind.PERCENT or one.lead not in JOINED:
            return
        yield one


def _may_hold(whole: Amount, part: Amount) -> bool:
    return {
        whole.quantity.kind,
        part.quantity.kind,
    } <= _COUNTED and whole.quantity.value >= part.quantity.value >= _TELLING


def _counted_like(whole: Amount, part: Amount) -> Amount:
    """Give a count as if it were counted by the word of another."""
    return replace(whole, quantity=replace(whole.quantity, unit=part.quantity.unit, kind=part.quantity.kind))
