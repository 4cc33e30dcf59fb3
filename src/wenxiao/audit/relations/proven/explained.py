"""What claims explain already: nothing is proven twice, nor turned round."""

from __future__ import annotations

from collections.abc import Iterable

from wenxiao.audit.claims import Claim, ClaimKind, GrowthForm, Term
from wenxiao.audit.kinds import PERCENTAGES

_SUMS = frozenset({ClaimKind.SUM, ClaimKind.DIFFERENCE})


class Explained:
    """The outcomes of claims by kind, and the figures that stand in one sum or difference."""

    def __init__(self, claims: Iterable[Claim], changes: frozenset[int]) -> None:
        """Remember claims; ``changes`` is where the amounts start that tell a change."""
        self._changes = changes
        self._outcomes: set[tuple[ClaimKind, int]] = set()
        self._sums: dict[int, list[frozenset[int]]] = {}
        for one in claims:
            self.add(one)

    def add(self, claim: Claim) -> None:
        """Remember a claim."""
        kind = self._kind_of(claim)
        outcomes = claim.terms if kind is ClaimKind.PRODUCT else (claim.result,)
        self._outcomes.update((kind, term.figure.start) for term in outcomes if term.figure)
        if kind in _SUMS:
            places = _places(claim)
            for place in places:
                self._sums.setdefault(place, []).append(places)

    def has(self, kind: ClaimKind, start: int) -> bool:
        """Tell whether the figure that starts there is the outcome of a claim of a kind."""
        return (kind, start) in self._outcomes

    def tells(self, claim: Claim) -> bool:
        """Tell whether all figures of a claim, or all parts of a sum, stand in a sum or difference that is known."""
        places = _places(claim)
        if claim.kind is ClaimKind.SUM and claim.result.figure:
            places -= {claim.result.figure.start}
        return any(places <= known for known in self._sums.get(min(places), ()))

    def binds(self, claim: Claim) -> bool:
        """Tell whether a sum or difference that is known binds the result of such a claim, or all its operands."""
        if claim.kind not in _SUMS or claim.result.figure is None:
            return False
        result, operands = claim.result.figure.start, _starts(claim.operands)
        by_result = any(operands & known for known in self._sums.get(result, ()))
        return by_result or any(operands <= known for known in self._sums.get(min(operands), ()))

    def _kind_of(self, claim: Claim) -> ClaimKind:
        """Give the kind under which an outcome is explained.

        It is RATE for all percentages but growths over a base, of which one may be told beside the change, and SUM
        for a change that others add up to: what it is the difference of may be told too.
        """
        if claim.kind is ClaimKind.GROWTH and claim.form is GrowthForm.CURRENT_PREVIOUS:
            return ClaimKind.GROWTH
        if claim.kind is ClaimKind.DIFFERENCE and _starts(claim.operands) <= self._changes:
            return ClaimKind.SUM
        return ClaimKind.RATE if claim.kind in PERCENTAGES else claim.kind


def _places(claim: Claim) -> frozenset[int]:
    return _starts(claim.terms)


def _starts(terms: Iterable[Term]) -> frozenset[int]:
    return frozenset(term.figure.start for term in terms if term.figure)
