"""Totals told after their parts or before them: a row of amounts comes to one to the last digit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.model import TALLIED
from wenxiao.audit.relations.amounts import Amount, Role, alike, claim
from wenxiao.audit.relations.proven.chance import AT_TIMES, RARELY, SELDOM, most_trials
from wenxiao.audit.relations.proven.told import Told, measured_as
from wenxiao.audit.relations.sums.closing import count_coming_to

_TOTAL = re.compile("合计|共|总|小计|累计|相加|加起来|合起来|之和|[两二三四五六七八九十]项|[两三]者|合|各")
_TOTAL_OF_SHARES = re.compile("合计|共|相加|之和|合起来")
_OPENS = re.compile("其中|包括|包含|[：:含由分]|来源|构成|组成")
_SO_MANY = re.compile("(?P<count>[两二三四五])(?:项|者|家|类|部门|级|块|部分|个|大|种)[^，。；]{0,8}$")
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_MOST_PARTS, _MOST_BLOCKS, _FEWEST, _MOST_SKIPPED, _MOST_CHOSEN_FROM = 16, 8, 2, 4, 9


def totals_of(told: Sequence[Told], at: int) -> Iterator[Claim]:
    """Give the rows before and after an amount that come to it."""
    own = told[at]
    is_share = own.amount.role is Role.PERCENT
    says_total = (_TOTAL_OF_SHARES if is_share else _TOTAL).search(own.amount.lead[-12:]) is not None
    following = told[at + 1].amount.lead if at + 1 < len(told) else ""
    opens = not is_share and _OPENS.search(following) is not None
    if not (says_total or opens) or own.amount.quantity.value <= 0 or not own.amount.quantity.is_exact:
        return
    if says_total:
        before = [one for one in told[max(at - _MOST_PARTS, 0) : at][::-1] if _can_be_part(own, one)]
        yield from _closing(own, before, AT_TIMES)
        yield from _as_many_as_told(own.amount, before)
    if not is_share:
        after = [one for one in told[at + 1 : at + 1 + _MOST_PARTS] if _can_be_part(own, one)]
        yield from _closing(own, after, SELDOM if says_total else RARELY)


def _can_be_part(own: Told, one: Told) -> bool:
    whole, part = own.amount, one.amount
    return (
        part.role is not Role.CHANGE
        and 0 < part.quantity.value < whole.quantity.value
        and ((part.figure.kind in TALLIED and whole.figure.kind in TALLIED) or alike(part, whole))
        and part.quantity.is_exact
        and abs(whole.figure.block - part.figure.block) <= _MOST_BLOCKS
    )


def _closing(own: Told, row: Sequence[Told], likely: Decimal) -> Iterator[Claim]:
    if len(row) < _FEWEST:
        return
    most = most_trials(own.amount.quantity, own.amount.quantity.value, likely)
    for tried, parts in enumerate(_rows(own, row), 1):
        if tried * len(parts) <= most:
            yield claim(ClaimKind.SUM, own.amount, [measured_as(own.amount, part) for part in parts])


def _rows(own: Told, row: Sequence[Told]) -> Iterator[list[Amount]]:
    """Give the rows that come to an amount: of all; those in its unit, at its depth, told alike; later ones."""
    in_unit = [one for one in row if alike(one.amount, own.amount)]
    level = [one for one in in_unit if one.depth <= own.depth]
    endings = {one.amount.lead[-1:] for one in in_unit[:1]}
    told_alike = [one for one in in_unit if one.amount.lead[-1:] in endings]
    later = (in_unit[skipped:] for skipped in range(1, _MOST_SKIPPED + 1))
    for chosen in (row, in_unit, level, told_alike, *later):
        count = count_coming_to(own.amount.quantity.value, [one.amount.quantity.value for one in chosen])
        if count:
            yield [one.amount for one in chosen[:count]]


def _as_many_as_told(whole: Amount, before: Sequence[Told]) -> Iterator[Claim]:
    """Give as many amounts before as the words say (三项合计), though others stand between."""
    said = _SO_MANY.search(whole.lead)
    if said is None:
        return
    parts = [one.amount for one in before if alike(one.amount, whole)][:_MOST_CHOSEN_FROM]
    most = most_trials(whole.quantity, whole.quantity.value, AT_TIMES)
    for tried, chosen in enumerate(combinations(parts, _COUNTS[said["count"]]), 1):
        if tried > most:
            return
        if sum(one.quantity.value for one in chosen) == whole.quantity.value:
            yield claim(ClaimKind.SUM, whole, chosen)
