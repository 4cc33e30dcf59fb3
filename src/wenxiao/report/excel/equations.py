"""An identity as formulas: its two sides, their difference, the verdict; each with the value it gives.

Amounts stand in 万元 and are compared to the fen. The verdict is that of the audit's own judgement wherever
every figure is a number; where one is not, it is 无法核对.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from wenxiao.audit.claims import Claim, ClaimKind, Relation, Term
from wenxiao.audit.identities import Identity
from wenxiao.audit.precision import MONEY_DIGITS, half_last_digit, half_last_digits
from wenxiao.quantity import Kind, round_half_up, same_measure
from wenxiao.report.excel.homes import Homes
from wenxiao.report.excel.values import as_cell_number, number_of

AGREES, ROUNDING, DIFFERS, UNKNOWN = "相符", "尾差", "不符", "无法核对"

_NO_NUMBER, _NO_DIVISOR, _OTHER_UNIT = "缺数", "除数为0", "单位不同"
_DIGITS = 6  # a fen in 万元; what lies beyond in a binary sum is noise
_MOST_CHARACTERS = 3_500  # a formula holds 8192, and each reference stands in it twice
_STANDS: dict[Relation, tuple[str, Callable[[Decimal], bool]]] = {
    Relation.AT_MOST: ("<=", lambda difference: difference <= 0),
    Relation.AT_LEAST: (">=", lambda difference: difference >= 0),
    Relation.LESS: ("<", lambda difference: difference < 0),
    Relation.MORE: (">", lambda difference: difference > 0),
    Relation.SAME: ("=", lambda difference: difference == 0),
}
_WITH_ROUNDING = frozenset({ClaimKind.SUM, ClaimKind.DIFFERENCE, ClaimKind.EQUAL})


@dataclass(frozen=True, slots=True)
class Check:
    """An identity with the fact keys of its terms, the result's first; a constant has none ("")."""

    identity: Identity
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an identity: its formula, and the number or the words it gives."""

    formula: str
    value: Decimal | str

    @property
    def number(self) -> Decimal | None:
        """Give the number, None if it is words."""
        return self.value if isinstance(self.value, Decimal) else None


def sides(check: Check, places: Homes) -> tuple[Side, Side]:
    """Give both sides of an identity, as formulas over the homes of its figures."""
    claim = check.identity.claim
    if not _one_unit(claim):
        other = Side(f'"{_OTHER_UNIT}"', _OTHER_UNIT)
        return other, other
    references, numbers = _references(check, places), [_number(*pair, places) for pair in _pairs(check)]
    left = _guarded(references[:1], numbers[:1], references[0], numbers[0])
    right = _guarded(references[1:], numbers[1:], *_combined(claim.kind, references[1:], numbers[1:]))
    return left, right


def _one_unit(claim: Claim) -> bool:
    """Tell whether the known terms measure the same; the rate of a ratio is no part of it."""
    compared = claim.operands if claim.kind is ClaimKind.RATE else claim.terms
    known = [term.quantity for term in compared if term.quantity is not None]
    return all(same_measure(known[0], other) for other in known[1:])


def _pairs(check: Check) -> Iterator[tuple[str, Term]]:
    return zip(check.keys, check.identity.claim.terms, strict=True)


def _references(check: Check, places: Homes) -> list[str]:
    """Refer to the terms by name, or by address where the names are too long together."""
    named = [places.reference(key) if key else _constant(term) for key, term in _pairs(check)]
    if sum(map(len, named)) <= _MOST_CHARACTERS:
        return named
    return [places.homes[key].address if key else _constant(term) for key, term in _pairs(check)]


def _constant(term: Term) -> str:
    number = number_of(term.quantity) if term.quantity else None
    return f"{number:f}" if number is not None else f'"{term.label}"'


def _number(key: str, term: Term, places: Homes) -> Decimal | None:
    if key:
        return places.homes[key].number
    return number_of(term.quantity) if term.quantity else None


def _guarded(
    references: Sequence[str], numbers: Sequence[Decimal | None], formula: str, value: Decimal | str | None
) -> Side:
    """Calculate only when every cell holds a number."""
    counted = f"COUNT({','.join(references)})={len(references)}"
    given = _NO_NUMBER if None in numbers or value is None else value
    return Side(f'IF({counted},{formula},"{_NO_NUMBER}")', given)


def _combined(
    kind: ClaimKind, references: Sequence[str], numbers: Sequence[Decimal | None]
) -> tuple[str, Decimal | str | None]:
    known = [Fraction(number) for number in numbers if number is not None]
    if kind is ClaimKind.RATE:
        above, below = references
        return f'IF({below}=0,"{_NO_DIVISOR}",{above}/{below})', _quotient(known)
    if kind is ClaimKind.DIFFERENCE:
        formula = f"{references[0]}-SUM({','.join(references[1:])})"
        return formula, as_cell_number(known[0] - sum(known[1:])) if known else None
    return f"SUM({','.join(references)})", as_cell_number(sum(known, Fraction(0)))


def _quotient(known: Sequence[Fraction]) -> Decimal | str | None:
    if len(known) < 2:
        return None
    return as_cell_number(known[0] / known[1]) if known[1] else _NO_DIVISOR


def difference(left: Side, right: Side) -> Decimal | None:
    """Give left minus right, to the fen; None unless both are numbers."""
    if left.number is None or right.number is None:
        return None
    return round_half_up(left.number - right.number, _DIGITS).normalize()


def difference_formula(row: int) -> str:
    """Subtract the right side from the left, where both are numbers; ``row`` counts from 0."""
    return f'IF(COUNT(D{row + 1}:E{row + 1})=2,ROUND(D{row + 1}-E{row + 1},{_DIGITS}),"")'


def allowance(claim: Claim) -> Decimal:
    """Give what rounding to the printed decimals can make of the difference, in the unit of the row."""
    if claim.kind not in _WITH_ROUNDING:
        return Decimal(0)
    known = [term.quantity for term in claim.terms if term.quantity is not None]
    alike = claim.kind is not ClaimKind.EQUAL
    each = (
        half_last_digits(known, MONEY_DIGITS)
        if alike
        else tuple(half_last_digit(one, MONEY_DIGITS) for one in known)
    )
    halves = sum(map(Fraction, each), Fraction(0))
    return as_cell_number(halves / 10_000 if known and known[0].kind is Kind.MONEY else halves)


def verdict(claim: Claim, found: Decimal | None) -> str:
    """Judge the difference that was found as the formula does."""
    if found is None:
        return UNKNOWN
    if claim.kind is ClaimKind.COMPARE:
        return AGREES if _STANDS[claim.relation][1](found) else DIFFERS
    if found == 0:
        return AGREES
    return ROUNDING if abs(found) <= allowance(claim) else DIFFERS


def verdict_formula(claim: Claim, row: int) -> str:
    """Judge the difference in column F by the allowance in column H; ``row`` counts from 0."""
    found, allowed = f"F{row + 1}", f"H{row + 1}"
    if claim.kind is ClaimKind.COMPARE:
        judged = f'IF({found}{_STANDS[claim.relation][0]}0,"{AGREES}","{DIFFERS}")'
    else:
        within = f'IF(ABS({found})<={allowed},"{ROUNDING}","{DIFFERS}")'
        judged = f'IF({found}=0,"{AGREES}",{within})'
    return f'IF(COUNT({found})=0,"{UNKNOWN}",{judged})'
