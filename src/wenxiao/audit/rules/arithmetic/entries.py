"""WX110 and WX116: budget entries and payments, added up, give the project's budget and outturn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from wenxiao.audit.answers import Answer, failed, judged, not_applicable, passed
from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.example import SOUND
from wenxiao.audit.ledger import Ledger
from wenxiao.audit.registry import rule
from wenxiao.finding import Severity
from wenxiao.packages.model import Row
from wenxiao.quantity import exact

_ORIGINAL = "年初预算"


@rule(
    "WX110",
    severity=Severity.ERROR,
    title="项目预算数与预算明细不等",
    basis="预算法第六十七条、第七十二条",
    explanation=(
        "年初预算数应等于《预算明细》中批复的各笔年初预算之和；"
        "全年预算数应等于年初预算加上年结转、加（减）各笔预算调整。没有预算明细的项目不核对。"
    ),
    bad=SOUND.edit("budget_entry", "2", 金额="9"),
)
def wx110_budgets_are_explained_by_entries(ledger: Ledger) -> Iterable[Answer]:
    """Original budget = its entries; original budget + carry-over + adjustments = adjusted budget."""
    for project in ledger.package.rows("project"):
        if entries := _own_and_lines(ledger, "budget_entry", project):
            yield from _budget_claims(ledger, project, entries)


@rule(
    "WX116",
    severity=Severity.ERROR,
    title="支付明细与执行数不等，或支付日期不在本年度",
    basis="预算法第五十七条；预算法实施条例第八十三条",
    explanation="项目的各笔支付之和应等于全年执行数；支付日期应在预算年度内。没有支付明细的项目不核对。",
    bad=SOUND.edit("payment", "V1", 金额="470000"),
)
def wx116_payments_add_up_to_the_outturn(ledger: Ledger) -> Iterable[Answer]:
    """Σ payments = outturn; every payment lies in the budget year."""
    for project in ledger.package.rows("project"):
        if payments := _own_and_lines(ledger, "payment", project):
            yield _payment_sum(ledger, project, payments)
            yield _payment_dates(ledger.package.year, project, payments)


def _own_and_lines(ledger: Ledger, table: str, project: Row) -> tuple[Row, ...]:
    """Give the records of a project with its own records, and those of its lines.

    A project recorded only through its lines gives none: they are checked one by one, and WX107 adds
    them up, so that one wrong record is one finding.
    """
    code = project.text("code")
    if all(row.text("project") != code for row in ledger.package.rows(table)):
        return ()
    codes = {code, *(line.text("code") for line in ledger.lines(project))}
    return tuple(row for row in ledger.package.rows(table) if row.text("project") in codes)


def _budget_claims(ledger: Ledger, project: Row, entries: Sequence[Row]) -> Iterator[Answer]:
    name = project.text("name")
    original, adjusted = (
        ledger.project_amount(project, one) for one in ("original_budget", "adjusted_budget")
    )
    terms = [_entry_term(entry) for entry in entries]
    approved = [_entry_term(entry) for entry in entries if entry.text("kind") == _ORIGINAL]
    is_stated = project.quantity("original_budget") is not None
    if is_stated and approved:
        yield _explained(f"{name}（年初预算数）", original, approved)
    if project.quantity("adjusted_budget") is None:
        yield not_applicable(f"{name}（全年预算数）", "项目未填全年预算数，由预算明细汇总得出，无需核对")
    else:
        opening = [original] if is_stated and not approved else []
        yield _explained(f"{name}（全年预算数）", adjusted, opening + terms)


def _explained(subject: str, budget: Term, parts: Sequence[Term]) -> Answer:
    return judged(
        Claim(ClaimKind.SUM, subject, budget, tuple(parts)),
        message=f"{subject}应等于《预算明细》各笔之和，实际不等",
        suggestion="请核对批复文件：漏填的调整补入《预算明细》，填错的金额改正。",
    )


def _entry_term(entry: Row) -> Term:
    label = f"预算明细第 {entry.text('number')} 笔"
    return Term("", label, entry.quantity("amount"), entry.place("amount"))


def _payment_sum(ledger: Ledger, project: Row, payments: Sequence[Row]) -> Answer:
    name = project.text("name")
    if project.quantity("outturn") is None:
        return not_applicable(f"{name}（支付合计）", "项目未填全年执行数，由支付明细汇总得出，无需核对")
    total = sum((amount.value for row in payments if (amount := row.quantity("amount"))), Decimal(0))
    places = tuple(place for row in payments for place in row.place("amount"))
    paid = Term("", f"{len(payments)} 笔支付之和", exact(total, "元"), places)
    claim = Claim(ClaimKind.EQUAL, f"{name}（支付合计）", ledger.project_amount(project, "outturn"), (paid,))
    return judged(
        claim,
        message=f"「{name}」{paid.label}应等于全年执行数，实际不等",
        suggestion="请与总账核对：漏记的支付补入《支付明细》，退款写负数。",
    )


def _payment_dates(year: int, project: Row, payments: Sequence[Row]) -> Answer:
    name = project.text("name")
    outside = [row for row in payments if _year(row) != year]
    if not outside:
        return passed(f"{name}（支付日期）")
    vouchers = "、".join(row.text("voucher") for row in outside)
    return failed(
        f"{name}（支付日期）",
        f"{len(outside)} 笔支付的日期不在 {year} 年：{vouchers}",
        places=tuple(place for row in outside for place in row.place("date")),
        suggestion=f"请核对凭证日期；不属于 {year} 年的支付移到所属年度。",
    )


def _year(payment: Row) -> int | None:
    value = payment.values.get("date")
    return value.year if isinstance(value, date) else None
