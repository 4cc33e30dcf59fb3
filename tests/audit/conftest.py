"""What the tests of rules share: apply one rule to an example, keyed by subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.audit.example import Example
from wenxiao.audit.rules import RULES
from wenxiao.audit.trial import ledger_of
from wenxiao.finding import Finding, Outcome

Outcomes = Callable[[str, Example], dict[str, Outcome]]
Found = Callable[[str, Example], Finding]


@pytest.fixture
def outcomes() -> Outcomes:
    """Give the outcomes of a rule by subject."""

    def apply(code: str, example: Example) -> dict[str, Outcome]:
        (rule,) = (rule for rule in RULES if rule.code == code)
        return {outcome.subject: outcome for outcome in rule.apply(ledger_of(example))}

    return apply


@pytest.fixture
def found(outcomes: Outcomes) -> Found:
    """Give the only finding of a rule."""

    def apply(code: str, example: Example) -> Finding:
        (finding,) = (one.finding for one in outcomes(code, example).values() if one.finding)
        return finding

    return apply
