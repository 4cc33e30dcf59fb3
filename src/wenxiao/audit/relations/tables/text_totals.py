"""Prose against the totals of accounting forms: 项目支出 4381.74万元 and the total of that column.

Words and form must be about the same (:mod:`scopes`), the section telling what the words leave out. That both
differ is claimed where the form's total, miswritten, would be the amount of the text: else it may be another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wenxiao.audit.claims import Claim, judge
from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.marks import BREAKS
from wenxiao.audit.figures.model import Figure, FigureKind, Grid
from wenxiao.audit.relations.tables.accounts import TOTALS, columns_of
from wenxiao.audit.relations.tables.scopes import PUBLIC_COSTS, Scope, scope_of
from wenxiao.audit.relations.tables.terms import equal_claim, is_one_slip_off
from wenxiao.finding import Verdict

_TOTAL = re.compile(r"(?:收入|支出)(?:总?计|合计|总额|[预决]算数?)?\Z|(?:人员|公用)经费\Z")
_BOTH_SIDES = re.compile("收入?[、和及]?支出?(?=总计)")
_CHANGE = re.compile("[增减降升超差]|[比较占]|结余|节约|上年|去年|年初")
_QUOTES = re.compile('[“”"]')
_FILLERS = re.compile("(?:分别|均|各|共|合计|约)?(?:为|是|达到|达)\\Z")
_LONGEST_NAME = 40

Totals = dict[tuple[str, str, str], list["_Total"]]


class _Total(NamedTuple):
    """A total of a form: which one it is, and what it is about."""

    item: str
    scope: Scope
    figure: Figure


def against_totals(grids: tuple[Grid, ...], prose: Sequence[tuple[Figure, str]]) -> Iterator[Claim]:
    """Claim figures of prose, each with the words before it, equal to the totals they speak of."""
    totals = _totals(grids)
    if not totals:
        return
    for figure, before in prose:
        if figure.kind is FigureKind.MONEY and not _CHANGE.search(before):
            yield from _against(figure, _name(before), totals)


def _totals(grids: tuple[Grid, ...]) -> Totals:
    totals: Totals = defaultdict(list)
    for column in columns_of(grids):
        for item in TOTALS:
            if item in column.entries:
                total = _Total(item, column.scope, column.entries[item].figure)
                totals[_key(column.scope)].append(total)
    return totals


def _key(scope: Scope) -> tuple[str, str, str]:
    return scope.side, scope.fund, scope.kind


def _name(before: str) -> str:
    """Give the words that name a figure: the last clause before it, without quotation marks and verbs."""
    clause = BREAKS.split(before[-_LONGEST_NAME:])[-1]
    return _BOTH_SIDES.sub("收入", _FILLERS.sub("", _QUOTES.sub("", clause)))


def _against(figure: Figure, name: str, totals: Totals) -> Iterator[Claim]:
    section = folded(figure.section).rsplit("/", 1)[-1]
    scope, told = scope_of(section, (name,), ""), scope_of("支出", (name,), "")
    if scope is None or told is None or scope.kind != told.kind:
        return  # the figure may be a part of what the section is about
    if scope.kind not in PUBLIC_COSTS and not _TOTAL.search(name):
        return
    meant = [
        total
        for total in totals.get(_key(scope), [])
        if _may_be_one(scope.stage, total.scope.stage)
        and _may_be_one(figure.period[:4], total.scope.year or total.figure.period[:4])
    ]
    claims = [equal_claim(figure.label, figure, total.figure) for total in meant]
    equal = next((claim for claim in claims if judge(claim).verdict is Verdict.PASS), None)
    if equal is not None:
        yield equal
    elif len({total.figure.value for total in meant}) == 1:
        is_certain = scope.kind in PUBLIC_COSTS and "" != scope.stage == meant[0].scope.stage
        if is_certain or is_one_slip_off(claims[0]):
            yield claims[0]


def _may_be_one(told: str, other: str) -> bool:
    return not told or not other or told == other
