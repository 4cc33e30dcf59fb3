"""Exact evaluation for one department-year: values, reasons, and the steps a clerk reads."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.engine.arithmetic import Evaluation, Missing, Operand, as_decimal, evaluate
from wenxiao.standards.formula import parse

RULE = "round(分值 if 实际值 >= 目标值 else 分值 * max(实际值, 0) / 目标值, 2)"
FIGURES = {
    "全年预算数": Operand(Fraction(5010), "0.501 万元"),
    "全年执行数": Operand(Fraction(4008), "0.4008 万元"),
    "分值": Operand(Fraction(10), "10 分"),
    "目标值": Operand(Fraction(90), "90%"),
    "实际值": Operand(Fraction(85), "85%"),
    "结余": Operand(Fraction(-3), "-3 元"),
    "零": Operand(Fraction(0), "0 元"),
}


def run(text: str, **changed: Operand) -> Evaluation:
    known = FIGURES | changed
    return evaluate(parse(text), lambda name: known.get(name, Missing(f"「{name}」没有填写")))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("全年执行数 / 全年预算数", Fraction(4, 5)),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("1 / 3 * 3", Fraction(1)),
        ("10 - 4 - 3", Fraction(3)),
        ("-结余 * 2", Fraction(6)),
        ("min(分值, 结余, 2)", Fraction(-3)),
        ("max(分值, 结余, 20)", Fraction(20)),
        ("abs(结余) + abs(3)", Fraction(6)),
        ("round(2.345, 2)", Fraction(235, 100)),
        ("round(-2.345, 2)", Fraction(-235, 100)),
        ("round(分值 / 4, 0)", Fraction(3)),
        (RULE, Fraction(944, 100)),
        ("1 if 分值 > 20 else 2 if 分值 > 5 else 3", Fraction(2)),
    ],
)
def test_numbers_are_exact(text: str, value: Fraction) -> None:
    assert run(text).value == value


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("全年执行数 / 全年预算数 * 100 >= 80", True),
        ("全年执行数 / 全年预算数 > 0.8", False),
        ("0 <= 分值 <= 10", True),
        ("0 < 分值 < 10", False),
        ("分值 != 10 or not 零 == 1", True),
        ("分值 == 10 and 零 == 1", False),
        ("零 < 1 if 分值 > 20 else 零 > 1", False),
    ],
)
def test_conditions_are_true_or_false(text: str, holds: bool) -> None:  # noqa: FBT001
    assert run(text).value is holds


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("分值 / 零", "「零」为 0，不能作除数"),
        ("1 / (分值 - 10)", "「分值 − 10」为 0，不能作除数"),
        ("分值 + 满意度", "「满意度」没有填写"),
        ("0 * 满意度", "「满意度」没有填写"),
        ("满意度 > 1 and 分值 > 100", "「满意度」没有填写"),
        ("max(1, 满意度)", "「满意度」没有填写"),
    ],
)
def test_what_cannot_be_computed_has_a_reason_and_no_value(text: str, reason: str) -> None:
    result = run(text)
    assert (result.value, result.reason) == (None, reason)


@pytest.mark.parametrize(
    "text",
    [
        "分值 if 分值 > 1 else 满意度 / 零",
        "满意度 if 分值 > 100 else 1",
        "分值 > 100 and 满意度 > 1",
        "分值 > 1 or 满意度 > 1",
        "100 < 分值 < 满意度",
    ],
)
def test_only_what_decides_is_looked_at(text: str) -> None:
    assert run(text).reason == ""


def test_the_steps_tell_the_whole_story() -> None:
    assert run(RULE).steps == (
        "（当 实际值 ≥ 目标值 时为 分值；否则为 分值 ×（实际值 与 0 中较大者）÷ 目标值），四舍五入保留 2 位小数",
        "实际值 ≥ 目标值：85% ≥ 90%，不成立",
        "10 分 ×（85% 与 0 中较大者）÷ 90% ≈ 9.4444444444，四舍五入保留 2 位小数得 9.44",
        "= 9.44",
    )


def test_the_steps_leave_out_what_was_not_needed() -> None:
    assert run(RULE, 实际值=Operand(Fraction(95), "95%")).steps[1:] == (
        "实际值 ≥ 目标值：95% ≥ 90%，成立",
        "= 10 分",
    )


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("全年执行数 / 全年预算数 * 100", ("= 0.4008 万元 ÷ 0.501 万元 × 100", "= 80")),
        ("分值 / 3", ("= 10 分 ÷ 3", "≈ 3.3333333333")),
        ("分值 - 结余 * 2", ("= 10 分 −（-3 元）× 2", "= 16")),
        ("分值", ("= 10 分",)),
        ("7.50", ("= 7.5",)),
        ("分值 > 5 and 零 == 0", ("10 分 > 5 且 0 元 = 0，成立",)),
        ("分值 > 50 and 满意度 == 0", ("10 分 > 50，不成立",)),
        ("分值 + 满意度", ()),
    ],
)
def test_the_lines_after_the_formula_in_words(text: str, steps: tuple[str, ...]) -> None:
    assert run(text).steps[1:] == steps


def test_a_name_is_asked_for_once() -> None:
    asked: list[str] = []

    def resolve(name: str) -> Operand:
        asked.append(name)
        return Operand(Fraction(2), "2")

    evaluate(parse("甲 * 甲 + 乙"), resolve)
    assert asked == ["甲", "乙"]


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (Fraction(1, 8), 28, "0.125"),
        (Fraction(2, 3), 4, "0.6667"),
        (Fraction(-1, 3), 28, "-0.3333333333333333333333333333"),
        (Fraction(25, 1000), 1, "0.03"),
        (Fraction(100), 28, "100"),
    ],
)
def test_fractions_become_decimals_half_up(value: Fraction, digits: int, expected: str) -> None:
    assert str(as_decimal(value, digits)) == expected


@given(st.decimals(-(10**12), 10**12, places=4))
def test_every_written_amount_survives_as_decimal(amount: Decimal) -> None:
    assert as_decimal(Fraction(amount)) == amount


@given(st.fractions(-1000, 1000), st.fractions(-1000, 1000))
def test_arithmetic_is_that_of_fractions(one: Fraction, other: Fraction) -> None:
    both = {"甲": Operand(one, "甲"), "乙": Operand(other, "乙")}
    text = "(甲 + 乙) * (甲 - 乙) - 甲 / (abs(乙) + 1)"
    expected = (one + other) * (one - other) - one / (abs(other) + 1)
    assert evaluate(parse(text), lambda name: both[name]).value == expected
