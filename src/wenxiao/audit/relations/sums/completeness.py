"""Whether a list that does not add up says that it should: that nothing of the whole is left out."""

from __future__ import annotations

import re
from decimal import Decimal

from wenxiao.audit.relations.amounts import Role
from wenxiao.audit.relations.sums.divisions import is_closed_and_open, is_division, is_done_and_undone
from wenxiao.audit.relations.sums.listing import Listing
from wenxiao.audit.relations.sums.plausible import is_slip, is_swap
from wenxiao.audit.relations.sums.terms import common_ending, part_name
from wenxiao.quantity import Kind

_COMPOSED = re.compile(
    "由.{0,40}(?:组成|构成)|按[^，。；]{0,6}(?:功能|经济|用途|性质|来源|科目)[^，。；]{0,6}分"
)
_PARTIAL = re.compile("主要[包是为有用]|其中主要")
_GOES_ON = re.compile("等|[，,；;、。]?(?:其余|剩余|余下|其他|不足部分|另有|另外)")
_REST = re.compile("^(?:和|及|与|以及)?(?:其他|其它|其余|剩余|余下)")
_OTHER_SIDE = re.compile("预算|决算|计划|目标|上年|去年|同期|年初|原|编制|限额|[0-9]年")
_OTHER_SCOPE = re.compile(f"{_OTHER_SIDE.pattern}|总|累计|合计|共")
_FEWEST_IN_ROW = 3
_MOST_MISSING = 3
_TIGHT = re.compile("[、和及与]|以及")
_ALL, _NEARLY = Decimal(100), Decimal(3)
_ROUNDING = Decimal("0.05")
_LEFT_OVER, _ALIKE = 10, 1
_OF_IT = re.compile(r"[，,、(]?(?:其中|包括)|\(")
_OVERLAPPING = re.compile("注册|登记|备案|入库|具有|持有|涉及|覆盖")
_STATE = re.compile(
    "[，,；;](?:目前|现在|现|截[至止])?[^，,；;。]{0,8}已(?:经)?(?:拨付|支付|支出|使用|到位|兑付|下达)"
)
_SORTED = re.compile("分别|包括|组成|构成")


def is_meant(found: Listing) -> bool:
    """Tell whether a list that does not add up says that it should."""
    if is_partial(found):
        return False
    whole, parts = found.whole.quantity, found.quantities
    if is_swap(whole, parts) or (is_slip(whole, parts) and not may_leave_a_few(found)):
        return True
    if _may_be_counted_twice(found):
        return False
    if _is_large_enough(found):
        return is_complete(found)
    return _is_counted(found) and found.whole.role is Role.MAIN and is_divided(found)


def is_partial(found: Listing) -> bool:
    """Tell whether a list leaves something out: by its words (主要是, 等, 其余由县级配套) or by its shares.

    Where one part is as large as the whole beside others, the whole is another one.
    """
    return (
        bool(_PARTIAL.search(found.lead) or _GOES_ON.match(found.after))
        or _is_as_large(found)
        or _is_shared_in_part(found)
        or _tells_state(found)
    )


def _tells_state(found: Listing) -> bool:
    """Tell whether after a part the text goes on with the state of the whole: 其中管理费 X，目前已拨付 Y."""
    first, *others = found.parts
    return "已" not in first.lead and any(_STATE.match(part.lead) for part in others)


def _may_be_counted_twice(found: Listing) -> bool:
    """Tell whether each of the things counted may stand in several classes: suppliers registered for goods and works."""
    whole = found.whole
    return (
        _is_counted(found)
        and sum(part.value for part in found.quantities) > whole.quantity.value
        and _OVERLAPPING.search(whole.label) is not None
    )


def exceeds_whole(found: Listing) -> bool:
    """Tell whether one of the parts after 其中 or in brackets is more than the whole, and of no other year or side."""
    whole = found.whole
    return (
        bool(_OF_IT.match(found.lead))
        and whole.role is Role.MAIN
        and not is_partial(found)
        and all(
            one.is_exact and one.unit == whole.quantity.unit for one in (whole.quantity, *found.quantities)
        )
        and max(part.value for part in found.quantities) > whole.quantity.value
        and _are_of_a_kind(found)
    )


def _are_of_a_kind(found: Listing) -> bool:
    """Tell whether the parts are called alike, and none of them a total or a thing of another year or side."""
    names = [part_name(part) for part in found.parts]
    return len(common_ending(names)) >= _ALIKE and not any(map(_OTHER_SCOPE.search, names))


def may_leave_a_few(found: Listing) -> bool:
    """Tell whether things or people that are counted one by one may be the few of a kind that is not listed."""
    missing = found.whole.quantity.value - sum(part.value for part in found.quantities)
    return (
        _is_counted(found)
        and 0 < missing < _LEFT_OVER
        and not _SORTED.search(found.lead)
        and not all(_TIGHT.match(part.lead) for part in found.parts[1:])
    )


def _is_as_large(found: Listing) -> bool:
    values = [part.value for part in found.quantities]
    return found.whole.quantity.value in values and sum(map(bool, values)) > 1


def _is_shared_in_part(found: Listing) -> bool:
    """Tell whether the shares told are right, one by one, and make less than 100 %."""
    rounding = _ROUNDING * len(found.shares)
    return (
        bool(found.shares)
        and _ALL - sum(share.value for share in found.shares) > rounding
        and (_fitting(found) == len(found.shares))
    )


def _is_counted(found: Listing) -> bool:
    """Tell whether things or people are counted: then the nearest number before them is their whole."""
    return found.whole.quantity.kind is not Kind.MONEY


def _is_large_enough(found: Listing) -> bool:
    """Tell whether the whole can be one at all: no part is larger, and the parts are not a small piece of it."""
    values = [part.value for part in found.quantities]
    return max(values) <= found.whole.quantity.value <= _MOST_MISSING * sum(values)


def is_complete(found: Listing) -> bool:
    """Tell whether the form of a list says that it leaves nothing out."""
    return not is_partial(found) and (
        bool(_COMPOSED.search(found.lead))
        or found.number == len(found.parts)
        or is_divided(found)
        or _is_bracketed_row(found)
        or _exceeds(found)
    )


def is_split(found: Listing) -> bool:
    """Tell whether the two parts are what was done of the whole and what was not."""
    names = [part_name(part) for part in found.parts]
    told = is_done_and_undone(names) and _is_large_enough(found)
    return told or (is_closed_and_open(names) and is_slip(found.whole.quantity, found.quantities))


def is_divided(found: Listing) -> bool:
    """Tell whether the parts themselves say that they are all: by their names or by their shares."""
    labels = tuple(part_name(part) for part in found.parts)
    return bool(_REST.search(labels[-1])) or is_division(labels) or _is_wholly_shared(found)


def _is_wholly_shared(found: Listing) -> bool:
    """Tell whether the shares told make 100 %, or nearly and most of them are those of the parts in the whole."""
    whole = found.whole.quantity.value
    if not found.shares or not whole:
        return False
    left = abs(sum(share.value for share in found.shares) - _ALL)
    if left <= _ROUNDING * len(found.shares):
        return True
    if left > _NEARLY:
        return False
    return 2 * _fitting(found) >= len(found.shares) or is_slip(found.whole.quantity, found.quantities)


def _fitting(found: Listing) -> int:
    """Give how many of the shares told are those of their parts in the whole."""
    whole = found.whole.quantity.value
    told = zip(found.quantities, found.shares, strict=True)
    return sum(
        bool(whole) and abs(part.value * _ALL / whole - share.value) <= _ROUNDING for part, share in told
    )


def _is_bracketed_row(found: Listing) -> bool:
    """Tell whether the parts stand in brackets right after the whole, several in a row and nothing else."""
    parts = found.parts
    return (
        found.lead.startswith("(")
        and found.after.startswith(")")
        and len(parts) >= _FEWEST_IN_ROW
        and all(_TIGHT.match(part.lead) for part in parts[1:])
        and not any(_OTHER_SIDE.search(part.lead) for part in parts)
    )


def _exceeds(found: Listing) -> bool:
    """Tell whether sums of money listed close together are more than the whole, though each of them is less.

    Things and people may be counted under two heads, money hardly ever is.
    """
    whole = found.whole.quantity
    values = [part.value for part in found.quantities]
    return (
        whole.kind is Kind.MONEY
        and max(values) <= whole.value < sum(values)
        and all(_TIGHT.match(part.lead) for part in found.parts[1:])
        and not any(_OTHER_SIDE.search(part.lead) for part in found.parts)
    )
