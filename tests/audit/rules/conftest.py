"""What a rule marks in a text, for tests of the rules for documents."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.audit.examine import manuscript_of
from wenxiao.audit.findings import findings_by
from wenxiao.audit.rules import DOCUMENT_RULES
from wenxiao.finding import Finding
from wenxiao.place import TextPlace

Found = Callable[[str, str], list[Finding]]
Marked = Callable[[str, str], list[str]]


def _found(code: str, text: str) -> list[Finding]:
    rules = [rule for rule in DOCUMENT_RULES if rule.code == code]
    return list(findings_by(rules, manuscript_of(text)))


@pytest.fixture
def found() -> Found:
    """Give the findings of one rule in a text."""
    return _found


@pytest.fixture
def marked() -> Marked:
    """Give all passages that one rule marks in a text, finding after finding."""

    def passages(code: str, text: str) -> list[str]:
        places = [place for finding in _found(code, text) for place in finding.places]
        return [place.text for place in places if isinstance(place, TextPlace)]

    return passages
