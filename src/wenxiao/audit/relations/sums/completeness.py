"""Whether a list that does not add up says that it should: that nothing of the whole is left out."""

from __future__ import annotations

import re

from wenxiao.audit.relations.amounts import Role
from wenxiao.audit.relations.sums.divisions import is_closed_and_open, is_done_and_undone
from wenxiao.audit.relations.sums.listing import Listing
from wenxiao.audit.relations.sums.partial_lists import is_partial, may_be_counted_twice, may_leave_a_few
from wenxiao.audit.relations.sums.plausible import is_slip, is_swap
from wenxiao.audit.relations.sums.score_lists import are_full_marks
from wenxiao.audit.relations.sums.terms import common_ending, part_name
from wenxiao.audit.relations.sums.whole_forms import is_divided, says_all, tells_each

_OTHER_SCOPE = re.compile("预算|决算|计划|目标|上年|去年|同期|年初|原|编制|限额|[0-9]年|总|累计|合计|共")
_MOST_MISSING = 3
_ALIKE = 1
_OF_IT = re.compile(r"[，,、(]?(?:其中|包括)|\(")


def is_meant(found: Listing) -> bool:
    """Tell whether a list that does not add up says that it should."""
    if is_partial(found) or are_full_marks(found):
        return False
    whole, parts = found.whole.quantity, found.quantities
    if any(part.unit != whole.unit for part in parts):  # 77 个项目 may be told before 27 件线索
        return False
    is_more = sum(part.value for part in parts) > whole.value
    if is_swap(whole, parts) or (is_slip(whole, parts, rounded=is_more) and not may_leave_a_few(found)):
        return True
    if may_be_counted_twice(found):
        return False
    if is_large_enough(found):
        return is_complete(found)
    is_told = is_divided(found) or tells_each(found)
    is_beside = found.whole.figure.block == found.parts[0].figure.block
    return is_told and is_beside and found.is_counted and found.whole.role is Role.MAIN


def is_complete(found: Listing) -> bool:
    """Tell whether the form of a list says that it leaves nothing out."""
    return not is_partial(found) and says_all(found)


def is_split(found: Listing) -> bool:
    """Tell whether the two parts are what was done of the whole and what was not."""
    names = [part_name(part) for part in found.parts]
    told = is_done_and_undone(names) and is_large_enough(found)
    return told or (is_closed_and_open(names) and is_slip(found.whole.quantity, found.quantities))


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


def is_large_enough(found: Listing) -> bool:
    """Tell whether the whole can be one at all: no part is larger, and the parts are not a small piece of it."""
    values = [part.value for part in found.quantities]
    return max(values) <= found.whole.quantity.value <= _MOST_MISSING * sum(values)


def is_whole_division(found: Listing) -> bool:
    """Tell whether a list opens with 其中 and its parts are a known division: whatever the sentence before tells alone."""
    return _OF_IT.match(found.lead) is not None and is_divided(found)
