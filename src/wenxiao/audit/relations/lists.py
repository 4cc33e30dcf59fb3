"""Sums over list items: the figures at the same position of all items of a list, and the total before the list.

Each item states the same figures (年初预算 and 支出决算, 安排 and 支付); a column is what stands at one
position of every item, and its total is the figure at the same position of the sentence before the list,
or the figure of the same name there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Line, alike, claim
from wenxiao.audit.relations.plausible import is_slip
from wenxiao.audit.relations.sums import adds_up

_OPENING = 4
_MOST_DIGITS = 9
_NEAR = 60
_SHORTEST, _LONGEST = 4, 12
_LONGEST_HEADING = 60
_FIRST = frozenset({"1", "一", "①"})
_ANNOUNCED = re.compile("(?:其中|如下|包括|分别[为是]|具体(?:情况)?|以下[^，。]{0,8})[:：。]?$")


@dataclass(slots=True)
class _Open:
    """A list being read: its style, the lines before it, and the lines of each item so far."""

    style: str
    opening: tuple[Line, ...]
    items: list[list[Line]] = field(default_factory=list)


def sums_of_lists(lines: Sequence[Line]) -> Iterator[Claim]:
    """Give the sums that hold between a list and the sentences before it."""
    named: dict[str, Amount] = {}
    seen = 0
    for found in sorted(_lists(lines), key=lambda one: one.items[0][0].start):
        while seen < len(lines) and lines[seen].start < found.items[0][0].start:
            named.update((amount.label, amount) for amount in lines[seen].mains())
            seen += 1
        if len(found.items) > 1:
            yield from _columns(found, named)


def _lists(lines: Sequence[Line]) -> Iterator[_Open]:
    """Give the lists of a document: items of one style whose numbers go up, with lists inside items apart."""
    stack: list[_Open] = []
    recent: tuple[Line, ...] = ()
    for line in lines:
        if line.style:
            yield from _closed_by(line, stack)
            if not stack or stack[-1].style != line.style:
                stack.append(_Open(line.style, recent))
            stack[-1].items.append([line])
        elif stack:
            stack[-1].items[-1].append(line)
        recent = (*recent, line)[-_OPENING:]
    yield from reversed(stack)


def _closed_by(line: Line, stack: list[_Open]) -> Iterator[_Open]:
    """Close the lists that an item ends: those inside its own, and its own too if it begins a new one."""
    if any(one.style == line.style for one in stack):
        while stack[-1].style != line.style:
            yield stack.pop()
        if not _follows(line.number, stack[-1].items[-1][0].number):
            yield stack.pop()


def _follows(number: str, before: str) -> bool:
    """Tell whether an item goes on with a list: its number is larger, or, not being one in digits, not the first."""
    if number.isdecimal() and before.isdecimal():
        return int(number[:_MOST_DIGITS]) > int(before[:_MOST_DIGITS])
    return number not in _FIRST


def _columns(found: _Open, named: Mapping[str, Amount]) -> Iterator[Claim]:
    rows = [_row(item) for item in found.items]
    width = len(rows[0])
    if not width or any(len(row) != width for row in rows):
        return
    opening = [line for line in found.opening if line.mains()]
    announced = bool(found.opening) and bool(_ANNOUNCED.search(found.opening[-1].tail))
    totals = [line.mains() for line in reversed(opening)]
    columns = [[row[position] for row in rows] for position in range(width)]
    wholes = [_whole(column, totals, position, width) for position, column in enumerate(columns)]
    yield from (
        claim(ClaimKind.SUM, whole, column)
        for whole, column in zip(wholes, columns, strict=True)
        if whole is not None
    )
    if not any(wholes):
        yield from _of_named_total(found, columns, named)
    for position, column in enumerate(columns):
        if wholes[position] is None:
            yield from _meant(
                column, _candidates(totals, position, width, column[0]), wholes, announced=announced
            )


def _of_named_total(
    found: _Open, columns: Sequence[Sequence[Amount]], named: Mapping[str, Amount]
) -> Iterator[Claim]:
    """Give the columns that add up to what the heading over the list names, whose figure stands far before."""
    heading = found.opening[-1].tail[:_LONGEST_HEADING] if found.opening else ""
    words = {
        heading[at : at + size]
        for size in range(_SHORTEST, _LONGEST)
        for at in range(len(heading) - size + 1)
    }
    totals = [named[word] for word in sorted(words & named.keys())]
    for column in columns:
        fits = (
            whole for whole in totals if all(alike(whole, part) for part in column) and adds_up(whole, column)
        )
        yield from (claim(ClaimKind.SUM, whole, column) for whole in islice(fits, 1))


def _whole(
    column: Sequence[Amount], totals: Sequence[tuple[Amount, ...]], position: int, width: int
) -> Amount | None:
    """Give the total that a column adds up to."""
    if not all(alike(column[0], part) for part in column):
        return None
    candidates = _candidates(totals, position, width, column[0])
    return next((whole for whole in candidates if adds_up(whole, column)), None)


def _meant(
    column: Sequence[Amount],
    candidates: Sequence[Amount],
    others: Sequence[Amount | None],
    *,
    announced: bool,
) -> Iterator[Claim]:
    """Give the sum that a column should have come to: its sisters add up in that sentence, or a slip parts them."""
    if not all(alike(column[0], part) for part in column):
        return
    for whole in candidates:
        beside = any(other is not None and _same_sentence(other, whole) for other in others)
        slip = announced and is_slip(whole.quantity, [part.quantity for part in column])
        if beside or slip:
            yield claim(ClaimKind.SUM, whole, column)
            return


def _same_sentence(one: Amount, other: Amount) -> bool:
    return one.figure.block == other.figure.block and abs(one.figure.start - other.figure.start) < _NEAR


def _row(item: Sequence[Line]) -> tuple[Amount, ...]:
    """Give the figures of an item: those of its first sentence that has any."""
    return next((line.mains() for line in item if line.mains()), ())


def _candidates(
    totals: Sequence[tuple[Amount, ...]], position: int, width: int, part: Amount
) -> list[Amount]:
    """Give what can be the total of a column, the nearest and most alike first."""
    ranked: list[Amount] = []
    for mains in totals:
        same = [one for one in mains if alike(one, part)]
        ranked.extend([same[position]] if len(same) == width else [])
        ranked.extend(same[:1] if width == 1 else [one for one in same if one.label[-4:] == part.label[-4:]])
    return ranked
