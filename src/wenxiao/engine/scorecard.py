"""The result of scoring: indicator, block, project and department, with what could not be assessed.

A score that cannot be computed is None with a reason, never 0. A total is the sum of what was assessed;
``low`` and ``high`` bound the whole score: everything not assessed at nothing and at full marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """One scored indicator. ``key`` is its fact key; ``weight`` and ``score`` are points."""

    code: str
    key: str
    level1: str
    level2: str
    name: str
    target: str
    actual: str
    weight: Decimal | None
    score: Decimal | None
    reason: str = ""
    flags: tuple[str, ...] = ()
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The scores of one project or of the department as a whole. ``grade`` is "" if undecided."""

    key: str
    name: str
    scheme: str
    indicators: tuple[IndicatorScore, ...]
    full: Decimal
    assessed_weight: Decimal
    earned: Decimal
    low: Decimal
    high: Decimal
    grade: str
    reason: str = ""

    @property
    def is_complete(self) -> bool:
        """Tell whether every point could be assessed."""
        return self.assessed_weight == self.full


@dataclass(frozen=True, slots=True)
class Scores:
    """All scorecards of a package: the level-1 projects in file order, then the department."""

    projects: tuple[Scorecard, ...]
    department: Scorecard | None
