"""Sums over list items: the figures at the same position of all items of a list, and the total before the list.

Each item states the same figures (年初预算 and 支出决算, 安排 and 支付); a column is what stands at one
position of every item, and its total is the figure at the same position of the sentence before the list,
or one farther off.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Line, alike, claim
from wenxiao.audit.relations.sums.adjusted import changes
from wenxiao.audit.relations.sums.closing import adds_up, closes, is_telling
from wenxiao.audit.relations.sums.far_wholes import of_named_whole, with_one_more
from wenxiao.audit.relations.sums.item_lists import ItemList, lists_of
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.audit.relations.sums.terms import is_changed_to, part_name

_NEAR, _ANNOUNCING = 60, 2
_BEFORE = 40
_ANNOUNCED = re.compile("(?:其中|如下|包括|分别[为是]|具体(?:情况)?|以下[^，。]{0,8})[:：。]?$")

_PARTLY = re.compile("主要[包是为有用]|重点|例如|比如")
"""Words before a list that need not have all there is."""

Column = list[Amount]


def sums_of_lists(lines: Sequence[Line]) -> Iterator[Claim]:
    """Give the sums that hold between a list and the sentences before it."""
    named: dict[str, Amount] = {}
    before: deque[Amount] = deque(maxlen=_BEFORE)
    seen = 0
    for found in lists_of(lines):
        while seen < len(lines) and lines[seen].start < found.start:
            mains = lines[seen].mains()
            named.update((amount.label, amount) for amount in mains)
            before.extend(mains)
            seen += 1
        columns = _columns(found) if len(found.items) > 1 else []
        sums = list(_sums(found, columns))
        yield from sums
        if not sums:
            yield from of_named_whole(found, columns, named)
            yield from with_one_more(columns, list(before))


def _columns(found: ItemList) -> list[Column]:
    """Give the columns of a list.

    Where not all items tell the same number of things, they are what each tells first and what all tell in the same
    words.
    """
    rows = [_row(item) for item in found.items]
    if not all(rows):
        return []
    if any(is_changed_to(*pair) for row in rows for pair in pairwise(row)):
        pairs = [changes(row) for row in rows]
        return [list(column) for column in zip(*(row[0] for row in pairs), strict=True)] if all(pairs) else []
    if len(set(map(len, rows))) == 1:
        return [list(column) for column in zip(*rows, strict=True)]
    named = [{part_name(amount): amount for amount in row} for row in rows]
    shared = [name for name in named[0] if name and all(name in row for row in named)]
    firsts = [] if part_name(rows[0][0]) in shared else [[row[0] for row in rows]]
    return [*firsts, *([row[name] for row in named] for name in shared)]


def _row(item: Sequence[Line]) -> tuple[Amount, ...]:
    """Give the figures of an item: those of its first sentence that has any."""
    return next((line.mains() for line in item if line.mains()), ())


def _sums(found: ItemList, columns: Sequence[Column]) -> Iterator[Claim]:
    """Give the columns that add up to what stands before them, and those that should."""
    totals = [line.mains() for line in reversed(found.opening) if line.mains()]
    candidates = [
        _candidates(totals, columns, position) if _is_alike(column) else []
        for position, column in enumerate(columns)
    ]
    wholes = [
        next((whole for whole in candidates[position] if adds_up(whole, column)), None)
        or _closing(totals, column)
        for position, column in enumerate(columns)
    ]
    for position, column in enumerate(columns):
        whole = wholes[position] or _meant(found, column, candidates[position], wholes)
        if whole is not None:
            yield claim(ClaimKind.SUM, whole, column)


def _closing(totals: Sequence[tuple[Amount, ...]], column: Column) -> Amount | None:
    """Give the nearest amount before a list that a column comes to by no accident, wherever it stands there."""
    near = (one for mains in totals for one in reversed(mains) if alike(one, column[0]))
    return next((one for one in near if closes(one, column) and is_telling(one, column)), None)


def _meant(
    found: ItemList, column: Column, candidates: Sequence[Amount], others: Sequence[Amount | None]
) -> Amount | None:
    """Give what a column should have come to: its sisters add up in that sentence, or a slip parts them."""
    last = next((line.amounts for line in reversed(found.opening) if line.amounts), ())
    if found.opening and _PARTLY.search(found.opening[-1].tail):
        return None
    announced = any(_ANNOUNCED.search(line.tail) for line in found.opening[-_ANNOUNCING:])
    is_told_of_all = others[0] is None or len(set(map(part_name, column))) == 1
    for whole in candidates:
        if whole.quantity.value == len(column):  # 3 个方向 counts the items
            continue
        beside = is_told_of_all and any(
            other is not None and _same_sentence(other, whole) for other in others
        )
        nearby = whole in last and (announced or whole in found.opening[-1].amounts)
        if beside or (nearby and is_slip(whole.quantity, [part.quantity for part in column])):
            return whole
    return None


def _is_alike(column: Column) -> bool:
    return all(alike(column[0], part) for part in column)


def _same_sentence(one: Amount, other: Amount) -> bool:
    return one.figure.block == other.figure.block and abs(one.figure.start - other.figure.start) < _NEAR


def _candidates(
    totals: Sequence[tuple[Amount, ...]], columns: Sequence[Column], position: int
) -> list[Amount]:
    """Give what can be the total of a column, the nearest and most alike first."""
    part = columns[position][0]
    sisters = [at for at, column in enumerate(columns) if alike(column[0], part)]
    rank, width = sisters.index(position), len(sisters)
    ranked: list[Amount] = []
    for mains in totals:
        same = [one for one in mains if alike(one, part)]
        ranked.extend([same[rank]] if len(same) == width else [])
        ranked.extend(same[:1] if width == 1 else [one for one in same if one.label[-4:] == part.label[-4:]])
    return ranked
