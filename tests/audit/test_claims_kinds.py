from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.claims import Claim, ClaimKind, Direction, GrowthForm, Judgement, Relation, Term, judge
from wenxiao.finding import Verdict
from wenxiao.quantity import parse


def term(written: str) -> Term:
    return Term("", written, parse(written))


def judged(kind: ClaimKind, result: str, *operands: str, relation: Relation = Relation.AT_MOST) -> Judgement:
    return judge(Claim(kind, "", term(result), tuple(map(term, operands)), relation))


def growth(percent: str, first: str, second: str, form: GrowthForm, direction: Direction) -> Judgement:
    operands = (term(first), term(second))
    return judge(Claim(ClaimKind.GROWTH, "", term(percent), operands, form=form, direction=direction))


UP, DOWN = Direction.UP, Direction.DOWN


@pytest.mark.parametrize(
    ("figures", "form", "direction", "verdict"),
    [
        (("25%", "125元", "100元"), GrowthForm.CURRENT_PREVIOUS, UP, Verdict.PASS),
        (("25%", "125元", "100元"), GrowthForm.CURRENT_PREVIOUS, DOWN, Verdict.FAIL),
        (("20%", "80元", "100元"), GrowthForm.CURRENT_PREVIOUS, DOWN, Verdict.PASS),
        (("25%", "125元", "25元"), GrowthForm.CURRENT_DELTA, UP, Verdict.PASS),
        (("20%", "80元", "20元"), GrowthForm.CURRENT_DELTA, DOWN, Verdict.PASS),
        (("25%", "100元", "25元"), GrowthForm.PREVIOUS_DELTA, UP, Verdict.PASS),
        (("26%", "100元", "25元"), GrowthForm.PREVIOUS_DELTA, UP, Verdict.FAIL),
        (("100%", "25元", "25元"), GrowthForm.CURRENT_DELTA, UP, Verdict.NOT_ASSESSABLE),
        (("100%", "25元", "0元"), GrowthForm.CURRENT_PREVIOUS, UP, Verdict.NOT_ASSESSABLE),
        (("20%", "近130元", "100元"), GrowthForm.CURRENT_PREVIOUS, UP, Verdict.NOT_ASSESSABLE),
        (("50%", "近130元", "100元"), GrowthForm.CURRENT_PREVIOUS, UP, Verdict.FAIL),
    ],
)
def test_growth_in_each_form(
    figures: tuple[str, str, str], form: GrowthForm, direction: Direction, verdict: Verdict
) -> None:
    assert growth(*figures, form, direction).verdict is verdict


def told(judgement: Judgement) -> tuple[Verdict, str, str]:
    return judgement.verdict, judgement.arithmetic, judgement.difference


def test_a_product_multiplies_whatever_the_units() -> None:
    assert judged(ClaimKind.PRODUCT, "6000元", "300元", "20人").verdict is Verdict.PASS
    assert judged(ClaimKind.PRODUCT, "6100元", "300元", "20人").verdict is Verdict.FAIL


def test_a_count_is_held_against_what_was_counted() -> None:
    assert judged(ClaimKind.COUNT, "4项", "4项").verdict is Verdict.PASS
    assert told(judged(ClaimKind.COUNT, "4项", "3项")) == (Verdict.FAIL, "3 ≠ 4", "1 项")


@pytest.mark.parametrize(
    ("target", "actual", "verdict"),
    [
        ("3个以上", "3个", Verdict.PASS),
        ("3个以上", "2个", Verdict.FAIL),
        ("不超过5万元", "4万元", Verdict.PASS),
        ("不超过5万元", "6万元", Verdict.FAIL),
        ("40名", "近40名", Verdict.NOT_ASSESSABLE),
    ],
)
def test_a_target_is_reached_from_its_own_side(target: str, actual: str, verdict: Verdict) -> None:
    assert judged(ClaimKind.TARGET, target, actual).verdict is verdict


@pytest.mark.parametrize(
    ("left", "relation", "right", "verdict"),
    [
        ("5元", Relation.LESS, "6元", Verdict.PASS),
        ("6元", Relation.LESS, "6元", Verdict.FAIL),
        ("7元", Relation.MORE, "6元", Verdict.PASS),
        ("6元", Relation.SAME, "6元", Verdict.PASS),
        ("6元", Relation.SAME, "7元", Verdict.FAIL),
        ("近7元", Relation.SAME, "7元", Verdict.NOT_ASSESSABLE),
    ],
)
def test_comparisons(left: str, relation: Relation, right: str, verdict: Verdict) -> None:
    assert judged(ClaimKind.COMPARE, left, right, relation=relation).verdict is verdict


def test_figures_of_one_unit_are_read_with_the_finest_decimals() -> None:
    assert judged(ClaimKind.SUM, "20.355万元", "8万元", "12.355万元").verdict is Verdict.PASS
    assert judged(ClaimKind.SUM, "20.35万元", "8万元", "12.355万元").verdict is Verdict.FAIL


def test_cutting_is_told_from_error() -> None:
    cut = judged(ClaimKind.SHARE, "42.85%", "3000元", "7000元")
    assert (cut.verdict, cut.cut) == (Verdict.FAIL, True)
    assert cut.arithmetic.endswith("（截尾而非四舍五入）")
    wrong = judged(ClaimKind.SHARE, "42.84%", "3000元", "7000元")
    assert (wrong.verdict, wrong.cut) == (Verdict.FAIL, False)
    assert judged(ClaimKind.EQUAL, "12.34万元", "123478.00元").cut


@given(st.integers(1, 10**6), st.integers(1, 10_000))
def test_a_growth_that_was_computed_holds_in_every_form(hundredth: int, percent: int) -> None:
    previous, delta = hundredth * 100, hundredth * percent
    for form, first, second in (
        (GrowthForm.CURRENT_PREVIOUS, previous + delta, previous),
        (GrowthForm.CURRENT_DELTA, previous + delta, delta),
        (GrowthForm.PREVIOUS_DELTA, previous, delta),
    ):
        assert growth(f"{percent}%", f"{first}元", f"{second}元", form, UP).verdict is Verdict.PASS
