"""The audit of a document: read it, judge its claims, apply the rules, and set aside what was let stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wenxiao.audit.claims import judge
from wenxiao.audit.coverage import Coverage, coverage_of
from wenxiao.audit.figures.read import read
from wenxiao.audit.findings import findings_by
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.recorded.claims import judged_by_data
from wenxiao.audit.registry import DocumentRule
from wenxiao.audit.relations import relations_of
from wenxiao.audit.rules import DOCUMENT_RULES, RULES
from wenxiao.audit.selection import chooser
from wenxiao.audit.suppression import Suppression
from wenxiao.documents.model import Document
from wenxiao.documents.text import document_of
from wenxiao.fact import FactTable
from wenxiao.finding import Finding


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
    claims, suspicions = relations_of(reading)
    judged = tuple(Judged(claim, judge(claim)) for claim in claims)
    by_data = None if facts is None else judged_by_data(reading, facts)
    return Manuscript(reading, judged, by_data, suspicions)


def manuscript_of(text: str, name: str = "示例.txt", facts: FactTable | None = None) -> Manuscript:
    """Read a plain text and judge what it claims: for examples and tests."""
    return manuscript_from(document_of(text, name), facts)


def chosen_rules(select: Sequence[str], ignore: Sequence[str]) -> tuple[DocumentRule, ...]:
    """Give the rules for documents that start with one of ``select`` (all if empty) and none of ``ignore``.

    Raises:
        WenxiaoError: a prefix fits no rule at all.
    """
    if not select and not ignore:
        return DOCUMENT_RULES
    codes = [*(rule.code for rule in RULES), *(rule.code for rule in DOCUMENT_RULES)]
    is_chosen = chooser(codes, select, ignore)
    return tuple(rule for rule in DOCUMENT_RULES if is_chosen(rule.code))


def _suppression_of(
    finding: Finding, document: str, suppressions: Iterable[Suppression]
) -> Suppression | None:
    return next((one for one in suppressions if one.fits(finding, document)), None)
