"""The audit of a document: read it, judge its claims, apply the rules, and put the findings in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wenxiao.audit.answers import Answer
from wenxiao.audit.causes import causes_of
from wenxiao.audit.claims import Claim, judge
from wenxiao.audit.coverage import Coverage, coverage_of
from wenxiao.audit.figures.model import Figure
from wenxiao.audit.figures.read import read
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.recorded.claims import judged_by_data
from wenxiao.audit.registry import DocumentRule
from wenxiao.audit.relations import claims_of
from wenxiao.audit.rules import DOCUMENT_RULES, RULES
from wenxiao.audit.suppression import Suppression
from wenxiao.documents.model import Document
from wenxiao.documents.text import document_of
from wenxiao.errors import WenxiaoError
from wenxiao.fact import FactTable
from wenxiao.finding import SEVERITY_LABELS, Finding, Severity
from wenxiao.place import Place, TextPlace
from wenxiao.quantity import Kind

_WEIGHT = tuple(SEVERITY_LABELS)


@dataclass(frozen=True, slots=True)
class Audit:
    """What came of the audit of one document; findings are in order, the heaviest first.

    ``suppressed`` are findings that were let stand, each with the suppression that says why.
    """

    manuscript: Manuscript
    findings: tuple[Finding, ...]
    suppressed: tuple[tuple[Finding, Suppression], ...]
    coverage: Coverage

    @property
    def document(self) -> Document:
        """Give the document that was audited."""
        return self.manuscript.document


def examine(
    document: Document,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    suppressions: Sequence[Suppression] = (),
    facts: FactTable | None = None,
) -> Audit:
    """Audit a document by the rules whose code starts with one of ``select`` (all if empty), but not ``ignore``.

    With ``facts`` its figures are also compared with the data of the department.

    Raises:
        WenxiaoError: a prefix fits no rule.
    """
    rules = chosen_rules(select, ignore)
    manuscript = manuscript_from(document, facts)
    findings = findings_by(rules, manuscript)
    verdicts = [(finding, _suppression_of(finding, document.name, suppressions)) for finding in findings]
    return Audit(
        manuscript,
        tuple(finding for finding, suppression in verdicts if suppression is None),
        tuple((finding, suppression) for finding, suppression in verdicts if suppression),
        coverage_of(manuscript),
    )


def manuscript_from(document: Document, facts: FactTable | None = None) -> Manuscript:
    """Read a document and judge what it claims, and what ``facts`` say of its figures."""
    reading = read(document)
    judged = tuple(Judged(claim, judge(claim)) for claim in claims_of(reading))
    return Manuscript(reading, judged, None if facts is None else judged_by_data(reading, facts))


def manuscript_of(text: str, name: str = "示例.txt", facts: FactTable | None = None) -> Manuscript:
    """Read a plain text and judge what it claims: for examples and tests."""
    return manuscript_from(document_of(text, name), facts)


def chosen_rules(select: Sequence[str], ignore: Sequence[str]) -> tuple[DocumentRule, ...]:
    """Give the rules for documents that start with one of ``select`` (all if empty) and none of ``ignore``.

    Raises:
        WenxiaoError: a prefix fits no rule at all.
    """
    codes = [*(rule.code for rule in RULES), *(rule.code for rule in DOCUMENT_RULES)]
    for prefix in (*select, *ignore):
        if not prefix or not any(code.startswith(prefix) for code in codes):
            raise WenxiaoError(
                f"没有以「{prefix}」开头的规则。请写规则代码或它的开头，例如 WX1、WX201；"
                "用 wenxiao rules 可以列出全部规则。"
            )
    wanted, unwanted = tuple(select) or ("",), tuple(ignore)
    return tuple(
        rule for rule in DOCUMENT_RULES if rule.code.startswith(wanted) and not rule.code.startswith(unwanted)
    )


def findings_by(rules: Iterable[DocumentRule], manuscript: Manuscript) -> tuple[Finding, ...]:
    """Apply rules to a manuscript; one finding a cause, the heaviest first."""
    failures = [_Failure(rule, answer) for rule in rules for answer in rule.failures(manuscript)]
    weighed = [_Weighed(one.finding, 1, 0) for one in failures if one.answer.claim is None]
    weighed += _by_cause(failures, manuscript)
    return tuple(one.finding for one in sorted(weighed, key=_Weighed.order))


@dataclass(frozen=True, slots=True)
class _Failure:
    rule: DocumentRule
    answer: Answer

    @property
    def severity(self) -> Severity:
        return self.answer.severity or self.rule.severity

    @property
    def finding(self) -> Finding:
        return self.rule.finding(self.answer)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A finding with how many relations fail by it and the largest amount in them."""

    finding: Finding
    relations: int
    amount: int

    def order(self) -> tuple[int, int, int, int, str]:
        first = next((place.start for place in self.finding.places if isinstance(place, TextPlace)), 0)
        severity = _WEIGHT.index(self.finding.severity)
        return severity, -self.relations, -self.amount, first, self.finding.rule


def _by_cause(failures: list[_Failure], manuscript: Manuscript) -> Iterator[_Weighed]:
    for severity in Severity:  # what is merely cut must not be taken for the cause of an error
        alike = [one for one in failures if one.severity is severity]
        yield from _by_cause_of_one_weight(alike, manuscript)


def _by_cause_of_one_weight(failures: list[_Failure], manuscript: Manuscript) -> Iterator[_Weighed]:
    claimed = [(one, one.answer.claim) for one in failures if one.answer.claim is not None]
    for cause in causes_of([claim for _, claim in claimed], manuscript.judged):
        members = [claimed[number] for number in cause.failing]
        findings = [failure.finding for failure, _ in members]
        amount = max(_amount(claim) for _, claim in members)
        yield _Weighed(_merged(cause.culprit, findings, manuscript.document), len(members), amount)


def _merged(culprit: Figure, findings: list[Finding], document: Document) -> Finding:
    """Tell findings of one cause as one: the heaviest speaks, with the arithmetic and places of all."""
    if len(findings) == 1:
        return findings[0]
    lead = min(findings, key=lambda finding: _WEIGHT.index(finding.severity))
    first: Place = document.place(culprit.start, culprit.end)
    places = dict.fromkeys([first, *(place for finding in findings for place in finding.places)])
    lines = dict.fromkeys(finding.arithmetic for finding in findings if finding.arithmetic)
    message = f"{lead.message}；“{culprit.text}”还与另外 {len(findings) - 1} 处算不拢，很可能是它有误"
    return Finding(
        lead.rule,
        lead.severity,
        lead.title,
        lead.subject,
        message,
        tuple(places),
        "\n".join(lines),
        lead.suggestion,
    )


def _amount(claim: Claim) -> int:
    """Give the largest sum of money in a claim in whole 元, 0 if it is about something else."""
    quantities = (term.quantity for term in claim.terms)
    return max((int(abs(one.value)) for one in quantities if one and one.kind is Kind.MONEY), default=0)


def _suppression_of(
    finding: Finding, document: str, suppressions: Iterable[Suppression]
) -> Suppression | None:
    return next((one for one in suppressions if one.fits(finding, document)), None)
