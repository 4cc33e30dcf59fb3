"""What a document states of the facts of a package, as claims: the figure equals the fact.

Where the words fit several facts, the figure is claimed to be the one it agrees with. It is claimed to be a
fact it differs from only if it can be no other, so that a wrong reading never accuses anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from wenxiao.audit.claims import Claim, ClaimKind, Term, judge
from wenxiao.audit.figures.model import Figure, Reading
from wenxiao.audit.manuscript import Judged
from wenxiao.audit.recorded.index import Entry, index_of
from wenxiao.audit.recorded.naming import Naming
from wenxiao.audit.recorded.prose import named_in_prose
from wenxiao.audit.recorded.tables import named_in_tables
from wenxiao.fact import FactTable
from wenxiao.finding import Verdict
from wenxiao.place import CellPlace
from wenxiao.quantity import Kind, Quantity, exact, same_measure

_SCALES = ("元", "万元", "亿元")
_FARTHEST = 10


def judged_by_data(reading: Reading, facts: FactTable) -> tuple[Judged, ...]:
    """Judge each figure that names a fact against that fact, in the order of the text."""
    index = index_of(facts)
    namings = (*named_in_prose(reading, index), *named_in_tables(reading, index))
    judged = {naming.figure.start: one for naming in namings for one in _judged(naming)}
    return tuple(one for _, one in sorted(judged.items()))


def _judged(naming: Naming) -> Iterator[Judged]:
    claims = [claim for entry in naming.entries for claim in _claims(naming.figure, entry)]
    results = [Judged(claim, judge(claim)) for claim in claims]
    agreeing = [one for one in results if one.judgement.verdict is Verdict.PASS]
    differing = [one for one in results if one.judgement.verdict is Verdict.FAIL]
    if agreeing:
        yield agreeing[0]
    elif naming.is_certain and len(naming.entries) == 1:
        yield from differing


def _claims(figure: Figure, entry: Entry) -> Iterator[Claim]:
    stated = _stated(figure, entry.quantity)
    if stated is not None:
        result = Term("", figure.label or entry.fact.title, _nominal(stated, entry), figure=figure)
        cells = tuple(place for place in entry.fact.sources if isinstance(place, CellPlace))
        recorded = Term(entry.fact.key, entry.fact.title, _exactly(_nominal(entry.quantity, entry)), cells)
        yield Claim(ClaimKind.EQUAL, entry.fact.title, result, (recorded,))


def _stated(figure: Figure, recorded: Quantity) -> Quantity | None:
    """Give a figure in the measure of a fact; a bare number is read in the unit that brings it near."""
    quantity = figure.quantity
    if quantity is None or same_measure(quantity, recorded):
        return quantity
    if quantity.unit or quantity.kind is not Kind.NUMBER or not quantity.is_exact:
        return None
    units = _SCALES if recorded.kind is Kind.MONEY else (recorded.unit,)
    read = (replace(exact(quantity.value, unit), written=quantity.written) for unit in units)
    return next((one for one in read if _is_near(one.value, recorded.value)), None)


def _is_near(one: Decimal, other: Decimal) -> bool:
    return one == other or 0 < one <= other * _FARTHEST <= one * _FARTHEST**2


def _nominal(quantity: Quantity, entry: Entry) -> Quantity:
    """Take a target at its nominal value: ≥3 and 3 are one target."""
    if entry.suffix != "目标值":
        return quantity
    return replace(quantity, low=quantity.value, high=quantity.value)


def _exactly(quantity: Quantity) -> Quantity:
    """Take what is recorded exactly as it is: the report may round it, it is not rounded itself."""
    return replace(quantity, written="") if quantity.is_exact else quantity
