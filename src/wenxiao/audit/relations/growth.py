"""Growth in sentences: 比上年增加 X，增长 p%; 由 X 增至 Y，增长 p%; and the change itself, Y − X."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, ClaimKind, Direction, GrowthForm
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, claim, growth_claim
from wenxiao.audit.relations.earlier import Earlier
from wenxiao.quantity import Kind

_AGAINST = re.compile("比|较|与|同比|相比|环比|上年|去年|上一年")
_REACHED = re.compile("(?:增加|增长|提高|提升|上升|扩大|下降|降低|减少|压减|增|降|减)(?:到|至|为)$")
_STARTS = re.compile("(?:由|从|自)[^，；。]{0,16}$")
_LAST_YEAR = re.compile(r"^\((?:上年|去年|上一年|上期)(?:同期)?(?:为|是)?$")
_YEARS = re.compile("([12][0-9]{3})年度?(?:比|较)([12][0-9]{3})年度?[一-龥]{2,3}$")
_BUDGETED = re.compile("^[，,](?:比|较)(?:年初)?预算数?[^，；。]{2,4}$")
_SENTENCES = re.compile("[。；;！？]")
_SUBJECT = re.compile("[，；。：,;]")
_COMPARED = re.compile(
    "(?:与|比|较|同)[^，；。]{0,12}?(?:年度?|上期|同期)(?:决算|预算)?数?(?:相比)?|同比|环比|相比|其中|主要|支出总?计?(?=增)"
)
_CHANGE_WORDS = re.compile("(?:增加|增长|减少|下降|上升|降低|提高|净增|增|减)(?:了|额)?$")


def growth_in(line: Line, earlier: Earlier) -> Iterator[Claim]:
    """Give the growths and differences that a line states."""
    for index, amount in enumerate(line.amounts):
        if amount.direction is not None and _is_change(amount):
            yield from _difference(line.amounts, index, amount.direction)
        if amount.quantity.kind is Kind.PERCENT and amount.direction is not None:
            yield from _growth(line, index, amount.direction, earlier)


def _growth(line: Line, index: int, direction: Direction, earlier: Earlier) -> Iterator[Claim]:
    amounts, percent = line.amounts, line.amounts[index]
    if index and amounts[index - 1].role is Role.CHANGE and _adjoins(percent):
        change = amounts[index - 1]
        current = _current(line, index - 1, earlier)
        if current is not None:
            yield growth_claim(percent, current, change, GrowthForm.CURRENT_DELTA, direction)
        return
    before = earlier.of_block(line.block)
    pair = _reached(amounts, index) or _against(amounts, index) or _of_years(amounts, index, before)
    if pair is not None:
        yield growth_claim(percent, *pair, GrowthForm.CURRENT_PREVIOUS, direction)


def _adjoins(percent: Amount) -> bool:
    """Tell whether a percentage only repeats the change before it: nothing but a comma and the word between."""
    return len(percent.lead) <= 12 and "。" not in percent.lead and "；" not in percent.lead


def _current(line: Line, index: int, earlier: Earlier) -> Amount | None:
    """Give this year's figure of a change: the subject in the same clause, else in the sentence before."""
    amounts, change = line.amounts, line.amounts[index]
    *past, words = _SENTENCES.split(_CHANGE_WORDS.sub("", change.lead))
    named = _SUBJECT.sub("", _COMPARED.sub("", words))
    if not _AGAINST.search(words):
        return earlier.named(named, line, change)
    if index and not past and len(named) < 2:
        before = amounts[index - 1]
        return before if before.role is Role.MAIN and alike(before, change) else None
    return earlier.subject(named, line, change)


def _reached(amounts: Sequence[Amount], index: int) -> tuple[Amount, Amount] | None:
    """Give both ends of 由 X 增至 Y before a percentage."""
    mains = [one for one in amounts[:index] if one.role is not Role.PERCENT][-2:]
    if len(mains) < 2 or not alike(*mains):
        return None
    former, latter = mains
    return (latter, former) if _STARTS.search(former.lead) and _REACHED.search(latter.lead) else None


def _of_years(
    amounts: Sequence[Amount], index: int, before: Sequence[Amount]
) -> tuple[Amount, Amount] | None:
    """Give the figures of both years of 乙年比甲年增长 p%, if the block has one figure of one measure for each."""
    years = _YEARS.search(amounts[index].lead)
    if years is None:
        return None
    mains = [*before, *(one for one in amounts[:index] if one.role is Role.MAIN)]
    latter, former = ([one for one in mains if years[at] in one.lead] for at in (1, 2))
    told = len(latter) == len(former) == 1 and latter[0] is not former[0] and alike(latter[0], former[0])
    return (latter[0], former[0]) if told else None


def _is_change(amount: Amount) -> bool:
    return amount.role is Role.CHANGE or amount.quantity.kind is Kind.PERCENTAGE_POINTS


def _against(amounts: Sequence[Amount], index: int) -> tuple[Amount, Amount] | None:
    """Give this year's and last year's figure of Y，比上年的 X 增长 p%."""
    if index < 2 or _SUBJECT.search(amounts[index].lead) or amounts[index - 1].role is not Role.REFERENCE:
        return None
    former = amounts[index - 1]
    for at in range(index - 1, 0, -1):
        if _SENTENCES.search(amounts[at].lead):
            return None
        if amounts[at - 1].role is Role.MAIN:
            return (amounts[at - 1], former) if alike(amounts[at - 1], former) else None
    return None


def _percentages(amounts: Sequence[Amount], index: int) -> tuple[Amount, Amount] | None:
    """Give both percentages of 由 X 提高到 Y，提高 Z 个百分点, and of Y，比上年提高 Z 个百分点(上年 X)."""
    if amounts[index].quantity.kind is not Kind.PERCENTAGE_POINTS or not index:
        return None
    latter = amounts[index - 1]
    if latter.quantity.kind is not Kind.PERCENT:
        return None
    after = amounts[index + 1] if index + 1 < len(amounts) else None
    if after is not None and after.quantity.kind is Kind.PERCENT and _LAST_YEAR.search(after.lead):
        return latter, after
    former = amounts[index - 2] if index > 1 else None
    if former is None or former.quantity.kind is not Kind.PERCENT:
        return None
    return (latter, former) if _STARTS.search(former.lead) and _REACHED.search(latter.lead) else None


def _against_budget(amounts: Sequence[Amount], index: int) -> tuple[Amount, Amount] | None:
    """Give outturn and budget of 预算 X，决算 Y，比预算减少 Z, which stand right before the change."""
    if index < 2 or not _BUDGETED.search(amounts[index].lead):
        return None
    budget, outturn = amounts[index - 2], amounts[index - 1]
    told = {budget.role, outturn.role} == {Role.MAIN} and alike(budget, outturn)
    return (outturn, budget) if told and "预算" in budget.label and "预算" not in outturn.label else None


def _difference(amounts: Sequence[Amount], index: int, direction: Direction) -> Iterator[Claim]:
    """Give the change between both ends: 由 X 增至 Y，增加 Z; Y 比上年 X 增加 Z."""
    change = amounts[index]
    pair = _percentages(amounts, index)
    if pair is None and change.role is Role.CHANGE:
        pair = _reached(amounts, index) or _against(amounts, index) or _against_budget(amounts, index)
        pair = pair if pair is not None and alike(change, pair[0]) else None
    if pair is None:
        return
    latter, former = pair
    yield claim(
        ClaimKind.DIFFERENCE, change, (latter, former) if direction is Direction.UP else (former, latter)
    )
