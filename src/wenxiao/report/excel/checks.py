"""The sheet 勾稽: the identities of the ledger as formulas over the other sheets, never 相符 without numbers.

The identities are those the audit judges (:mod:`wenxiao.audit.identities`). Amounts stand in 万元 and are
compared to the fen; a difference that the printed decimals explain is 尾差, as the audit says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from wenxiao.audit.claims import Claim, ClaimKind, Term
from wenxiao.audit.identities import Identity
from wenxiao.fact import Fact, FactTable, name_key
from wenxiao.quantity import Quantity, exact, same_measure
from wenxiao.report.excel.book import CELL, LIVE, Sheet
from wenxiao.report.excel.equations import (
    AGREES,
    DIFFERS,
    ROUNDING,
    UNKNOWN,
    Check,
    allowance,
    difference,
    difference_formula,
    sides,
    verdict,
    verdict_formula,
)
from wenxiao.report.excel.homes import Homes
from wenxiao.report.excel.values import number_format
from wenxiao.report.figures import NONE

NAME = "勾稽"

_TITLE = "勾稽关系核对"
_COLUMNS = {
    "规则": 9,
    "核对事项": 30,
    "关系": 64,
    "左边": 16,
    "右边": 16,
    "差额": 14,
    "结果": 11,
    "允许尾差": 11,
}
_HEADER_ROW = 2
_MOST_OPERANDS = 200  # SUM takes 255
_SIGNS = {ClaimKind.SUM: " + ", ClaimKind.DIFFERENCE: " - ", ClaimKind.RATE: " ÷ "}


def plan(listed: Iterable[Identity], facts: FactTable) -> tuple[tuple[Check, ...], dict[str, Fact]]:
    """Give the checks, and the facts of all their terms; a term that is no fact yet becomes one."""
    checks, found = [], {}
    for identity in map(_folded, listed):
        termed = [_fact(identity.claim, term, facts) for term in identity.claim.terms]
        found.update({fact.key: fact for fact in termed if fact})
        checks.append(Check(identity, tuple(fact.key if fact else "" for fact in termed)))
    return tuple(checks), found


def write(sheet: Sheet, checks: Sequence[Check], places: Homes) -> None:
    """Write the sheet, one identity a row."""
    sheet.heading(_TITLE, _hint(checks), len(_COLUMNS))
    sheet.head(_HEADER_ROW, list(_COLUMNS), list(_COLUMNS.values()))
    for row, check in enumerate(checks, _HEADER_ROW + 1):
        _write_row(sheet, row, check, places)
    last = _HEADER_ROW + max(len(checks), 1)
    _mark(sheet, last)
    sheet.raw.autofilter(_HEADER_ROW, 0, last, len(_COLUMNS) - 1)
    sheet.print_on_a4(landscape=True)
    sheet.lock()


def _hint(checks: Sequence[Check]) -> str:
    return (
        f"共 {len(checks)} 项，金额单位为万元，核对到分。左边、右边、差额和结果都是公式，随《数字》变动；"
        f"缺少任何一个数的，结果是「{UNKNOWN}」，不当作「{AGREES}」。"
    )


def _folded(identity: Identity) -> Identity:
    """Add the operands beyond what a formula takes up to one, unknown if any of them is."""
    claim = identity.claim
    kept, rest = claim.operands[: _MOST_OPERANDS - 1], claim.operands[_MOST_OPERANDS - 1 :]
    if len(rest) < 2:
        return identity
    places = tuple(place for term in rest for place in term.places)
    last = Term("", f"其余 {len(rest)} 项之和", _total(rest), places)
    return Identity(identity.rule, replace(claim, operands=(*kept, last)))


def _total(terms: Sequence[Term]) -> Quantity | None:
    known = [term.quantity for term in terms if term.quantity is not None and term.quantity.is_exact]
    if len(known) < len(terms) or not all(same_measure(known[0], other) for other in known):
        return None
    return exact(sum((quantity.value for quantity in known), Decimal(0)), known[0].unit)


def _fact(claim: Claim, term: Term, facts: FactTable) -> Fact | None:
    """Give the fact of a term; a record or a line that was not filled becomes one, a constant does not."""
    known = facts.resolve(term.key) if term.key else None
    if known:
        return facts.facts[known]
    if not term.key and not term.places:
        return None
    key = term.key or f"{name_key(claim.subject)}.{name_key(term.label)}"
    title = key.replace(".", "的") if term.key else f"{claim.subject}：{term.label}"
    reason = "" if term.quantity else term.reason or "没有填写"
    return Fact(key, title, term.quantity, term.places, reason=reason)


def _write_row(sheet: Sheet, row: int, check: Check, places: Homes) -> None:
    claim, (left, right) = check.identity.claim, sides(check, places)
    look = number_format(next((term.quantity for term in claim.terms if term.quantity), None))
    opening = (check.identity.rule or NONE, claim.subject, _words(claim))
    sheet.line(row, opening, list(_COLUMNS.values())[: len(opening)])
    sheet.formula(row, 3, left.formula, left.value, LIVE, look)
    sheet.formula(row, 4, right.formula, right.value, LIVE, look)
    found = difference(left, right)
    sheet.formula(row, 5, difference_formula(row), "" if found is None else found, LIVE, look)
    judged = verdict(claim, found)
    sheet.formula(row, 6, verdict_formula(claim, row), judged, {**CELL, "align": "center"})
    sheet.number(row, 7, allowance(claim), LIVE, look)


def _words(claim: Claim) -> str:
    operands = _SIGNS.get(claim.kind, "").join(term.label for term in claim.operands)
    return f"{claim.result.label} {_relation(claim)} {operands}"


def _relation(claim: Claim) -> str:
    return claim.relation.value if claim.kind is ClaimKind.COMPARE else "="


def _mark(sheet: Sheet, last: int) -> None:
    """Colour the results that need a look."""
    for judged, colour in ((DIFFERS, "#F8CBAD"), (ROUNDING, "#FFE699"), (UNKNOWN, "#D9D9D9")):
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{judged}"',
            "format": sheet.format({"bg_color": colour}),
        }
        sheet.raw.conditional_format(_HEADER_ROW + 1, 6, last, 6, rule)
