"""Where each figure of a relation must lie, the others as printed, for the relation to hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from types import MappingProxyType

from wenxiao.audit.claims import Claim, ClaimKind, Direction, GrowthForm
from wenxiao.audit.precision import printed_step
from wenxiao.audit.relations.slipped.pens import Span
from wenxiao.digits import EXACT
from wenxiao.quantity import Quantity

_ALL = 100
_FACTORS = 2


def spans_of(claim: Claim) -> Sequence[Span]:
    """Give a span for each term of a claim, the result's first; none if it is no equation of exact figures above zero."""
    quantities = [term.quantity for term in claim.terms if term.quantity and term.quantity.is_exact]
    is_plain = claim.kind is ClaimKind.GROWTH or claim.form is GrowthForm.CURRENT_PREVIOUS
    if len(quantities) < len(claim.terms) or not is_plain:
        return ()
    if claim.kind in _ADDED:
        return tuple(_ADDED[claim.kind](quantities))
    if any(one.value <= 0 for one in quantities) or _rounded(quantities[0]).low <= 0:
        return ()
    if claim.kind is ClaimKind.GROWTH:
        return tuple(_GROWTHS[claim.form](quantities, 1 if claim.direction is Direction.UP else -1))
    find = _SPANS.get(claim.kind)
    return tuple(find(quantities)) if find else ()


def _of_sum(quantities: Sequence[Quantity]) -> Iterator[Span]:
    """Whole = Σ parts, to the last digit."""
    whole, *parts = (one.value for one in quantities)
    reached = reduce(EXACT.add, parts)
    missing = EXACT.subtract(whole, reached)
    yield from map(_at, (reached, *(EXACT.add(part, missing) for part in parts)))


def _of_difference(quantities: Sequence[Quantity]) -> Iterator[Span]:
    """Rest = first - others, to the last digit."""
    rest, first, *others = (one.value for one in quantities)
    left = reduce(EXACT.subtract, others, first)
    missing = EXACT.subtract(left, rest)
    yield from map(
        _at, (left, EXACT.subtract(first, missing), *(EXACT.add(other, missing) for other in others))
    )


def _at(value: Decimal) -> Span:
    exactly = Fraction(value)
    return Span(exactly, exactly)


def _of_ratio(quantities: Sequence[Quantity]) -> Iterator[Span]:
    """Percentage = parts / whole, rounded as printed."""
    *parts, whole = (Fraction(one.value) for one in quantities[1:])
    low, high = _rounded(quantities[0])
    part = sum(parts)
    yield _around(part * _ALL / whole, quantities[0])
    for one in parts:
        others = part - one
        yield Span(low * whole / _ALL - others, high * whole / _ALL - others)
    yield Span(part * _ALL / high, part * _ALL / low)


def _of_product(quantities: Sequence[Quantity]) -> Iterator[Span]:
    """Total = what falls to each, rounded as printed, × how many; one of three factors is not looked for."""
    if len(quantities) > _FACTORS + 1:
        return
    total, _, count = (Fraction(one.value) for one in quantities)
    low, high = _rounded(quantities[1])
    yield Span(low * count, high * count)
    yield _around(total / count, quantities[1])
    if low > 0:
        yield Span(total / high, total / low)


def _of_growth(quantities: Sequence[Quantity], sign: int) -> Iterator[Span]:
    """Percentage = ± (current - previous) / previous."""
    current, previous = (Fraction(one.value) for one in quantities[1:])
    low, high = sorted(1 + sign * end / _ALL for end in _rounded(quantities[0]))
    yield _around(sign * (current - previous) * _ALL / previous, quantities[0])
    yield Span(previous * low, previous * high)
    if low > 0:
        yield Span(current / high, current / low)


def _of_change(quantities: Sequence[Quantity], sign: int) -> Iterator[Span]:
    """Percentage = change / (current ∓ change)."""
    current, change = (Fraction(one.value) for one in quantities[1:])
    low, high = (end / _ALL for end in _rounded(quantities[0]))
    base = current - sign * change
    if base > 0:
        yield _around(change * _ALL / base, quantities[0])
        yield Span(*sorted((change / high + sign * change, change / low + sign * change)))
        yield Span(*sorted((current * low / (1 + sign * low), current * high / (1 + sign * high))))


def _of_change_over_base(quantities: Sequence[Quantity], _sign: int) -> Iterator[Span]:
    """Percentage = change / previous."""
    percent, previous, change = quantities
    stated, part, whole = _of_ratio((percent, change, previous))
    yield from (stated, whole, part)


def _rounded(quantity: Quantity) -> Span:
    return _around(Fraction(quantity.value), quantity)


def _around(value: Fraction, printed: Quantity) -> Span:
    half = Fraction(printed_step(printed) or 0) / 2
    return Span(value - half, value + half)


_ADDED: Mapping[ClaimKind, Callable[[Sequence[Quantity]], Iterator[Span]]] = MappingProxyType(
    {ClaimKind.SUM: _of_sum, ClaimKind.DIFFERENCE: _of_difference}
)
_SPANS: Mapping[ClaimKind, Callable[[Sequence[Quantity]], Iterator[Span]]] = MappingProxyType(
    {
        ClaimKind.SHARE: _of_ratio,
        ClaimKind.RATE: _of_ratio,
        ClaimKind.PRODUCT: _of_product,
    }
)
_GROWTHS: Mapping[GrowthForm, Callable[[Sequence[Quantity], int], Iterator[Span]]] = MappingProxyType(
    {
        GrowthForm.CURRENT_PREVIOUS: _of_growth,
        GrowthForm.CURRENT_DELTA: _of_change,
        GrowthForm.PREVIOUS_DELTA: _of_change_over_base,
    }
)
