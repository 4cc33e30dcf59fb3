"""One cause, one finding: failing claims that share a wrong figure are told together.

The figure most failing claims share, and fewest holding ones, is taken to be the wrong one: a broken total
fails in its own sum, in the share made from it and in the table that repeats it, and is still one mistake.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wenxiao.audit.claims import Claim
from wenxiao.audit.figures.model import Figure
from wenxiao.audit.manuscript import Judged
from wenxiao.finding import Verdict

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cause:
    """A figure that is probably wrong, and the numbers of the failing claims it explains."""

    culprit: Figure
    failing: tuple[int, ...]


def causes_of(failing: Sequence[Claim], judged: Iterable[Judged]) -> tuple[Cause, ...]:
    """Group failing claims by the figure that is probably wrong; each claim is in exactly one group.

    Claims without figures (none of a document are) stay out.
    """
    members: dict[Span, list[int]] = defaultdict(list)
    figures: dict[Span, Figure] = {}
    for number, claim in enumerate(failing):
        for figure in dict.fromkeys(_figures(claim)):
            members[_span(figure)].append(number)
            figures.setdefault(_span(figure), figure)
    holding = _holding_counts(judged) if len(members) > 1 else {}
    # The result of a claim is suspected before its operands, so it keeps its first place among equals.
    suspects = sorted(members, key=lambda span: (-len(members[span]), holding.get(span, 0)))
    taken: set[int] = set()
    causes = []
    for span in suspects:
        explained = tuple(number for number in members[span] if number not in taken)
        if explained:
            taken.update(explained)
            causes.append(Cause(figures[span], explained))
    return tuple(causes)


def _holding_counts(judged: Iterable[Judged]) -> Counter[Span]:
    holding = (one.claim for one in judged if one.judgement.verdict is Verdict.PASS)
    return Counter(_span(figure) for claim in holding for figure in _figures(claim))


def _figures(claim: Claim) -> list[Figure]:
    return [term.figure for term in claim.terms if term.figure]


def _span(figure: Figure) -> Span:
    return figure.start, figure.end
