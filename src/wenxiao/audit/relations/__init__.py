"""Claims a document makes: relations its text or tables state or imply between figures."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.model import Reading
from wenxiao.audit.relations.mentions.mentions import claims_between_mentions
from wenxiao.audit.relations.prose import claims_in_prose
from wenxiao.audit.relations.tables.across_tables import claims_across_tables
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.audit.relations.tables.text_table import claims_between_text_and_tables
from wenxiao.documents.model import Document

_UNORDERED = frozenset({ClaimKind.SUM, ClaimKind.PRODUCT})


def claims_of(reading: Reading) -> tuple[Claim, ...]:
    """Give every claim of a document once: of its prose, in and across its tables, between both, between mentions."""
    claims = [
        *claims_in_prose(reading),
        *claims_in_tables(reading),
        *claims_across_tables(reading),
        *claims_between_text_and_tables(reading),
        *claims_between_mentions(reading),
    ]
    return without_duplicates(claim for claim in claims if not _is_reprinted(claim, reading.document))


def _is_reprinted(claim: Claim, document: Document) -> bool:
    """Tell whether a claim stands in a second print of a page: nothing new is claimed there."""
    figures = [term.figure for term in claim.terms if term.figure]
    return any(start <= figure.start < end for start, end in document.repeats for figure in figures)


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
