"""The narrow waist: a claim between figures, and the judgement whether it holds.

A claim knows nothing of where its figures come from: a ledger makes claims out of its cells, a document
out of its sentences, and the same judgement serves both. Nothing is rounded on the way: every figure is
the interval of values its author can have meant (half of the last printed digit either way, wider for
近、约、多), and a claim is refuted when those intervals leave no room for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from wenxiao.audit.figures.model import Figure
from wenxiao.audit.interval import Interval, total
from wenxiao.audit.precision import half_last_digit
from wenxiao.audit.working import difference_text, relation_text, working
from wenxiao.finding import Verdict
from wenxiao.place import Place
from wenxiao.quantity import Kind, Quantity, same_measure


class ClaimKind(StrEnum):
    """What is claimed about the result and its operands."""

    SUM = "sum"
    DIFFERENCE = "difference"
    GROWTH = "growth"
    SHARE = "share"
    RATE = "rate"
    PRODUCT = "product"
    EQUAL = "equal"
    TARGET = "target"
    COUNT = "count"
    COMPARE = "compare"


class Relation(StrEnum):
    """How the result of a comparison stands to its operand."""

    AT_MOST = "≤"
    AT_LEAST = "≥"


@dataclass(frozen=True, slots=True)
class Term:
    """A figure in a claim: its fact key, its name for readers, and its cells or passages.

    ``quantity`` None means the figure is missing; ``reason`` may then say why. A term read in a document has
    its ``figure`` instead of places, which are made when a finding needs them.
    """

    key: str
    label: str
    quantity: Quantity | None
    places: tuple[Place, ...] = ()
    reason: str = ""
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement about figures, such as result = Σ operands.

    SUM adds the operands; DIFFERENCE takes the later ones from the first; RATE says the result, in
    percent, is the first over the second; EQUAL and COMPARE have one operand.
    """

    kind: ClaimKind
    subject: str
    result: Term
    operands: tuple[Term, ...]
    relation: Relation = Relation.AT_MOST

    @property
    def terms(self) -> tuple[Term, ...]:
        """Give the result and all operands."""
        return (self.result, *self.operands)

    @property
    def places(self) -> tuple[Place, ...]:
        """Give the places of all terms, the result's first, each once."""
        return tuple(dict.fromkeys(place for term in self.terms for place in term.places))


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of a claim, with the arithmetic and, for exact figures, the difference and its unit.

    ``within_rounding`` marks a pass whose figures differ by rounding only.
    """

    verdict: Verdict
    arithmetic: str = ""
    difference: str = ""
    reason: str = ""
    within_rounding: bool = False


def judge(claim: Claim) -> Judgement:
    """Judge a claim exactly: pass, fail, or not assessable with the reason."""
    reason = _obstacle(claim)
    if reason:
        return Judgement(Verdict.NOT_ASSESSABLE, reason=reason)
    quantities = [term.quantity for term in claim.terms if term.quantity is not None]
    if claim.kind is ClaimKind.COMPARE:
        return _judge_comparison(claim.relation, quantities[0], quantities[1])
    return _judge_equation(claim.kind, quantities[0], quantities[1:])


def bounds(quantity: Quantity) -> Interval:
    """Give the interval a quantity states, without any allowance for rounding."""
    low = None if quantity.low is None else Fraction(quantity.low)
    return Interval(low, None if quantity.high is None else Fraction(quantity.high))


def compare(left: Quantity, relation: Relation, right: Quantity) -> bool | None:
    """Tell whether ``left`` is at most (at least) ``right``; None if their bounds do not decide it."""
    smaller, larger = (left, right) if relation is Relation.AT_MOST else (right, left)
    if smaller.high is not None and larger.low is not None and smaller.high <= larger.low:
        return True
    if smaller.low is not None and larger.high is not None and smaller.low > larger.high:
        return False
    return None


def _obstacle(claim: Claim) -> str:
    missing = [term for term in claim.terms if term.quantity is None]
    if missing:
        return "缺少：" + "、".join(_missing_text(term) for term in missing)
    compared = claim.operands if claim.kind is ClaimKind.RATE else claim.terms
    first, *others = [term for term in compared if term.quantity is not None]
    for other in others:
        if not _comparable(first, other):
            return f"「{first.label}」与「{other.label}」计量单位不同，不能比较"
    if claim.kind is ClaimKind.RATE:
        return _ratio_obstacle(claim)
    return ""


def _ratio_obstacle(claim: Claim) -> str:
    whole = claim.operands[1]
    if whole.quantity is not None and whole.quantity.is_exact and whole.quantity.value == 0:
        return f"「{whole.label}」为 0，不能作除数"
    if claim.result.quantity is not None and claim.result.quantity.kind is not Kind.PERCENT:
        return f"「{claim.result.label}」不是百分数"
    return ""


def _missing_text(term: Term) -> str:
    return f"{term.label}（{term.reason}）" if term.reason else term.label


def _comparable(a: Term, b: Term) -> bool:
    return a.quantity is not None and b.quantity is not None and same_measure(a.quantity, b.quantity)


def _judge_comparison(relation: Relation, left: Quantity, right: Quantity) -> Judgement:
    holds = compare(left, relation, right)
    if holds is None:
        return Judgement(Verdict.NOT_ASSESSABLE, reason="所含约数不能确定大小")
    verdict = Verdict.PASS if holds else Verdict.FAIL
    return Judgement(verdict, relation_text(left, right), difference_text(bounds(left), right))


def _judge_equation(kind: ClaimKind, result: Quantity, operands: list[Quantity]) -> Judgement:
    stated = bounds(result)
    nominal = _combine(kind, [bounds(operand) for operand in operands])
    possible = _combine(kind, [_meant(operand) for operand in operands])
    if nominal is None or possible is None:
        return Judgement(Verdict.NOT_ASSESSABLE, reason="除数或被除数的范围不能确定商")
    fits = _meant(result).overlaps(possible)
    differs = "≈" if fits and kind is ClaimKind.RATE else "≠"
    text = working(kind.value, nominal, result, operands, differs=differs)
    if nominal.is_point and stated == nominal:
        return Judgement(Verdict.PASS, text)
    difference = difference_text(nominal, result)
    if not fits:
        return Judgement(Verdict.FAIL, text, difference)
    if nominal.is_point and stated.is_point:
        return Judgement(Verdict.PASS, text, difference, "差额在四舍五入范围内", within_rounding=True)
    return Judgement(Verdict.NOT_ASSESSABLE, text, reason="所含约数与之不矛盾，但不能证明相等")


def _meant(quantity: Quantity) -> Interval:
    return bounds(quantity).widened(half_last_digit(quantity))


def _combine(kind: ClaimKind, operands: list[Interval]) -> Interval | None:
    first, *others = operands
    if kind is ClaimKind.DIFFERENCE:
        return first.minus(total(others))
    if kind is ClaimKind.RATE:
        quotient = first.over(others[0])
        return None if quotient is None else quotient.times(100)
    return total(operands)
