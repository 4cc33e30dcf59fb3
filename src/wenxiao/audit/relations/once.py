"""Telling each claim once: several ways of reading may come to the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from wenxiao.audit.claims import Claim, ClaimKind

_UNORDERED = frozenset({ClaimKind.SUM, ClaimKind.PRODUCT})


def without_duplicates(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Keep the first of the claims that say the same of the same figures."""
    kept: dict[Hashable, Claim] = {}
    for claim in claims:
        kept.setdefault(_identity(claim), claim)
    return tuple(kept.values())


def _identity(claim: Claim) -> Hashable:
    """Give what makes two claims one; a term that stands nowhere in the text makes a claim its own."""
    figures = [term.figure for term in claim.terms if term.figure]
    if len(figures) < len(claim.terms):
        return id(claim)
    result, *operands = [(figure.start, figure.end) for figure in figures]
    if claim.kind is ClaimKind.EQUAL:
        return claim.kind, frozenset([result, *operands])
    if claim.kind in _UNORDERED:
        return claim.kind, result, frozenset(operands)
    kind = ClaimKind.RATE if claim.kind is ClaimKind.SHARE else claim.kind
    return kind, claim.relation, result, tuple(operands)
