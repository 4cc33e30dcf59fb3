"""Claims a document makes: relations its text or tables state or imply between figures."""

from __future__ import annotations

from wenxiao.audit.claims import Claim
from wenxiao.audit.figures.model import Reading
from wenxiao.audit.relations.lines import lines_of
from wenxiao.audit.relations.mentions.mentions import claims_between_mentions
from wenxiao.audit.relations.once import without_duplicates
from wenxiao.audit.relations.prose import claims_in_prose
from wenxiao.audit.relations.proven.proven import proven_claims
from wenxiao.audit.relations.tables.across_tables import claims_across_tables
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.audit.relations.tables.text_table import claims_between_text_and_tables
from wenxiao.documents.model import Document


def claims_of(reading: Reading) -> tuple[Claim, ...]:
    """Give every claim of a document once: of its prose, in and across its tables, between both, between mentions.

    What none of them explains is proven by its figures, if it can be.
    """
    lines = lines_of(reading)
    claims = [
        *claims_in_prose(lines),
        *claims_in_tables(reading),
        *claims_across_tables(reading),
        *claims_between_text_and_tables(reading),
        *claims_between_mentions(reading),
    ]
    claims += list(proven_claims(reading, lines, claims))
    if reading.document.repeats:
        claims = [claim for claim in claims if not _is_reprinted(claim, reading.document)]
    return without_duplicates(claims)


def _is_reprinted(claim: Claim, document: Document) -> bool:
    """Tell whether a claim stands in a second print of a page: nothing new is claimed there."""
    figures = [term.figure for term in claim.terms if term.figure]
    return any(start <= figure.start < end for start, end in document.repeats for figure in figures)
