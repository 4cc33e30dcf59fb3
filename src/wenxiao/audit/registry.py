"""The register of rules: a rule is a small function with its code, severity, title, basis and examples.

There are two kinds: a :class:`Rule` looks at the ledger of a data package and gives every outcome, a
:class:`DocumentRule` looks at a manuscript and says what is wrong in it. They share one space of codes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from wenxiao.audit.answers import Answer, not_applicable
from wenxiao.audit.example import SOUND, Example
from wenxiao.audit.ledger import Ledger
from wenxiao.audit.manuscript import Manuscript
from wenxiao.finding import Finding, Outcome, Severity, Verdict

Check = Callable[[Ledger], Iterable[Answer]]
DocumentCheck = Callable[[Manuscript], Iterable[Answer]]
_CODE = re.compile(r"WX[1-6]\d\d")
FAMILY_TITLES = {
    "WX1": "算术和账目",
    "WX2": "前后一致",
    "WX3": "目标和指标",
    "WX4": "依据和整改",
    "WX5": "结构",
    "WX6": "格式",
}
"""The families of rules, by the beginning of their codes."""

_registered: dict[str, Rule] = {}
_for_documents: dict[str, DocumentRule] = {}


@dataclass(frozen=True, slots=True)
class Rule:
    """A registered rule. ``basis`` is its clause; ``explanation`` is Chinese, for those who are checked."""

    code: str
    severity: Severity
    title: str
    basis: str
    explanation: str
    good: Example
    bad: Example
    check: Check

    def apply(self, ledger: Ledger) -> tuple[Outcome, ...]:
        """Apply the rule to everything it concerns in a ledger; at least one outcome, in stable order."""
        answers = tuple(self.check(ledger)) or (
            not_applicable(ledger.package.unit, "本套数据中没有这条规则的核对对象"),
        )
        return tuple(self._outcome(answer) for answer in answers)

    def _outcome(self, answer: Answer) -> Outcome:
        finding = _finding(self, answer) if answer.verdict is Verdict.FAIL else None
        return Outcome(self.code, answer.subject, answer.verdict, answer.reason, finding)


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """A registered rule for documents; ``good`` and ``bad`` are short texts of the kind it reads.

    ``data`` are the facts a rule about data compares its examples with, by key as they are written.
    """

    code: str
    severity: Severity
    title: str
    basis: str
    explanation: str
    good: str
    bad: str
    check: DocumentCheck
    data: Mapping[str, str] = field(default_factory=dict)

    def failures(self, manuscript: Manuscript) -> tuple[Answer, ...]:
        """Give what the rule finds wrong in a manuscript, in the order of the text."""
        answers = tuple(self.check(manuscript))
        return tuple(answer for answer in answers if answer.verdict is Verdict.FAIL) if answers else ()

    def finding(self, answer: Answer) -> Finding:
        """Stamp code, severity and title on a failure."""
        return _finding(self, answer)


def _finding(rule: Rule | DocumentRule, answer: Answer) -> Finding:
    return Finding(
        rule.code,
        answer.severity or rule.severity,
        rule.title,
        answer.subject,
        answer.message,
        answer.places,
        answer.arithmetic,
        answer.suggestion,
    )


def rule(
    code: str,
    *,
    severity: Severity,
    title: str,
    basis: str,
    explanation: str,
    bad: Example,
    good: Example = SOUND,
) -> Callable[[Check], Check]:
    """Register a function as a rule.

    Raises:
        ValueError: the code is malformed or taken, or a text is empty.
    """
    _refuse_bad_entry(code, title, basis, explanation)

    def register(check: Check) -> Check:
        _registered[code] = Rule(code, severity, title, basis, explanation, good, bad, check)
        return check

    return register


def registered() -> tuple[Rule, ...]:
    """Give the rules registered so far, by code."""
    return tuple(_registered[code] for code in sorted(_registered))


def document_rule(
    code: str,
    *,
    severity: Severity,
    title: str,
    basis: str,
    explanation: str,
    good: str,
    bad: str,
    data: Mapping[str, str] | None = None,
) -> Callable[[DocumentCheck], DocumentCheck]:
    """Register a function as a rule for documents.

    Raises:
        ValueError: the code is malformed or taken, or a text is empty.
    """
    _refuse_bad_entry(code, title, basis, explanation)

    def register(check: DocumentCheck) -> DocumentCheck:
        _for_documents[code] = DocumentRule(
            code, severity, title, basis, explanation, good, bad, check, data or {}
        )
        return check

    return register


def registered_for_documents() -> tuple[DocumentRule, ...]:
    """Give the rules for documents registered so far, by code."""
    return tuple(_for_documents[code] for code in sorted(_for_documents))


def _refuse_bad_entry(code: str, title: str, basis: str, explanation: str) -> None:
    if not _CODE.fullmatch(code) or code in _registered or code in _for_documents:
        raise ValueError(f"{code}: malformed or registered twice")
    if not all((title, basis, explanation)):
        raise ValueError(f"{code}: title, basis and explanation are needed")
