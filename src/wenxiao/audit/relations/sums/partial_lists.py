"""Whether a list leaves something of the whole out, or may do so."""

from __future__ import annotations

import re
from decimal import Decimal

from wenxiao.audit.relations.sums.listing import Listing
from wenxiao.audit.relations.sums.told_shares import is_shared_in_part

_PARTIAL = re.compile(
    "主要[包是为有用]|其中主要|主要[一-龥]{0,4}(?:税种|科目|项目|行业|产业|产品|品种|指标|领域|地区|市场|国家)|[分按从](?:税种|行业)"
)
"""Words before a list of the main ones only, or of kinds so many that few lists name all."""

_GOES_ON = re.compile("等|[，,；;、。]?(?:其余|剩余|余下|其他|不足部分|另有|另外)")
_QUALIFIES = re.compile("(?:为|系|担任|获得?|被)[一-龥]")
"""女性 16 人为中层干部 tells something of those 16, and not that they are a part of all."""

_TIGHT = re.compile("[、和及与]|以及")
_FEW = 3
"""That so many and more are to the last digit one part before them is no accident, though nothing else is listed."""

_LEFT_OVER, _LITTLE = Decimal(10), Decimal("0.02")
_MOST_INNER = 7
_OVERLAPPING = re.compile("注册|登记|备案|入库|具有|持有|涉及|覆盖")
_STATE = re.compile(
    "[，,；;](?:目前|现在|现|截[至止])?[^，,；;。]{0,8}已(?:经)?(?:拨付|支付|支出|使用|到位|兑付|下达)"
)
_SORTED = re.compile("分别|包括|组成|构成")


def is_partial(found: Listing) -> bool:
    """Tell whether a list leaves something out: by its words (主要是, 等, 其余由县级配套) or by its shares.

    Where one part is as large as the whole beside others, the whole is another one.
    """
    return (
        bool(_PARTIAL.search(found.lead) or _GOES_ON.match(found.after))
        or _QUALIFIES.match(found.after) is not None
        or _is_as_large(found)
        or is_shared_in_part(found)
        or _tells_state(found)
        or _goes_into_parts(found)
    )


def may_leave_a_few(found: Listing) -> bool:
    """Tell whether what is missing may be of a kind too small to be listed: a few things or people, a little money."""
    whole = found.whole.quantity.value
    missing = whole - sum(part.value for part in found.quantities)
    little = max(_LEFT_OVER if found.is_counted else Decimal(0), whole * _LITTLE)
    return (
        0 < missing < little
        and not _SORTED.search(found.lead)
        and not all(_TIGHT.match(part.lead) for part in found.parts[1:])
    )


def may_be_counted_twice(found: Listing) -> bool:
    """Tell whether each of the things counted may stand in several classes: suppliers registered for goods and works."""
    whole = found.whole
    return (
        found.is_counted
        and sum(part.value for part in found.quantities) > whole.quantity.value
        and _OVERLAPPING.search(whole.label) is not None
    )


def _tells_state(found: Listing) -> bool:
    """Tell whether after a part the text goes on with the state of the whole: 其中管理费 X，目前已拨付 Y."""
    first, *others = found.parts
    return "已" not in first.lead and any(_STATE.match(part.lead) for part in others)


def _goes_into_parts(found: Listing) -> bool:
    """Tell whether one of the parts is the sum of those after it: then they are parts of that part."""
    values = [part.value for part in found.quantities]
    return any(
        sum(values[at + 1 : end]) == value > 0
        for at, value in enumerate(values)
        for end in range(at + 3, min(at + _MOST_INNER, len(values)) + 1)
        if end - at - 1 < len(values) - 1 or end - at > _FEW
    )


def _is_as_large(found: Listing) -> bool:
    values = [part.value for part in found.quantities]
    return found.whole.quantity.value in values and sum(map(bool, values)) > 1
