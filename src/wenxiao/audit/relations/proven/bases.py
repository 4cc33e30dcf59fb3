"""What percentages were reckoned over: what one amount is a share of, others are too."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Amount, Role
from wenxiao.audit.relations.proven.told import Told

_MOST = 6
_WITH_WHOLE = frozenset({ClaimKind.SHARE, ClaimKind.RATE})


class Bases:
    """The wholes of the shares, rates and sums among some claims, in order."""

    def __init__(self, told: Iterable[Told], claims: Iterable[Claim]) -> None:
        """Take the amounts that are such wholes."""
        wholes = {_whole_of(claim) for claim in claims}
        self._amounts = [
            one.amount
            for one in told
            if one.amount.figure.start in wholes
            and one.amount.role is not Role.PERCENT
            and one.amount.quantity.is_exact
        ]
        self._starts = [amount.figure.start for amount in self._amounts]

    def before(self, amount: Amount) -> list[Amount]:
        """Give the last few before an amount, the nearest first."""
        end = bisect_left(self._starts, amount.figure.start)
        return self._amounts[max(end - _MOST, 0) : end][::-1]


def _whole_of(claim: Claim) -> int:
    whole = claim.operands[-1] if claim.kind in _WITH_WHOLE else claim.result
    is_whole = claim.kind in _WITH_WHOLE or claim.kind is ClaimKind.SUM
    return whole.figure.start if whole.figure and is_whole else -1
