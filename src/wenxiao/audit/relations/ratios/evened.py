"""Shares evened out so that they make a hundred: one of them is a digit off, and meant to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from wenxiao.audit.claims import Claim, ClaimKind, Term, judge
from wenxiao.audit.precision import printed_step
from wenxiao.finding import Verdict
from wenxiao.quantity import Quantity

_ALL = 100


def without_evened(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Leave out the shares that are one unit of the last digit off, where all of their whole add up to 100 %.

    Two divisions of one whole (by use and by source) add up to twice that.
    """
    given = list(claims)
    stated: defaultdict[int, dict[int, Decimal]] = defaultdict(dict)
    for one in given:
        whole = _whole_of(one)
        if whole is not None and whole.figure and one.result.figure and one.result.quantity:
            stated[whole.figure.start][one.result.figure.start] = one.result.quantity.value
    complete = {
        whole for whole, shares in stated.items() if len(shares) > 1 and not sum(shares.values()) % _ALL
    }
    yield from (one for one in given if not _is_evened(one, complete))


def _whole_of(share: Claim) -> Term | None:
    return share.operands[1] if share.kind is ClaimKind.SHARE and len(share.operands) == 2 else None


def _is_evened(share: Claim, complete: set[int]) -> bool:
    whole = _whole_of(share)
    if whole is None or whole.figure is None or whole.figure.start not in complete:
        return False
    part, stated = share.operands[0].quantity, share.result.quantity
    if part is None or stated is None or whole.quantity is None or judge(share).verdict is not Verdict.FAIL:
        return False
    return _is_one_unit_off(part, whole.quantity, stated)


def _is_one_unit_off(part: Quantity, whole: Quantity, stated: Quantity) -> bool:
    """Tell whether a share lies within one unit and a half of the last digit that is printed."""
    step = printed_step(stated)
    if step is None or not whole.value:
        return False
    return 2 * abs(_ALL * part.value - stated.value * whole.value) <= 3 * step * abs(whole.value)
