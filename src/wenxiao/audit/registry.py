"""The register of rules: a rule is a small function with its code, severity, title, basis and examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wenxiao.audit.answers import Answer, not_applicable
from wenxiao.audit.example import SOUND, Example
from wenxiao.audit.ledger import Ledger
from wenxiao.finding import Finding, Outcome, Severity, Verdict

Check = Callable[[Ledger], Iterable[Answer]]
_CODE = re.compile(r"WX[1-6]\d\d")
_registered: dict[str, Rule] = {}


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
        finding = self._finding(answer) if answer.verdict is Verdict.FAIL else None
        return Outcome(self.code, answer.subject, answer.verdict, answer.reason, finding)

    def _finding(self, answer: Answer) -> Finding:
        return Finding(
            self.code,
            answer.severity or self.severity,
            self.title,
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
    if not _CODE.fullmatch(code) or code in _registered:
        raise ValueError(f"{code}: malformed or registered twice")
    if not all((title, basis, explanation)):
        raise ValueError(f"{code}: title, basis and explanation are needed")

    def register(check: Check) -> Check:
        _registered[code] = Rule(code, severity, title, basis, explanation, good, bad, check)
        return check

    return register


def registered() -> tuple[Rule, ...]:
    """Give the rules registered so far, by code."""
    return tuple(_registered[code] for code in sorted(_registered))
