"""Scores of self-evaluation forms."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

FORM = """项目支出绩效自评表
项目资金（万元）	年初预算数	全年预算数	全年执行数	分值	执行率	得分
年度资金总额	40.00	50.00	45.00	10	90.00%	9
一级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标	巡查次数	12次	12次	{weight}	50
效益指标	投诉下降率	10%	12%	30	{score}
满意度指标	居民满意度	90%	95%	10	10
总分				100	{total}
"""


def claimed(kind: ClaimKind, weight: str = "50", score: str = "28", total: str = "97") -> list[Verdict]:
    """Give the verdicts on the claims of a kind about scores, the first being the budget's own."""
    reading = read(document_of(FORM.format(weight=weight, score=score, total=total), "例.txt"))
    return [judge(claim).verdict for claim in claims_in_tables(reading) if claim.kind is kind]


def test_totals_add_the_scores_of_the_money_and_of_the_indicators() -> None:
    assert claimed(ClaimKind.SUM) == [Verdict.PASS, Verdict.PASS]


def test_a_wrong_total_is_found_by_the_other() -> None:
    assert claimed(ClaimKind.SUM, total="98") == [Verdict.PASS, Verdict.FAIL]


def test_no_score_is_above_its_weight() -> None:
    assert claimed(ClaimKind.COMPARE) == [Verdict.PASS] * 5
    assert claimed(ClaimKind.COMPARE, score="31", total="100").count(Verdict.FAIL) == 1


def test_money_in_the_form_has_the_unit_of_its_heading() -> None:
    reading = read(document_of(FORM.format(weight="50", score="28", total="97"), "例.txt"))
    units = {figure.text: figure.unit for figure in reading.figures}
    assert (units["40.00"], units["45.00"], units["50"], units["97"]) == ("元", "元", "", "")


def test_the_rate_is_of_the_budget_as_last_set_and_earns_its_part_of_the_weight() -> None:
    reading = read(document_of(FORM.format(weight="50", score="28", total="97"), "例.txt"))
    rates = [claim for claim in claims_in_tables(reading) if claim.kind is ClaimKind.RATE]
    told = [[term.figure.text for term in claim.terms if term.figure] for claim in rates]
    assert told == [["90.00%", "45.00", "50.00"], ["90.00%", "9", "10"]]
    assert [judge(claim).verdict for claim in rates] == [Verdict.PASS, Verdict.PASS]


def test_a_score_by_steps_is_not_claimed() -> None:
    text = FORM.format(weight="50", score="28", total="96").replace("\t9\n", "\t8\n")
    rates = [one for one in claims_in_tables(read(document_of(text, "例.txt"))) if one.kind is ClaimKind.RATE]
    assert len(rates) == 1


def test_a_total_may_leave_out_what_the_money_earns() -> None:
    text = FORM.format(weight="60", score="28", total="88")
    sums = [one for one in claims_in_tables(read(document_of(text, "例.txt"))) if one.kind is ClaimKind.SUM]
    assert [(judge(one).verdict, len(one.operands)) for one in sums] == [(Verdict.PASS, 3), (Verdict.PASS, 3)]


SPLIT = """项目支出绩效自评表
项目资金（万元）\t全年预算数\t全年执行数\t分值\t执行率\t得分
年度资金总额\t50.00\t45.00\t10\t90.00%\t9

年度目标：巡查12次，全部完成。

一级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t巡查次数\t12次\t12次\t50\t50
效益指标\t投诉下降率\t10%\t12%\t30\t28
满意度指标\t居民满意度\t90%\t95%\t10\t10
总分\t\t\t\t100\t{total}
"""


@pytest.mark.parametrize(("total", "verdict"), [("97", Verdict.PASS), ("79", Verdict.FAIL)])
def test_a_form_in_two_tables_is_one_form(total: str, verdict: Verdict) -> None:
    text = SPLIT.format(total=total)
    sums = [one for one in claims_in_tables(read(document_of(text, "例.txt"))) if one.kind is ClaimKind.SUM]
    assert [judge(one).verdict for one in sums if len(one.operands) == 4] == [Verdict.PASS, verdict]


def test_scores_of_which_some_stand_elsewhere_are_not_added() -> None:
    text = SPLIT[SPLIT.index("一级") :].format(total="98.6").replace("\t28\n", "\t28.6\n")
    assert not [
        one for one in claims_in_tables(read(document_of(text, "例.txt"))) if one.kind is ClaimKind.SUM
    ]


@pytest.mark.parametrize("text", ["", "一级指标\t分值\t得分\n", "项目\t分值\t分值\n甲\t5\t6\n总分\t5\t6\n"])
def test_a_form_without_scores_or_with_two_columns_of_them_claims_nothing(text: str) -> None:
    assert claims_in_tables(read(document_of(text, "例.txt"))) == []


def test_the_money_may_stand_in_a_table_above_other_text() -> None:
    parted = FORM.replace("一级指标", "\n二、指标完成情况\n巡查按月进行，结果报送主管部门。\n\n一级指标")
    for total, last in (("97", Verdict.PASS), ("98", Verdict.FAIL)):
        text = parted.format(weight="50", score="28", total=total)
        sums = [
            one for one in claims_in_tables(read(document_of(text, "例.txt"))) if one.kind is ClaimKind.SUM
        ]
        assert [judge(one).verdict for one in sums] == [Verdict.PASS, last]


def test_indicators_whose_money_stands_in_no_table_are_not_added() -> None:
    text = "\n".join(FORM.format(weight="50", score="28", total="97").splitlines()[3:])
    assert [
        one for one in claims_in_tables(read(document_of(text, "例.txt"))) if one.kind is ClaimKind.SUM
    ] == []
