"""An evaluation standard: indicators, weights, formulas, scoring rules, grades; dated, with its clauses.

Percentages (rates, thresholds, shares of a weight) are written in percent: 80 means 80 %. Weights and
scores are points (分).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from wenxiao.fact import Clause
from wenxiao.standards.formula import Formula


class MissingWeights(StrEnum):
    """What to do when indicators have no weight: leave them unscored, or split their block equally."""

    REFUSE = "refuse"
    EQUAL = "equal"


class Treatment(StrEnum):
    """What a target exceeded beyond the threshold leads to."""

    NONE = "none"
    FLAG = "flag"
    DEDUCT = "deduct"


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade and the lowest score that still earns it (inclusive)."""

    name: str
    lower: Decimal


@dataclass(frozen=True, slots=True)
class Tier:
    """A level of a qualitative indicator, with the share of the weight it may earn, in percent.

    ``upper`` belongs to the tier only when ``includes_upper`` (the highest tier). ``default_share``
    stands in where the clerk gave no share; None leaves such an indicator unscored.
    """

    name: str
    lower: Decimal
    upper: Decimal
    includes_upper: bool = False
    default_share: Decimal | None = None

    def admits(self, share: Decimal) -> bool:
        """Tell whether a share of the weight lies in the tier's range."""
        return self.lower <= share < self.upper or (self.includes_upper and share == self.upper)


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A point to verify, with the part of the indicator's weight that hangs on it."""

    text: str
    points: Decimal


@dataclass(frozen=True, slots=True)
class Rule:
    """How an actual value becomes points: a formula over 目标值, 实际值 and 分值, and its clause.

    ``tiers`` are there for qualitative rules, ``items`` for checklists; both turn into the 实际值 the
    formula is applied to (a percentage).
    """

    kind: str
    formula: Formula
    clause: Clause
    tiers: tuple[Tier, ...] = ()
    items: tuple[ChecklistItem, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorRule:
    """A level-3 indicator of a framework.

    ``formula`` gives the actual value from facts; None means that the clerk reports it as an indicator
    of the department with the same name.
    """

    name: str
    level1: str
    level2: str
    weight: Decimal
    unit: str
    formula: Formula | None
    rule: Rule
    clause: Clause
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class BlockRule:
    """A level-1 block of a project's indicators and the points it carries together."""

    level1: str
    weight: Decimal
    clause: Clause


@dataclass(frozen=True, slots=True)
class OverAchievement:
    """What happens when (actual - target) / target exceeds ``threshold`` percent.

    ``rate`` is the share of the weight, in percent, lost per percentage point beyond the threshold.
    """

    treatment: Treatment
    threshold: Decimal
    rate: Decimal
    clause: Clause


@dataclass(frozen=True, slots=True)
class ProjectScheme:
    """How a level-1 project is scored; ``rules`` are keyed by target form (≥ > = ≤ < 定性)."""

    title: str
    execution: IndicatorRule
    blocks: tuple[BlockRule, ...]
    rules: Mapping[str, Rule]
    over_achievement: OverAchievement
    weights_when_missing: MissingWeights


@dataclass(frozen=True, slots=True)
class DepartmentScheme:
    """The department-overall framework: all its level-3 indicators, in order."""

    title: str
    indicators: tuple[IndicatorRule, ...]


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard in force, with everything it inherits already joined.

    ``lineage`` lists the codes of the standards joined, the most general first; ``thresholds`` are
    warning limits in percent; ``forms`` and ``outline`` name the official forms and the report outline
    the standard asks for; ``digest`` is the SHA-256 of the joined declarations.
    """

    code: str
    title: str
    version: str
    grades: tuple[Grade, ...]
    basis: tuple[Clause, ...] = ()
    region: str = ""
    effective_from: date = date.min
    effective_to: date = date.max
    score_digits: int = 2
    thresholds: Mapping[str, Decimal] = field(default_factory=dict)
    project: ProjectScheme | None = None
    department: DepartmentScheme | None = None
    forms: tuple[str, ...] = ()
    outline: str = "department"
    lineage: tuple[str, ...] = ()
    digest: str = ""

    def grade_of(self, score: Decimal) -> str:
        """Give the grade a score earns: the highest whose lower bound it reaches."""
        reached = [grade for grade in self.grades if score >= grade.lower]
        return max(reached, key=lambda grade: grade.lower).name
