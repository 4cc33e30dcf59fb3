"""Totals of tables: which rows they add, and when one that does not close is claimed."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.totals import totals_claimed
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict


def totals(text: str) -> list[tuple[str, list[str], Verdict]]:
    """Give result, operands and verdict of every total claimed."""
    return [
        (written[0], written[1:], judge(claim).verdict)
        for grid in read(document_of(text, "例.txt")).grids
        for claim in totals_claimed(grid)
        for written in [[term.figure.text for term in claim.terms if term.figure]]
    ]


def test_a_total_adds_the_rows_above_it() -> None:
    assert totals("单位：万元\n项目\t金额\n甲\t1.50\n乙\t2.25\n合计\t3.75\n") == [
        ("3.75", ["1.50", "2.25"], Verdict.PASS)
    ]


def test_rows_after_qizhong_are_not_added_however_many_they_are() -> None:
    text = "单位：万元\n项目\t金额\n房租\t30.00\n其中：库房\t12.00\n办公室\t10.00\n水电\t5.00\n合计\t35.00\n"
    assert totals(text) == [("35.00", ["30.00", "5.00"], Verdict.PASS)]


def test_a_grand_total_adds_the_subtotal_and_what_follows() -> None:
    text = (
        "单位：万元\n项目\t金额\n甲\t4.00\n乙\t6.00\n本年收入合计\t10.00\n上年结转\t2.00\n收入总计\t12.00\n"
    )
    assert totals(text)[1] == ("12.00", ["10.00", "2.00"], Verdict.PASS)


@pytest.mark.parametrize(
    "text",
    [
        (
            "单位：元\n类\t款\t项\t科目\t金额\n205\t\t\t教育\t900.00\n205\t02\t\t普通教育\t900.00\n"
            "205\t02\t01\t学前\t400.00\n205\t02\t02\t小学\t500.00\n合计\t\t\t\t900.00\n"
        ),
        (
            "单位：元\n科目编码\t科目\t金额\n205\t教育\t900.00\n20502\t普通教育\t900.00\n"
            "2050201\t学前\t400.00\n2050202\t小学\t500.00\n合计\t\t900.00\n"
        ),
    ],
)
def test_each_level_of_codes_adds_to_the_one_above(text: str) -> None:
    assert ("900.00", ["400.00", "500.00"], Verdict.PASS) in totals(text)
    assert all(verdict is Verdict.PASS for *_, verdict in totals(text))
    assert not any(len(parts) > 2 for _, parts, _ in totals(text))


CUT = """单位：万元
科目编码	科目名称	合计	基本支出	项目支出
212	城乡社区支出	9000.00	4000.00	5000.00
21201	管理事务	4000.00	4000.00
"""


def test_a_list_that_may_be_cut_off_is_not_called_wrong() -> None:
    assert [verdict for *_, verdict in totals(CUT)] == [Verdict.PASS]
    closed = totals(CUT + "合计\t\t9000.00\t4000.00\t5000.00\n")
    assert [verdict for *_, verdict in closed].count(Verdict.FAIL) == 1


def test_two_tables_side_by_side_are_totalled_each_for_itself() -> None:
    text = "单位：万元\n收入项目\t金额\t支出项目\t金额\n拨款\t70\t工资\t40\n捐赠\t20\t房租\t50\n收入合计\t90\t支出合计\t90\n"
    assert totals(text) == [("90", ["70", "20"], Verdict.PASS), ("90", ["40", "50"], Verdict.PASS)]


def test_a_broken_total_is_found_when_another_column_closes() -> None:
    text = "单位：万元\n项目\t去年\t今年\n甲\t1.00\t3.00\n乙\t2.00\t4.00\n合计\t3.00\t7.50\n"
    assert totals(text)[1] == ("7.50", ["3.00", "4.00"], Verdict.FAIL)


def test_a_total_that_closes_in_no_column_is_not_claimed() -> None:
    assert totals("单位：万元\n项目\t金额\n甲\t1.00\n乙\t2.00\n合计\t9.00\n") == []


def test_unlike_amounts_are_not_added() -> None:
    assert totals("项目\t数值\n甲\t3个\n乙\t4.00万元\n合计\t7\n") == []


def test_a_very_wide_table_is_read_promptly() -> None:
    row = "\t".join("1" for _ in range(2000))
    assert isinstance(totals(f"项目\t{row}\n其中：甲\t{row}\n合计\t{row}\n"), list)


def test_the_total_of_expenses_begins_anew_below_that_of_income() -> None:
    text = """单位：万元
项目\t2030年\t2031年
一、本年收入\t310.20\t298.40
二、年初结余\t20.10\t15.60
收入总计\t330.30\t314.00
三、本年支出\t314.70\t300.90
基本支出\t210.50\t199.10
项目支出\t104.20\t101.80
四、年末结余\t15.60\t13.10
支出总计\t330.30\t314.00
"""
    found = totals(text)
    assert ("330.30", ["314.70", "15.60"], Verdict.PASS) in found
    assert ("314.00", ["300.90", "13.10"], Verdict.PASS) in found
    assert all(verdict is Verdict.PASS for _, _, verdict in found)


def test_a_list_of_codes_goes_on_at_the_head_of_the_next_columns() -> None:
    head = "单位：万元\n人员经费\t\t\t公用经费\t\t\t\t\t\n" + "\t".join(["编码\t名称\t金额"] * 3) + "\n"
    rows = (
        "301\t工资支出\t6.50\t302\t办公支出\t9.50\t30207\t水费\t1.50\n"
        "30101\t工资\t4.00\t30201\t纸张\t3.00\t30209\t电费\t2.00\n"
        "30102\t补贴\t2.50\t30202\t印刷\t3.00\t310\t设备支出\t7.00\n"
    )
    assert totals(head + rows) == [
        ("6.50", ["4.00", "2.50"], Verdict.PASS),
        ("9.50", ["3.00", "3.00", "1.50", "2.00"], Verdict.PASS),
    ]
