"""Changes that come to one change: 收入增加 X，主要是拨款增加 A，基金收入减少 B; A 减少，B 增加（净额减少 X）.

A list of causes need not be complete. It is claimed where it closes, where one slip of the pen, or one word of the wrong
direction, is all that parts it from closing, and where 分别是 tells that it is complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.marks import BRACKETED, SENTENCES
from wenxiao.audit.relations.amounts import Line, Role, claim
from wenxiao.audit.relations.changes.net_closing import closes, is_meant
from wenxiao.audit.relations.changes.signed import SignedChange, negated, signed_changes
from wenxiao.quantity import Kind

_FEWEST, _MOST_PARTS, _MOST_BLOCKS = 2, 12, 8
_ANNOUNCED = re.compile("主要|原因|由于|因为?|其中|包括|构成|具体|分别|一是|系|如下|：|:")
_ONE_BY_ONE = re.compile("^[，,]分别[是为]")
"""Words that tell that what follows right after a change is all of it."""

_NESTED = re.compile("其中|包括")
_GOES_ON = re.compile("[。！？\n]其中[^。！？\n]*$")
_NET = re.compile(
    "相抵|相减|抵[减消扣]|轧差|品迭|净额|净[增减]|[，,；;](?:以上)?(?:合计|共计|总计)(?=[净增减调])"
)
_BOOKS = re.compile("收支(?:相抵|相减|轧差)")
_ONE, _FEW, _SOME, _MANY = 1, 2, 3, 4
"""How many digits one of the figures must have that it is no accident if they close, by what else tells it."""


def net_changes(lines: Sequence[Line]) -> Iterator[Claim]:
    """Give each change that those told after it come to, and each net change that those told before it come to."""
    told = list(signed_changes(lines))
    for at, whole in enumerate(told):
        after = _level_with(whole, told[at + 1 : at + 1 + _MOST_PARTS])
        parts = _of_causes(whole, after) or _of_net(whole, told[max(at - _MOST_PARTS, 0) : at])
        if parts:
            yield _net(whole, parts)


def _level_with(whole: SignedChange, told: Sequence[SignedChange]) -> list[SignedChange]:
    """Give the changes in the unit of another while they stand near it.

    They stand as deep in brackets as it does, or in brackets that begin right after it.
    """
    depth = max(told[0].depth, whole.depth) if told else 0
    near = takewhile(
        lambda one: (
            one.block - whole.block <= _MOST_BLOCKS and (one.block != whole.block or one.depth >= depth)
        ),
        told,
    )
    return [one for one in near if one.depth == depth and one.unit == whole.unit]


def _of_causes(whole: SignedChange, told: Sequence[SignedChange]) -> Sequence[SignedChange]:
    """Give the first changes after a change that come to it, or all of their list if they were meant to.

    They are all changes told but parts of parts, or the first of each item.
    """
    if len(told) < _FEWEST:
        return ()
    announced = _ANNOUNCED.search(told[0].words) is not None
    ranked, items = _of_first_rank(told), _firsts(told)
    for row in (ranked, items) if announced and len(items) < len(told) else (ranked,):
        for count in range(_FEWEST, len(row) + 1):
            is_all = count == len(row) or row[count].sentence != row[count - 1].sentence
            fewest_digits = _fewest_digits(whole, count, announced=announced, is_all=is_all)
            if closes(whole, row[:count], fewest_digits, rounded=announced):
                return row[:count]
    is_told_so = announced and whole.amount.role is Role.CHANGE
    listed = (_numbered(whole, items) or _of_sentence(whole, ranked)) if is_told_so else ()
    if len(listed) < _FEWEST:
        return ()
    return listed if _ONE_BY_ONE.search(told[0].words) or is_meant(whole, listed) else ()


def _of_first_rank(told: Sequence[SignedChange]) -> list[SignedChange]:
    """Leave out the parts of parts: what 其中 opens after the first change, to the end of its sentence."""
    nested = 0
    found = [told[0]]
    for one in told[1:]:
        nested = one.sentence if _NESTED.search(BRACKETED.sub("", one.words)) else nested
        if one.sentence != nested:
            found.append(one)
    return found


def _firsts(told: Sequence[SignedChange]) -> list[SignedChange]:
    """Give the first change of each item: what follows a full stop or a semicolon, or begins a line."""
    return [told[0], *(one for one in told[1:] if one.is_first or SENTENCES.search(one.words))]


def _numbered(whole: SignedChange, items: Sequence[SignedChange]) -> list[SignedChange]:
    """Give the first change of each line of the numbered list that begins after a change, none if none does."""
    style = items[0].style
    listed = takewhile(lambda one: one.style == style, items) if style and style != whole.style else ()
    return [one for one in listed if one.is_first]


def _of_sentence(whole: SignedChange, ranked: Sequence[SignedChange]) -> list[SignedChange]:
    """Give the changes of the sentence that goes on about the whole: no full stop is between, but before 其中."""
    first = ranked[0]
    goes_on = whole.sentence == first.sentence or _GOES_ON.search(first.words)
    return [one for one in ranked if one.sentence == first.sentence] if goes_on else []


def _fewest_digits(whole: SignedChange, count: int, *, announced: bool, is_all: bool) -> int:
    """Give how many digits tell: fewer where parts were announced, are all there are, and are several sums of money."""
    if not announced:
        return _MANY
    if not is_all:
        return _SOME
    return _ONE if count > _FEWEST and whole.amount.quantity.kind is Kind.MONEY else _FEW


def _of_net(whole: SignedChange, told: Sequence[SignedChange]) -> Sequence[SignedChange]:
    """Give the changes of the sentence before a net change that come to it, or were meant to: both ways there are."""
    if not _NET.search(whole.words) or _BOOKS.search(whole.words):
        return ()
    depth = whole.depth - ("(" in whole.words)
    sides = [
        one for one in told if (one.sentence, one.unit, one.depth) == (whole.sentence, whole.unit, depth)
    ]
    readings = [sides[at:] for at in range(len(sides) - 1)]
    closed = (parts for parts in readings if closes(whole, parts, _FEW, rounded=True))
    both_ways = (parts for parts in readings if len({part.value > 0 for part in parts}) == _FEWEST)
    return next(closed, None) or next((parts for parts in both_ways if is_meant(whole, parts)), ())


def _net(whole: SignedChange, parts: Sequence[SignedChange]) -> Claim:
    """Give the claim: what runs against the whole is taken from the only part that runs along, or is negative."""
    rises = whole.value > 0
    along = [part.amount for part in parts if (part.value > 0) is rises]
    against = [part.amount for part in parts if (part.value > 0) is not rises]
    if len(along) == 1:
        return claim(ClaimKind.DIFFERENCE, whole.amount, (*along, *against))
    signed = [part.amount if (part.value > 0) is rises else negated(part.amount) for part in parts]
    return claim(ClaimKind.SUM, whole.amount, signed)
