"""Sums told one after the other: the parts follow their whole, in its sentence or the next ones, and come to it exactly.

No word need announce them, and one whole may be broken down again and again: by kind, by purpose, by organisation. What
stands in brackets, or is a part of a part (基本支出 X，其中工资 a、津贴 b；项目支出 Y), is left out of the count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from wenxiao.audit.claims import Claim
from wenxiao.audit.relations.amounts import Amount, Line, Role
from wenxiao.audit.relations.sums.claimed import Claimed
from wenxiao.audit.relations.sums.closing import adds_up, as_written
from wenxiao.audit.relations.sums.divisions import is_division
from wenxiao.audit.relations.sums.openings import classifies
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.audit.relations.sums.terms import can_be_added, is_averaged, part_name
from wenxiao.digits import significant_digits

_PAIR, _MANY, _MOST_PARTS, _MOST_BLOCKS = 2, 4, 30, 8
_MOST_SLIPPED = 10
"""A whole whose point slipped is so many times less than its parts."""

_NUMBERED = re.compile("[一二三四五六七八九十]是")
_CLOSES = re.compile("[；;。！？\\n]|^[^(]*[)]")
_FEWEST_DIGITS, _DIGITS_FOR_TWO = 3, 4
"""How many digits the whole must have that it is no accident, and how many if its parts are but two."""

_ROUNDED_PARTS, _ROUNDED_DIGITS, _NEAR = 3, 5, 500
"""From how many parts and digits on a whole may be off by rounding, which is less than this part of it."""


class _Told(NamedTuple):
    """An amount in the order of the text: how deep in brackets it stands, and where a part of a part begins and ends."""

    at: int
    amount: Amount
    value: Decimal
    unit: str
    averaged: bool
    block: int
    line: int
    depth: int
    begins: bool
    ends: bool


def running_sums(lines: Sequence[Line], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give the sums of the amounts that follow a whole, without those whose parts are claimed to be of one already."""
    claimed = Claimed(claims)
    for whole, parts in _sums(_told(lines)):
        found = as_written(whole.amount, [part.amount for part in parts])
        if not claimed.covers(found):
            yield found


def _sums(told: Sequence[_Told]) -> Iterator[Sum]:
    """Give each whole with its parts, then the short wholes whose neighbours have theirs beside the same parts."""
    short: list[Sum] = []
    places: set[tuple[int, ...]] = set()
    for whole in told:
        if whole.value > 0:
            for parts in _breakdowns(whole, told[whole.at + 1 : whole.at + 1 + _MOST_PARTS]):
                found = whole, parts
                if significant_digits(whole.value) < _FEWEST_DIGITS and not _are_numbered(parts):
                    short.append(found)
                else:
                    places.add(_places(found))
                    yield found
    for found in short:
        beside = (tuple(place + by for place in _places(found)) for by in (-1, 1))
        if any(place in places for place in beside):
            yield found


def _places(found: Sum) -> tuple[int, ...]:
    whole, parts = found
    return (whole.at, *(part.at for part in parts))


def _are_numbered(parts: Sequence[_Told]) -> bool:
    """Tell whether parts are numbered: 一是……二是……."""
    return all(_NUMBERED.search(part.amount.lead) for part in parts)


Sum = tuple[_Told, list[_Told]]
"""A whole and its parts."""


def _told(lines: Sequence[Line]) -> list[_Told]:
    """Give the plain amounts of a document that can be added, and averages, which may be wholes."""
    told: list[_Told] = []
    for line in lines:
        depth = 0
        begins = ends = False
        for amount in line.amounts:
            lead = amount.lead
            depth = max(depth + lead.count("(") - lead.count(")"), 0)
            begins = begins or amount.opens_list
            ends = ends or _CLOSES.search(lead) is not None
            if amount.role is not Role.MAIN or not amount.quantity.is_exact:
                continue
            averaged = not can_be_added(amount)
            if not averaged or is_averaged(amount):
                quantity, place = amount.quantity, (line.block, line.start, depth)
                told.append(
                    _Told(len(told), amount, quantity.value, quantity.unit, averaged, *place, begins, ends)
                )
                begins = ends = False
    return told


def _breakdowns(whole: _Told, told: Sequence[_Told]) -> Iterator[list[_Told]]:
    """Give every breakdown of a whole that follows it without anything else between.

    The last may be one slip of the pen away, where its words tell that it should be one.
    """
    parts: list[_Told] = []
    total = Decimal(0)
    for one in _level_with(whole, told):
        if _is_meant(whole, parts, one):
            yield parts
            return
        parts.append(one)
        total += one.value
        if total == whole.value or _is_rounded(whole, parts, total):
            if not _is_no_accident(whole, parts):
                return
            yield parts
            parts, total = [], Decimal(0)
        elif total > whole.value * _MOST_SLIPPED:
            return
    if _is_meant(whole, parts, None):
        yield parts


def _level_with(whole: _Told, told: Sequence[_Told]) -> Iterator[_Told]:
    """Give the amounts in the unit of a whole that are no parts of parts, while they stand near it."""
    nested, seen = False, False
    for one in told:
        if one.depth < whole.depth or one.block - whole.block > _MOST_BLOCKS:
            return
        nested = (nested and not one.ends) or (one.begins and seen)
        is_level = one.depth == whole.depth and not one.averaged
        if is_level and not nested and one.unit == whole.unit:
            seen = True
            yield one


def _is_meant(whole: _Told, parts: Sequence[_Told], following: _Told | None) -> bool:
    """Tell whether parts that end a paragraph or sentence are by their words all there are, and a slip away.

    So are those that 按经济分类： or the like announces, and those that are a known division.
    """
    if len(parts) < _PAIR or parts[0].line != parts[-1].line:
        return False
    if (
        len(parts) < _MANY if whole.averaged else parts[0].begins
    ):  # what 其中 opens is read as a list elsewhere
        return False
    if following and following.line == parts[-1].line and not following.ends:
        return False
    told = classifies(parts[0].amount) or is_division(_names(parts))
    return told and is_slip(whole.amount.quantity, [part.amount.quantity for part in parts])


def _is_no_accident(whole: _Told, parts: Sequence[_Told]) -> bool:
    """Tell whether parts do not come to a whole by chance; one part alone is the whole told again.

    Those of a short whole are asked elsewhere.
    """
    if len(parts) != _PAIR:
        return len(parts) > _PAIR
    if whole.averaged:
        return False
    is_told = is_division(_names(parts)) or _are_numbered(parts)
    return is_told or not _FEWEST_DIGITS <= significant_digits(whole.value) < _DIGITS_FOR_TWO


def _names(parts: Sequence[_Told]) -> tuple[str, ...]:
    return tuple(part_name(part.amount) for part in parts)


def _is_rounded(whole: _Told, parts: Sequence[_Told], total: Decimal) -> bool:
    """Tell whether many parts come to a long number within rounding."""
    return (
        len(parts) >= _ROUNDED_PARTS
        and abs(total - whole.value) * _NEAR < whole.value
        and significant_digits(whole.value) >= _ROUNDED_DIGITS
        and adds_up(whole.amount, [part.amount for part in parts])
    )
