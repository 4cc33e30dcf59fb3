"""Claims a document makes: relations its text or tables state or imply between figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wenxiao.audit.claims import Claim
from wenxiao.audit.figures.model import Reading
from wenxiao.audit.relations.lines import lines_of
from wenxiao.audit.relations.mentions.mentions import claims_between_mentions
from wenxiao.audit.relations.once import without_duplicates
from wenxiao.audit.relations.prose import claims_in_prose
from wenxiao.audit.relations.proven.known import known_of
from wenxiao.audit.relations.proven.proven import proven_claims
from wenxiao.audit.relations.slipped.forms import Suspicion
from wenxiao.audit.relations.slipped.slipped import slipped_in
from wenxiao.audit.relations.tables.across_tables import claims_across_tables
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.audit.relations.tables.text_table import claims_between_text_and_tables


class Relations(NamedTuple):
    """The claims of a document, and what it may have been meant to claim but for one slip of the pen."""

    claims: tuple[Claim, ...]
    suspicions: tuple[Suspicion, ...]


def relations_of(reading: Reading) -> Relations:
    """Give every claim of a document once: of its prose, in and across its tables, between both, between mentions.

    What none of them explains is proven by its figures, if it can be, or broken by one slip of the pen.
    """
    lines = lines_of(reading)
    claims = [
        *claims_in_prose(lines),
        *claims_in_tables(reading),
        *claims_across_tables(reading),
        *claims_between_text_and_tables(reading),
        *claims_between_mentions(reading),
    ]
    known = known_of(reading, lines, claims)
    claims += list(proven_claims(known))
    slipped = list(slipped_in(known))
    claims += [one.claim for one in slipped if one.is_certain]
    repeats = reading.document.repeats
    claims = [claim for claim in claims if not _is_reprinted(claim, repeats)]
    suspicions = (one for one in slipped if not one.is_certain and not _is_reprinted(one.claim, repeats))
    return Relations(without_duplicates(claims), tuple(suspicions))


def _is_reprinted(claim: Claim, repeats: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a claim stands in a second print of a page: nothing new is claimed there."""
    figures = [term.figure for term in claim.terms if term.figure]
    return any(start <= figure.start < end for start, end in repeats for figure in figures)
