"""Claims within tables: total columns, divided rows, computed columns, both sides of a budget."""

from __future__ import annotations

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

Told = tuple[str, list[str], Verdict]


def claimed(text: str, kind: ClaimKind) -> list[Told]:
    """Give result, operands and verdict of every claim of a kind."""
    return [
        (written[0], written[1:], judge(claim).verdict)
        for claim in claims_in_tables(read(document_of(text, "例.txt")))
        if claim.kind is kind
        for written in [[term.figure.text for term in claim.terms if term.figure]]
    ]


def test_a_total_column_adds_the_columns_to_its_right() -> None:
    text = (
        "单位：万元\n单位名称\t合计\t人员\t公用\n甲所\t7.00\t5.00\t2.00\n乙所\t4.00\t3.00\t1.00\n"
        "丙所\t9.00\t6.00\t3.00\n丁所\t8.00\t6.00\t1.00\n"
    )
    found = claimed(text, ClaimKind.SUM)
    assert ("7.00", ["5.00", "2.00"], Verdict.PASS) in found
    assert ("8.00", ["6.00", "1.00"], Verdict.FAIL) in found


def test_a_form_of_one_row_is_divided_by_its_nested_headings() -> None:
    text = (
        "单位：万元\n名称\t收入合计\t其中：\t\t支出合计\t基本支出\t其中：\t\t项目支出\n"
        "\t\t上年结转\t拨款\t\t\t人员\t公用\t\n甲\t90.00\t20.00\t70.00\t90.00\t55.00\t45.00\t10.00\t35.00\n"
    )
    assert claimed(text, ClaimKind.SUM) == [
        ("90.00", ["20.00", "70.00"], Verdict.PASS),
        ("90.00", ["55.00", "35.00"], Verdict.PASS),
        ("55.00", ["45.00", "10.00"], Verdict.PASS),
    ]


DIVIDED = """单位：万元
资金	年初预算	全年预算
年度资金总额	50	{whole}
其中：财政拨款	40	45
其他资金	10	15
"""


def test_a_row_is_divided_by_the_rows_below_it() -> None:
    found = claimed(DIVIDED.format(whole=60), ClaimKind.SUM)
    assert found == [("50", ["40", "10"], Verdict.PASS), ("60", ["45", "15"], Verdict.PASS)]


def test_a_total_that_its_parts_miss_is_found_by_the_other_column() -> None:
    assert claimed(DIVIDED.format(whole=62), ClaimKind.SUM)[1] == ("62", ["45", "15"], Verdict.FAIL)


def test_parts_that_need_not_be_all_are_not_claimed() -> None:
    assert claimed("单位：万元\n项目\t金额\n房租\t30\n其中：库房\t12\n门店\t10\n", ClaimKind.SUM) == []


YEARS = """单位：万元
项目	2021年	2022年	增减额	增减率
甲	40.00	50.00	{change}	25.00%
乙	80.00	60.00	-20.00	-25.00%
丙	10.00	11.00	1.00	10.00%
"""


def test_a_change_is_the_later_year_less_the_earlier() -> None:
    found = claimed(YEARS.format(change="10.00"), ClaimKind.DIFFERENCE)
    assert found[0] == ("10.00", ["50.00", "40.00"], Verdict.PASS)
    assert found[1] == ("-20.00", ["60.00", "80.00"], Verdict.PASS)


def test_a_wrong_change_is_found() -> None:
    found = claimed(YEARS.format(change="11.00"), ClaimKind.DIFFERENCE)
    assert [verdict for *_, verdict in found] == [Verdict.FAIL, Verdict.PASS, Verdict.PASS]


def test_growth_and_fall_are_told_by_the_change() -> None:
    found = claimed(YEARS.format(change="10.00"), ClaimKind.GROWTH)
    assert found[:2] == [
        ("25.00%", ["50.00", "10.00"], Verdict.PASS),
        ("-25.00%", ["60.00", "-20.00"], Verdict.PASS),
    ]


def test_headings_that_the_rows_do_not_bear_out_claim_nothing() -> None:
    text = "单位：万元\n项目\t2021年\t2022年\t增减额\n甲\t40.00\t50.00\t7.00\n乙\t80.00\t60.00\t3.00\n"
    assert claimed(text, ClaimKind.DIFFERENCE) == []


def test_a_rate_is_of_the_budget_as_last_set() -> None:
    text = (
        "单位：万元\n项目\t年初预算数\t全年预算数\t全年执行数\t执行率\n甲\t90\t80\t60\t75%\n乙\t60\t50\t40\t80%\n"
        "丙\t30\t40\t20\t55%\n"
    )
    found = claimed(text, ClaimKind.RATE)
    assert found[0] == ("75%", ["60", "80"], Verdict.PASS)
    assert found[2] == ("55%", ["20", "40"], Verdict.FAIL)


def test_staff_are_held_against_posts() -> None:
    text = "单位：人\n机构\t编制数\t实有人数\n甲所\t12\t11\n乙所\t8\t9\n"
    verdicts = [verdict for *_, verdict in claimed(text, ClaimKind.COMPARE)]
    assert verdicts == [Verdict.PASS, Verdict.FAIL]


def test_income_and_expenses_balance() -> None:
    text = "单位：万元\n收入\t金额\t支出\t金额\n拨款\t70.00\t工资\t70.00\n收入总计\t70.00\t支出总计\t71.00\n"
    assert claimed(text, ClaimKind.EQUAL) == [("70.00", ["71.00"], Verdict.FAIL)]


def test_a_text_without_tables_claims_nothing() -> None:
    assert claims_in_tables(read(document_of("全年收入70万元。", "例.txt"))) == []
