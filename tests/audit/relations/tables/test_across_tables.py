"""Table against table: forms of one account that print the same amounts."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.across_tables import claims_across_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

GENERAL = """收入支出决算总表
单位：万元
收入		支出
项目	决算数	项目	决算数
一、一般公共预算财政拨款收入	95.00	一、教育支出	60.00
二、事业收入	5.00	二、卫生健康支出	40.00
本年收入合计	100.00	本年支出合计	100.00
年初结转和结余	3.00	年末结转和结余	3.00
总计	103.00	总计	103.00

"""
SPENDING = """支出决算表
单位：万元
科目编码	科目名称	本年支出合计	基本支出	项目支出
合计		{total}	70.00	30.00
205	教育支出	{education}	40.00	20.00
20502	普通教育	60.00	40.00	20.00
2050202	小学教育	60.00	40.00	20.00
210	卫生健康支出	40.00	30.00	10.00
21004	公共卫生	40.00	30.00	10.00
2100401	疾病预防控制机构	40.00	30.00	10.00

"""
FUNDED = """一般公共预算财政拨款支出决算表
单位：万元
科目编码	科目名称	合计	基本支出	项目支出
合计		95.00	65.00	30.00
205	教育支出	57.00	37.00	20.00
20502	普通教育	57.00	37.00	20.00
2050202	小学教育	57.00	37.00	20.00
210	卫生健康支出	38.00	28.00	10.00
21004	公共卫生	38.00	28.00	10.00
2100401	疾病预防控制机构	38.00	28.00	10.00

"""

Told = list[tuple[str, str, Verdict]]


def told(text: str) -> Told:
    """Give both figures and the verdict of every claim between tables."""
    found = []
    for claim in claims_across_tables(read(document_of(text, "例.txt"))):
        first, second = (term.figure for term in claim.terms[:2])
        assert first is not None
        assert second is not None
        assert first != second
        found.append((first.text, second.text, judge(claim).verdict))
    return found


def spending(total: str = "100.00", education: str = "60.00") -> str:
    """Give the list of spending by code with its total and one class."""
    return SPENDING.format(total=total, education=education)


def test_classes_and_totals_of_the_general_form_are_those_of_the_list() -> None:
    found = told(GENERAL + spending())
    assert found == [
        ("100.00", "100.00", Verdict.PASS),
        ("60.00", "60.00", Verdict.PASS),
        ("40.00", "40.00", Verdict.PASS),
    ]


@pytest.mark.parametrize("changed", [spending(total="108.00"), spending(education="66.00")])
def test_one_amount_that_differs_is_claimed_and_fails(changed: str) -> None:
    assert [pair[2] for pair in told(GENERAL + changed)].count(Verdict.FAIL) == 1


def test_in_a_longer_form_the_odd_row_is_found() -> None:
    names = ("国防", "教育", "文化", "卫生", "农林", "住房")
    rows = [f"{201 + number}\t{name}支出\t{number + 3}1.00" for number, name in enumerate(names)]
    general = "支出总表\n单位：万元\n项目\t支出预算数\n" + "\n".join(row.split("\t", 1)[1] for row in rows)
    listed = "支出预算表\n单位：万元\n科目编码\t科目名称\t支出合计\n" + "\n".join(rows).replace(
        "51.00", "57.00"
    )
    found = told(f"{general}\n\n{listed}\n")
    assert [pair for pair in found if pair[2] is Verdict.FAIL] == [("51.00", "57.00", Verdict.FAIL)]
    assert len(found) == len(names)


def test_another_source_of_money_is_another_amount() -> None:
    assert all(verdict is Verdict.PASS for *_, verdict in told(GENERAL + spending() + FUNDED))


def test_project_spending_of_two_forms_that_agree_in_all_rows_is_one() -> None:
    found = told(spending() + FUNDED)
    assert [pair[:2] for pair in found].count(("20.00", "20.00")) == 3
    assert {pair[2] for pair in found} == {Verdict.PASS}


def test_two_bodies_with_the_same_forms_are_not_compared() -> None:
    other = spending().replace("60.00", "75.00").replace("40.00", "52.00").replace("100.00", "127.00")
    assert told(spending() + other) == [] or all(pair[2] is Verdict.PASS for pair in told(spending() + other))


@pytest.mark.parametrize("stage", ["预算", "2020年决算"])
def test_another_stage_or_year_is_another_amount(stage: str) -> None:
    first = FUNDED.replace("决算", "2021年决算")
    other = FUNDED.replace("决算", stage).replace("95.00", "96.00")
    assert Verdict.FAIL not in [pair[2] for pair in told(first + other)]


def test_rounding_is_no_difference() -> None:
    assert told(GENERAL + spending(education="60.01"))[1] == ("60.00", "60.01", Verdict.PASS)


BASIC = """一般公共预算财政拨款基本支出决算表
单位：万元
科目编码	科目名称	决算数	科目编码	科目名称	决算数
301	工资福利支出	{wages}	302	商品和服务支出	19.88
30101	基本工资	{wages}	30217	公务接待费	2.00
303	对个人和家庭的补助	5.00	310	资本性支出	1.00
人员经费合计		{personnel}	公用经费合计		20.88

"""


@pytest.mark.parametrize(("personnel", "verdicts"), [("44.12", {Verdict.PASS}), ("47.12", {Verdict.FAIL})])
def test_basic_spending_is_personnel_and_running_costs(personnel: str, verdicts: set[Verdict]) -> None:
    text = FUNDED + BASIC.format(wages="39.12", personnel=personnel)
    claims = [
        claim for claim in claims_across_tables(read(document_of(text, "例.txt"))) if len(claim.terms) == 3
    ]
    assert {judge(claim).verdict for claim in claims} == verdicts


def test_entertainment_is_told_again_by_its_code_where_both_agree() -> None:
    form = "“三公”经费支出决算表\n单位：元\n合计\t因公出国（境）费\t公务接待费\n{0}\t0.00\t{0}\n"
    text = BASIC.format(wages="39.12", personnel="44.12")
    assert ("2.00", "20,000.00", Verdict.PASS) in told(text + form.format("20,000.00"))
    assert told(text + form.format("30,000.00")) == []
