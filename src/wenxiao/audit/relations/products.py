"""Products in sentences: 总额, 数量 and 人均; 单价 × 数量 = 金额."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.relations.amounts import Amount, Line, Role, claim
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_EACH = re.compile(
    "(?:人均|户均|场均|车均|(?:平均)?每(?P<unit>人次|公里|[人名户个台套场次件项家篇期所亩村条辆])|单价)"
    "[^，；。、0-9]{0,6}$"
)
_FEW = 8
_COUNTED_BY = {"人均": "人", "户均": "户", "场均": "场次", "车均": "辆"}
_SAME = {"名": "人", "场": "场次"}
_TOTAL = re.compile("(?:共计|合计|总计|总额|总价|总金额|共)[^，；。、0-9]{0,6}$")
_PERCENTAGES = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINTS})


def products_in(line: Line, before: Sequence[Amount]) -> Iterator[Claim]:
    """Give total = amount for each × number.

    Where the sentence states exactly one of each and the total calls itself one, it is claimed whether it
    agrees or not; from more figures, or with those ``before`` it, only what agrees exactly is.
    """
    for each in line.amounts:
        stated = _EACH.search(each.lead)
        if stated is None or each.role is not Role.MAIN:
            continue
        unit = stated["unit"] or _COUNTED_BY.get(stated[0][:2], "")
        unit = _SAME.get(unit, unit)
        found = _only(line, each, unit) or _agreeing(line, before, each, unit)
        if found is not None:
            yield found


def _only(line: Line, each: Amount, unit: str) -> Claim | None:
    """Give the product of a sentence with one number and one total that says it is one."""
    if each.quantity.kind is not Kind.MONEY:
        return None
    counts = [one for one in line.mains() if _counts(one, unit)]
    totals = [one for one in line.mains() if one is not each and one.quantity.kind is Kind.MONEY]
    if len(counts) != 1 or len(totals) != 1 or not _TOTAL.search(totals[0].lead):
        return None
    return claim(ClaimKind.PRODUCT, totals[0], (each, counts[0]))


def _agreeing(line: Line, before: Sequence[Amount], each: Amount, unit: str) -> Claim | None:
    """Give the product that agrees to the last digit, of this sentence or with those before it in its block."""
    at = line.amounts.index(each)
    around = line.amounts[max(at - _FEW, 0) : at + _FEW + 1]
    near = [*before[-_FEW:], *(one for one in around if one.role is Role.MAIN)]
    for count in near:
        if count is each or not _counts(count, unit):
            continue
        for total in near:
            if total is each or total is count or not _is_total(total, each):
                continue
            if not _is_near(each.quantity.value * count.quantity.value, total.quantity.value):
                continue
            found = claim(ClaimKind.PRODUCT, total, (each, count))
            if judge(found).verdict is Verdict.PASS:
                return found
    return None


def _is_near(computed: Decimal, stated: Decimal) -> bool:
    """Tell whether a closer look is worth while: within a tenth."""
    return abs(computed - stated) * 10 <= abs(stated)


def _is_total(total: Amount, each: Amount) -> bool:
    if each.quantity.kind is Kind.MONEY:
        return total.quantity.kind is Kind.MONEY
    return total.quantity.kind is not Kind.MONEY and bool(_TOTAL.search(total.lead))


def _counts(amount: Amount, unit: str) -> bool:
    if amount.quantity.kind is Kind.MONEY or amount.quantity.kind in _PERCENTAGES:
        return False
    return not unit or amount.quantity.unit == unit or {amount.quantity.unit, unit} == {"人", "人次"}
