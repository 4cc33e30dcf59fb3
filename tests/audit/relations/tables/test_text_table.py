"""Prose against the rows of tables: which cell is meant, and when a difference is claimed."""

from __future__ import annotations

from wenxiao.audit.claims import judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.text_table import claims_between_text_and_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict


def told(text: str) -> list[tuple[object, ...]]:
    """Give the figure in prose, the cell, the verdict and whether digits were cut off."""
    return [
        (*(term.figure.text for term in claim.terms if term.figure), judged.verdict, judged.cut)
        for claim in claims_between_text_and_tables(read(document_of(text, "例.txt")))
        for judged in [judge(claim)]
    ]


CODED = """
支出表
单位：元
科目编码	科目名称	合计	基本支出	项目支出
208	社会保障支出	{first}		{first}
20810	社会福利	{first}		{first}
2081002	老年福利	{first}		{first}
"""
NAMED = "“社会保障支出（类）社会福利（款）老年福利（项）”{amount}，用于敬老院。\n"


def test_yuan_in_the_table_round_to_wan_in_the_text() -> None:
    assert told(NAMED.format(amount="52.35万元") + CODED.format(first="523,460.00")) == [
        ("52.35万元", "523,460.00", Verdict.PASS, False)
    ]


def test_digits_cut_off_are_told_from_an_error() -> None:
    assert told(NAMED.format(amount="52.34万元") + CODED.format(first="523,460.00")) == [
        ("52.34万元", "523,460.00", Verdict.FAIL, True)
    ]


def test_another_amount_than_that_of_the_coded_row_fails() -> None:
    assert told(NAMED.format(amount="523.46万元") + CODED.format(first="523,460.00")) == [
        ("523.46万元", "523,460.00", Verdict.FAIL, False)
    ]


ROLES = """
附表
单位：万元
项目	预算数	执行数
人员经费	200.00	188.30
办公经费	60.00	51.20
合计	260.00	239.50
"""


def test_prose_means_the_column_of_its_own_role() -> None:
    assert told("人员经费188.30万元。\n" + ROLES) == [("188.30万元", "188.30", Verdict.PASS, False)]


def test_columns_of_several_roles_refute_nothing() -> None:
    assert told("人员经费190.00万元。\n" + ROLES) == []


def test_a_total_row_is_known_by_its_amounts() -> None:
    assert told("全年预算260.00万元，实际支出239.50万元。\n" + ROLES) == [
        ("260.00万元", "260.00", Verdict.PASS, False),
        ("239.50万元", "239.50", Verdict.PASS, False),
    ]


EVENTS = """
班次表
班次	场次	经费（万元）
春季班	14	20.40
秋季班	17	31.10
合计	31	51.50
"""


def test_a_sentence_on_the_total_row_is_held_against_its_other_columns() -> None:
    assert told("全年办班31场次，经费55.10万元。\n" + EVENTS) == [
        ("31场次", "31", Verdict.PASS, False),
        ("55.10万元", "51.50", Verdict.FAIL, False),
    ]


def test_a_total_of_income_is_not_one_of_expenses() -> None:
    text = (
        "收入预算430.00万元。\n\n支出总表\n单位：万元\n项目\t金额\n甲\t400.00\n乙\t30.00\n支出合计\t430.00\n"
    )
    assert told(text) == []


def test_a_change_is_no_amount_of_the_row() -> None:
    text = "其他资本性支出增加9.00万元。\n\n附表\n单位：万元\n项目\t金额\n其他资本性支出\t70.00\n"
    assert told(text) == []


def test_rows_of_one_name_with_several_amounts_refute_nothing() -> None:
    rows = "老年福利补贴\t70.00\n老年福利补贴\t90.00\n"
    assert told(f"老年福利补贴80.00万元。\n\n附表\n单位：万元\n项目\t金额\n{rows}") == []


def test_prose_without_tables_claims_nothing() -> None:
    assert told("人员经费188.30万元，人员经费190.00万元。\n") == []


def test_an_amount_that_the_text_gives_is_not_refuted_by_another_of_that_name() -> None:
    text = "办班31场次，经费51.50万元；其中寒假31场次，经费8.20万元。\n" + EVENTS
    assert all(verdict is Verdict.PASS for _, _, verdict, _ in told(text))
