"""Marks in prose: what was given and what was taken off make the full marks (满分 20 分，得 18.5 分，扣 1.5 分)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.amounts import Line, Role, claim
from wenxiao.audit.relations.sums.listing import Listing

_MARKS = "分"
_ALL = Decimal(100)
_GIVEN = re.compile("[，,、(]?(?:实际|最终|自评|评价|评分)?实?得分?(?:为|:)?")
_TAKEN = re.compile("[，,、(]?(?:共|合计)?(?:扣除|扣减|扣掉|扣了|扣分|扣|失分)(?:为|:)?")
_FULL = re.compile("满分|分值|权重|标准分|应得|总分")


def marks_taken(line: Line) -> Iterator[Claim]:
    """Give, of every three amounts that are full marks, marks given and marks taken off, the sum."""
    amounts = line.amounts
    for full, one, other in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if any(
            amount.quantity.unit != _MARKS or amount.role is Role.PERCENT for amount in (full, one, other)
        ):
            continue
        if any(
            _GIVEN.fullmatch(given.lead) and _TAKEN.fullmatch(taken.lead)
            for given, taken in ((one, other), (other, one))
        ):
            yield claim(ClaimKind.SUM, full, (one, other))


def are_full_marks(found: Listing) -> bool:
    """Tell whether a list of marks gives those that can be reached, beside a whole that was reached."""
    whole = found.whole
    if whole.quantity.unit != _MARKS or _FULL.search(whole.label.replace("总分", "")):
        return False
    reachable = sum(part.value for part in found.quantities) == _ALL and "总分" not in whole.label
    return reachable or any(_FULL.search(part.lead) for part in found.parts)
