"""From an actual value to points: one rule applied, the facts it leaves behind, and why there is no score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wenxiao.engine.arithmetic import as_decimal
from wenxiao.engine.compute import Computed, compute, shown
from wenxiao.engine.weights import Weight
from wenxiao.engine.workings import Workings, key_of
from wenxiao.fact import Clause, Derivation, Fact
from wenxiao.quantity import exact, format_quantity
from wenxiao.standards.model import Rule
from wenxiao.standards.sentence import sentence

POINTS = "分"


@dataclass(frozen=True, slots=True)
class Score:
    """The points earned; None with a reason when they cannot be told."""

    points: Decimal | None
    reason: str = ""


def add_weight(work: Workings, key: str, title: str, weight: Weight) -> None:
    """Add the fact ``<key>.分值``."""
    value = None if weight.points is None else exact(weight.points, POINTS)
    work.add(Fact(key_of(key, "分值"), f"{title}的分值", value, weight.sources, reason=weight.reason))


def apply_rule(work: Workings, key: str, title: str, rule: Rule, names: Mapping[str, str]) -> Score:
    """Apply a rule; ``names`` give the facts that 目标值 and 实际值 stand for. Adds ``<key>.得分``."""
    places = {**names, "分值": key_of(key, "分值")}
    result = compute(work, rule.formula, places.__getitem__)
    score = _decided(work, result, places)
    derivation = Derivation(f"得分 = {sentence(rule.formula)}", result.steps[1:], result.inputs)
    work.add(_score_fact(key, title, score, derivation, rule.clause))
    return score


def no_score(work: Workings, key: str, title: str, reason: str, inputs: Sequence[str] = ()) -> Score:
    """Add ``<key>.得分`` without value: the rule could not even be applied."""
    score = Score(None, reason)
    known = tuple(name for name in inputs if work.get(name))
    work.add(_score_fact(key, title, score, Derivation("", (), known)))
    return score


def _score_fact(
    key: str, title: str, score: Score, derivation: Derivation, clause: Clause | None = None
) -> Fact:
    value = None if score.points is None else exact(score.points, POINTS)
    sources = (clause,) if clause and clause.document else ()
    return Fact(key_of(key, "得分"), f"{title}的得分", value, sources, derivation, score.reason)


def _decided(work: Workings, result: Computed, names: Mapping[str, str]) -> Score:
    if result.value is None:
        return Score(None, result.reason)
    if result.is_certain:
        return Score(as_decimal(result.value))
    actual = work.quantity(names["实际值"])
    words = f"「{shown(actual)}」" if actual else ""
    return Score(None, f"实际值{words}不是确数，得分在 {_end(result)} 之间")


def _end(result: Computed) -> str:
    low = "0" if result.low is None else plain(as_decimal(result.low))
    high = "满分" if result.high is None else plain(as_decimal(result.high))
    return f"{low} 至 {high}"


def plain(points: Decimal) -> str:
    """Write points without needless zeros: 12.50 as 12.5, 10.00 as 10."""
    return format_quantity(exact(points, POINTS), bare=True)
