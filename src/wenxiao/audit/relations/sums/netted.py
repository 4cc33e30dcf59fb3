"""Amounts that came of others with their signs: 年初 A，追加 B、调减 C，调整后 D; 减收 A，增收 B，相抵后净增 C.

What is told before the outcome, back to some amount, counts for it or, where its words say so, against it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from wenxiao.audit.claims import Claim, ClaimKind, Direction
from wenxiao.audit.relations.amounts import Amount, claim
from wenxiao.audit.relations.changes.signed import negated
from wenxiao.audit.relations.proven.chance import SELDOM, most_trials
from wenxiao.audit.relations.sums.candidates import Candidate, Row

_OUTCOME = re.compile(
    "调整[后为到至]|变更[后为]|变动后|相抵|增减|轧差|净[增减]|[之以]?后|实[际有]|余额|达到|增[至到]|减[至到]"
)
_AGAINST = re.compile("减|扣除|剔除|调出|收回|核销|退[回出]|上缴|划出|报废|处置|偿还")
_JOINED = ("、", "和", "及", "与")
_ADDED = re.compile("追加|加上|新增|增补|补充|另加|^加")
_PAIR, _MOST, _NEAR = 2, 8, 16


def netted(whole: Candidate, before: Row) -> Claim | None:
    """Give the claim that an outcome comes of the amounts told right before it, if some count against it."""
    if _OUTCOME.search(whole.amount.lead[-_NEAR:]) is None:
        return None
    near = [one for one in before[:_MOST] if one.measure == whole.measure and one.can_be_part]
    row = [one for one in near if abs(one.block - whole.block) <= 1]
    signed = list(zip(row, _signs(row), strict=True))
    most = most_trials(whole.amount.quantity, whole.value, SELDOM)
    total = Decimal(0)
    for count, (one, sign) in enumerate(signed, 1):
        total += one.value * sign
        if count * count > most:
            return None
        if total == whole.value and _is_netted(signed[:count]):
            return _claim(whole, [(part.amount, sign) for part, sign in signed[:count][::-1]])
    return None


def _is_netted(signed: Sequence[tuple[Candidate, int]]) -> bool:
    """Tell whether some amounts count against an outcome, or one of two was added to the other (追加 B)."""
    if len(signed) == _PAIR:
        return any(one.direction is Direction.UP or _ADDED.search(one.amount.label) for one, _ in signed)
    return len(signed) > _PAIR and any(sign < 0 for _, sign in signed)


def _signs(row: Row) -> list[int]:
    """Give the sign of each amount, the nearest first; what 和 joins to one has its sign."""
    signs: list[int] = []
    last = 1
    for one in reversed(row):
        is_joined = one.amount.lead.startswith(_JOINED) and one.direction is None
        against = one.direction is Direction.DOWN or _AGAINST.search(one.amount.label) is not None
        last = -1 if against else last if is_joined else 1
        signs.append(last)
    return signs[::-1]


def _claim(whole: Candidate, signed: list[tuple[Amount, int]]) -> Claim:
    """Give the claim: what counts against is taken from the only amount that counts for, or is negative."""
    counting = [amount for amount, sign in signed if sign > 0]
    against = [amount for amount, sign in signed if sign < 0]
    if len(counting) == 1:
        return claim(ClaimKind.DIFFERENCE, whole.amount, (*counting, *against))
    return claim(ClaimKind.SUM, whole.amount, [one if sign > 0 else negated(one) for one, sign in signed])
