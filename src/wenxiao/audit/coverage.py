"""How much of a document was checked: an audit that checked nothing must not look like a pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from wenxiao.audit.figures.model import Figure
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.finding import Verdict
from wenxiao.quantity import round_half_up

VERDICT_WORDS = {Verdict.PASS: "holds", Verdict.FAIL: "fails", Verdict.NOT_ASSESSABLE: "unassessable"}
"""The verdicts on a claim as JSON names them."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read and what was checked.

    ``counted`` are the figures one can calculate with; each is ``verified`` (it stands in a claim that
    holds and in none that fails), ``failing`` or unchecked. ``claims`` counts by verdict, ``kinds`` by kind.
    ``by_data`` counts the figures that agree with the data and those that differ, None if there were no data.
    """

    characters: int
    figures: int
    counted: int
    verified: int
    failing: int
    claims: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    by_data: tuple[int, int] | None = None

    @property
    def unchecked(self) -> int:
        """Count the figures no claim could confirm or refute."""
        return self.counted - self.verified - self.failing

    @property
    def is_empty(self) -> bool:
        """Tell whether no statement about figures could be judged at all."""
        is_judged = any(count for name, count in self.claims if name != "unassessable")
        return not is_judged and not any(self.by_data or ())

    @property
    def status(self) -> str:
        """Say in one word whether anything was checked: ``checked``, ``nothing-read``, ``nothing-checked``."""
        if not self.figures:
            return "nothing-read"
        return "nothing-checked" if self.is_empty else "checked"

    @property
    def share(self) -> str:
        """Give the checked share of the counted figures in percent, "" if there is none."""
        if not self.counted:
            return ""
        checked = 100 * (self.verified + self.failing)
        return str(round_half_up(Fraction(checked, self.counted), 1))

    def as_json(self) -> dict[str, Any]:
        """Give all counts, and the share of counted figures that were checked as a decimal string."""
        return {
            "status": self.status,
            "characters": self.characters,
            "figures": self.figures,
            "counted": self.counted,
            "verified": self.verified,
            "failing": self.failing,
            "unchecked": self.unchecked,
            "checked_percent": self.share,
            "claims": dict(self.claims),
            "kinds": dict(self.kinds),
            **self._data_as_json(),
        }

    def _data_as_json(self) -> dict[str, Any]:
        if self.by_data is None:
            return {}
        matching, differing = self.by_data
        return {"data": {"stated": matching + differing, "matching": matching, "differing": differing}}


def coverage_of(manuscript: Manuscript) -> Coverage:
    """Count what was read and checked in a manuscript."""
    holding = spans_with(manuscript.all_judged, Verdict.PASS)
    failing = spans_with(manuscript.all_judged, Verdict.FAIL)
    counted = {_span(figure) for figure in manuscript.reading.figures if figure.is_counted}
    verdicts = Counter(VERDICT_WORDS[one.judgement.verdict] for one in manuscript.judged)
    kinds = Counter(one.claim.kind.value for one in manuscript.judged)
    return Coverage(
        len(manuscript.document.text),
        len(manuscript.reading.figures),
        len(counted),
        len(counted & holding - failing),
        len(counted & failing),
        tuple((word, verdicts[word]) for word in VERDICT_WORDS.values()),
        tuple(sorted(kinds.items())),
        None if manuscript.by_data is None else _by_data(manuscript.by_data),
    )


def _by_data(judged: Iterable[Judged]) -> tuple[int, int]:
    verdicts = Counter(one.judgement.verdict for one in judged)
    return verdicts[Verdict.PASS], verdicts[Verdict.FAIL]


def spans_with(judged: Iterable[Judged], verdict: Verdict) -> set[Span]:
    """Give the ranges of all figures in claims of a verdict."""
    terms = (term for one in judged if one.judgement.verdict is verdict for term in one.claim.terms)
    return {_span(term.figure) for term in terms if term.figure}


def _span(figure: Figure) -> Span:
    return figure.start, figure.end
