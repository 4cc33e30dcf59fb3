"""A document under audit: what was read in it and what it claims, each claim judged."""

from __future__ import annotations

from dataclasses import dataclass

from wenxiao.audit.claims import Claim, Judgement
from wenxiao.audit.figures.model import Reading
from wenxiao.documents.model import Document


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim and what came of it."""

    claim: Claim
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What the rules for documents look at."""

    reading: Reading
    judged: tuple[Judged, ...]

    @property
    def document(self) -> Document:
        """Give the document that was read."""
        return self.reading.document
