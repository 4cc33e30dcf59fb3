"""The parts that sums claim already: what says no more than they do is not claimed again."""

from __future__ import annotations

from collections.abc import Iterable

from wenxiao.audit.claims import Claim, ClaimKind


class Claimed:
    """The parts of the sums among some claims, found by where one of them starts."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Take the sums among some claims."""
        self._parts: dict[int, list[frozenset[int]]] = {}
        for one in claims:
            if one.kind is ClaimKind.SUM:
                self.add(_starts(one))

    def add(self, parts: frozenset[int]) -> None:
        """Remember the parts of a sum, told by where they start."""
        for start in parts:
            self._parts.setdefault(start, []).append(parts)

    def covers(self, claim: Claim) -> bool:
        """Tell whether all parts of a claim are parts of one sum already, with nothing or with more beside them."""
        starts = _starts(claim)
        return any(starts <= parts for parts in self._parts.get(min(starts, default=-1), ()))


def _starts(claim: Claim) -> frozenset[int]:
    return frozenset(term.figure.start for term in claim.operands if term.figure)
