"""Sums that their figures make evident: amounts near a whole come to it, read in one of the ways in which lists are told.

Between the parts of a list stand shares, prices, persons and parts of parts; parts stand in brackets, one in each clause,
or one in each line; and the whole may stand before them or after. Each way is tried, the plainest first, until chance
would make one of them fit. What does not come to the whole says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import dropwhile, takewhile

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Line, claim
from wenxiao.audit.relations.proven.chance import AT_TIMES, SELDOM, most_trials
from wenxiao.audit.relations.proven.explained import Explained
from wenxiao.audit.relations.proven.told import measured_as
from wenxiao.audit.relations.sums.candidates import Candidate, Row, alike_in, candidates_in
from wenxiao.audit.relations.sums.closing import as_written, count_coming_to
from wenxiao.audit.relations.sums.divisions import is_division
from wenxiao.audit.relations.sums.nesting import Nesting
from wenxiao.audit.relations.sums.netted import netted
from wenxiao.audit.relations.sums.readings import readings
from wenxiao.audit.relations.sums.terms import common_ending, part_name

_RARELY = Decimal("0.01")
"""How often chance may do it: the whole document is searched, so it must be seldom."""

_FEWEST, _MOST, _MOST_BLOCKS, _MOST_BREAKDOWNS = 2, 24, 8, 4
_TOTAL = re.compile("合计|共|小计|累计|相加|之和|[两二三四五六七八九十]项")
_NEAR = 12
"""How near before a whole the word stands that says it is a total."""


def evident_sums(lines: Sequence[Line], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give the sums that no claim tells yet."""
    told = candidates_in(lines)
    explained, nesting = Explained(claims, frozenset()), Nesting(claims)
    for at, whole in enumerate(told):
        before, after = told[max(at - _MOST, 0) : at][::-1], told[at + 1 : at + 1 + _MOST]
        for found in _about(whole, before, after, nesting):
            if not explained.tells(found):
                explained.add(found)
                nesting.add(found)
                yield found


def _about(whole: Candidate, before: Row, after: Row, nesting: Nesting) -> Iterator[Claim]:
    """Give the sums of one whole, which may be broken down again and again, and the one of its changes."""
    if not whole.can_be_whole:
        return
    for parts in (*_breakdowns(whole, after, nesting), *_told_before(whole, before, nesting)):
        yield _sum(whole, parts)
    changes = netted(whole, before)
    if changes is not None:
        yield changes


def _sum(whole: Candidate, parts: Row) -> Claim:
    ordered = sorted(parts, key=lambda part: part.start)
    amounts = [measured_as(whole.amount, part.amount) for part in ordered]
    are_changed = any(part.direction is not None for part in parts)
    return claim(ClaimKind.SUM, whole.amount, amounts) if are_changed else as_written(whole.amount, amounts)


def _breakdowns(whole: Candidate, after: Row, nesting: Nesting) -> Iterator[Row]:
    parts = _of_sentence(whole, after)
    for _ in range(_MOST_BREAKDOWNS):
        parts = parts or _evident(whole, after, nesting, _RARELY)
        if not parts:
            return
        yield parts
        last, parts = max(part.start for part in parts), []
        after = [one for one in after if one.start > last]


def _told_before(whole: Candidate, before: Row, nesting: Nesting) -> Iterator[Row]:
    likely = SELDOM if _TOTAL.search(whole.amount.lead[-_NEAR:]) else _RARELY
    parts = _joined(whole, before) or _evident(whole, before, nesting, likely)
    if parts:
        yield parts


def _joined(whole: Candidate, before: Row) -> Row:
    """Give the list that 、 joins right before a whole, from its beginning on: 一等奖 2 篇、二等奖 5 篇、三等奖 9 篇，获奖 16 篇."""
    row = list(takewhile(lambda one: one.line == whole.line, before))
    joined = list(takewhile(lambda one: one.amount.lead.startswith("、"), row))
    parts = row[: len(joined) + 1]
    is_list = len(parts) > _FEWEST and all(
        part.measure == whole.measure and part.can_be_part for part in parts
    )
    is_sum = is_list and _coming_to(whole, parts) == parts
    return parts if is_sum and _is_telling(whole, parts, 1, AT_TIMES) else []


def _parts(whole: Candidate, near: Row) -> list[Candidate]:
    """Give what may be a part of a whole: what is less, near it, of its measure, and changed in no other direction."""
    return [
        one
        for one in near
        if one.value < whole.value
        and one.can_be_part
        and abs(one.block - whole.block) <= _MOST_BLOCKS
        and (one.direction is None or one.direction is whole.direction)
        and alike_in(one, whole)
    ]


def _of_sentence(whole: Candidate, after: Row) -> Row:
    """Give what a sentence tells in the unit of a whole right after it: all there is, or the first if that is telling."""
    depth = max(after[0].depth, whole.depth) if after else 0
    row = [
        one
        for one in takewhile(lambda one: _goes_on(whole, one) and one.depth >= depth, after)
        if one.measure == whole.measure and one.direction is whole.direction
    ]
    parts = _coming_to(whole, row)
    is_telling = _is_telling(whole, parts, 1, AT_TIMES)
    is_all = len(parts) == len(row) and (is_telling or _are_announced(whole, parts))
    is_meant = is_all or (is_telling and len(parts) > _FEWEST) or _are_division(parts)
    return parts if is_meant and all(part.can_be_part for part in parts) else []


def _goes_on(whole: Candidate, one: Candidate) -> bool:
    """Tell whether the sentence of a whole, or what stands in its brackets, goes on with an amount."""
    is_within = one.line == whole.line and one.depth >= whole.depth
    return is_within and not one.opens_sentence


def _are_division(parts: Row) -> bool:
    """Tell whether the names of parts are all there are."""
    return is_division(tuple(part_name(part.amount) for part in parts))


def _are_announced(whole: Candidate, parts: Row) -> bool:
    """Tell whether a few things are told as parts of their whole: 共 7 辆, (A 3 个、B 1 个), or 车 after 车辆."""
    if whole.direction is not None or not parts:
        return False
    kinds = common_ending([part.amount.label for part in parts])
    is_named = bool(kinds) and kinds[-1] in whole.amount.label
    return is_named or parts[0].depth > whole.depth or "共" in whole.amount.lead[-_NEAR:]


def _evident(whole: Candidate, near: Row, nesting: Nesting, likely: Decimal) -> Row:
    """Give the first row of amounts near a whole that comes to it, if chance would not be so lucky."""
    most = most_trials(whole.amount.quantity, whole.value, likely)
    row = nesting.outermost(_parts(whole, near), near) if most >= _FEWEST else ()
    if len(row) < _FEWEST or sum(one.value for one in row) < whole.value:
        return []
    for tried, reading in enumerate(readings(whole, row), 1):
        if tried * _FEWEST > most:
            break
        parts = _coming_to(whole, list(dropwhile(lambda one: not one.value, reading)))
        if _is_telling(whole, parts, tried, likely):
            return parts
    return []


def _is_telling(whole: Candidate, parts: Row, tried: int, likely: Decimal) -> bool:
    """Tell whether it is no accident that parts come to a whole: round figures meet more often than others."""
    if not parts:
        return False
    last = min(one.value.normalize().as_tuple().exponent for one in (whole, *parts) if one.value)
    outcomes = whole.value.scaleb(-int(last))
    return tried * len(parts) <= outcomes * likely


def _coming_to(whole: Candidate, row: Row) -> Row:
    return row[: count_coming_to(whole.value, [one.value for one in row])]
