"""A document under audit: what was read in it and what it claims, each claim judged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from wenxiao.audit.claims import Claim, Judgement
from wenxiao.audit.figures.model import Reading
from wenxiao.audit.indicators import Indicator, indicators_of
from wenxiao.audit.outline import Outline, outline_of
from wenxiao.audit.relations.slipped.forms import Suspicion
from wenxiao.documents.model import Document
from wenxiao.finding import Verdict


class Judged(NamedTuple):
    """A claim and what came of it."""

    claim: Claim
    judgement: Judgement


@dataclass(frozen=True)
class Manuscript:
    """What the rules for documents look at.

    ``judged`` are the claims the document makes. ``by_data`` are those that the data of its department make of
    its figures, None if it is not audited against any: the one operand of each is a recorded fact. ``suspicions``
    are what it may have been meant to claim but for one slip of the pen.
    """

    reading: Reading
    judged: tuple[Judged, ...]
    by_data: tuple[Judged, ...] | None = None
    suspicions: tuple[Suspicion, ...] = ()

    @property
    def all_judged(self) -> tuple[Judged, ...]:
        """Give the claims of the document and those of the data."""
        return (*self.judged, *(self.by_data or ()))

    @property
    def document(self) -> Document:
        """Give the document that was read."""
        return self.reading.document

    @cached_property
    def failing(self) -> tuple[Judged, ...]:
        """Give the claims of the document that do not hold."""
        return tuple(one for one in self.judged if one.judgement.verdict is Verdict.FAIL)

    @cached_property
    def outline(self) -> Outline:
        """Give the title of the document and its parts."""
        return outline_of(self.document)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """Give the rows of its performance forms."""
        return indicators_of(self.reading.grids)
