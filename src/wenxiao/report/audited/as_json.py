"""The results of an audit as JSON; the form is fixed and documented in docs/json.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wenxiao.audit.claims import Term
from wenxiao.audit.coverage import VERDICT_WORDS
from wenxiao.audit.examine import Audit
from wenxiao.audit.figures.model import Reading
from wenxiao.audit.figures.read import as_json as figure_as_json
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.suppression import Suppression
from wenxiao.finding import Finding
from wenxiao.place import Place, TextPlace, place_as_json


def figures_as_json(reading: Reading) -> dict[str, Any]:
    """Give every figure of a document, in the order of the text."""
    document = reading.document
    return {
        "document": document.name,
        "text_length": len(document.text),
        "figures": [figure_as_json(figure) for figure in reading.figures],
    }


def claims_as_json(manuscript: Manuscript) -> dict[str, Any]:
    """Give every claim of a document with its verdict."""
    return {"claims": [_claim(one) for one in manuscript.judged]}


def audit_as_json(audit: Audit) -> dict[str, Any]:
    """Give the findings, the heaviest first, what was let stand, and what was checked."""
    document = audit.document
    return {
        "document": document.name,
        "text_length": len(document.text),
        "findings": [finding_as_json(finding) for finding in audit.findings],
        "suppressed": [_suppressed(finding, why) for finding, why in audit.suppressed],
        "notices": list(document.notices),
        "coverage": audit.coverage.as_json(),
    }


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """Give a finding with its places: range, text, line and column, and where it stands in the original."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "title": finding.title,
        "message": finding.message,
        "places": [_place(place) for place in finding.places],
        "arithmetic": finding.arithmetic,
        "suggestion": finding.suggestion,
    }


def unused_as_json(unused: Iterable[Suppression]) -> list[dict[str, str]]:
    """Give the suppressions that fitted no finding."""
    return [{"rule": one.rule, "file": one.file, "text": one.text, "reason": one.reason} for one in unused]


def _claim(one: Judged) -> dict[str, Any]:
    operands = [_term(term) for term in one.claim.operands]
    return {
        "kind": one.claim.kind.value,
        "result": _term(one.claim.result),
        "operands": [operand for operand in operands if operand is not None],
        "verdict": VERDICT_WORDS[one.judgement.verdict],
        "arithmetic": one.judgement.arithmetic or one.judgement.reason,
    }


def _term(term: Term) -> dict[str, Any] | None:
    """Give the figure of a term; what was counted or computed stands nowhere and has none."""
    return figure_as_json(term.figure) if term.figure else None


def _suppressed(finding: Finding, why: Suppression) -> dict[str, Any]:
    return {**finding_as_json(finding), "reason": why.reason}


def _place(place: Place) -> dict[str, Any]:
    found = place_as_json(place)
    if isinstance(place, TextPlace):
        del found["kind"]
    return found
