"""The narrow waist: a claim between figures, and the judgement whether it holds.

A claim knows nothing of where its figures come from: a ledger makes claims out of its cells, a document
out of its sentences, and the same judgement serves both. Nothing is rounded on the way: every figure is
the interval of values its author can have meant (half of the last printed digit either way, wider for
近、约、多), and a claim is refuted when those intervals leave no room for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from wenxiao.audit.combining import combine
from wenxiao.audit.figures.model import Figure
from wenxiao.audit.interval import Interval, total
from wenxiao.audit.kinds import PERCENTAGES, ClaimKind, Direction, GrowthForm, Relation
from wenxiao.audit.precision import MONEY_DIGITS, half_last_digit, half_last_digits, printed_step
from wenxiao.audit.working import Comparison, Equation
from wenxiao.digits import EXACT
from wenxiao.finding import Verdict
from wenxiao.place import Place
from wenxiao.quantity import Kind, Quantity, same_measure

__all__ = [
    "Claim",
    "ClaimKind",
    "Direction",
    "GrowthForm",
    "Judgement",
    "Relation",
    "Term",
    "bounds",
    "compare",
    "judge",
]

CUT = "截尾而非四舍五入"
"""What the arithmetic says of a figure whose last digits were cut off."""

_OPEN_QUOTIENT = "除数或被除数的范围不能确定商"
_COUNTS = frozenset({Kind.ITEMS, Kind.PERSONS, Kind.PERSON_TIMES, Kind.SESSIONS})
_READ_ALIKE = PERCENTAGES | {ClaimKind.SUM, ClaimKind.DIFFERENCE}


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

    SUM adds the operands; DIFFERENCE takes the later ones from the first; RATE and SHARE say the result, in
    percent, is the first (all but the last together, if several parts share one) over the last; with the form CURRENT_DELTA a RATE is what was saved of
    what was paid and saved. PRODUCT multiplies them. GROWTH is told by two operands as ``form``
    says, in the stated ``direction``. COMPARE has one operand and a ``relation``; TARGET has the target as
    result and what was reached as its operand; in COUNT the last operand is what was counted.
    """

    kind: ClaimKind
    subject: str
    result: Term
    operands: tuple[Term, ...]
    relation: Relation = Relation.AT_MOST
    form: GrowthForm = GrowthForm.CURRENT_PREVIOUS
    direction: Direction = Direction.UP

    @property
    def terms(self) -> tuple[Term, ...]:
        """Give the result and all operands."""
        return (self.result, *self.operands)

    @property
    def places(self) -> tuple[Place, ...]:
        """Give the places of all terms, the result's first, each once."""
        return tuple(dict.fromkeys(place for term in self.terms for place in term.places))


class Judgement(NamedTuple):
    """What came of a claim; ``working`` is what its arithmetic is written from.

    ``within_rounding`` marks a pass whose figures differ by rounding only; ``cut`` marks a failure that comes
    from cutting the last digits off instead of rounding.
    """

    verdict: Verdict
    reason: str = ""
    within_rounding: bool = False
    cut: bool = False
    working: Equation | Comparison | None = None

    @property
    def arithmetic(self) -> str:
        """Write the arithmetic of the claim, "" if there is none."""
        return self.working.arithmetic() if self.working else ""

    @property
    def difference(self) -> str:
        """Write by how much exact figures differ, with the unit; "" if they do not."""
        return self.working.difference() if self.working else ""


def judge(claim: Claim) -> Judgement:
    """Judge a claim exactly: pass, fail, or not assessable with the reason."""
    quantities = [term.quantity for term in claim.terms if term.quantity is not None]
    reason = _obstacle(claim, quantities)
    if reason:
        return Judgement(Verdict.NOT_ASSESSABLE, reason)
    result, *operands = quantities
    if claim.kind is ClaimKind.COMPARE:
        return _judge_comparison(claim.relation, result, operands[0])
    if claim.kind is ClaimKind.TARGET:
        return _judge_target(result, operands[0])
    judgement = _judge_equation(claim, result, operands)
    if judgement.verdict is Verdict.FAIL and claim.kind in PERCENTAGES and not same_measure(*operands[:2]):
        return Judgement(Verdict.NOT_ASSESSABLE, _unlike(*claim.operands[:2]))
    return judgement


def bounds(quantity: Quantity) -> Interval:
    """Give the interval a quantity states, without any allowance for rounding."""
    return Interval(quantity.low, quantity.high)


def compare(left: Quantity, relation: Relation, right: Quantity) -> bool | None:
    """Tell whether ``left`` stands so to ``right``; None if their bounds do not decide it."""
    if relation is Relation.SAME:
        if left.is_exact and right.is_exact:
            return left.value == right.value
        return None if bounds(left).overlaps(bounds(right)) else False
    if relation in {Relation.LESS, Relation.MORE}:
        opposite = Relation.AT_LEAST if relation is Relation.LESS else Relation.AT_MOST
        holds = compare(left, opposite, right)
        return None if holds is None else not holds
    smaller, larger = (left, right) if relation is Relation.AT_MOST else (right, left)
    if smaller.high is not None and larger.low is not None and smaller.high <= larger.low:
        return True
    if smaller.low is not None and larger.high is not None and smaller.low > larger.high:
        return False
    return None


def _obstacle(claim: Claim, quantities: Sequence[Quantity]) -> str:
    terms = claim.terms
    if len(quantities) < len(terms):
        return "缺少：" + "、".join(_missing_text(term) for term in terms if term.quantity is None)
    if claim.kind is ClaimKind.PRODUCT:
        return ""
    first = 1 if claim.kind in PERCENTAGES or _is_in_points(claim) else 0
    for at in range(first + 1, len(terms)):
        if not (same_measure(quantities[first], quantities[at]) or _is_ratio_of_counts(claim, quantities)):
            return _unlike(terms[first], terms[at])
    return _ratio_obstacle(claim) if claim.kind in PERCENTAGES else ""


def _unlike(one: Term, other: Term) -> str:
    return f"「{one.label}」与「{other.label}」计量单位不同，不能比较"


def _is_ratio_of_counts(claim: Claim, quantities: Sequence[Quantity]) -> bool:
    """Tell whether a ratio is of things counted by other words: 收回问卷 A 份，满意 B 人. It may hold, but not fail."""
    return claim.kind in PERCENTAGES and all(one.kind in _COUNTS for one in quantities[1:])


def _is_in_points(claim: Claim) -> bool:
    """Tell whether a difference of percentages is stated in percentage points."""
    stated, first = claim.result.quantity, claim.operands[0].quantity
    if claim.kind is not ClaimKind.DIFFERENCE or stated is None or first is None:
        return False
    return stated.kind is Kind.PERCENTAGE_POINTS and first.kind is Kind.PERCENT


def _ratio_obstacle(claim: Claim) -> str:
    result = claim.result.quantity
    if result is not None and result.kind is not Kind.PERCENT:
        return f"「{claim.result.label}」不是百分数"
    if claim.kind is ClaimKind.GROWTH:
        return _base_obstacle(claim)
    whole = claim.operands[-1]
    if whole.quantity is not None and whole.quantity.is_exact and whole.quantity.value == 0:
        return f"「{whole.label}」为 0，不能作除数"
    return ""


def _base_obstacle(claim: Claim) -> str:
    first, second = (bounds(term.quantity) for term in claim.operands if term.quantity is not None)
    if claim.form is GrowthForm.CURRENT_DELTA:
        base = first.minus(second) if claim.direction is Direction.UP else total((first, second))
    else:
        base = second if claim.form is GrowthForm.CURRENT_PREVIOUS else first
    return "上期数为 0，不能计算增减百分比" if base.is_point and base.low == 0 else ""


def _missing_text(term: Term) -> str:
    return f"{term.label}（{term.reason}）" if term.reason else term.label


def _judge_comparison(relation: Relation, left: Quantity, right: Quantity) -> Judgement:
    holds = compare(left, relation, right)
    if holds is None:
        return Judgement(Verdict.NOT_ASSESSABLE, "所含约数不能确定大小")
    return Judgement(Verdict.PASS if holds else Verdict.FAIL, working=Comparison(left, right))


def _judge_target(target: Quantity, actual: Quantity) -> Judgement:
    """Say whether the target was reached; one that has no lower bound (不超过) is kept from below."""
    limited = target.low is None and target.high is not None
    relation = Relation.AT_MOST if limited else Relation.AT_LEAST
    aim = replace(target, low=target.value, high=target.value)
    return _judge_comparison(relation, actual, aim)


def _judge_equation(claim: Claim, result: Quantity, operands: Sequence[Quantity]) -> Judgement:
    stated, meant = bounds(result), [bounds(operand) for operand in operands]
    nominal = _combine(claim, meant)
    if nominal is None:
        return Judgement(Verdict.NOT_ASSESSABLE, _OPEN_QUOTIENT)
    if nominal.equals(stated) and (nominal.is_point or _is_repeated(claim, result, operands)):
        return Judgement(Verdict.PASS, working=Equation(claim, nominal, result, operands))
    half, *halves = _halves(claim, result, operands)
    possible = _combine(claim, [one.widened(by) for one, by in zip(meant, halves, strict=True)])
    if possible is None:
        return Judgement(Verdict.NOT_ASSESSABLE, _OPEN_QUOTIENT)
    if not stated.widened(half).overlaps(possible):
        cut = _is_cut(nominal, result)
        working = Equation(claim, nominal, result, operands, note=CUT if cut else "")
        return Judgement(Verdict.FAIL, cut=cut, working=working)
    working = Equation(claim, nominal, result, operands, "≈" if claim.kind in PERCENTAGES else "≠")
    is_exact = nominal.is_point and stated.is_point
    if is_exact or _agrees_as_printed(claim, result, operands):
        reason = "差额在四舍五入范围内" if is_exact else "约数与精确值四舍五入后一致"
        return Judgement(Verdict.PASS, reason, within_rounding=True, working=working)
    return Judgement(Verdict.NOT_ASSESSABLE, "所含约数与之不矛盾，但不能证明相等", working=working)


def _is_repeated(claim: Claim, result: Quantity, operands: Sequence[Quantity]) -> bool:
    """Tell whether one approximation is written twice: 近260人 and 近260人."""
    return claim.kind is ClaimKind.EQUAL and result.value == operands[0].value


def _agrees_as_printed(claim: Claim, result: Quantity, operands: Sequence[Quantity]) -> bool:
    """Tell whether a claim holds of the plain numbers of its approximations, rounded as they are printed: 约18%."""
    plain, *others = (_as_printed(one) for one in (result, *operands))
    is_reckoned = claim.kind is ClaimKind.PRODUCT or all(one.is_exact for one in operands)
    if claim.kind is ClaimKind.EQUAL or not is_reckoned or not all(one.is_exact for one in (plain, *others)):
        return False
    half, *halves = _halves(claim, plain, others)
    possible = _combine(claim, [bounds(one).widened(by) for one, by in zip(others, halves, strict=True)])
    return possible is not None and bounds(plain).widened(half).overlaps(possible)


def _as_printed(quantity: Quantity) -> Quantity:
    """Give an approximation that is bounded both ways (约, 近, 多) as the number it names."""
    if quantity.low is None or quantity.high is None:
        return quantity
    return replace(quantity, low=quantity.value, high=quantity.value)


def _halves(claim: Claim, result: Quantity, operands: Sequence[Quantity]) -> tuple[Decimal, ...]:
    """Give the rounding allowance of the result and each operand; parts and whole are printed alike."""
    digits = 0 if claim.result.figure else MONEY_DIGITS
    if claim.kind not in _READ_ALIKE:
        return tuple(half_last_digit(one, digits) for one in (result, *operands))
    if claim.kind in PERCENTAGES:
        return (half_last_digit(result), *half_last_digits(operands, digits))
    return half_last_digits((result, *operands), digits)


def _is_cut(nominal: Interval, result: Quantity) -> bool:
    """Tell whether the result is what remains of the exact value when its last digits are cut off."""
    step = printed_step(result)
    if step is None or nominal.low is None or not nominal.is_point or nominal.low * result.value < 0:
        return False
    stated, divisor = abs(result.value), nominal.divisor
    upper = EXACT.multiply(EXACT.add(stated, step), divisor)
    return EXACT.multiply(stated, divisor) < abs(nominal.low) < upper


def _combine(claim: Claim, operands: Sequence[Interval]) -> Interval | None:
    return combine(claim.kind, operands, claim.form, claim.direction)
