"""WX109 and WX111 to WX114: spending keeps within its budget, and the three columns tell three things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from wenxiao.audit.answers import Answer, failed, judged, not_assessable, passed
from wenxiao.audit.claims import Claim, ClaimKind, Relation, Term
from wenxiao.audit.example import SOUND
from wenxiao.audit.ledger import Ledger
from wenxiao.audit.registry import rule
from wenxiao.audit.rules.arithmetic.sums import THREE_PUBLIC_PARTS
from wenxiao.audit.working import amounts
from wenxiao.finding import Severity
from wenxiao.packages.model import Row
from wenxiao.quantity import exact, round_half_up

_SPENDING_LINES = ("基本支出", "项目支出", "本年支出合计")
_UNENTERED = SOUND.without("budget_entry").without("payment").without("statement", "项目支出")
_WITHIN_BUDGET = "请核对两个数；确有超支的，说明原因并附预算调整的批复文号。"


@rule(
    "WX109",
    severity=Severity.WARNING,
    title="“三公”经费超过预算",
    basis="预算法第十二条（厉行节约）；“三公”经费控制率",
    explanation="“三公”经费总额和各项的决算数不应超过预算数。有全年预算数的与全年预算数比，否则与年初预算数比。",
    bad=SOUND.edit("statement", "三公经费", 决算数="2.5").edit("statement", "公务接待费", 决算数="1.7"),
)
def wx109_three_public_costs_keep_within_budget(ledger: Ledger) -> Iterable[Answer]:
    """Outturn <= budget for the 三公 total and each of its items."""
    for line in ("三公经费", *THREE_PUBLIC_PARTS):
        outturn, adjusted = (ledger.statement(line, column) for column in ("outturn", "adjusted_budget"))
        budget = adjusted if adjusted.quantity else ledger.statement(line, "original_budget")
        if outturn.quantity or budget.quantity or line == "三公经费":
            yield _at_most(line, _named(outturn, "决算数"), _named(budget, "预算数"))


@rule(
    "WX111",
    severity=Severity.ERROR,
    title="执行数超过全年预算数",
    basis="预算法第十三条、第五十七条（未核对原文）",
    explanation="支出以批准的预算为依据，全年执行数不应超过全年预算数。",
    bad=(
        SOUND.edit("project", "XS", 全年执行数="55")
        .edit("project", "KP", 全年执行数="59")
        .edit("project", "KP1", 全年执行数="41")
        .edit("payment", "V1", 金额="410000")
        .edit("payment", "V3", 金额="550000")
    ),
)
def wx111_outturn_keeps_within_adjusted_budget(ledger: Ledger) -> Iterable[Answer]:
    """Outturn <= adjusted budget, for the statement's spending lines, projects and funding lines."""
    for subject, outturn, adjusted in _spending(ledger):
        if outturn.quantity or adjusted.quantity:
            yield _at_most(subject, _named(outturn, "执行数"), _named(adjusted, "全年预算数"))


@rule(
    "WX112",
    severity=Severity.WARNING,
    title="全年预算数都等于执行数，而没有年初预算数",
    basis="预算法第七十五条",
    explanation=(
        "决算要按预算数、调整后预算数、决算数分别列出。如果把全年预算数填成执行数，执行率必然是 100%，"
        "什么也说明不了。各项目执行率都是 100% 又缺年初预算数时，提示补充年初预算数和调整经过。"
    ),
    good=_UNENTERED,
    bad=_UNENTERED.edit("project", "KP", 年初预算数="", 全年执行数="70")
    .edit("project", "KP1", 年初预算数="", 全年执行数="50")
    .edit("project", "KP2", 年初预算数="", 全年执行数="20")
    .edit("project", "XS", 年初预算数="", 全年执行数="50"),
)
def wx112_execution_is_not_complete_by_construction(ledger: Ledger) -> Iterable[Answer]:
    """100 % everywhere, with adjusted budgets equal to spending and no original budget, proves nothing."""
    projects = [row for row in ledger.level1() if row.quantity("adjusted_budget") and row.quantity("outturn")]
    if projects:
        yield _judge_construction(ledger, projects)


@rule(
    "WX113",
    severity=Severity.WARNING,
    title="预算调整率过高",
    basis="预算法第六十七条、第七十二条；财预〔2013〕53号 预算调整率（公式和限值未核对原文）",
    explanation=(
        "预算调整率 = |全年预算数 − 年初预算数| ÷ 年初预算数。超过限值（评价标准未规定时为 30%）的，"
        "要说明原因、方向和批复文号。年初预算数缺失或为 0 时不能计算。"
    ),
    good=SOUND.without("budget_entry"),
    bad=SOUND.without("budget_entry")
    .edit("project", "XS", 年初预算数="30")
    .edit("project", "KP", 年初预算数="70")
    .edit("project", "KP1", 年初预算数="50"),
)
def wx113_adjustment_rate_is_moderate(ledger: Ledger) -> Iterable[Answer]:
    """|adjusted - original| / original must not exceed the threshold; compared without division."""
    for project in ledger.level1():
        original, adjusted = (
            ledger.project_amount(project, column) for column in ("original_budget", "adjusted_budget")
        )
        yield _judge_adjustment(
            project.text("name"), original, adjusted, Fraction(ledger.thresholds.adjustment_rate)
        )


@rule(
    "WX114",
    severity=Severity.ERROR,
    title="结转结余为负数或与上年不衔接",
    basis="预算法实施条例第五十条、第八十三条",
    explanation="年末结转结余不能是负数；本年的上年结转结余应等于上一年度决算的年末结转结余。",
    bad=SOUND.edit("statement", "年末结转结余", 上年决算数="9"),
)
def wx114_balance_is_positive_and_carried_on(ledger: Ledger) -> Iterable[Answer]:
    """Year-end balance >= 0; this year's carry-in = last year's carry-out."""
    balance = ledger.statement("年末结转结余", "outturn")
    nothing = Term("", "0", exact(0, "元"))
    yield judged(
        Claim(ClaimKind.COMPARE, "年末结转结余", balance, (nothing,), Relation.AT_LEAST),
        message="年末结转结余不应小于 0",
        suggestion="请核对收入、支出各数；结余为负说明支出超过了可用资金或有数填错。",
    )
    yield judged(
        Claim(
            ClaimKind.EQUAL,
            "上年结转结余",
            ledger.statement("上年结转结余", "outturn"),
            (_carried_out(ledger),),
        ),
        message="上年结转结余应等于上年决算的年末结转结余",
        suggestion="请与上年决算核对；如有经批准的年初余额调整，在说明中写明依据。",
    )


def _named(term: Term, column: str) -> Term:
    return Term(term.key, f"{term.label}的{column}", term.quantity, term.places, term.reason)


def _at_most(subject: str, smaller: Term, larger: Term) -> Answer:
    claim = Claim(ClaimKind.COMPARE, subject, smaller, (larger,), Relation.AT_MOST)
    return judged(claim, message=f"{smaller.label}超过{larger.label}", suggestion=_WITHIN_BUDGET)


def _spending(ledger: Ledger) -> Iterator[tuple[str, Term, Term]]:
    columns = ("outturn", "adjusted_budget")
    for line in _SPENDING_LINES:
        outturn, adjusted = (ledger.statement(line, column) for column in columns)
        yield line, outturn, adjusted
    for project in ledger.package.rows("project"):
        outturn, adjusted = (ledger.project_amount(project, column) for column in columns)
        yield project.text("name"), outturn, adjusted


def _judge_construction(ledger: Ledger, projects: list[Row]) -> Answer:
    pairs = [(row.quantity("adjusted_budget"), row.quantity("outturn")) for row in projects]
    same = all(adjusted and outturn and adjusted.value == outturn.value for adjusted, outturn in pairs)
    known = [ledger.project_amount(row, "original_budget").quantity for row in projects]
    if not same or any(known):
        return passed("项目预算执行率")
    places = tuple(place for row in projects for place in row.place("adjusted_budget"))
    return failed(
        "项目预算执行率",
        f"{len(projects)} 个项目的全年预算数都等于执行数（执行率 100%），又没有一个填写年初预算数，"
        "这样的执行率由填法决定，不能说明预算执行情况",
        places=places,
        suggestion="请按批复文件补填年初预算数，并在《预算明细》中逐笔填写调整金额和文号。",
    )


def _judge_adjustment(subject: str, original: Term, adjusted: Term, limit: Fraction) -> Answer:
    missing = [
        label for label, term in (("年初预算数", original), ("全年预算数", adjusted)) if not term.quantity
    ]
    if not original.quantity or not adjusted.quantity:
        return not_assessable(subject, "缺少" + "、".join(missing))
    if original.quantity.value == 0:
        return not_assessable(subject, "年初预算数为 0，不能作除数")
    change = abs(Fraction(adjusted.quantity.value) - Fraction(original.quantity.value))
    rate = f"{round_half_up(change / Fraction(original.quantity.value) * 100, 2)}%"
    before, after = amounts([original.quantity, adjusted.quantity])
    arithmetic = f"|{after} - {before}| ÷ {before} × 100 = {rate}"
    if change * 100 <= limit * Fraction(original.quantity.value):
        return passed(subject, arithmetic)
    return failed(
        subject,
        f"「{subject}」预算调整率为 {rate}，超过 {limit}%",
        places=original.places + adjusted.places,
        arithmetic=arithmetic,
        suggestion="请说明调整的原因和方向，并在《预算明细》中填写调整的批复文号。",
    )


def _carried_out(ledger: Ledger) -> Term:
    """Give last year's year-end balance, as this year's statement repeats it."""
    label = "上年决算的年末结转结余"
    rows = [row for row in ledger.package.rows("statement") if row.text("line") == "年末结转结余"]
    if not rows:
        return Term("年末结转结余.上年决算数", label, None)
    return Term("年末结转结余.上年决算数", label, rows[0].quantity("prior_year"), rows[0].place("prior_year"))
