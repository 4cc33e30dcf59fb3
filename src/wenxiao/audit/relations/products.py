"""Products in sentences: 总额, 数量 and 人均; 单价 × 数量 = 金额."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.relations.amounts import Amount, Line, claim
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_EACH = re.compile(
    "(?:人均|户均|场均|(?:平均)?每(?P<unit>人次|公里|[人名户个台套场次件项家篇期所亩村条])|单价)[^，；。、0-9]{0,6}$"
)
_COUNTED_BY = {"人均": "人", "户均": "户", "场均": "场次"}
_SAME = {"名": "人", "场": "场次"}
_TOTAL = re.compile("(?:共计|合计|总计|总额|总价|总金额|共)[^，；。、0-9]{0,6}$")


def products_in(line: Line) -> Iterator[Claim]:
    """Give total = amount for each × number, where the sentence states exactly one of each.

    A total that does not call itself one is claimed only if it agrees.
    """
    for each in line.amounts:
        stated = _EACH.search(each.lead)
        if stated is None or each.quantity.kind is not Kind.MONEY:
            continue
        unit = stated["unit"] or _COUNTED_BY.get(stated[0][:2], "")
        counts = [one for one in line.mains() if _counts(one, _SAME.get(unit, unit))]
        totals = [one for one in line.mains() if one is not each and one.quantity.kind is Kind.MONEY]
        if len(counts) == 1 and len(totals) == 1:
            found = claim(ClaimKind.PRODUCT, totals[0], (each, counts[0]))
            if _TOTAL.search(totals[0].lead) or judge(found).verdict is Verdict.PASS:
                yield found


def _counts(amount: Amount, unit: str) -> bool:
    if amount.quantity.kind in {Kind.MONEY, Kind.PERCENT, Kind.PERCENTAGE_POINTS}:
        return False
    return not unit or amount.quantity.unit == unit
