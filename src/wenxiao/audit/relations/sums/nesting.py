"""Parts of parts: what sums that are known make of other amounts, and so no part beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.relations.sums.candidates import Candidate, Row


class Nesting:
    """The wholes of each amount in the sums and differences that are known, found by where it starts."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Take the sums and differences among some claims."""
        self._wholes: dict[int, set[int]] = defaultdict(set)
        for one in claims:
            self.add(one)

    def add(self, claim: Claim) -> None:
        """Remember a claim; what comes of amounts with their signs (净增) has no parts."""
        if any(term.quantity is not None and term.quantity.value < 0 for term in claim.terms):
            return
        terms = [term.figure.start for term in claim.terms if term.figure]
        if claim.kind is ClaimKind.SUM:
            whole, *parts = terms
        elif claim.kind is ClaimKind.DIFFERENCE:
            rest, whole, *parts = terms
            parts.append(rest)
        else:
            return
        for part in parts:
            self._wholes[part].add(whole)

    def outermost(self, row: Row, near: Row) -> list[Candidate]:
        """Give the amounts of a row without the parts of others near by."""
        starts = {one.start for one in near}
        return [one for one in row if starts.isdisjoint(self._wholes.get(one.start, ()))]
