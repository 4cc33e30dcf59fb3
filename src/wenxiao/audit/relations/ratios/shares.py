"""Shares in sentences: A，占 B 的 p%; 其中 A，占 p%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenxiao.audit.claims import Claim, ClaimKind, Term, judge
from wenxiao.audit.precision import half_last_digit
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim, outward
from wenxiao.audit.relations.changes.earlier import Earlier
from wenxiao.audit.relations.ratios.ratio_words import (
    ANY_WHOLE,
    JOINED,
    SHARE,
    is_plausible,
    own_name,
)
from wenxiao.audit.relations.sums.sums import whole_before
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind, same_measure

_OF = re.compile("[，,](?:(?P<share>占)|完成|为|是|达到|达|相当于)[^，；。]{0,12}$")


def share_between(line: Line, index: int) -> Claim | None:
    """Give A，占 B 的 p%, and A，完成计划 B 的 p%."""
    if index < 2 or line.amounts[index].lead != "的":
        return None
    part, whole, percent = line.amounts[index - 2 : index + 1]
    words = _OF.search(whole.lead)
    if words is None or Role.PERCENT in {part.role, whole.role} or not alike(part, whole):
        return None
    return claim(ClaimKind.SHARE if words["share"] else ClaimKind.RATE, percent, (part, whole))


def share_at(line: Line, index: int, earlier: Earlier, common: Term | None) -> Claim | None:
    """Give the share of the amount before a percentage; ``common`` is the whole of the share told before it."""
    percent, amounts = line.amounts[index], line.amounts
    stated = SHARE.search(percent.lead)
    part = None if stated is None else _part_of(line, index, percent.lead[: stated.start()], earlier)
    if stated is None or part is None or _is_one_of_run(amounts, index):
        return None
    name = stated["whole"] or ""
    if name in ANY_WHOLE:
        wholes = _wholes_around(amounts, part, common)
    else:
        named = earlier.named(name, line, part)
        wholes = [named.term] if named is not None else []
    found = [claim(ClaimKind.SHARE, percent, (part, whole)) for whole in wholes if _is_other(whole, part)]
    holding = next((one for one in found if judge(one).verdict is Verdict.PASS), None)
    if holding is not None or not found:
        return holding
    meant = is_plausible(found[0]) and not _is_of_farther_whole(found[0], amounts)
    return found[0] if meant else None


def _part_of(line: Line, index: int, words: str, earlier: Earlier) -> Amount | None:
    """Give what a share is of: the amount that its words name, else the one before it."""
    before = (line.amounts[at] for at in outward(line.amounts, index))
    figures = [one for one in before if one.role is not Role.PERCENT]
    if not figures:
        return None
    name = own_name(words)
    if name:
        return earlier.named(name, line, line.amounts[index], like=figures[0])
    plain = (one for one in figures if one.role is Role.MAIN)
    return figures[0] if figures[0].opens_list else next(plain, figures[0])


def _is_one_of_run(amounts: Sequence[Amount], index: int) -> bool:
    """Tell whether another percentage is joined to this one: shares of several parts, told respectively."""
    after = amounts[index + 1] if index + 1 < len(amounts) else None
    return after is not None and after.quantity.kind is Kind.PERCENT and after.lead in JOINED


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
    opened = (_whole_outside(amounts, index) for index in range(at, 0, -1) if amounts[index].opens_list)
    wholes = [whole.term for whole in opened if whole is not None]
    return wholes if common is None else [*wholes, common]


def _whole_outside(amounts: Sequence[Amount], index: int) -> Amount | None:
    """Give the whole of the list that begins at ``index``, which stands in no brackets closed before it."""
    whole = whole_before(amounts, index)
    outside = [amounts[at] for at in outward(amounts, index)]
    if whole is None or any(one is whole for one in outside):
        return whole
    return next((one for one in outside if one.role is whole.role and alike(one, whole)), None)


def _is_other(whole: Term, part: Amount) -> bool:
    """Tell whether a whole is another figure of the same measure."""
    return (
        whole.figure is not part.figure
        and whole.quantity is not None
        and same_measure(whole.quantity, part.quantity)
    )
