"""Balances that were opened with what was left of last year: 年初结转 A，收入 B，支出 C，年末结转 D closes as A + B - C = D.

What leaves A out is refuted by nothing: it was never said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.relations.amounts import Line, Role
from wenxiao.finding import Verdict

_OPENING = re.compile(
    "(?:年初|期初|上年|上期|以前年度)[^，。；、,;:]{0,6}(?:结[转余存]|余额|滚存|库存)|滚存结余"
)
_SUMS = frozenset({ClaimKind.SUM, ClaimKind.DIFFERENCE})


def without_opened(claims: Sequence[Claim], lines: Iterable[Line]) -> list[Claim]:
    """Leave out the sums and differences that only miss the opening balance told in their paragraph."""
    openings: defaultdict[int, set[Decimal]] = defaultdict(set)
    for line in lines:
        for one in line.amounts:
            if one.role is not Role.PERCENT and one.quantity.value and _OPENING.search(one.lead[-20:]):
                openings[one.figure.block].add(one.quantity.value)
    if not openings:
        return list(claims)
    return [one for one in claims if not _misses_opening(one, openings)]


def _misses_opening(claim: Claim, openings: dict[int, set[Decimal]]) -> bool:
    figure = claim.result.figure
    told = openings.get(figure.block) if figure else None
    if not told or claim.kind not in _SUMS or judge(claim).verdict is not Verdict.FAIL:
        return False
    result, *operands = (term.quantity.value for term in claim.terms if term.quantity is not None)
    rest = [-one for one in operands[1:]] if claim.kind is ClaimKind.DIFFERENCE else operands[1:]
    return abs(result - operands[0] - sum(rest)) in told
