"""Both ends of a change that the text states: 由 X 增至 Y; Y 比上年的 X; 去年 X、今年 Y; 预算 X，决算 Y."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenxiao.audit.figures.marks import SENTENCES
from wenxiao.audit.kinds import Direction
from wenxiao.audit.relations.amounts import Amount, Role, alike
from wenxiao.quantity import Kind

Ends = tuple[Amount, Amount]
"""This time's figure and the one it is compared with."""

REACHED = re.compile(
    "(?:增加|增长|提高|提升|上升|上涨|回升|攀升|扩大|下降|降低|减少|压减|缩减|下滑|回落|下跌|调整|变更|增|降|减)(?:到|至|为)"
    "(?:(?:[12][0-9]{3}年|今年|本年|目前|现在)[初底末度]?的?)?$"
)
STARTS = re.compile("(?:由|从|自)[^，；。]{0,16}$")
_CLAUSES = re.compile("[，；。：,;]")
_COMPARED_WITH = re.compile("^(?:相比|比较|相较)[，,]?")
_WITH = re.compile("[与和同比较][^，；。,;]{0,40}$")
_THAN_LAST = re.compile("[比较](?:上年度?|去年|上一年|上期)(?:同期)?[^，；。,;]{0,6}的$")
_IN_YEAR = re.compile("^[，,](?:[12][0-9]{3}年|今年|本年)度?[一-龥]{1,4}$")
_COMPARED = re.compile("^[，,](?:增[速幅]|增长率)?(?:与|比|较|同)[^，；。,;]{0,16}$")
_GOES_ON = re.compile("^[；;](?:与|比|较|同)")
_LAST_YEAR = re.compile(r"^[(，；,;]?(?:而)?(?:上年|去年|上一年|上期)(?:同期)?[^，；。,;]{0,10}$")
_YEARS = re.compile("([12][0-9]{3})年度?(?:比|较)([12][0-9]{3})年度?[一-龥]{2,3}$")
_YEAR = re.compile("([12][0-9]{3})年")
_LAST_YEARS = 1
_THIS, _LAST = re.compile("本年|今年|当年|本期"), re.compile("上年|去年|上一年|上期")
_TIMES = re.compile(
    "[12][0-9]{3}年度?|(?:本年|今年|当年|本期|上年|去年|上一年|上期)(?:度|同期)?|[的为是达约]+$"
)
_FOLLOWS = re.compile("^[)]?[，,](?:同比|环比|比上年|较上年)?(?:净|共|约)?[一-龥]{1,3}$")
_CAUSES = re.compile("由于|因为|原因|主要[是为]")
_BUDGETED = re.compile("^[，,](?:支出)?(?:决算数?)?(?:比|较)(?:年初)?预算数?[^，；。]{2,4}$")


def ends_of(
    amounts: Sequence[Amount], index: int, before: Sequence[Amount], farther: Sequence[Amount] = ()
) -> Ends | None:
    """Give both ends of the change at ``index``, if they are stated.

    They stand in its line, ``before`` it in its block, or one of them ``farther`` back.
    """
    return (
        _reached(amounts, index)
        or _against(amounts, index)
        or _of_years_compared(amounts, index, before)
        or _of_two_years(amounts, index)
        or _against_budget(amounts, index)
        or _since(amounts, index, farther)
    )


def _since(amounts: Sequence[Amount], index: int, farther: Sequence[Amount]) -> Ends | None:
    """Give both ends of 甲年 X，乙年增加 Z, where the figure that X and Z come to was told before."""
    change = amounts[index]
    former = _former_year(amounts, index)
    if former is None or change.role is not Role.CHANGE or not alike(former, change):
        return None
    rise = change.quantity.value if change.direction is Direction.UP else -change.quantity.value
    reached = former.quantity.value + rise
    latter = next((one for one in reversed(farther) if one.quantity.value == reached), None)
    return None if latter is None or not alike(latter, former) else (latter, former)


def _former_year(amounts: Sequence[Amount], index: int) -> Amount | None:
    """Give the figure right before a change that is of an earlier year than the change: 甲年 X，乙年增加."""
    later = _IN_YEAR.match(amounts[index].lead)
    if later is None or not index or amounts[index - 1].role is not Role.MAIN:
        return None
    former = amounts[index - 1]
    return former if 0 < _year(former.label) < _year(later[0]) else None


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
    if _COMPARED.search(latter.lead) and not _CLAUSES.search(amounts[index].lead):
        return former, latter
    if STARTS.search(former.lead) and REACHED.search(latter.lead):
        return latter, former
    return _of_two_years(amounts, index)


def base_of(amounts: Sequence[Amount], index: int) -> Amount | None:
    """Give the figure that a change is counted from, where this time's is not beside it: 与 X 相比，增加."""
    former = _former_year(amounts, index)
    if former is not None or not index:
        return former
    if _THAN_LAST.search(amounts[index - 1].lead) and not _CLAUSES.search(amounts[index].lead):
        return amounts[index - 1]
    if not _COMPARED_WITH.match(amounts[index].lead):
        return None
    return amounts[index - 1] if _WITH.search(amounts[index - 1].lead) else None


def is_end(amounts: Sequence[Amount], index: int) -> bool:
    """Tell whether an amount is what another has come to: the Y of 由 X 下降为 Y."""
    return bool(index and STARTS.search(amounts[index - 1].lead) and REACHED.search(amounts[index].lead))


def is_base(amounts: Sequence[Amount], at: int) -> bool:
    """Tell whether an amount is only what another is measured by: the A of 完成预算 A 的 p%."""
    after = amounts[at + 1] if at + 1 < len(amounts) else None
    return after is not None and after.role is Role.PERCENT and after.lead == "的"


def _reached(amounts: Sequence[Amount], index: int) -> Ends | None:
    """Give both ends of 由 X 增至 Y before a change, which is none of the causes told after them (主要由于…)."""
    mains = [one for one in amounts[:index] if one.role is not Role.PERCENT][-2:]
    if len(mains) < 2 or not alike(*mains) or _CAUSES.search(amounts[index].lead):
        return None
    former, latter = mains
    return (latter, former) if STARTS.search(former.lead) and REACHED.search(latter.lead) else None


def _against(amounts: Sequence[Amount], index: int) -> Ends | None:
    """Give both figures of Y，比上年的 X 增长, and of Y，与上年的 X 相比，增长."""
    words = _COMPARED_WITH.sub("", amounts[index].lead)
    if index < 2 or _CLAUSES.search(words) or amounts[index - 1].role is not Role.REFERENCE:
        return None
    former = amounts[index - 1]
    for at in range(index - 1, 0, -1):
        if SENTENCES.search(amounts[at].lead) and not _GOES_ON.match(amounts[at].lead):
            return None
        if amounts[at - 1].role is Role.MAIN and not is_base(amounts, at - 1):
            return (amounts[at - 1], former) if alike(amounts[at - 1], former) else None
    return None


def _of_years_compared(amounts: Sequence[Amount], index: int, before: Sequence[Amount]) -> Ends | None:
    """Give the figures of both years of 乙年比甲年增长, if the block has one figure of one measure for each."""
    years = _YEARS.search(amounts[index].lead)
    if years is None:
        return None
    mains = [*before, *(one for one in amounts[:index] if one.role is Role.MAIN)]
    latter, former = ([one for one in mains if years[at] in one.lead] for at in (1, 2))
    told = len(latter) == len(former) == 1 and latter[0] is not former[0] and alike(latter[0], former[0])
    return (latter[0], former[0]) if told else None


def _of_two_years(amounts: Sequence[Amount], index: int) -> Ends | None:
    """Give the figures of one thing in two years that stand right before a change: 甲年 X，乙年 Y，增长."""
    if index < 2 or not _FOLLOWS.search(amounts[index].lead):
        return None
    one, other = amounts[index - 2 : index]
    if not alike(one, other) or one.role is Role.CHANGE or other.role is Role.CHANGE:
        return None
    if SENTENCES.search(other.lead) or not _is_same_thing(one.label, other.label):
        return None
    years = _year(one.label), _year(other.label)
    if years[0] == 0 and _TIMES.sub("", other.label) == "":
        return (one, other) if years[1] == _LAST_YEARS else None
    if 0 in years or years[0] == years[1]:
        return None
    return (other, one) if years[0] < years[1] else (one, other)


def _year(label: str) -> int:
    """Give a number by which years can be put in order; 0 if none is named."""
    named = _YEAR.search(label)
    if named:
        return int(named[1])
    return _LAST_YEARS if _LAST.search(label) else 9999 if _THIS.search(label) else 0


def _is_same_thing(one: str, other: str) -> bool:
    name, other_name = _TIMES.sub("", one), _TIMES.sub("", other)
    return not other_name or name.endswith(other_name) or (bool(name) and other_name.endswith(name))


def _against_budget(amounts: Sequence[Amount], index: int) -> Ends | None:
    """Give outturn and budget of 预算 X，决算 Y，(完成 p%，)比预算减少, which stand right before the change."""
    if not _BUDGETED.search(amounts[index].lead):
        return None
    mains = [one for one in amounts[max(index - 3, 0) : index] if one.role is not Role.PERCENT][-2:]
    if len(mains) < 2 or not alike(*mains) or {one.role for one in mains} != {Role.MAIN}:
        return None
    budget, outturn = mains
    return (outturn, budget) if "预算" in budget.label and "预算" not in outturn.label else None
