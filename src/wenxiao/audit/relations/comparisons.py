"""Comparisons in words: 决算数小于预算数, 与预算持平."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.audit.claims import Claim, Relation
from wenxiao.audit.relations.amounts import Amount, Line, Role, alike, comparison

_STATED = re.compile(
    "(?:决算|执行|实际)[^，；。、]{0,4}?(?:(?P<less>小于|低于|少于)|(?P<more>大于|高于|多于|超过|超出)|(?P<same>等于))"
    "[^，；。、]{0,6}?(?:预算|计划)|决算数?[与同和](?:年初)?预算数?(?P<level>持平|一致|相等|相同)"
)
_STARTS = re.compile("(?:由|从|自)[^，；。]{0,16}$")
_MOVED = re.compile(
    "^的?(?:(?P<up>增加|增长|提高|提升|上升|扩大|增)|(?:下降|降低|减少|压减|缩减|下滑|降|减))[到至为]$"
)
_OUTTURN = re.compile("决算|实际|执行")
_BUDGET = re.compile("预算|计划")
_REVERSED = {Relation.LESS: Relation.MORE, Relation.MORE: Relation.LESS, Relation.SAME: Relation.SAME}


def comparisons_in(line: Line, last: Line | None) -> Iterator[Claim]:
    """Give what a line says of budget and outturn; its figures may stand in the line before, in the same block."""
    yield from _moves(line.amounts)
    stated = _STATED.search(line.text)
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


def _moves(amounts: Sequence[Amount]) -> Iterator[Claim]:
    """Give what 由 X 下降到 Y says of both ends, where no change after them says it with its own figure."""
    for at in range(1, len(amounts)):
        former, latter = amounts[at - 1], amounts[at]
        moved = _MOVED.search(latter.lead)
        if moved is None or not _STARTS.search(former.lead) or not alike(former, latter):
            continue
        if at + 1 == len(amounts) or amounts[at + 1].direction is None:
            yield comparison(former, Relation.LESS if moved["up"] else Relation.MORE, latter)


def _relation(stated: re.Match[str]) -> Relation:
    if stated["less"]:
        return Relation.LESS
    return Relation.MORE if stated["more"] else Relation.SAME


def _pair(line: Line) -> tuple[Amount, Amount] | None:
    """Give the one outturn and the one budget of a line, before any list of parts."""
    mains = [amount for amount in line.head() if amount.role is Role.MAIN]
    outturns = [one for one in mains if _OUTTURN.search(one.label)]
    budgets = [one for one in mains if one not in outturns and _BUDGET.search(one.label)]
    if len(outturns) != 1 or len(budgets) != 1 or not alike(outturns[0], budgets[0]):
        return None
    return outturns[0], budgets[0]
