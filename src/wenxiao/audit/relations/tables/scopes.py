"""What an amount in an accounting form is about: its side, source of money, kind of spending, stage and year.

Budgets and accounts print the same amount in several forms. What an amount is about is told in pieces: by the
title of the form, by the headings over its column, by the name of its row. The piece nearest to the amount
counts: 合计 under 基本支出 in a 一般公共预算 form is all basic spending from the general public budget.
The words are those of the forms of departmental budgets and final accounts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_SIDES = (
    ("结转", re.compile("结转|结余")),
    ("收支", re.compile("收入.*支出|支出.*收入|收支")),
    ("收入", re.compile("收入|来源")),
    ("支出", re.compile("支出|三公|机关运行")),
)
_FUNDS = (
    ("国有资本经营预算", re.compile("国有资本经营")),
    ("政府性基金预算", re.compile("政府性?基金")),
    ("一般公共预算", re.compile("一般公共预算|公共财政预算")),
    ("财政专户", re.compile("财政专户|专户管理")),
    ("财政拨款", re.compile("财政拨款")),
    ("上级补助", re.compile("上级补助")),
    ("附属单位上缴", re.compile("附属单位")),
    ("经营收入", re.compile("经营收入|经营资金")),
    ("事业收入", re.compile("事业收入|事业资金")),
    ("单位资金", re.compile("单位资金|非财政")),
    ("其他收入", re.compile("其他(?:收入|资金)")),
)
_KINDS = (
    ("机关运行", re.compile("机关运行")),
    ("因公出国", re.compile("因公出国")),
    ("公务接待", re.compile("公务接待")),
    ("公务用车", re.compile("公务?用?车.*购置[及和、].*运行")),
    ("公务用车运行", re.compile("用车运行|\\A(?:公务)?(?:用?车)?运行(?:维护)?费")),
    ("公务用车购置", re.compile("用车购置|\\A购置费")),
    ("三公", re.compile(r"三公|\A公经费")),
    ("人员经费", re.compile("人员(?:经费|支出)")),
    ("公用经费", re.compile("公用(?:经费|支出)")),
    ("基本支出", re.compile("基本支出")),
    ("项目支出", re.compile("项目支出")),
    ("上缴上级", re.compile("上缴上级")),
    ("经营支出", re.compile("经营支出")),
    ("补助附属", re.compile("附属单位")),
)
PUBLIC_COSTS = frozenset(kind for kind, _ in _KINDS[:7])
"""Kinds of spending that are by definition paid from 财政拨款, whether or not that is said."""

_KIND_ROW = re.compile(
    "(?:基本|项目|上缴上级|经营|人员)支出|(?:人员|公用|日常公用)经费|.*(?:出国|公务接待|公务用车|三公)"
)
_ENDS = (("年初", re.compile("年初|上年")), ("年末", re.compile("年末|年终|下年")))
_BUDGET_NAMES = re.compile("(?:一般公共|公共财政|政府性?基金|国有资本经营|部门|单位|财政)预算")
_STAGE = re.compile("(?:上年|去年)?(?:(?:年初|调整|全年)?预算|决算|执行|完成)|上年(?!结)|去年")
_YEAR = re.compile("(?<![0-9])20[0-9]{2}(?![0-9])")
_DERIVED = re.compile("[增减差率%比]|占|平均|人数|数量|面积|[次台辆]数")


@dataclass(frozen=True, slots=True)
class Scope:
    """What amounts are about; "" for what is not told.

    ``side`` is 收入, 支出 or 结转; ``kind`` is the kind of spending, or at which end of the year a balance is.
    """

    side: str
    fund: str
    kind: str
    stage: str
    year: str


@lru_cache(maxsize=4096)
def scope_of(title: str, headings: tuple[str, ...], name: str) -> Scope | None:
    """Give what an amount is about, told by title, headings (outermost first) and the name of its row.

    ``name`` is "" where the row is named by what it is spent on, which says nothing of the rest. None if it
    is no amount of one side: a change, a rate, a balance of both sides.
    """
    if any(_DERIVED.search(heading) for heading in headings):
        return None
    nearest = (*reversed(headings), name, title)
    side = _first(_SIDES, [name, *reversed(headings), title] if _of_one_side(name) else nearest)
    if side in {"", "收支"}:
        return None
    funds = _FUNDS if side != "支出" else _FUNDS[:5]
    kinds = {"支出": _KINDS, "结转": _ENDS}.get(side, ())
    kind = _first(kinds, nearest)
    fund = "" if kind in PUBLIC_COSTS else _first(funds, nearest)
    return Scope(side, fund, kind, _stage(nearest), _year(nearest))


def is_kind_of_spending(name: str) -> bool:
    """Tell whether a row is named by a kind of spending, not by what it is spent on."""
    return bool(_KIND_ROW.match(name))


def _of_one_side(name: str) -> bool:
    return ("收入" in name) != ("支出" in name) or "结转" in name or "结余" in name


def _first(facets: Sequence[tuple[str, re.Pattern[str]]], pieces: Sequence[str]) -> str:
    """Give the facet told by the first piece that tells one."""
    told = (facet for piece in pieces for facet, pattern in facets if pattern.search(piece))
    return next(told, "")


def _stage(pieces: Sequence[str]) -> str:
    found = (_STAGE.search(_BUDGET_NAMES.sub("", piece)) for piece in pieces)
    return next((stage[0] for stage in found if stage), "")


def _year(pieces: Sequence[str]) -> str:
    found = (_YEAR.search(piece) for piece in pieces)
    return next((year[0] for year in found if year), "")
