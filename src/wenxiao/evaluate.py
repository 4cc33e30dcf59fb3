"""One call: a package and its standard in; facts, scores and outcomes of rules out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wenxiao.finding import Finding, Outcome

if TYPE_CHECKING:
    from wenxiao.engine.scorecard import Scores
    from wenxiao.fact import FactTable
    from wenxiao.packages.model import Package
    from wenxiao.standards.model import Standard


@dataclass(frozen=True, slots=True)
class Results:
    """An evaluation, with all that is needed to repeat it to the digit."""

    package: Package
    standard: Standard
    facts: FactTable
    scores: Scores
    outcomes: tuple[Outcome, ...]
    digest: str
    engine_version: str

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The failed rules' findings, the heaviest first, in a stable order."""
        order = {"error": 0, "warning": 1, "info": 2}
        found = [outcome.finding for outcome in self.outcomes if outcome.finding]
        return tuple(sorted(found, key=lambda finding: (order[finding.severity], finding.rule)))
