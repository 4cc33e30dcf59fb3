from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.engine.arithmetic import Operand, evaluate
from wenxiao.fact import Clause
from wenxiao.quantity import round_half_up
from wenxiao.standards.model import OverAchievement, Treatment
from wenxiao.standards.rules import KINDS, Parameters, RuleError, rule_formula

DEDUCT = OverAchievement(Treatment.DEDUCT, Decimal(30), Decimal(1), Clause(""))

amounts = st.decimals("-1000", "1000", places=2).map(Fraction)
targets = st.decimals("0.01", "1000", places=2).map(Fraction)
weights = st.decimals("0.01", "50", places=2).map(Fraction)


def points(
    kind: str,
    parameters: Parameters,
    actual: Fraction | int | str,
    target: Fraction | int = 0,
    weight: Fraction | int = 10,
    *,
    over: OverAchievement | None = None,
) -> Fraction | None:
    names = {"实际值": Fraction(actual), "目标值": Fraction(target), "分值": Fraction(weight)}
    formula = rule_formula(kind, parameters, 2, over)
    value = evaluate(formula, lambda name: Operand(names[name], name)).value
    assert not isinstance(value, bool)
    return value


def rounded(value: Fraction) -> Fraction:
    return Fraction(round_half_up(value, 2))


@settings(deadline=None)
@given(actual=amounts, target=targets, weight=weights)
def test_ratio_is_full_at_the_target_and_in_proportion_below(
    actual: Fraction, target: Fraction, weight: Fraction
) -> None:
    expected = weight if actual >= target else weight * max(actual, Fraction(0)) / target
    assert points("ratio", {}, actual, target, weight) == rounded(expected)


@settings(deadline=None)
@given(actual=amounts, target=targets, weight=weights)
def test_inverse_falls_to_nothing_at_twice_the_target(
    actual: Fraction, target: Fraction, weight: Fraction
) -> None:
    expected = min(weight, max(weight * (2 - actual / target), Fraction(0)))
    assert points("inverse", {}, actual, target, weight) == rounded(expected)


@settings(deadline=None)
@given(actual=amounts, target=targets, weight=weights)
def test_equal_is_ratio_above_zero_and_can_be_strict(
    actual: Fraction, target: Fraction, weight: Fraction
) -> None:
    assert points("equal", {}, actual, target, weight) == points("ratio", {}, actual, target, weight)
    strict = points("equal", {"strict": True}, actual, target, weight)
    assert strict == (rounded(weight) if actual == target else 0)


@pytest.mark.parametrize(("actual", "expected"), [(0, 10), (-1, 10), (1, 0)])
def test_equal_to_zero_allows_no_occurrence(actual: int, expected: int) -> None:
    assert points("equal", {}, actual, 0) == expected


@pytest.mark.parametrize(
    ("actual", "expected"), [("59.99", 0), ("60", 0), ("80", 5), ("100", 10), ("200", 10)]
)
def test_the_gate_counts_from_60_percent(actual: str, expected: int) -> None:
    assert points("gate", {"gate": 60}, actual, 100) == expected


@pytest.mark.parametrize(
    ("actual", "expected"), [("-5", 0), ("0", 0), ("87.5", "8.75"), ("100", 10), ("120", 10)]
)
def test_linear_is_capped(actual: str, expected: int | str) -> None:
    assert points("linear", {}, actual) == Fraction(expected)


def test_linear_can_be_full_earlier() -> None:
    assert points("linear", {"full_at": 90}, 90) == 10
    assert points("linear", {"full_at": 90}, 45) == 5


@pytest.mark.parametrize(
    ("actual", "expected"), [("99", 10), ("100", 10), ("101", "9.5"), ("120", 0), ("500", 0)]
)
def test_per_point_deducts_above_the_threshold(actual: str, expected: int | str) -> None:
    parameters = {"threshold": 100, "per_point": Decimal("0.5")}
    assert points("per_point", parameters, actual) == Fraction(expected)


def test_per_point_can_deduct_below_and_from_a_negative_threshold() -> None:
    assert points("per_point", {"threshold": 100, "per_point": 1, "below": True}, 97) == 7
    assert points("per_point", {"threshold": -5, "per_point": 1}, -3) == 8


@pytest.mark.parametrize(
    ("actual", "expected"), [("90", 10), ("89.99", 8), ("80", 8), ("60", 5), ("59.9", 0)]
)
def test_bands_are_inclusive_from_below(actual: str, expected: int) -> None:
    bands = [{"at_least": 90, "share": 100}, {"at_least": 80, "share": 80}, {"at_least": 60, "share": 50}]
    assert points("steps", {"bands": bands}, actual) == expected


@pytest.mark.parametrize(("actual", "expected"), [("0", 3), ("0.01", 2), ("10", 2), ("10.01", 0)])
def test_bands_can_be_bounded_from_above(actual: str, expected: int) -> None:
    bands = [{"at_most": 0, "points": 3}, {"at_most": 10, "points": 2}]
    assert points("steps", {"bands": bands}, actual, weight=3) == expected


@pytest.mark.parametrize(("actual", "expected"), [(100, 10), (130, 10), (140, 9), (230, 0), (1000, 0)])
def test_over_achievement_is_deducted_beyond_the_threshold(actual: int, expected: int) -> None:
    assert points("ratio", {}, actual, 100, over=DEDUCT) == expected


def test_flagged_over_achievement_costs_nothing() -> None:
    flag = OverAchievement(Treatment.FLAG, Decimal(30), Decimal(1), Clause(""))
    assert points("ratio", {}, 1000, 100, over=flag) == 10


@pytest.mark.parametrize(
    ("kind", "parameters", "expected"),
    [
        ("steps", {"bands": []}, "至少一档"),
        ("steps", {"bands": [{"at_least": 60, "share": 50}, {"at_least": 90, "share": 100}]}, "从得分最高的"),
        ("steps", {"bands": [{"at_least": 90, "share": 50}, {"at_most": 9, "share": 100}]}, "应当全用"),
        ("steps", {"bands": [{"at_least": 90, "at_most": 9, "share": 50}]}, "at_least 或 at_most 中的一个"),
        ("steps", {"bands": [{"at_least": 90}]}, "points 或 share 中的一个"),
        ("gate", {"gate": "60"}, "gate 应当是数字"),
        ("per_point", {"threshold": True, "per_point": 1}, "threshold 应当是数字"),
    ],
)
def test_senseless_parameters_are_refused(kind: str, parameters: Parameters, expected: str) -> None:
    with pytest.raises(RuleError, match=expected):
        rule_formula(kind, parameters, 2)


@settings(deadline=None)
@given(actual=amounts, target=targets, weight=weights)
def test_no_rule_gives_less_than_nothing_or_more_than_the_weight(
    actual: Fraction, target: Fraction, weight: Fraction
) -> None:
    parameters: dict[str, Parameters] = {
        "gate": {"gate": 60},
        "per_point": {"threshold": 100, "per_point": 2},
        "steps": {"bands": [{"at_least": 60, "share": 50}]},
    }
    for kind in KINDS.keys() - {"tiers", "checklist"}:
        earned = points(kind, parameters.get(kind, {}), actual, target, weight, over=DEDUCT)
        assert earned is not None
        assert 0 <= earned <= rounded(weight), kind
