"""A formula applied to facts: the value, its bounds where an operand is approximate, and the derivation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import product

from wenxiao.engine.arithmetic import Evaluation, Missing, Operand, Resolve, as_decimal, evaluate
from wenxiao.engine.workings import Workings, key_of
from wenxiao.fact import Derivation, Fact, Source
from wenxiao.quantity import Kind, Quantity, exact, format_quantity, round_half_up
from wenxiao.standards.formula import Formula
from wenxiao.standards.sentence import sentence

# Every rule is constant beyond its largest threshold, and every rate is monotonic in one operand: a point
# this far out stands for "no upper (or lower) bound".
_FAR = 10**15

# A target is what was promised: its number counts as written, also where it was written 约 or 以上.
_NOMINAL = frozenset({"目标值"})

Locate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Computed:
    """What a formula gave. ``low`` and ``high`` are None where the result is unbounded on that side."""

    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    reason: str
    steps: tuple[str, ...]
    inputs: tuple[str, ...]

    @property
    def is_certain(self) -> bool:
        """Tell whether approximate operands leave the result the same."""
        return self.value is not None and self.low == self.value == self.high


@dataclass(frozen=True, slots=True)
class Label:
    """What a computed fact is called: its key, its title, and the unit of its value."""

    key: str
    title: str
    unit: str


@dataclass(frozen=True, slots=True)
class _End:
    """One end of an operand; ``is_open`` when the operand has no bound there."""

    value: Fraction
    is_open: bool = False


def compute(work: Workings, formula: Formula, locate: Locate) -> Computed:
    """Apply a formula to facts; ``locate`` gives the key of the fact a name stands for."""
    keys = {name: locate(name) for name in formula.names}
    nominal = evaluate(formula, lambda name: _operand(work, name, keys[name]))
    inputs = tuple(key for key in keys.values() if work.get(key))
    value = _number(nominal)
    if value is None:
        return Computed(None, None, None, nominal.reason, nominal.steps, inputs)
    low, high, reason = _bounds(work, formula, keys, value)
    return Computed(None if reason else value, low, high, reason, nominal.steps, inputs)


def within(*scopes: str, work: Workings) -> Locate:
    """Look a name up inside the first scope that has it, else take it as a whole key."""

    def locate(name: str) -> str:
        candidates = [key_of(*scope.split("."), *name.split(".")) for scope in scopes]
        return next((key for key in candidates if work.get(key)), name)

    return locate


def add_computed(
    work: Workings, label: Label, formula: Formula, locate: Locate, sources: Sequence[Source] = ()
) -> Computed:
    """Compute a formula and add the result as a fact; what cannot be computed is a fact without value."""
    result = compute(work, formula, locate)
    derivation = Derivation(f"{label.title} = {sentence(formula)}", result.steps[1:], result.inputs)
    value = None if result.value is None else _quantity(result, label.unit)
    work.add(Fact(label.key, label.title, value, tuple(sources), derivation, result.reason), result.value)
    return result


def shown(quantity: Quantity) -> str:
    """Write a quantity as an operand of an explanation: money in 万元, the rest in its own unit."""
    if quantity.kind is Kind.MONEY:
        return format_quantity(quantity, "万元")
    if quantity.is_exact and quantity.value != round_half_up(quantity.value, 4):
        return "约" + format_quantity(quantity, quantity.unit, 4)
    return format_quantity(quantity)


def _operand(work: Workings, name: str, key: str) -> Operand | Missing:
    quantity = work.quantity(key)
    if quantity is not None:
        return Operand(work.exactly(key), shown(quantity))
    fact = work.get(key)
    if fact is None:
        return Missing(f"没有填报「{name}」")
    return Missing(fact.reason or f"「{fact.title}」不是数字")


def _number(evaluation: Evaluation) -> Fraction | None:
    return None if isinstance(evaluation.value, bool) else evaluation.value


def _bounds(
    work: Workings, formula: Formula, keys: Mapping[str, str], value: Fraction
) -> tuple[Fraction | None, Fraction | None, str]:
    """Evaluate at every combination of the ends of approximate operands.

    A rule may turn where the actual value meets the target, so a target inside the range counts too.
    """
    turns = [work.exactly(keys[name]) for name in _NOMINAL if name in keys]
    ends = {name: tuple(_ends(work, key, turns)) for name, key in keys.items() if name not in _NOMINAL}
    unsure = {name: points for name, points in ends.items() if points}
    results = [(value, False)]
    for corner in product(*unsure.values()) if unsure else ():
        found = evaluate(formula, _at(work, keys, dict(zip(unsure, corner, strict=True))))
        number = _number(found)
        if number is None:
            return None, None, found.reason
        results.append((number, any(end.is_open for end in corner)))
    return _closed(min(results)), _closed(max(results, key=lambda one: (one[0], not one[1]))), ""


def _at(work: Workings, keys: Mapping[str, str], corner: Mapping[str, _End]) -> Resolve:
    def resolve(name: str) -> Operand | Missing:
        return Operand(corner[name].value, "") if name in corner else _operand(work, name, keys[name])

    return resolve


def _closed(extreme: tuple[Fraction, bool]) -> Fraction | None:
    value, is_open = extreme
    return None if is_open else value


def _ends(work: Workings, key: str, turns: Sequence[Fraction]) -> Iterator[_End]:
    """Give the points at which an approximate operand is looked at; none when it is exact."""
    quantity = work.quantity(key)
    if quantity is None or quantity.is_exact:
        return
    scale = max(abs(Fraction(quantity.value)), Fraction(1)) * _FAR
    low = _End(-scale, is_open=True) if quantity.low is None else _End(Fraction(quantity.low))
    high = _End(scale, is_open=True) if quantity.high is None else _End(Fraction(quantity.high))
    yield low
    yield from (_End(turn) for turn in turns if low.value < turn < high.value)
    yield high


def _quantity(result: Computed, unit: str) -> Quantity:
    assert result.value is not None  # noqa: S101  (the caller has looked)
    quantity = exact(as_decimal(result.value), unit)
    if result.is_certain:
        return quantity
    low, high = _decimal(result.low), _decimal(result.high)
    return replace(quantity, low=low, high=high, written=_range(low, high, unit))


def _decimal(value: Fraction | None) -> Decimal | None:
    return None if value is None else as_decimal(value)


def _plain(bound: Decimal | None, unit: str) -> str:
    return "" if bound is None else format_quantity(exact(round_half_up(bound, 2), unit), bare=True)


def _range(low: Decimal | None, high: Decimal | None, unit: str) -> str:
    """Write an interval as officials do: 80至90%, 80%以上, 90%以下."""
    first, last = (_plain(bound, unit) for bound in (low, high))
    if high is None:
        return f"{first}{unit}以上" if first else f"不确定（{unit}）"
    return f"{first}至{last}{unit}" if first else f"{last}{unit}以下"
