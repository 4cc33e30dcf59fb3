"""The two percentages that percentage points part: A%，比上年提高 m 个百分点（上年为 B%）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenxiao.audit.figures.marks import BREAKS, SENTENCES
from wenxiao.audit.relations.amounts import Amount
from wenxiao.audit.relations.changes.ends import REACHED, STARTS, Ends, of_two_years
from wenxiao.quantity import Kind

_LAST_YEAR = re.compile(r"^[(，；,;]?(?:而)?(?:上年|去年|上一年|上期)(?:同期)?[^，；。,;]{0,10}$")
_COMPARED = re.compile("^[，,](?:增[速幅]|增长率)?(?:与|比|较|同)[^，；。,;]{0,16}$")


def percentages_of(amounts: Sequence[Amount], index: int) -> Ends | None:
    """Give both percentages that the percentage points at ``index`` part."""
    if not index or amounts[index - 1].quantity.kind is not Kind.PERCENT:
        return None
    return (
        _before_last_year(amounts, index) or _compared_again(amounts, index) or _right_before(amounts, index)
    )


def _before_last_year(amounts: Sequence[Amount], index: int) -> Ends | None:
    """Give both percentages of A%，提高 m 个百分点（上年为 B%）."""
    after = amounts[index + 1] if index + 1 < len(amounts) else None
    is_told = after is not None and after.quantity.kind is Kind.PERCENT and _LAST_YEAR.search(after.lead)
    return (amounts[index - 1], after) if after is not None and is_told else None


def _compared_again(amounts: Sequence[Amount], index: int) -> Ends | None:
    """Give the first and the last percentage of A%，比上期 (B%) 回落 m 个百分点，比上年 (C%) 回落 n."""
    at = index
    while at > 0 and amounts[at].quantity.kind is Kind.PERCENTAGE_POINTS:
        if SENTENCES.search(amounts[at].lead) or SENTENCES.search(amounts[at - 1].lead):
            return None
        at -= 2 if _is_compared_with(amounts[at - 1]) else 1
    is_again = 0 <= at < index - 2 and amounts[at].quantity.kind is Kind.PERCENT
    return (amounts[at], amounts[index - 1]) if is_again and _is_compared_with(amounts[index - 1]) else None


def _is_compared_with(amount: Amount) -> bool:
    return amount.quantity.kind is Kind.PERCENT and _COMPARED.search(amount.lead) is not None


def _right_before(amounts: Sequence[Amount], index: int) -> Ends | None:
    """Give the two percentages right before, where their words tell which is of which time."""
    if index < 2 or amounts[index - 2].quantity.kind is not Kind.PERCENT:
        return None
    former, latter = amounts[index - 2 : index]
    if _COMPARED.search(latter.lead) and not BREAKS.search(amounts[index].lead):
        return former, latter
    if STARTS.search(former.lead) and REACHED.search(latter.lead):
        return latter, former
    return of_two_years(amounts, index)
