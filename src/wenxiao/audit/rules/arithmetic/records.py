"""WX115 and WX117 to WX119: staffing, fund sources, signs and weights are recorded as what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from wenxiao.audit.answers import Answer, failed, judged, not_applicable, not_assessable, passed
from wenxiao.audit.claims import Claim, ClaimKind, Relation, Term
from wenxiao.audit.example import SOUND
from wenxiao.audit.ledger import STATEMENT_COLUMNS, Ledger
from wenxiao.audit.registry import rule
from wenxiao.audit.working import amounts
from wenxiao.fact import name_key
from wenxiao.finding import Severity
from wenxiao.packages.model import Row

_BALANCE = "年末结转结余"
# Words for where money comes from; a project is named for what it is spent on.
_FUND_SOURCE = re.compile(
    r"(?:上年度?|以前年度|年初|年末)?(?:结转和?结余|结转|结余)(?:资金|经费)?"
    r"|(?:本年|当年|一般公共预算)?财政拨款(?:收入|资金)?|上级补助(?:收入|资金|经费)?|其他(?:资金|收入)"
)


@rule(
    "WX115",
    severity=Severity.WARNING,
    title="人员数超编或口径不一",
    basis="财预〔2013〕53号 在职人员控制率",
    explanation=(
        "实有人数不应超过编制数；财政供养人员与实有人数是同一时点、同一口径的在职人员时应当一致，"
        "不一致的要说明口径。"
    ),
    bad=SOUND.edit("staffing", "实有人数", 人数="11").edit("staffing", "财政供养人员", 人数="11"),
)
def wx115_staff_fits_the_establishment(ledger: Ledger) -> Iterable[Answer]:
    """People on post <= establishment; people paid by the budget = people on post."""
    on_post, paid, posts = (_headcount(ledger, name) for name in ("实有人数", "财政供养人员", "编制数"))
    yield judged(
        Claim(ClaimKind.COMPARE, "在职人员控制率", on_post, (posts,), Relation.AT_MOST),
        message="实有人数超过编制数",
        suggestion="请核对两个数的时点和口径；确实超编的，说明原因和消化办法。",
    )
    yield judged(
        Claim(ClaimKind.EQUAL, "财政供养人员与实有人数", paid, (on_post,)),
        message="财政供养人员与实有人数不一致",
        suggestion="请统一两个数的时点和口径，或在《人员情况》的口径说明中写明差异。",
    )


@rule(
    "WX117",
    severity=Severity.WARNING,
    title="把资金来源列为项目",
    basis="项目按用途设立；资金来源另列（通行做法，无条款）",
    explanation="上年结转结余等是资金的来源，不是用途。应填写这笔钱用在哪个项目，把来源填在“资金来源”一栏。",
    bad=SOUND.edit("project", "KP2", 项目名称="上年结转结余"),
)
def wx117_fund_source_is_no_project(ledger: Ledger) -> Iterable[Answer]:
    """A project named only for the source of its money hides what it was spent on."""
    for project in ledger.package.rows("project"):
        yield _judge_name(project)


@rule(
    "WX118",
    severity=Severity.ERROR,
    title="收支项目为负数",
    basis="部门决算报表填报要求（未核对原文）",
    explanation="收入、支出、“三公”经费各项不应是负数；冲减在原项目内处理。年末结转结余另由 WX114 核对。",
    bad=SOUND.edit("statement", "其他收入", 决算数="-1").edit("statement", "财政拨款收入", 决算数="211"),
)
def wx118_amounts_are_not_negative(ledger: Ledger) -> Iterable[Answer]:
    """No line of the statement is negative."""
    negative = tuple(_negative_amounts(ledger))
    yield from (_negative(title, term) for title, term in negative)
    if ledger.package.rows("statement") and not negative:
        yield passed("收支决算")


@rule(
    "WX119",
    severity=Severity.ERROR,
    title="指标分值合计与评价标准不符",
    basis="项目支出绩效自评表（总分 100 分，含预算执行率的分值）",
    explanation=(
        "一个项目各指标的分值之和应等于评价标准给指标的总分，加上预算执行率的分值为 100 分。"
        "全部未填分值的，由评价标准决定如何处理。"
    ),
    bad=SOUND.edit("indicator", "KP-01", 分值="40"),
)
def wx119_weights_add_up(ledger: Ledger) -> Iterable[Answer]:
    """Σ weights of a project's indicators = the points the standard gives them."""
    for project in ledger.level1():
        if indicators := ledger.indicators(project):
            yield _judge_weights(ledger, project.text("name"), indicators)


def _headcount(ledger: Ledger, category: str) -> Term:
    rows = [row for row in ledger.package.rows("staffing") if row.text("category") == category]
    if not rows:
        return Term(category, category, None)
    return Term(category, category, rows[0].quantity("headcount"), rows[0].place("headcount"))


def _judge_name(project: Row) -> Answer:
    name = project.text("name")
    if not _FUND_SOURCE.fullmatch(name_key(name)):
        return passed(name)
    return failed(
        name,
        f"「{name}」是资金来源，不是项目",
        places=project.place("name"),
        suggestion="请改填实际用途的项目名称，并在“资金来源”一栏选择上年结转资金等来源。",
    )


def _negative_amounts(ledger: Ledger) -> Iterator[tuple[str, Term]]:
    for row in ledger.package.rows("statement"):
        for column, title in STATEMENT_COLUMNS.items():
            term = ledger.statement(row.text("line"), column)
            if term.label != _BALANCE and term.quantity and term.quantity.value < 0:
                yield title, term


def _negative(title: str, term: Term) -> Answer:
    shown = "".join(amounts([term.quantity])) if term.quantity else ""
    return failed(
        f"{term.label}（{title}）",
        f"{term.label}的{title}为负数：{shown}",
        places=term.places,
        suggestion="请核对正负号；属于冲减的，并入原项目填写净额。",
    )


def _judge_weights(ledger: Ledger, subject: str, indicators: tuple[Row, ...]) -> Answer:
    expected = ledger.thresholds.indicator_points
    weights = [weight for row in indicators if (weight := row.number("weight")) is not None]
    if expected is None:
        return not_applicable(subject, "评价标准没有规定项目指标的总分")
    if not weights:
        return not_assessable(subject, "全部指标未填分值")
    if len(weights) < len(indicators):
        return not_assessable(subject, f"{len(indicators) - len(weights)} 个指标未填分值")
    if sum(weights) == expected:
        return passed(subject)
    arithmetic = f"{' + '.join(map(_points, weights))} = {_points(sum(weights))} ≠ {_points(expected)}"
    return failed(
        subject,
        f"指标分值之和应为 {_points(expected)} 分，差 {_points(abs(sum(weights) - expected))} 分",
        places=tuple(place for row in indicators for place in row.place("weight")),
        arithmetic=arithmetic,
        suggestion="请调整分值，使各指标之和等于评价标准的总分。",
    )


def _points(value: Decimal | int) -> str:
    """Write points as the forms do, as short as possible."""
    return f"{Decimal(value).normalize():f}"
