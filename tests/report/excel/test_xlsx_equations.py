from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.claims import Claim, ClaimKind, Relation, Term, judge
from wenxiao.audit.identities import Identity
from wenxiao.fact import FactTable
from wenxiao.finding import Verdict
from wenxiao.quantity import Quantity, exact, parse
from wenxiao.report.excel import checks, facts
from wenxiao.report.excel.equations import (
    AGREES,
    DIFFERS,
    ROUNDING,
    UNKNOWN,
    Side,
    difference,
    sides,
    verdict,
    verdict_formula,
)
from wenxiao.report.excel.homes import settle


def term(label: str, amount: str | None) -> Term:
    return Term(label, label, None if amount is None else parse(amount))


def claim(
    kind: ClaimKind, result: str | None, *amounts: str | None, relation: Relation = Relation.AT_MOST
) -> Claim:
    operands = tuple(term(label, amount) for label, amount in zip("甲乙丙丁", amounts, strict=False))
    return Claim(kind, "核对", term("合计", result), operands, relation)


def both(made: Claim) -> tuple[Side, Side]:
    planned, made_facts = checks.plan([Identity("WX101", made)], FactTable({}))
    return sides(planned[0], settle(facts.homes(made_facts)))


def verdict_of(made: Claim) -> str:
    return verdict(made, difference(*both(made)))


def test_both_sides_are_formulas_in_the_terms_of_the_field() -> None:
    left, right = both(claim(ClaimKind.SUM, "3万元", "1万元", "2.5万元"))

    assert left == Side('IF(COUNT(合计)=1,合计,"缺数")', Decimal(3))
    assert right == Side('IF(COUNT(甲,乙)=2,SUM(甲,乙),"缺数")', Decimal("3.5"))
    assert difference(left, right) == Decimal("-0.5")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (claim(ClaimKind.SUM, "743.31万元", "446.58万元", "296.73万元"), AGREES),
        (claim(ClaimKind.SUM, "743.31万元", "446.58万元", "296.72万元"), ROUNDING),
        (claim(ClaimKind.SUM, "743.31万元", "446.58万元", "296.70万元"), DIFFERS),
        (claim(ClaimKind.SUM, "743.31万元", "446.58万元", None), UNKNOWN),
        (claim(ClaimKind.EQUAL, "1.00万元", "1.01万元"), ROUNDING),
        (claim(ClaimKind.EQUAL, None, "3人"), UNKNOWN),
        (claim(ClaimKind.EQUAL, "3人", "3人次"), UNKNOWN),
        (claim(ClaimKind.EQUAL, "约3万元", "3万元"), UNKNOWN),
        (claim(ClaimKind.DIFFERENCE, "1万元", "3万元", "1万元", "1万元"), AGREES),
        (claim(ClaimKind.RATE, "86.25%", "69万元", "80万元"), AGREES),
        (claim(ClaimKind.RATE, "86%", "69万元", "80万元"), DIFFERS),
        (claim(ClaimKind.RATE, "100%", "69万元", "0万元"), UNKNOWN),
        (claim(ClaimKind.RATE, "100%", "69万元", None), UNKNOWN),
        (claim(ClaimKind.COMPARE, "3万元", "3万元"), AGREES),
        (claim(ClaimKind.COMPARE, "3.01万元", "3万元"), DIFFERS),
        (claim(ClaimKind.COMPARE, "3.01万元", "3万元", relation=Relation.AT_LEAST), AGREES),
        (claim(ClaimKind.COMPARE, "-1万元", "0万元", relation=Relation.AT_LEAST), DIFFERS),
    ],
)
def test_verdicts(made: Claim, expected: str) -> None:
    assert verdict_of(made) == expected


def test_a_rate_that_never_ends_agrees_with_its_amounts() -> None:
    rate = Term("执行率", "执行率", exact(Decimal("97.27272727272727272727272727"), "%"))
    made = claim(ClaimKind.RATE, None, "214万元", "220万元")

    assert verdict_of(replace(made, result=rate)) == AGREES


AMOUNTS = st.none() | st.integers(-2000, 2000).map(lambda cents: f"{Decimal(cents).scaleb(-2)}万元")
PLAIN = [ClaimKind.SUM, ClaimKind.DIFFERENCE, ClaimKind.EQUAL, ClaimKind.COMPARE]


@given(
    st.sampled_from(PLAIN),
    AMOUNTS,
    st.lists(AMOUNTS, min_size=1, max_size=3),
    st.sampled_from(list(Relation)),
)
def test_the_sheet_says_what_the_audit_says(
    kind: ClaimKind, result: str | None, amounts: list[str | None], relation: Relation
) -> None:
    if kind in {ClaimKind.EQUAL, ClaimKind.COMPARE}:
        amounts = amounts[:1]
    made = claim(kind, result, *amounts, relation=relation)
    judgement = judge(made)
    expected = {Verdict.PASS: AGREES, Verdict.FAIL: DIFFERS, Verdict.NOT_ASSESSABLE: UNKNOWN}[
        judgement.verdict
    ]
    assert verdict_of(made) == (ROUNDING if judgement.within_rounding else expected)


def test_the_verdict_reads_the_row_it_stands_in() -> None:
    compared = claim(ClaimKind.COMPARE, "1万元", "2万元", relation=Relation.AT_LEAST)

    assert verdict_formula(compared, 4) == 'IF(COUNT(F5)=0,"无法核对",IF(F5>=0,"相符","不符"))'


def test_a_constant_stands_in_the_formula_itself() -> None:
    nothing = Term("", "0", parse("0元"))
    made = Claim(
        ClaimKind.COMPARE, "年末结转结余", term("年末结转结余", "5万元"), (nothing,), Relation.AT_LEAST
    )

    assert both(made)[1].formula == 'IF(COUNT(0)=1,SUM(0),"缺数")'


def many(count: int, quantity: Quantity | None) -> Claim:
    terms = [Term(f"明细{n}", f"明细{n}", parse("1元")) for n in range(count - 1)]
    terms.append(Term("最后一笔", "最后一笔", quantity))
    return Claim(ClaimKind.SUM, "核对", term("合计", f"{count}元"), tuple(terms))


def test_more_operands_than_a_formula_takes_are_added_up_first() -> None:
    left, right = both(many(1000, parse("1元")))

    assert right.value == left.value == Decimal("0.1")
    assert right.formula.startswith("IF(COUNT(")
    assert ")=200," in right.formula
    assert len(right.formula) < 8192


def test_one_unknown_among_many_is_never_passed_over() -> None:
    assert verdict_of(many(1000, None)) == UNKNOWN


def test_long_names_give_way_to_addresses() -> None:
    terms = tuple(Term(f"{'很长的名称' * 12}{n}", "明细", parse("1元")) for n in range(100))
    right = both(Claim(ClaimKind.SUM, "核对", term("合计", "100元"), terms))[1]

    assert "'数字'!$E$5" in right.formula
    assert len(right.formula) < 8192
