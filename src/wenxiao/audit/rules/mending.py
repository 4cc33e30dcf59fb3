"""What would put a failing claim right: the one figure, written otherwise, with which it holds."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from wenxiao.audit.claims import Claim
from wenxiao.audit.relations.slipped.slips import Slip, slip_of
from wenxiao.quantity import format_quantity

_MOST_LUCK = Fraction(1, 10)
"""A slip that chance offers more often helps nobody to find the wrong figure."""


def mending_of(claim: Claim) -> str:
    """Tell which figure of a claim, put right, would make it hold; "" if no slip of the pen explains it well."""
    slip = slip_of(claim)
    return told(slip) if slip and slip.meant is not None and slip.luck <= _MOST_LUCK else ""


def told(slip: Slip) -> str:
    """Tell what a figure should be, or that the words for the direction should be turned."""
    stated = slip.term.quantity
    if stated is None or slip.meant is None:
        return "如果增减的方向写反了，改过来就相符。"
    meant = replace(stated, value=slip.meant, low=slip.meant, high=slip.meant, written="")
    return f"例如“{stated.written}”如果应为“{format_quantity(meant)}”，就相符。"
