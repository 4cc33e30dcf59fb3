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
        if amount.role is Role.CHANGE and amount.direction is not None:
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
    pair = _reached(amounts, index) or _against(amounts, index)
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
    starts = re.search("(?:由|从|自)[^，；。]{0,16}$", former.lead)
    return (latter, former) if starts and _REACHED.search(latter.lead) else None


def _against(amounts: Sequence[Amount], index: int) -> tuple[Amount, Amount] | None:
    """Give this year's and last year's figure of Y，比上年的 X 增长 p%."""
    if index < 2 or _SUBJECT.search(amounts[index].lead):
        return None
    current, former = amounts[index - 2], amounts[index - 1]
    told = current.role is Role.MAIN and former.role is Role.REFERENCE and alike(current, former)
    return (current, former) if told else None


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
    pair = _reached(amounts, index) or _against(amounts, index) or _against_budget(amounts, index)
    if pair is None or not alike(change, pair[0]):
        return
    latter, former = pair
    yield claim(
        ClaimKind.DIFFERENCE, change, (latter, former) if direction is Direction.UP else (former, latter)
    )
