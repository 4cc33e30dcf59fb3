"""What a rule answers about one subject, before its code, title and severity are stamped on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wenxiao.audit.claims import Claim, judge
from wenxiao.finding import Severity, Verdict
from wenxiao.packages.model import Row
from wenxiao.place import Place

_QUOTED = 24
_ROUNDING_ADVICE = "差额不超过四舍五入的尾差。请在台账中填写到分的金额，使各数相等。"


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict on a subject; message, places, arithmetic and suggestion are there when it failed.

    ``severity`` None means the rule's own; ``claim`` is the statement about figures that was judged, if any.
    """

    subject: str
    verdict: Verdict
    reason: str = ""
    message: str = ""
    places: tuple[Place, ...] = ()
    arithmetic: str = ""
    suggestion: str = ""
    severity: Severity | None = None
    claim: Claim | None = None


def passed(subject: str, reason: str = "") -> Answer:
    """Say that the subject keeps the rule."""
    return Answer(subject, Verdict.PASS, reason)


def not_applicable(subject: str, reason: str) -> Answer:
    """Say why the rule does not concern the subject."""
    return Answer(subject, Verdict.NOT_APPLICABLE, reason)


def not_assessable(subject: str, reason: str) -> Answer:
    """Say what is missing to judge the subject."""
    return Answer(subject, Verdict.NOT_ASSESSABLE, reason)


def failed(
    subject: str, message: str, *, places: tuple[Place, ...], suggestion: str, arithmetic: str = ""
) -> Answer:
    """Say what is wrong, where, and what to do."""
    return Answer(
        subject, Verdict.FAIL, message=message, places=places, arithmetic=arithmetic, suggestion=suggestion
    )


def judged(claim: Claim, *, message: str, suggestion: str) -> Answer:
    """Judge a claim; a difference that rounding explains is reported too, as information only.

    A ledger is not a printed text: it can be exact, so even a difference of 0.01 万元 is told.
    """
    return replace(_judged(claim, message, suggestion), claim=claim)


def _judged(claim: Claim, message: str, suggestion: str) -> Answer:
    judgement = judge(claim)
    if judgement.verdict is Verdict.NOT_ASSESSABLE:
        return not_assessable(claim.subject, judgement.reason)
    if judgement.verdict is Verdict.PASS and not judgement.within_rounding:
        return passed(claim.subject, judgement.arithmetic)
    return Answer(
        claim.subject,
        Verdict.FAIL,
        message=f"{message}，差 {judgement.difference}" if judgement.difference else message,
        places=claim.places,
        arithmetic=judgement.arithmetic,
        suggestion=_ROUNDING_ADVICE if judgement.within_rounding else suggestion,
        severity=Severity.INFO if judgement.within_rounding else None,
    )


def shorten(text: str) -> str:
    """Quote a long text by its beginning."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def listed(subject: str, defective: Iterable[Row], field: str, *, message: str, suggestion: str) -> Answer:
    """Report all defective rows of a subject in one finding, named by ``field``; none is a pass."""
    rows = tuple(defective)
    if not rows:
        return passed(subject)
    names = "、".join(f"「{shorten(row.text(field))}」" for row in rows)
    places = tuple(place for row in rows for place in row.place(field))
    return failed(subject, message.format(count=len(rows), names=names), places=places, suggestion=suggestion)
