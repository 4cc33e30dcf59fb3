"""Sums that parts and their shares tell by themselves: a, 占 p%；b, 占 q%, where p and q are 100 % and right of a + b.

Then the whole is a + b, whatever the sentences before say; it is the nearest figure before that is so or that a slip of
the pen made another.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from decimal import Decimal

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.precision import half_last_digit
from wenxiao.audit.relations.amounts import Amount, Line, Role, claim
from wenxiao.audit.relations.sums.claimed import Claimed
from wenxiao.audit.relations.sums.closing import adds_up
from wenxiao.audit.relations.sums.plausible import is_slip, is_small_slip
from wenxiao.audit.relations.sums.terms import can_be_added

_ALL = Decimal(100)
_FEWEST, _MOST, _MOST_BLOCKS, _BEFORE = 2, 20, 6, 40

_BASE = re.compile("占(?P<name>[^，,；;。占的]{4,14}?)的?(?:比重|比例)?[为是达]?$")

Shared = tuple[Amount, Amount]
"""A part and the share told right after it."""


def sums_of_proportions(lines: Sequence[Line], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give the sums of parts whose shares make 100 %, without those that are claimed already."""
    claimed = Claimed(claims)
    mains: deque[Amount] = deque(maxlen=_BEFORE)
    row: list[Shared] = []
    for line in lines:
        for at, amount in enumerate(line.amounts):
            if amount.role is Role.MAIN and can_be_added(amount):
                mains.append(amount)
            elif at and "占" in amount.lead and mains and line.amounts[at - 1] is mains[-1]:
                row = _continued(row, (mains[-1], amount))
                if _are_all(row):
                    found = _sum(row, mains)
                    row = []
                    if found and not claimed.covers(found):
                        yield found


def _continued(row: list[Shared], shared: Shared) -> list[Shared]:
    """Give a row with one more part, without those that stand too far before or make too much with it."""
    unit, block = shared[0].quantity.unit, shared[0].figure.block
    kept = [
        one for one in row if one[0].quantity.unit == unit and block - one[0].figure.block <= _MOST_BLOCKS
    ]
    kept = [*kept, shared][-_MOST:]
    while _total_share(kept) > _ALL + _rounding(kept):
        kept = kept[1:]
    return kept


def _are_all(row: Sequence[Shared]) -> bool:
    """Tell whether shares make 100 % and each is right of the sum of the parts."""
    return (
        len(row) >= _FEWEST
        and abs(_total_share(row) - _ALL) <= _rounding(row)
        and _are_right(row, sum((part.quantity.value for part, _ in row), Decimal(0)))
    )


def _are_right(row: Sequence[Shared], whole: Decimal) -> bool:
    """Tell whether each share is that of its part in a whole."""
    return whole > 0 and all(
        abs(part.quantity.value * _ALL / whole - share.quantity.value) <= half_last_digit(share.quantity)
        for part, share in row
    )


def _total_share(row: Sequence[Shared]) -> Decimal:
    return sum((share.quantity.value for _, share in row), Decimal(0))


def _rounding(row: Sequence[Shared]) -> Decimal:
    return sum((half_last_digit(share.quantity) for _, share in row), Decimal(0))


def _sum(row: Sequence[Shared], mains: Sequence[Amount]) -> Claim | None:
    """Give the sum of the parts to the nearest figure before them that is it, or that was meant to be it."""
    parts = [part for part, _ in row]
    first, unit = parts[0].figure.start, parts[0].quantity.unit
    before = [one for one in reversed(mains) if one.figure.start < first and one.quantity.unit == unit]
    whole = next((one for one in before if adds_up(one, parts)), None) or _meant(row, before)
    return claim(ClaimKind.SUM, whole, parts) if whole else None


def _meant(row: Sequence[Shared], before: Sequence[Amount]) -> Amount | None:
    """Give the figure of which the shares are not right but should be: the nearest a slip away, or what they name."""
    quantities = [part.quantity for part, _ in row]
    slipped = [
        one
        for one in before[:1]
        if is_slip(one.quantity, quantities) or is_small_slip(one.quantity, quantities)
    ]
    bases = {found["name"] for _, share in row if (found := _BASE.search(share.lead))}
    named = [one for one in before if len(bases) == 1 and one.label.endswith(tuple(bases))]
    same = named if len({one.quantity.value for one in named}) == 1 else []
    return next((one for one in (*slipped, *same) if not _are_right(row, one.quantity.value)), None)
