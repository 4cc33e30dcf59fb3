"""The forms in which relations are told, each with how far chance may go before a slip is taken for the truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.relations.slipped.pens import pen_of
from wenxiao.audit.relations.slipped.slips import Slip, slip_of
from wenxiao.finding import Verdict

_DIRECTED = frozenset({ClaimKind.GROWTH, ClaimKind.DIFFERENCE})
_FEWEST_WAYS = 5
"""A number can be miswritten in so many ways for each of its digits, and more."""


class Form(NamedTuple):
    """How often chance may offer a slip that is called an error (``certain``), and one worth a look (``likely``).

    The plainer the form says that its figures belong together, the more chance may do.
    """

    certain: Fraction
    likely: Fraction


class Reading(NamedTuple):
    """A relation that figures may have been meant to have, and how many were tried in this form before it."""

    claim: Claim
    form: Form
    tried: int


class Suspicion(NamedTuple):
    """A relation that fails by one slip; ``is_certain`` tells that its form leaves no other reading."""

    claim: Claim
    slip: Slip
    is_certain: bool


def first_suspicion(readings: Iterable[Reading]) -> Suspicion | None:
    """Give the first reading that one slip explains where chance would hardly offer it."""
    return next(_suspicions(readings), None)


def _suspicions(readings: Iterable[Reading]) -> Iterator[Suspicion]:
    for reading in filter(_may_tell, readings):
        slip = slip_of(reading.claim) if judge(reading.claim).verdict is Verdict.FAIL else None
        luck = slip.luck * reading.tried if slip else None
        if slip and luck is not None and luck <= reading.form.likely:
            yield Suspicion(reading.claim, slip, luck <= reading.form.certain)


def _may_tell(reading: Reading) -> bool:
    """Tell whether the result has digits enough to make any slip of it telling: of most readings nothing else is asked.

    A direction turned round is told from few digits.
    """
    stated = reading.claim.result.quantity
    if reading.claim.kind in _DIRECTED or stated is None:
        return stated is not None
    pen = pen_of(stated)
    return pen is not None and _FEWEST_WAYS * pen.length * reading.tried <= reading.form.likely * pen.digits
