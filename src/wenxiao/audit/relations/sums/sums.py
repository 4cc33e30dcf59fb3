"""Sums in sentences: a whole and its parts after 其中, 包括, 分别为 or in brackets; parts and then 共计.

A list of parts need not be complete. It claims a sum when it adds up, or when its form says that it is
all there is, or when one slip of the pen is all that parts it from adding up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.sums.adjusted import adjusted_sums
from wenxiao.audit.relations.sums.closing import closes, closing_count, is_telling
from wenxiao.audit.relations.sums.completeness import (
    exceeds_whole,
    is_complete,
    is_large_enough,
    is_meant,
    is_whole_division,
)
from wenxiao.audit.relations.sums.divisions import LARGEST, is_division
from wenxiao.audit.relations.sums.listing import listing
from wenxiao.audit.relations.sums.openings import classifies, details, is_other_side, named_whole, opens
from wenxiao.audit.relations.sums.partial_lists import is_partial, may_leave_a_few
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.audit.relations.sums.recent import Recent
from wenxiao.audit.relations.sums.regions import Column, columns, wholes_before
from wenxiao.audit.relations.sums.score_lists import marks_taken
from wenxiao.audit.relations.sums.surroundings import ends_at_semicolon, has_semicolon, is_of_cause
from wenxiao.audit.relations.sums.terms import (
    can_be_added,
    common_ending,
    is_beside,
    opens_bracket,
    part_name,
)
from wenxiao.audit.relations.sums.totals import has_total, sums_before

_MOST_ALIKE = 4
_NUMBERED = re.compile("[；;](?:[二三四五六七八九]是|[(（]?[二三四五六七八九2-9][)）.、．])")

Sum = tuple[Amount, Column]
"""A whole and the column of its parts."""


def sums_in(line: Line, recent: Recent) -> Iterator[Claim]:
    """Give the sums a line states: at each marker with the whole before it, at each total with parts before it."""
    yield from marks_taken(line)
    for index, amount in enumerate(line.amounts):
        if opens(amount) or (index and opens_bracket(amount)):
            yield from list(adjusted_sums(line, index)) or _of_list(line, index, recent)
        if index and has_total(amount):
            yield from sums_before(line, index, recent)


def whole_before(amounts: Sequence[Amount], index: int) -> Amount | None:
    """Give the whole of the parts that begin at ``index``: the last amount before it of the same role."""
    first = next((one for one in amounts[index:] if one.role is not Role.PERCENT), None)
    if first is None:
        return None
    same = (one for one in reversed(amounts[:index]) if one.role is first.role and alike(one, first))
    return next(same, None)


def _of_list(line: Line, index: int, recent: Recent) -> Iterator[Claim]:
    """Give the sums of the columns of a list; what does not close must say that it should."""
    closed: list[tuple[Amount, Column]] = []
    left: list[tuple[Column, list[Amount]]] = []
    for column in columns(line, index):
        wholes = _wholes(line, index, column, recent)
        found = _closed(line, column, wholes)
        if found is not None:
            closed.append(found)
        else:
            left.append((column, wholes))
    yield from (claim(ClaimKind.SUM, whole, column.parts(line)) for whole, column in closed)
    for column, wholes in left:
        found = _meant(line, index, column, wholes, closed) or _of_recent(line, index, column, recent)
        if found is not None:
            yield claim(ClaimKind.SUM, found[0], found[1].parts(line))


def _wholes(line: Line, index: int, column: Column, recent: Recent) -> list[Amount]:
    """Give what may be the whole of a column, the likeliest first.

    That is what the words name, then, of what stands before, what ends in the same words as all parts, then the nearest.
    """
    parts = column.parts(line)
    before = _before(line, index, column)
    among = named_whole(line.amounts[index])
    named = recent.named(among, parts[0]) if among else []
    named.sort(key=lambda one: not closes(one, parts))
    ending = common_ending([part.label for part in parts])
    before.sort(key=lambda one: -min(len(common_ending((one.label, ending))), _MOST_ALIKE))
    return [one for one in (*named, *before) if _fits(one, parts)]


def _before(line: Line, index: int, column: Column) -> list[Amount]:
    return [] if is_other_side(line.amounts[index]) else wholes_before(line, index, column)


def _fits(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether parts may be added to a whole: changes in one direction, no averages, and none denies the whole."""
    alike_changed = whole.role is Role.MAIN or all(part.direction is whole.direction for part in parts)
    return alike_changed and can_be_added(whole) and not any(is_beside(part, whole) for part in parts)


def _closed(line: Line, column: Column, wholes: Sequence[Amount]) -> Sum | None:
    """Give the sum that closes, of the nearest whole or exactly of one farther back."""
    if not wholes:
        return None
    parts = column.parts(line)
    count = closing_count(wholes[0], parts, column.ends)
    if count:
        return wholes[0], column.first(count)
    readings = [column.first(end) for end in (len(parts), *column.ends)]
    farther = ((whole, some) for whole in wholes[1:] for some in readings if closes(whole, some.parts(line)))
    return next(farther, None) or _with_one_within(line, wholes[0], column)


def _with_one_within(line: Line, whole: Amount, column: Column) -> Sum | None:
    """Give the sum of a numbered list with one more amount between its parts, which reads like a part of a part."""
    parts = column.parts(line)
    if not _is_numbered(parts):
        return None
    first, *_, last = column.positions
    missing = whole.quantity.value - sum(part.quantity.value for part in parts)
    for at in range(first, last):
        one = line.amounts[at]
        if at not in column.positions and one.quantity.value == missing and alike(whole, one):
            full = replace(column, positions=tuple(sorted((*column.positions, at))), ends=())
            return (whole, full) if closes(whole, full.parts(line)) else None
    return None


def _is_numbered(parts: Sequence[Amount]) -> bool:
    return any(_NUMBERED.search(part.lead) for part in parts[1:])


def _meant(
    line: Line, index: int, column: Column, wholes: Sequence[Amount], closed: Sequence[Sum]
) -> Sum | None:
    """Give the sum that a list should have come to.

    What is told of every part beside another thing that does add up is meant to add up too.
    """
    if not wholes:
        return None
    whole = wholes[0]
    beside = any(_are_sisters(line, (whole, column), other) for other in closed)
    if beside and not may_leave_a_few(listing(line, index, whole, column.positions)):
        return whole, column
    if column.is_base or is_of_cause(line, index, whole):
        return None
    for count in _complete_counts(line, index, column):
        found = listing(line, index, whole, column.positions[:count])
        if is_meant(found) or (_is_largest(line, index, wholes) and exceeds_whole(found)):
            return whole, column.first(count)
    return None


def _is_largest(line: Line, index: int, wholes: Sequence[Amount]) -> bool:
    """Tell whether what is likeliest the whole of a list is beyond doubt: in brackets it stands right before them.

    Elsewhere nothing larger stands before the list.
    """
    if opens_bracket(line.amounts[index]):
        return wholes[0] is line.amounts[index - 1]
    return wholes[0].quantity.value == max(one.quantity.value for one in wholes)


def _complete_counts(line: Line, index: int, column: Column) -> list[int]:
    """Give how many parts may be the whole list: up to its first semicolon, all, or those whose names are all there are.

    The last is asked only where no punctuation tells that the list goes on. Where a semicolon ends the list, there is
    nothing beyond it; where its items are numbered (；二是), a semicolon ends nothing.
    """
    parts = column.parts(line)
    if ends_at_semicolon(line, index):
        parts = list(takewhile(lambda part: part is parts[0] or not has_semicolon(part), parts))
        return [len(parts)] if len(parts) > 1 else []
    if _is_numbered(parts):
        return [len(parts)]
    names = tuple(map(part_name, parts))
    ends = [at for at, part in enumerate(parts) if at > 1 and part.lead[:1].isalnum()]
    divided = [end for end in ends if end <= LARGEST and is_division(names[:end])]
    return [*column.ends[:1], len(names), *divided]


def _are_sisters(line: Line, one: Sum, other: Sum) -> bool:
    """Tell whether two columns tell something of the same parts and of the same whole: 户数 and 人数."""
    (whole, column), (other_whole, other_column) = one, other
    starts = {whole.figure.start, other_whole.figure.start}
    neighbours = ({before.figure.start, after.figure.start} for before, after in pairwise(line.amounts))
    return len(column.positions) == len(other_column.positions) and starts in neighbours


def _of_recent(line: Line, index: int, column: Column, recent: Recent) -> Sum | None:
    """Give the sum of a list whose whole stands in a sentence before.

    All of its parts make it exactly, or nearly so where they are all there is.
    """
    parts = column.parts(line)
    own = _before(line, index, column)
    wholes = [one for one in recent.wholes(line, parts[0]) if _fits(one, parts)]
    for whole in wholes:
        announced = not own and whole.figure.block == line.block
        if closes(whole, parts) and (announced or is_telling(whole, parts)):
            return whole, column
    for whole in () if own else wholes:
        found = listing(line, index, whole, column.positions)
        if is_partial(found):
            continue
        nearby = whole.figure.block == line.block or classifies(line.amounts[index]) or is_complete(found)
        if nearby and is_slip(whole.quantity, found.quantities) and not may_leave_a_few(found):
            return whole, column
        is_told = details(line.amounts[index]) or is_whole_division(found)
        if is_told and len(wholes) == 1 and is_large_enough(found) and is_complete(found):
            return whole, column
    return None
