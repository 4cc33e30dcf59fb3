"""What the tests of rules share: what a rule finds in an example ledger, and what it marks in a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.audit.examine import manuscript_of
from wenxiao.audit.example import Example
from wenxiao.audit.findings import findings_by
from wenxiao.audit.rules import DOCUMENT_RULES, RULES
from wenxiao.audit.trial import ledger_of
from wenxiao.finding import Finding, Outcome
from wenxiao.place import TextPlace

Outcomes = Callable[[str, Example], dict[str, Outcome]]
Found = Callable[[str, Example], Finding]
FoundIn = Callable[[str, str], list[Finding]]
Marked = Callable[[str, str], list[str]]


@pytest.fixture
def outcomes() -> Outcomes:
    """Give the outcomes of a rule for a ledger by subject."""

    def apply(code: str, example: Example) -> dict[str, Outcome]:
        (rule,) = (rule for rule in RULES if rule.code == code)
        return {outcome.subject: outcome for outcome in rule.apply(ledger_of(example))}

    return apply


@pytest.fixture
def found(outcomes: Outcomes) -> Found:
    """Give the only finding of a rule for a ledger."""

    def apply(code: str, example: Example) -> Finding:
        (finding,) = (one.finding for one in outcomes(code, example).values() if one.finding)
        return finding

    return apply


@pytest.fixture
def found_in() -> FoundIn:
    """Give the findings of one rule in a text."""

    def apply(code: str, text: str) -> list[Finding]:
        rules = [rule for rule in DOCUMENT_RULES if rule.code == code]
        return list(findings_by(rules, manuscript_of(text)))

    return apply


@pytest.fixture
def marked(found_in: FoundIn) -> Marked:
    """Give all passages that one rule marks in a text, finding after finding."""

    def passages(code: str, text: str) -> list[str]:
        places = [place for finding in found_in(code, text) for place in finding.places]
        return [place.text for place in places if isinstance(place, TextPlace)]

    return passages
