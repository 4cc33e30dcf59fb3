"""From what the rules find wrong to findings: one for each cause, told once, the heaviest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from wenxiao.audit.answers import Answer
from wenxiao.audit.causes import causes_of
from wenxiao.audit.claims import Claim
from wenxiao.audit.figures.model import Figure
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import DocumentRule
from wenxiao.documents.model import Document
from wenxiao.finding import Finding, Severity
from wenxiao.place import Place, TextPlace
from wenxiao.quantity import Kind

_One = TypeVar("_One")

_FORM = "WX6"
"""What the codes of the rules about form begin with."""


def findings_by(rules: Iterable[DocumentRule], manuscript: Manuscript) -> tuple[Finding, ...]:
    """Apply rules to a manuscript; one finding a cause, the heaviest first."""
    failures = [_Failure(rule, answer) for rule in rules for answer in rule.failures(manuscript)]
    weighed = [_Weighed(one.finding, 1, 0) for one in failures if one.answer.claim is None]
    weighed += _by_cause(failures, manuscript)
    return tuple(one.finding for one in sorted(_told_once(weighed), key=_Weighed.order))


@dataclass(frozen=True, slots=True)
class _Failure:
    rule: DocumentRule
    answer: Answer

    @property
    def severity(self) -> Severity:
        return self.answer.severity or self.rule.severity

    @property
    def finding(self) -> Finding:
        return self.rule.finding(self.answer)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A finding with how many relations fail by it and the largest amount in them."""

    finding: Finding
    relations: int
    amount: int

    def order(self) -> tuple[int, bool, int, int, int, str]:
        """Give the place among all: by severity, what is only of form last, then by weight and by place."""
        first = next((place.start for place in self.finding.places if isinstance(place, TextPlace)), 0)
        severity = self.finding.severity.weight
        is_form = self.finding.rule.startswith(_FORM)
        return severity, is_form, -self.relations, -self.amount, first, self.finding.rule


def _by_cause(failures: list[_Failure], manuscript: Manuscript) -> Iterator[_Weighed]:
    for severity in Severity:  # what is merely cut must not be taken for the cause of an error
        alike = [one for one in failures if one.severity is severity]
        yield from _by_cause_of_one_weight(alike, manuscript)


def _by_cause_of_one_weight(failures: list[_Failure], manuscript: Manuscript) -> Iterator[_Weighed]:
    claimed = [(one, one.answer.claim) for one in failures if one.answer.claim is not None]
    for cause in causes_of([claim for _, claim in claimed], manuscript.judged):
        members = [claimed[number] for number in cause.failing]
        findings = [failure.finding for failure, _ in members]
        amount = max(_amount(claim) for _, claim in members)
        yield _Weighed(_merged(cause.culprit, findings, manuscript.document), len(members), amount)


def _merged(culprit: Figure, findings: list[Finding], document: Document) -> Finding:
    """Tell findings of one cause as one: the first speaks, with the arithmetic and places of all."""
    lead = findings[0]
    if len(findings) == 1:
        return lead
    first: Place = document.place(culprit.start, culprit.end)
    return replace(
        lead,
        message=f"{lead.message}；“{culprit.text}”还与另外 {len(findings) - 1} 处算不拢，很可能是它有误",
        places=_each_once([first, *(place for finding in findings for place in finding.places)]),
        arithmetic="\n".join(_each_once(one.arithmetic for one in findings if one.arithmetic)),
    )


def _told_once(weighed: Iterable[_Weighed]) -> Iterator[_Weighed]:
    """Tell findings of the same words as one with all places: a form that repeats the text repeats its faults."""
    alike: dict[tuple[str, str, str], list[_Weighed]] = defaultdict(list)
    for one in weighed:
        alike[one.finding.rule, one.finding.message, one.finding.arithmetic].append(one)
    for group in alike.values():
        if len(group) == 1 and len(group[0].finding.places) == 1:
            yield group[0]
            continue
        places = _each_once(place for one in group for place in one.finding.places)
        yield _Weighed(
            replace(group[0].finding, places=places),
            max(one.relations for one in group),
            max(one.amount for one in group),
        )


def _each_once(them: Iterable[_One]) -> tuple[_One, ...]:
    return tuple(dict.fromkeys(them))


def _amount(claim: Claim) -> int:
    """Give the largest sum of money in a claim in whole 元, 0 if it is about something else."""
    quantities = (term.quantity for term in claim.terms)
    return max((int(abs(one.value)) for one in quantities if one and one.kind is Kind.MONEY), default=0)
