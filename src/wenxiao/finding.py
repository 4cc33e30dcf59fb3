"""What a check says: the outcome of a rule on a subject, and the finding when it fails."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wenxiao.place import Place


class Severity(StrEnum):
    """How much a finding matters; an error makes the command exit with status 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """Give the place of the severity in the order of all: 0 for the heaviest."""
        return tuple(Severity).index(self)


SEVERITY_LABELS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
"""The severities as a reader sees them, the heaviest first."""


class Verdict(StrEnum):
    """The four outcomes of a rule; what cannot be computed is never a pass."""

    PASS = "pass"  # noqa: S105  (not a password)
    FAIL = "fail"
    NOT_APPLICABLE = "not-applicable"
    NOT_ASSESSABLE = "not-assessable"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to put right: what, where, the arithmetic, and what to do. Messages are Chinese."""

    rule: str
    severity: Severity
    title: str
    subject: str
    message: str
    places: tuple[Place, ...] = ()
    arithmetic: str = ""
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A rule applied to one subject; ``finding`` is there exactly when the verdict is FAIL."""

    rule: str
    subject: str
    verdict: Verdict
    reason: str = ""
    finding: Finding | None = None
