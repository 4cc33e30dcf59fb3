from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.claims import Claim, ClaimKind, Judgement, Relation, Term, compare, judge
from wenxiao.finding import Verdict
from wenxiao.place import CellPlace
from wenxiao.quantity import Quantity, parse

amounts = st.decimals(min_value=0, max_value=1_000_000, places=2)


def term(label: str, written: str, unit: str = "万元", reason: str = "") -> Term:
    place = CellPlace("数据.xlsx", "收支决算", 3, "B", label, written)
    return Term(label, label, parse(written, unit) if written else None, (place,) if written else (), reason)


def claim(kind: ClaimKind, result: str, *operands: str, unit: str = "万元") -> Claim:
    names = "甲乙丙丁戊己"
    terms = tuple(term(name, written, unit) for name, written in zip(names, operands, strict=False))
    return Claim(kind, "合计", term("合计", result, unit), terms)


def judged(kind: ClaimKind, result: str, *operands: str, unit: str = "万元") -> Judgement:
    return judge(claim(kind, result, *operands, unit=unit))


def told(judgement: Judgement) -> tuple[Verdict, str, str]:
    return judgement.verdict, judgement.arithmetic, judgement.difference


def test_a_sum_that_holds_shows_its_arithmetic() -> None:
    found = judged(ClaimKind.SUM, "743.31", "446.58", "296.73")
    assert told(found) == (Verdict.PASS, "446.58 + 296.73 = 743.31", "")


def test_a_sum_that_fails_says_by_how_much() -> None:
    found = judged(ClaimKind.SUM, "743.13", "446.58", "296.73")
    assert told(found) == (Verdict.FAIL, "446.58 + 296.73 = 743.31 ≠ 743.13", "0.18 万元")


def test_half_a_digit_per_item_is_rounding_and_said_so() -> None:
    found = judged(ClaimKind.SUM, "743.30", "446.58", "296.73")
    assert (found.verdict, found.within_rounding, found.difference) == (Verdict.PASS, True, "0.01 万元")
    assert judged(ClaimKind.SUM, "743.29", "446.58", "296.73").verdict is Verdict.FAIL


def test_amounts_in_different_units_are_added_exactly() -> None:
    assert judged(ClaimKind.SUM, "1.5万元", "10000元", "5000元").arithmetic == "1.00 + 0.50 = 1.50"


def test_fen_are_shown_in_full() -> None:
    found = judged(ClaimKind.EQUAL, "7433056元", "743.31万元")
    assert found.arithmetic == "743.31 ≠ 743.3056"
    assert judged(ClaimKind.EQUAL, "7433056元", "743.40万元").difference == "0.0944 万元"


def test_counts_allow_no_rounding() -> None:
    found = judged(ClaimKind.EQUAL, "9", "10", unit="人")
    assert told(found) == (Verdict.FAIL, "10 ≠ 9", "1 人")


def test_a_difference_takes_the_later_operands_from_the_first() -> None:
    assert judged(ClaimKind.DIFFERENCE, "0.23", "1.67", "1.44").arithmetic == "1.67 - 1.44 = 0.23"
    assert judged(ClaimKind.DIFFERENCE, "0.33", "1.67", "1.44").verdict is Verdict.FAIL


@pytest.mark.parametrize("stated", ["86%", "86.2%", "86.23%", "86.2275%"])
def test_a_rate_holds_as_finely_as_it_is_printed(stated: str) -> None:
    found = judged(ClaimKind.RATE, stated, "1.44", "1.67")
    assert found.verdict is Verdict.PASS
    assert found.arithmetic.startswith("1.44 ÷ 1.67 × 100 = 86.2")
    assert "≠" not in found.arithmetic


def test_a_wrong_rate_says_how_many_points_it_is_off() -> None:
    found = judged(ClaimKind.RATE, "68%", "1.44", "1.67")
    assert told(found) == (Verdict.FAIL, "1.44 ÷ 1.67 × 100 = 86.23 ≠ 68.00", "18.23 个百分点")


def test_a_rate_of_amounts_that_could_have_been_larger_before_rounding_is_not_refuted() -> None:
    assert judged(ClaimKind.RATE, "33%", "0.01", "0.03").verdict is Verdict.PASS
    assert judged(ClaimKind.RATE, "50%", "0.01", "0.03").verdict is Verdict.PASS
    assert judged(ClaimKind.RATE, "70%", "0.01", "0.03").verdict is Verdict.FAIL


def test_zero_is_no_divisor() -> None:
    found = judged(ClaimKind.RATE, "100%", "1.44", "0")
    assert found == Judgement(Verdict.NOT_ASSESSABLE, reason="「乙」为 0，不能作除数")


def test_a_rate_must_be_a_percentage() -> None:
    assert judged(ClaimKind.RATE, "86万元", "1.44", "1.67").reason == "「合计」不是百分数"


def test_a_rate_of_unbounded_amounts_cannot_be_judged() -> None:
    found = judged(ClaimKind.RATE, "100%", "1.44", "1.67万元以上")
    assert found.verdict is Verdict.NOT_ASSESSABLE


def test_what_is_missing_is_named_with_its_reason() -> None:
    missing = Claim(
        ClaimKind.SUM, "合计", term("合计", ""), (term("甲", "1"), term("乙", "", reason="未公开"))
    )
    assert judge(missing) == Judgement(Verdict.NOT_ASSESSABLE, reason="缺少：合计、乙（未公开）")


def test_persons_and_person_times_are_not_compared() -> None:
    mixed = Claim(ClaimKind.EQUAL, "人数", term("目标", "50", "人次"), (term("实际", "45", "名"),))
    assert judge(mixed).reason == "「目标」与「实际」计量单位不同，不能比较"


def test_a_ratio_of_counts_by_other_words_may_hold_but_not_fail() -> None:
    assert judged(ClaimKind.SHARE, "30%", "912人", "3040份").verdict is Verdict.PASS
    assert judged(ClaimKind.SHARE, "40%", "912人", "3040份").reason.endswith("计量单位不同，不能比较")


def test_an_approximation_may_refute_but_never_proves_a_sum() -> None:
    assert judged(ClaimKind.EQUAL, "300人", "近260人").verdict is Verdict.FAIL
    found = judged(ClaimKind.EQUAL, "260人", "近260人")
    assert (found.verdict, found.reason) == (Verdict.NOT_ASSESSABLE, "所含约数与之不矛盾，但不能证明相等")


@pytest.mark.parametrize(
    ("kind", "result", "operands", "verdict"),
    [
        (ClaimKind.SHARE, "约18%", ("74万元", "412万元"), Verdict.PASS),
        (ClaimKind.SHARE, "约20%", ("90万元", "412万元"), Verdict.NOT_ASSESSABLE),
        (ClaimKind.SHARE, "约18%", ("79万元", "412万元"), Verdict.FAIL),
        (ClaimKind.SHARE, "近六成", ("59万元", "100万元"), Verdict.PASS),
        (ClaimKind.SHARE, "四成", ("39万元", "100万元"), Verdict.PASS),
        (ClaimKind.SHARE, "四成", ("31万元", "100万元"), Verdict.FAIL),
        (ClaimKind.DIFFERENCE, "约138万元", ("1046万元", "908万元"), Verdict.PASS),
        (ClaimKind.PRODUCT, "47.15亿元", ("约770元", "612.4万人次"), Verdict.PASS),
        (ClaimKind.SUM, "150人", ("近100人", "50人"), Verdict.NOT_ASSESSABLE),
    ],
)
def test_an_approximate_outcome_holds_if_the_exact_one_rounds_to_it(
    kind: ClaimKind, result: str, operands: tuple[str, ...], verdict: Verdict
) -> None:
    assert judged(kind, result, *operands).verdict is verdict


def test_yuan_have_no_more_than_two_decimals() -> None:
    found = judged(ClaimKind.DIFFERENCE, "5539126.336元", "61100496.69元", "55561370.35元", unit="元")
    assert (found.verdict, found.within_rounding) == (Verdict.PASS, True)


def test_a_comparison_shows_how_the_figures_stand() -> None:
    over = judged(ClaimKind.COMPARE, "2.5", "2")
    assert told(over) == (Verdict.FAIL, "2.50 > 2.00 万元", "0.50 万元")
    assert judged(ClaimKind.COMPARE, "2", "2").arithmetic == "2.00 = 2.00 万元"
    assert judged(ClaimKind.COMPARE, "1.5", "2").verdict is Verdict.PASS


def test_a_comparison_of_approximations_may_stay_open() -> None:
    found = judged(ClaimKind.COMPARE, "近260", "255", unit="人")
    assert (found.verdict, found.reason) == (Verdict.NOT_ASSESSABLE, "所含约数不能确定大小")


def test_a_claim_gives_each_place_once() -> None:
    one = term("甲", "1")
    assert Claim(ClaimKind.SUM, "合计", one, (one, term("乙", "2"))).places == (
        *one.places,
        *term("乙", "2").places,
    )


@given(st.lists(amounts, min_size=1, max_size=6), st.integers(1, 10**8))
def test_true_sums_pass_and_a_planted_change_shows(parts: list[Decimal], fen: int) -> None:
    exact_total = sum(parts)
    texts = [f"{part}元" for part in parts]
    true = judged(ClaimKind.SUM, f"{exact_total}元", *texts)
    assert (true.verdict, true.within_rounding) == (Verdict.PASS, False)
    changed = judged(ClaimKind.SUM, f"{exact_total + Decimal(fen) / 100}元", *texts)
    assert changed.verdict is Verdict.FAIL or changed.within_rounding


def quantity(low: int, high: int) -> Quantity:
    middle = Decimal(low + high) / 2
    return Quantity(middle, "人", parse("1人").kind, Decimal(low), Decimal(high), f"约{middle}人")


spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted)


@given(spans, spans, st.integers(0, 9))
def test_widening_never_decides_and_never_refutes(a: list[int], b: list[int], by: int) -> None:
    left, right = quantity(*a), quantity(*b)
    wide = quantity(a[0] - by, a[1] + by)
    decided = compare(wide, Relation.AT_MOST, right)
    assert decided in (None, compare(left, Relation.AT_MOST, right))
    one, other = Term("甲", "甲", left), Term("乙", "乙", right)
    if judge(Claim(ClaimKind.EQUAL, "甲", one, (other,))).verdict is not Verdict.FAIL:
        wider = Claim(ClaimKind.EQUAL, "甲", Term("甲", "甲", wide), (other,))
        assert judge(wider).verdict is not Verdict.FAIL


@given(spans, spans)
def test_at_most_is_at_least_seen_from_the_other_side(a: list[int], b: list[int]) -> None:
    left, right = quantity(*a), quantity(*b)
    assert compare(left, Relation.AT_MOST, right) == compare(right, Relation.AT_LEAST, left)
