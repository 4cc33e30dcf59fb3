"""WX101 to WX108: a total is the sum of its parts, in every column of the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wenxiao.audit.answers import Answer, judged, not_applicable
from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.example import SOUND
from wenxiao.audit.ledger import PROJECT_COLUMNS, STATEMENT_COLUMNS, Ledger
from wenxiao.audit.registry import rule
from wenxiao.finding import Severity, Verdict
from wenxiao.packages.model import Row

_FINAL_ACCOUNTS = "部门决算报表勾稽关系（未核对原文）"
INCOME_PARTS = ("财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
EXPENDITURE_PARTS = ("基本支出", "项目支出", "经营支出", "上缴上级支出", "对附属单位补助支出", "其他支出")
THREE_PUBLIC_PARTS = ("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费")
_SUBTOTALS = {"本年收入合计": INCOME_PARTS, "本年支出合计": EXPENDITURE_PARTS}
_RESERVES = "使用非财政拨款结余"
# Projects of these categories are paid from basic expenditure.
_BASIC_CATEGORIES = ("人员类", "公用经费")
_ADVICE = "请核对各数的来源，改正填错的一项；确实没有的项目填 0。"


@rule(
    "WX101",
    severity=Severity.ERROR,
    title="收入各项与合计不等",
    basis=_FINAL_ACCOUNTS,
    explanation=(
        "本年收入合计应等于各项收入之和；收入总计应等于本年收入合计加上年结转结余，"
        "填有使用非财政拨款结余的再加上它。没有发生的填 0；有空白时，已填各项正好等于合计的，空白只能是 0，"
        "算作相等；已填各项超过合计的不通过；其余无法判断。"
    ),
    bad=SOUND.edit("statement", "财政拨款收入", 决算数="209"),
)
def wx101_income_is_the_sum_of_its_parts(ledger: Ledger) -> Iterable[Answer]:
    """Σ income items = income of the year; income of the year + carry-in (+ used reserves) = total."""
    yield from _statement_sums(ledger, "本年收入合计", INCOME_PARTS)
    yield from _statement_sums(ledger, "收入总计", ("上年结转结余", "本年收入合计", _RESERVES))


@rule(
    "WX102",
    severity=Severity.ERROR,
    title="支出各项与支出总计不等",
    basis=_FINAL_ACCOUNTS,
    explanation="支出总计应等于本年支出合计、结余分配、年末结转结余三项之和；没有的填 0。",
    bad=SOUND.edit("statement", "年末结转结余", 决算数="7"),
)
def wx102_expenditure_total_is_the_sum_of_its_parts(ledger: Ledger) -> Iterable[Answer]:
    """Expenditure of the year + distribution + year-end balance = total."""
    return _statement_sums(ledger, "支出总计", ("本年支出合计", "结余分配", "年末结转结余"))


@rule(
    "WX103",
    severity=Severity.ERROR,
    title="收入总计与支出总计不等",
    basis=_FINAL_ACCOUNTS,
    explanation="同一口径的收入总计（含上年结转结余）与支出总计（含年末结转结余）必须相等。",
    bad=SOUND.edit("statement", "支出总计", 决算数="221").edit("statement", "年末结转结余", 决算数="7"),
)
def wx103_income_equals_expenditure(ledger: Ledger) -> Iterable[Answer]:
    """Total income = total expenditure."""
    return _statement_sums(ledger, "支出总计", ("收入总计",))


@rule(
    "WX104",
    severity=Severity.ERROR,
    title="本年支出各项与合计不等",
    basis=_FINAL_ACCOUNTS,
    explanation=(
        "本年支出合计应等于基本支出、项目支出、经营支出、上缴上级支出、对附属单位补助支出、"
        "其他支出之和；没有发生的填 0。"
    ),
    bad=SOUND.edit("statement", "其他支出", 决算数="1"),
)
def wx104_expenditure_is_the_sum_of_its_kinds(ledger: Ledger) -> Iterable[Answer]:
    """Σ kinds of expenditure = expenditure of the year."""
    return _statement_sums(ledger, "本年支出合计", EXPENDITURE_PARTS)


@rule(
    "WX105",
    severity=Severity.ERROR,
    title="基本支出与人员经费、公用经费之和不等",
    basis="预算法实施条例第五条",
    explanation="基本支出由人员经费和公用经费组成，两项之和应等于基本支出。",
    bad=SOUND.edit("statement", "公用经费", 决算数="21"),
)
def wx105_basic_is_staff_and_running_costs(ledger: Ledger) -> Iterable[Answer]:
    """Staff costs + running costs = basic expenditure."""
    return _statement_sums(ledger, "基本支出", ("人员经费", "公用经费"))


@rule(
    "WX106",
    severity=Severity.ERROR,
    title="项目支出与各项目之和不等",
    basis=_FINAL_ACCOUNTS,
    explanation="项目支出应等于各一级项目之和。人员类、公用经费类的项目属于基本支出，不计入。",
    bad=SOUND.edit("project", "XS", 全年执行数="49").edit("payment", "V3", 金额="490000"),
)
def wx106_project_expenditure_is_the_sum_of_projects(ledger: Ledger) -> Iterable[Answer]:
    """Σ level-1 projects = project expenditure."""
    projects = [row for row in ledger.level1() if row.text("category") not in _BASIC_CATEGORIES]
    for column, title in STATEMENT_COLUMNS.items() if projects else ():
        total = ledger.statement("项目支出", column)
        parts = tuple(ledger.project_amount(project, column) for project in projects)
        if column == "outturn" or total.quantity is not None:
            yield _sum(f"项目支出（{title}）", total, parts)


@rule(
    "WX107",
    severity=Severity.ERROR,
    title="项目金额与其资金明细之和不等",
    basis="预算法实施条例第四十一条；项目支出绩效自评表",
    explanation="一级项目的每一列金额应等于它的二级项目（资金明细）之和。",
    bad=(
        SOUND.edit("project", "KP", 全年执行数="65")
        .edit("project", "XS", 全年执行数="49")
        .edit("payment", "V3", 金额="490000")
    ),
)
def wx107_project_is_the_sum_of_its_lines(ledger: Ledger) -> Iterable[Answer]:
    """Σ funding lines = project, in each column that the project states."""
    for project in ledger.level1():
        lines = ledger.lines(project)
        for column, title in PROJECT_COLUMNS.items() if lines else ():
            yield from _project_sum(ledger, project, lines, column, title)


@rule(
    "WX108",
    severity=Severity.ERROR,
    title="“三公”经费与其四项之和不等",
    basis="部门决算“三公”经费支出表勾稽关系（未核对原文）",
    explanation=(
        "“三公”经费应等于因公出国（境）费、公务用车购置费、公务用车运行维护费、公务接待费之和。"
        "四项都要列出，没有发生的填 0；缺项时不能核对。"
    ),
    bad=SOUND.edit("statement", "公务接待费", 决算数="0.6"),
)
def wx108_three_public_costs_are_four_items(ledger: Ledger) -> Iterable[Answer]:
    """Travel abroad + vehicles bought + vehicles run + receptions = the 三公 total."""
    for column, title in STATEMENT_COLUMNS.items():
        total = ledger.statement("三公经费", column)
        if column == "outturn" or total.quantity is not None:
            parts = tuple(ledger.statement(part, column) for part in THREE_PUBLIC_PARTS)
            yield _sum(f"三公经费（{title}）", total, parts)


def _statement_sums(ledger: Ledger, total: str, parts: tuple[str, ...]) -> Iterator[Answer]:
    """Claim total = Σ parts for the outturn, and for each budget column that states the total."""
    for column, title in STATEMENT_COLUMNS.items():
        terms = tuple(term for part in parts for term in _stated(ledger, part, column))
        result = ledger.statement(total, column)
        if column == "outturn" or result.quantity is not None:
            yield _sum_with_blanks(f"{total}（{title}）", result, terms)


def _stated(ledger: Ledger, part: str, column: str) -> tuple[Term, ...]:
    """Give a part of a total: a subtotal left blank by its own parts, reserves only if there are any."""
    term = ledger.statement(part, column)
    if term.quantity is None and part == _RESERVES:
        return ()
    if term.quantity is None and part in _SUBTOTALS:
        return tuple(ledger.statement(one, column) for one in _SUBTOTALS[part])
    return (term,)


def _project_sum(
    ledger: Ledger, project: Row, lines: tuple[Row, ...], column: str, title: str
) -> Iterator[Answer]:
    subject = f"{project.text('name')}（{title}）"
    parts = tuple(ledger.project_amount(line, column) for line in lines)
    if project.quantity(column) is not None:
        yield _sum(subject, ledger.project_amount(project, column), parts)
    elif any(part.quantity is not None for part in parts):
        yield not_applicable(subject, "项目未填金额，由资金明细汇总得出，无需核对")


def _sum_with_blanks(subject: str, total: Term, parts: tuple[Term, ...]) -> Answer:
    """Judge a sum some of whose parts are blank: none is negative, so those stated may decide it alone."""
    stated = tuple(part for part in parts if part.quantity is not None)
    answer = _sum(subject, total, stated or parts)
    if len(stated) in (0, len(parts)) or total.quantity is None:
        return _sum(subject, total, parts)
    if answer.verdict is Verdict.PASS:
        blank = "、".join(part.label for part in parts if part.quantity is None)
        return replace(answer, reason=f"{answer.reason}；未填的{blank}只能是 0")
    exceeds = sum(part.quantity.value for part in stated if part.quantity) > total.quantity.value
    return answer if exceeds else _sum(subject, total, parts)


def _sum(subject: str, total: Term, parts: tuple[Term, ...]) -> Answer:
    claim = Claim(ClaimKind.SUM if len(parts) > 1 else ClaimKind.EQUAL, subject, total, parts)
    names = " + ".join(part.label for part in parts)
    return judged(claim, message=f"{subject}应等于 {names}，实际不等", suggestion=_ADVICE)
