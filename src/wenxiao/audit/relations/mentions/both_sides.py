"""Both sides of an account, which are equal if they mean all of it: 收入总计 and 支出总计, 总收入 and 总支出 of a budget.

Sides that must balance may differ as by a slip of the pen, and then fail. Other sides (本年收入合计 and 本年支出合计) are
paired only where they agree in many digits: they may differ by what is carried over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wenxiao.audit.figures.model import FigureKind
from wenxiao.audit.relations.mentions.labels import Mention, Pair, is_miswritten, role
from wenxiao.audit.relations.mentions.names import are_dated_apart, telling_digits

_SIDE = re.compile(
    "(?P<whole>总)?(?P<side>收入|支出)(?P<of>预算总计|决算总计|总计|总量|合计|总预算|预算|决算)?(?:调整|安排)?$"
)
_ADJUSTED = re.compile("([^，。；：、,;:]{2,40}?)(?:由[^，。；：、,;:]{1,20})?调整[为到至]$")
_SET_TO = ("调整为", "调整到", "调整至")
_HEADED = re.compile("(?P<side>收入|支出)(?P<of>预算)[:：][^，。；：、,;:]{0,16}$")
_FUND = re.compile("一般公共|政府性基金|国有资本|社会保险|财政拨款")
_SAME_ACCOUNT = 8
"""The sides of an account stand so many sentences apart at most."""

_AGREEING, _MISWRITTEN = 5, 4
"""Of so many digits sides agree not by chance, or are miswritten."""


class _Side(NamedTuple):
    """A side of an account: whether it is the income, the fund and what of it is meant, and if both must be equal."""

    is_income: bool
    account: tuple[str, str]
    balances: bool


def pairs_of_sides(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair the two sides of each account, income first."""
    incomes: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        side = _side(mention) if mention.figure.kind is FigureKind.MONEY else None
        if side is None:
            continue
        if side.is_income:
            incomes[side.account] = mention
        elif side.account in incomes and _are_sides(incomes[side.account], mention, balances=side.balances):
            yield incomes[side.account], mention


def _side(mention: Mention) -> _Side | None:
    """Tell of which side a sum is; None if it is of none, or only a change of one."""
    headed = _HEADED.search(mention.before)
    adjusted = _ADJUSTED.search(mention.before) if mention.before.endswith(_SET_TO) else None
    words = adjusted[1] if adjusted else mention.figure.label
    found = headed or _SIDE.search(words)
    if found is None or (adjusted is None and role(mention.clause) == "change"):
        return None
    fund = _FUND.search(words)
    of = "总" if not headed and found["whole"] else found["of"]
    if not of and fund is None:
        return None
    balances = bool(headed) or (of or "").endswith("总计") or (of == "总" and "预算" in words)
    return _Side(found["side"] == "收入", (fund[0] if fund else "", of or ""), balances)


def _are_sides(income: Mention, spending: Mention, *, balances: bool) -> bool:
    one, other = income.figure, spending.figure
    is_far = spending.number - income.number > _SAME_ACCOUNT
    if is_far or are_dated_apart(one, other):
        return False
    digits = min(telling_digits(one), telling_digits(other))
    if one.value == other.value:
        return balances or digits >= _AGREEING
    return balances and digits >= _MISWRITTEN and is_miswritten(one, other)
