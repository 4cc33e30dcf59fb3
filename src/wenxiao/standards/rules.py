"""The kinds of scoring rules: each turns its parameters into a formula over 目标值, 实际值 and 分值.

Because a rule is a formula, the number, the set-wise expression and the sentence shown to a reader all come
from one tree. Rates and shares are percentages; the result is in points, rounded half-up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from wenxiao.standards.formula import Formula, parse
from wenxiao.standards.model import OverAchievement, Treatment

Parameters = Mapping[str, Any]


class RuleError(ValueError):
    """A parameter that makes no sense; the message is Chinese and names it."""


@dataclass(frozen=True, slots=True)
class RuleKind:
    """A kind of rule: its meaning, the parameters it needs and may have, and how it becomes a formula."""

    meaning: str
    write: Callable[[Parameters], str]
    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    needs_target: bool = False


def rule_formula(
    kind: str, parameters: Parameters, digits: int, over: OverAchievement | None = None
) -> Formula:
    """Write a rule as a formula whose result is rounded to ``digits`` decimals.

    Args:
        kind: one of :data:`KINDS`.
        parameters: what the standard declares for it, numbers as Decimal or int.
        digits: decimals of a score.
        over: treatment of over-achievement, for rules that hold an actual value against a target.

    Raises:
        RuleError: a parameter has the wrong form.
    """
    text = KINDS[kind].write(parameters)
    if over and over.treatment is Treatment.DEDUCT:
        text = _deduct_beyond(text, over)
    return parse(f"round({text}, {digits})")


def _ratio(_: Parameters) -> str:
    return f"分值 if 实际值 >= 目标值 else {_in_proportion('分值 * 实际值 / 目标值')}"


def _inverse(_: Parameters) -> str:
    beyond = "分值 * (1 - (实际值 - 目标值) / 目标值)"
    return f"分值 if 实际值 <= 目标值 else (0 if 实际值 >= 2 * 目标值 else {beyond})"


def _equal(parameters: Parameters) -> str:
    if parameters.get("strict", False):
        return "分值 if 实际值 == 目标值 else 0"
    return f"(分值 if 实际值 <= 0 else 0) if 目标值 == 0 else ({_ratio(parameters)})"


def _gate(parameters: Parameters) -> str:
    gate = _number(parameters, "gate")
    above = f"分值 * (实际值 / 目标值 * 100 - {gate}) / (100 - {gate})"
    return f"分值 if 实际值 >= 目标值 else (0 if 实际值 * 100 <= 目标值 * {gate} else {above})"


def _linear(parameters: Parameters) -> str:
    full_at = _number(parameters, "full_at", Decimal(100))
    return f"分值 if 实际值 >= {full_at} else {_in_proportion(f'分值 * 实际值 / {full_at}')}"


def _in_proportion(formula: str) -> str:
    return f"({formula} if 实际值 > 0 else 0)"


def _per_point(parameters: Parameters) -> str:
    threshold, loss = _number(parameters, "threshold"), _number(parameters, "per_point")
    sign, excess = "<=", f"实际值 - {threshold}"
    if parameters.get("below", False):
        sign, excess = ">=", f"{threshold} - 实际值"
    return f"分值 if 实际值 {sign} {threshold} else max(分值 - {loss} * ({excess}), 0)"


def _steps(parameters: Parameters) -> str:
    """Bands from the best to the worst; whatever reaches none of them earns nothing."""
    bands = parameters["bands"]
    if not isinstance(bands, list) or not bands:
        raise RuleError("bands 应当是分档的列表，至少一档")
    _check_order(bands)
    return " else ".join([*(_band(band) for band in bands), "0"])


def _band(band: Parameters) -> str:
    bound, points = _one_of(band, "at_least", "at_most"), _one_of(band, "points", "share")
    sign = ">=" if bound == "at_least" else "<="
    earned = _number(band, points) if points == "points" else f"分值 * {_number(band, points)} / 100"
    return f"{earned} if 实际值 {sign} {_number(band, bound)}"


def _check_order(bands: Sequence[Parameters]) -> None:
    """Refuse mixed directions and bands that could never be reached."""
    directions = {_one_of(band, "at_least", "at_most") for band in bands}
    if len(directions) != 1:
        raise RuleError("各档应当全用 at_least（下限）或全用 at_most（上限）")
    bounds = [Decimal(band[direction]) for band in bands for direction in directions]
    if bounds != sorted(set(bounds), reverse=directions == {"at_least"}):
        raise RuleError("各档应当从得分最高的一档写到最低的一档，界限不能重复")


def _share(_: Parameters) -> str:
    return "分值 * 实际值 / 100"


def _deduct_beyond(text: str, over: OverAchievement) -> str:
    threshold, rate = _plain(over.threshold), _plain(over.rate)
    excess = f"(实际值 - 目标值) / 目标值 * 100 - {threshold}"
    limit = f"目标值 * (100 + {threshold}) / 100"
    return (
        f"({text}) if 目标值 <= 0 or 实际值 <= {limit} else max(分值 - 分值 * {rate} / 100 * ({excess}), 0)"
    )


KINDS: Mapping[str, RuleKind] = {
    "ratio": RuleKind("正向：达到目标得满分，不足按完成比例得分", _ratio, needs_target=True),
    "inverse": RuleKind(
        "反向：不超过目标得满分，超出按比例扣分，超出一倍不得分", _inverse, needs_target=True
    ),
    "equal": RuleKind(
        "等于：目标为 0 时有发生即不得分，其余同正向；strict 时必须相等",
        _equal,
        optional=frozenset({"strict"}),
        needs_target=True,
    ),
    "gate": RuleKind(
        "门槛：完成率低于 gate 不得分，以上按超过门槛的部分得分",
        _gate,
        required=frozenset({"gate"}),
        needs_target=True,
    ),
    "linear": RuleKind("按比率得分，达到 full_at 得满分", _linear, optional=frozenset({"full_at"})),
    "per_point": RuleKind(
        "不超过 threshold 得满分，每超 1 个百分点扣 per_point 分；below 时反向",
        _per_point,
        required=frozenset({"threshold", "per_point"}),
        optional=frozenset({"below"}),
    ),
    "steps": RuleKind("分档得分", _steps, required=frozenset({"bands"})),
    "tiers": RuleKind("定性：按达成等级区间内的得分率得分", _share, required=frozenset({"tiers"})),
    "checklist": RuleKind("要点：按符合要点的比例得分，不适用的不计", _share, required=frozenset({"items"})),
}


def _one_of(table: Parameters, first: str, second: str) -> str:
    present = [name for name in (first, second) if name in table]
    if len(present) != 1:
        raise RuleError(f"每一档应当写 {first} 或 {second} 中的一个")
    return present[0]


def _number(parameters: Parameters, name: str, default: Decimal | None = None) -> str:
    value = parameters.get(name, default)
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise RuleError(f"{name} 应当是数字，现在是 {value!r}")
    return _plain(Decimal(value))


def _plain(value: Decimal) -> str:
    """Write a number the way the formula language reads it: no exponent, brackets around a minus."""
    return f"{value:f}" if value >= 0 else f"({value:f})"
