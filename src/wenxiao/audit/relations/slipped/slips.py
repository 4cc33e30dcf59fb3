"""The slip of the pen that parts a relation from holding, and how likely it is that one is found by chance."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from wenxiao.audit.claims import Claim, ClaimKind, Term, judge
from wenxiao.audit.precision import printed_step
from wenxiao.audit.relations.proven.chance import MAGNITUDES
from wenxiao.audit.relations.slipped.pens import Pen, as_decimal, pen_of
from wenxiao.audit.relations.slipped.roots import spans_of
from wenxiao.finding import Verdict

_ALL, _BOTH_WAYS = 100, 2


class Slip(NamedTuple):
    """The figure that is wrong, the value it was meant to have, and how often chance would offer such a slip.

    Where not a figure but the word is wrong that says which way it goes, no value is ``meant``.
    """

    term: Term
    meant: Decimal | None
    luck: Fraction


def slip_of(claim: Claim) -> Slip | None:
    """Give the slip that, put right, makes a failing claim hold; None if no single one does."""
    return _turned(claim) or _miswritten(claim)


def _miswritten(claim: Claim) -> Slip | None:
    """Give the first figure of a claim that, written otherwise, makes it hold."""
    asked = [
        (term, pen, span)
        for term, span in zip(claim.terms, spans_of(claim), strict=False)
        if span.low > 0 and (pen := _pen_of(term)) is not None
    ]
    found = next(((term, value) for term, pen, span in asked if (value := pen.meant(span)) is not None), None)
    if found is None:
        return None
    term, meant = found
    return Slip(term, as_decimal(meant), sum((pen.luck(span) for _, pen, span in asked), Fraction(0)))


def _pen_of(term: Term) -> Pen | None:
    return pen_of(term.quantity) if term.quantity is not None and term.quantity.is_exact else None


def _turned(claim: Claim) -> Slip | None:
    """Tell whether a change or a growth holds the other way round."""
    stated = claim.result.quantity
    if claim.kind is ClaimKind.GROWTH:
        turned, among = replace(claim, direction=claim.direction.opposite), MAGNITUDES
    elif claim.kind is ClaimKind.DIFFERENCE:
        turned, among = replace(claim, operands=claim.operands[::-1]), 1
    else:
        return None
    if stated is None or stated.value <= 0 or judge(turned).verdict is not Verdict.PASS:
        return None
    step, size = Fraction(printed_step(stated) or 1), min(Fraction(stated.value), Fraction(_ALL))
    return Slip(claim.result, None, _BOTH_WAYS * step / (among * size))
