"""Both ends of a change that the text states: 由 X 增至 Y; Y 比上年的 X; 去年 X、今年 Y; 预算 X，决算 Y."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wenxiao.audit.figures.marks import COMMA, SENTENCES
from wenxiao.audit.kinds import Direction
from wenxiao.audit.relations.amounts import Amount, Role, alike
from wenxiao.audit.relations.changes.thresholds import is_threshold
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
_LEADS_ON = re.compile("^(?:相比|比较|相较)?[，,]?(?!与|和|同(?!比))")
"""The words between a reference and its change, unless they compare with something else: 比上年的 X，(与预算相比)."""

_WITH = re.compile("[与和同比较][^，；。,;]{0,40}$")
_THAN_LAST = re.compile("[比较](?:上年度?|去年|上一年|上期)(?:同期)?(?:[^，；。,;]{0,6}的)?$")
_OPENS = re.compile("^[。；;]?(?:与|比|较|同)")
_IN_YEAR = re.compile("^[，,](?:[12][0-9]{3}年|今年|本年)度?[一-龥]{1,4}$")
_THAN_YEAR = re.compile(
    "^[)]?[，,](?:与|比|较|同)(?P<year>[12][0-9]{3}年)度?(?P<name>预算|决算|支出|收入|执行|完成|)[^，；。,;]{0,8}[，,]?[^，；。,;]{2,6}$"
)
_ON_BASE = re.compile("^的?基础上[，,]?")
_GOES_ON = re.compile("^[；;](?:与|比|较|同)")
_YEARS = re.compile("([12][0-9]{3})年度?(?:比|较)([12][0-9]{3})年度?[一-龥]{2,3}$")
_YEAR = re.compile("([12][0-9]{3})年")
_LAST_YEARS = 1
_THIS, _LAST = re.compile("本年|今年|当年|本期"), re.compile("上年|去年|上一年|上期")
_TIMES = re.compile(
    "[12][0-9]{3}年度?|(?:本年|今年|当年|本期|上年|去年|上一年|上期)(?:度|同期)?|[的为是达约]+$"
)
_FOLLOWS = re.compile(
    "^[)]?(?:[，,]|[；;](?=对比|相比|同比|[比较]上年))(?:同比|环比|比上年|较上年|对比|相比|两年相比)?(?:净|共|约)?[一-龥]{1,3}$"
)
_CAUSES = re.compile("由于|因为|原因|主要[是为]")
_ADJUSTED = re.compile("调整(?:后|为|成|数|支出|收入|预算|总)[^，。；,;]{0,10}$")
_ADJUSTED_BY = re.compile(
    "^[，,](?:(?:比|较)(?:年初|原|上年)?预算数?)?(?:净|共)?(?:调增|调减|增加|减少|增|减)了?$"
)
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
        or _against_last_sentence(amounts, index, before)
        or _of_years_compared(amounts, index, before)
        or of_two_years(amounts, index)
        or _against_year(amounts, index)
        or _against_budget(amounts, index)
        or _adjusted(amounts, index)
        or _since(amounts, index, farther)
    )


def _since(amounts: Sequence[Amount], index: int, farther: Sequence[Amount]) -> Ends | None:
    """Give both ends of 甲年 X，乙年增加 Z, or 与 X 相比增加 Z, where the figure that X and Z come to was told before."""
    change = amounts[index]
    former = base_of(amounts, index)
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


def base_of(amounts: Sequence[Amount], index: int) -> Amount | None:
    """Give the figure that a change is counted from, where this time's is not beside it: 与 X 相比，增加."""
    former = _former_year(amounts, index)
    if former is not None or not index:
        return former
    if _ON_BASE.match(amounts[index].lead) and amounts[index - 1].role in {Role.MAIN, Role.REFERENCE}:
        return amounts[index - 1]
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
    if _CAUSES.search(amounts[index].lead):
        return None
    mains = [one for one in amounts[:index] if one.role is not Role.PERCENT][-3:]
    if len(mains) == 3 and abs(mains[0].quantity.value - mains[1].quantity.value) == mains[2].quantity.value:
        mains = mains[:2]  # 由 X 降为 Y，节省 Z，降幅 p%
    if len(mains) < 2:
        return None
    former, latter = _measured_alike(*mains[-2:])
    if not alike(former, latter):
        return None
    return (latter, former) if STARTS.search(former.lead) and REACHED.search(latter.lead) else None


def _measured_alike(former: Amount, latter: Amount) -> Ends:
    """Give two amounts, the first measured like the second where only its words say how often: 由每月 X 元提高到 Y 元."""
    one, other = former.quantity, latter.quantity
    if one.kind is Kind.FREQUENCY and other.kind is Kind.MONEY and one.unit.startswith(f"{other.unit}/"):
        former = replace(former, quantity=replace(one, kind=other.kind, unit=other.unit))
    return former, latter


def _against(amounts: Sequence[Amount], index: int) -> Ends | None:
    """Give both figures of Y，比上年的 X 增长, and of Y，与上年的 X 相比，增长."""
    words = _LEADS_ON.sub("", amounts[index].lead)
    if index < 2 or _CLAUSES.search(words) or amounts[index - 1].role is not Role.REFERENCE:
        return None
    former = amounts[index - 1]
    for at in range(index - 1, 0, -1):
        if SENTENCES.search(amounts[at].lead) and not _GOES_ON.match(amounts[at].lead):
            return None
        is_plain = amounts[at - 1].role is Role.MAIN and not is_threshold(amounts, at - 1)
        if is_plain and not is_base(amounts, at - 1):
            return (amounts[at - 1], former) if alike(amounts[at - 1], former) else None
    return None


def _against_last_sentence(amounts: Sequence[Amount], index: int, before: Sequence[Amount]) -> Ends | None:
    """Give both figures of Y。比上年的 X 增长: the last one told before that the change parts from X, or the only one."""
    if index != 1 or amounts[0].role is not Role.REFERENCE or not _OPENS.match(amounts[0].lead):
        return None
    former, change = amounts[:2]
    told = [one for one in reversed(before) if alike(one, former)]
    parted = (one for one in told if abs(one.quantity.value - former.quantity.value) == change.quantity.value)
    latter = next(parted, told[0] if len({one.quantity.value for one in told}) == 1 else None)
    return None if latter is None else (latter, former)


def _of_years_compared(amounts: Sequence[Amount], index: int, before: Sequence[Amount]) -> Ends | None:
    """Give the figures of both years of 乙年比甲年增长, if the block has one figure of one measure for each."""
    years = _YEARS.search(amounts[index].lead)
    if years is None:
        return None
    mains = [*before, *(one for one in amounts[:index] if one.role is Role.MAIN)]
    latter, former = ([one for one in mains if years[at] in one.lead] for at in (1, 2))
    told = len(latter) == len(former) == 1 and latter[0] is not former[0] and alike(latter[0], former[0])
    return (latter[0], former[0]) if told else None


def of_two_years(amounts: Sequence[Amount], index: int) -> Ends | None:
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


def _against_year(amounts: Sequence[Amount], index: int) -> Ends | None:
    """Give both figures of 甲年 X，乙年 Y，与甲年相比，减少, whatever they are called."""
    compared = _THAN_YEAR.search(amounts[index].lead) if index > 1 else None
    if compared is None:
        return None
    former, latter = amounts[index - 2 : index]
    words = [COMMA.split(one.lead)[-1] for one in (former, latter)]
    is_named = compared["name"] in words[0]  # 与甲年预算相比 is not with what was spent
    is_told = is_named and compared["year"] in words[0] and 0 < _year(compared["year"]) < _year(words[1])
    if not is_told or SENTENCES.search(latter.lead) or {former.role, latter.role} != {Role.MAIN}:
        return None
    return (latter, former) if alike(former, latter) else None


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


def _adjusted(amounts: Sequence[Amount], index: int) -> Ends | None:
    """Give both ends of 预算 X，调整后为 Y，调增, which stand right before the change."""
    if index < 2 or not _ADJUSTED_BY.search(amounts[index].lead):
        return None
    budget, adjusted = amounts[index - 2 : index]
    is_told = (
        "预算" in budget.label and _ADJUSTED.search(adjusted.lead) and not SENTENCES.search(adjusted.lead)
    )
    both_plain = {budget.role, adjusted.role} == {Role.MAIN} and alike(budget, adjusted)
    return (adjusted, budget) if is_told and both_plain else None
