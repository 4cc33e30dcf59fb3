"""The whole of a share in its own sentence: that of the list its part stands in, or of the share told before it."""

from __future__ import annotations

from collections.abc import Sequence

from wenxiao.audit.claims import Claim, Term
from wenxiao.audit.precision import half_last_digit
from wenxiao.audit.relations.amounts import Amount, alike, outward
from wenxiao.audit.relations.ratios.asked import Asked, holds
from wenxiao.audit.relations.ratios.whole_names import is_total, speaks_of
from wenxiao.audit.relations.sums.sums import whole_before
from wenxiao.quantity import Kind


def share_in_sentence(asked: Asked, common: Term | None) -> Claim | None:
    """Give the share of the whole in the sentence that it agrees with, else of the nearest."""
    amounts = asked.line.amounts
    wholes = [one for one in _wholes_around(amounts, asked.part, common) if asked.can_be_of(one)]
    holding = next((share for share in map(asked.of, wholes) if holds(share)), None)
    if holding is not None or not wholes:
        return holding
    return None if _is_of_farther_whole(asked.of(wholes[0]), amounts) else asked.meant(wholes[0])


def total_of_list(amounts: Sequence[Amount], part: Amount, name: str) -> Amount | None:
    """Give the whole of the only list a part stands in, if the name of a total speaks of it: 检查企业 480 户，占检查总户数."""
    at = next((at for at, one in enumerate(amounts) if one is part), 0)
    openings = [index for index in range(1, at + 1) if amounts[index].opens_list]
    if len(openings) != 1 or not is_total(name):
        return None
    whole = _whole_outside(amounts, openings[0], part)
    return whole if whole is not None and speaks_of(name, f"{whole.label}{whole.quantity.spelled}") else None


def _is_of_farther_whole(share: Claim, amounts: Sequence[Amount]) -> bool:
    """Tell whether a share agrees with that of its whole, so that both are of one whole farther away.

    Of 甲 A，占 a%，其中乙 B，占 b% the b% may be of what the a% is of.
    """
    part, whole = (term.quantity for term in share.operands)
    at = next((at for at, one in enumerate(amounts[:-1]) if one.figure is share.operands[1].figure), None)
    stated = share.result.quantity
    if at is None or part is None or whole is None or stated is None or not whole.value:
        return False
    outer = amounts[at + 1].quantity
    if outer.kind is not Kind.PERCENT:
        return False
    allowed = half_last_digit(stated) + half_last_digit(outer)
    return abs(part.value * outer.value - stated.value * whole.value) <= allowed * abs(whole.value)


def _wholes_around(amounts: Sequence[Amount], part: Amount, common: Term | None) -> list[Term]:
    """Give the whole of the list an amount stands in, then those of the lists around it, then the one told before."""
    at = amounts.index(part) if part in amounts else 0
    opened = (_whole_outside(amounts, index, part) for index in range(at, 0, -1) if amounts[index].opens_list)
    wholes = [whole.term for whole in opened if whole is not None]
    return wholes if common is None else [*wholes, common]


def _whole_outside(amounts: Sequence[Amount], index: int, part: Amount) -> Amount | None:
    """Give the whole of the list that begins at ``index``, which stands in no brackets closed before it.

    What the list begins with may be counted otherwise than the part: 其中 3 个项目获补助 A 元.
    """
    whole = whole_before(amounts, index)
    outside = [amounts[at] for at in outward(amounts, index)]
    if whole is None or not alike(whole, part):
        return next((one for one in outside if one.role is part.role and alike(one, part)), whole)
    if any(one is whole for one in outside):
        return whole
    return next((one for one in outside if one.role is whole.role and alike(one, whole)), None)
