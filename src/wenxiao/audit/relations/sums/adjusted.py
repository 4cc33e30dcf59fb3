"""Sums of amounts that were changed: 由 A 调整为 B，其中 x 由 c 调整为 d，y、z 不变.

Both what was before and what is now are a whole and its parts; a part that was not changed is in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.marks import STOP
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim
from wenxiao.audit.relations.sums.closing import adds_up
from wenxiao.audit.relations.sums.plausible import is_slip
from wenxiao.audit.relations.sums.surroundings import begins_cause
from wenxiao.audit.relations.sums.terms import can_be_added, is_changed_to

Pair = tuple[Amount, Amount]
"""What an amount was and what it is; twice the same amount if it was not changed."""


def adjusted_sums(line: Line, index: int) -> Iterator[Claim]:
    """Give the sums of both sides of a list that begins with an amount, if its whole is told with both.

    Where one side adds up, so should the other; where neither does, a slip must be all that parts it from adding up.
    """
    wholes = [pair for pair in pairwise(line.amounts[:index]) if is_changed_to(*pair)]
    parts = changes(_listed(line, index)) if wholes else []
    if len(parts) < 2 or all(before is after for before, after in parts):
        return
    sides = [(wholes[-1][side], [pair[side] for pair in parts]) for side in range(2)]
    if all(alike(whole, part) for whole, column in sides for part in column):
        closed = any(adds_up(*side) for side in sides)
        slipped = (is_slip(whole.quantity, [part.quantity for part in column]) for whole, column in sides)
        meant = sides if closed else [side for side, is_meant in zip(sides, slipped, strict=True) if is_meant]
        yield from (claim(ClaimKind.SUM, whole, column) for whole, column in meant)


def _listed(line: Line, index: int) -> list[Amount]:
    """Give the amounts from one on to the end of its sentence; of what is told of causes only those that changed."""
    amounts = line.amounts
    listed: list[Amount] = []
    caused = False
    for at in range(index, len(amounts)):
        if at > index and STOP.search(amounts[at].lead):
            break
        caused = caused or begins_cause(amounts[at])
        if not caused or any(is_changed_to(*pair) for pair in pairwise(amounts[at - 1 : at + 2])):
            listed.append(amounts[at])
    return listed


def changes(amounts: Sequence[Amount]) -> list[Pair]:
    """Give the plain amounts, those that one was changed to the other together."""
    plain = [one for one in amounts if one.role is Role.MAIN and can_be_added(one)]
    pairs: list[Pair] = []
    for one in plain:
        last = pairs[-1] if pairs else None
        if last and last[0] is last[1] and is_changed_to(last[0], one):
            pairs[-1] = (last[0], one)
        else:
            pairs.append((one, one))
    return pairs
