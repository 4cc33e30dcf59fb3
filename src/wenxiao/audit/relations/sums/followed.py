"""Sums over paragraphs: a sentence that announces a list (其中：, 如下：) whose paragraphs tell a part each.

Where the list ends is not written. It ends where the parts have come to the whole, where the shares told
with them have come to 100 %, or where their names are known to be all there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.sums.closing import adds_up, is_telling
from wenxiao.audit.relations.sums.divisions import is_division
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.audit.relations.sums.regions import columns
from wenxiao.audit.relations.sums.terms import can_be_added, part_name

_ANNOUNCES = re.compile("(?:其中|如下|包括|方面|分别为|情况)[^，。；]{0,4}[:：,，]$")
_BEGINS = re.compile("(?:其中|包括)[:：,，]")
_BEFORE, _MOST_PARTS, _FEWEST_NOT_ZERO = 3, 40, 2
_ALL, _ROUNDING = Decimal(100), Decimal("0.05")

Part = tuple[Amount, Decimal | None]
"""The first amount of a paragraph, and the share told with it in per cent, if there is one."""


def sums_of_paragraphs(lines: Sequence[Line]) -> Iterator[Claim]:
    """Give the sums of whole and paragraphs, each where its announcement stands."""
    for at, line in enumerate(lines):
        begun = _begun(line)
        if begun is not None:
            parts = [_part(line, begun), *_following(lines, at)]
            yield from islice(_sums(line.amounts[:begun][::-1], parts), 1)
        elif _ANNOUNCES.search(line.tail[-12:]):
            yield from islice(_sums(_heads_before(lines, at), list(_following(lines, at))), 1)


def _begun(line: Line) -> int | None:
    """Give where a list begins of which the sentence tells the first part only, None if there is none."""
    opening = (
        index
        for index in range(len(line.amounts) - 1, 0, -1)
        if line.amounts[index].opens_list and _BEGINS.search(line.amounts[index].lead)
    )
    index = next(opening, None)
    if index is None or any(column.positions[0] == index for column in columns(line, index)):
        return None
    return index


def _heads_before(lines: Sequence[Line], at: int) -> Iterator[Amount]:
    """Give what can be the whole: the plain amounts of the announcing sentence and of those before it."""
    for line in reversed(lines[max(at - _BEFORE, 0) : at + 1]):
        yield from line.head()


def _following(lines: Sequence[Line], at: int) -> Iterator[Part]:
    """Give the first amount of each paragraph after an announcement, up to a list item or heading with a number."""
    block = lines[at].block
    for line in islice(lines, at + 1, at + 1 + _MOST_PARTS):
        if line.style:
            return
        position = next((at for at, one in enumerate(line.amounts) if one.role is Role.MAIN), None)
        if line.block != block and position is not None:
            yield _part(line, position)
        block = line.block


def _part(line: Line, position: int) -> Part:
    after = line.amounts[position + 1 : position + 2]
    shared = bool(after) and after[0].role is Role.PERCENT and "占" in after[0].lead
    return line.amounts[position], after[0].quantity.value if shared else None


def _sums(wholes: Iterable[Amount], parts: Sequence[Part]) -> Iterator[Claim]:
    for whole in wholes:
        count = _count(whole, parts) if whole.role is Role.MAIN and can_be_added(whole) else 0
        if count:
            yield claim(ClaimKind.SUM, whole, [part for part, _ in parts[:count]])


def _count(whole: Amount, parts: Sequence[Part]) -> int:
    """Give how many of the paragraphs are the parts of a whole, 0 if that cannot be told."""
    listed: list[Amount] = []
    shares: list[Decimal] = []
    total = Decimal(0)
    for part, share in parts:
        if not alike(part, whole) or not can_be_added(part):
            return 0
        listed.append(part)
        total += part.quantity.value
        shares += [] if share is None else [share]
        is_last = len(listed) == len(parts)
        if len(listed) > 1 and (_is_whole(whole, listed) or _are_all(whole, listed, shares, is_last=is_last)):
            return len(listed)
        if total > whole.quantity.value and len(listed) > 1 and not shares:
            return 0
    return 0


def _is_whole(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether the parts come to the whole, and that by no accident."""
    telling = sum(part.quantity.value > 0 for part in parts) >= _FEWEST_NOT_ZERO and is_telling(whole, parts)
    return telling and adds_up(whole, parts)


def _are_all(whole: Amount, parts: Sequence[Amount], shares: Sequence[Decimal], *, is_last: bool) -> bool:
    """Tell whether the parts say by their shares, or the names of all paragraphs, that they are all of the whole.

    All paragraphs that one slip of the pen parts from adding up say so too.
    """
    shared = len(shares) == len(parts) and abs(sum(shares) - _ALL) <= _ROUNDING * len(parts)
    quantities = [part.quantity for part in parts]
    if is_last and is_slip(whole.quantity, quantities):
        return True
    named = shared or (is_last and is_division(tuple(map(part_name, parts))))
    return named and max(quantity.value for quantity in quantities) <= whole.quantity.value
