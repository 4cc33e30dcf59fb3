"""Comparisons in words: 决算数小于预算数, 与上年的 B 持平, 由 A 下降到 B; 突破 A."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, Relation
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, comparison
from wenxiao.audit.relations.changes.bounds import bounds_in
from wenxiao.audit.relations.changes.ends import STARTS
from wenxiao.audit.relations.changes.limits import limits_in
from wenxiao.audit.relations.changes.thresholds import passed_in

_STATED = re.compile(
    "(?:决算|执行|实际)[^，；。、]{0,4}?(?:(?P<within>[未不](?:超过|超出|突破|高于|大于))|(?P<less>小于|低于|少于)|(?P<more>大于|高于|多于|超过|超出)|(?P<same>等于))"
    "[^，；。、]{0,6}?(?:预算|计划)|决算数?[与同和](?:年初)?预算数?(?P<level>持平|一致|相等|相同)"
)
_MOVED = re.compile(
    "的?[，,]?(?:(?P<up>增加|增长|提高|提升|上升|扩大|回升|增)|(?:下降|降低|减少|压减|缩减|下滑|回落|降|减))[到至为]$"
)
_LEVEL = re.compile("持平|一致|相等|相同")
_OUTTURN = re.compile("决算|实际|执行")
_BUDGET = re.compile("(?<!公共)(?<!基金)(?<!经营)(?<!一般)(?<!财政)预算|计划")
_REVERSED = {
    Relation.LESS: Relation.MORE,
    Relation.MORE: Relation.LESS,
    Relation.AT_MOST: Relation.AT_LEAST,
    Relation.SAME: Relation.SAME,
}


def comparisons_in(line: Line, last: Line | None) -> Iterator[Claim]:
    """Give what a line says of two figures; those of budget and outturn may stand in the line before it."""
    for index in range(1, len(line.amounts)):
        yield from _moved(line.amounts, index)
        yield from _level(line, index)
        yield from limits_in(line, index)
        yield from bounds_in(line, index)
        yield from passed_in(line, index)
    text = line.text
    stated = _STATED.search(text) if "预算" in text or "计划" in text else None
    if stated is None:
        return
    pair = _pair(line) or (_pair(last) if last is not None and last.block == line.block else None)
    if pair is None:
        return
    outturn, budget = pair
    relation = _relation(stated)
    if outturn.figure.start < budget.figure.start:
        yield comparison(outturn, relation, budget)
    else:
        yield comparison(budget, _REVERSED[relation], outturn)


def _moved(amounts: Sequence[Amount], index: int) -> Iterator[Claim]:
    """Give what 由 X 下降到 Y says of both ends, unless a change after them says it with its own figure."""
    latter = amounts[index]
    moved = _MOVED.match(latter.lead)
    if moved is None:
        return
    is_shared = index > 1 and amounts[index - 1].lead.endswith("占")
    former = amounts[index - 2 if is_shared else index - 1]
    if not STARTS.search(former.lead) or not alike(former, latter):
        return
    rises = former.quantity.value < latter.quantity.value
    is_told_again = index + 1 < len(amounts) and amounts[index + 1].direction is not None
    if not is_told_again or rises is not bool(moved["up"]):
        yield comparison(former, Relation.LESS if moved["up"] else Relation.MORE, latter)


def _level(line: Line, index: int) -> Iterator[Claim]:
    """Give what A，与上年的 B 持平 says of both."""
    current, former = line.amounts[index - 1], line.amounts[index]
    if former.role is not Role.REFERENCE or current.role is not Role.MAIN or not alike(current, former):
        return
    after = line.amounts[index + 1].lead if index + 1 < len(line.amounts) else line.tail
    if _LEVEL.match(after):
        yield comparison(current, Relation.SAME, former)


def _relation(stated: re.Match[str]) -> Relation:
    if stated["within"]:
        return Relation.AT_MOST
    if stated["less"]:
        return Relation.LESS
    return Relation.MORE if stated["more"] else Relation.SAME


def _pair(line: Line) -> tuple[Amount, Amount] | None:
    """Give the one outturn and the one budget of a line, before any list of parts."""
    mains = [one for one in line.head() if one.role is Role.MAIN and not _STATED.search(one.lead)]
    outturns = [one for one in mains if _OUTTURN.search(one.label)]
    budgets = [one for one in mains if one not in outturns and _BUDGET.search(one.label)]
    if len(outturns) != 1 or len(budgets) != 1 or not alike(outturns[0], budgets[0]):
        return None
    return outturns[0], budgets[0]
