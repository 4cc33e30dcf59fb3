"""Tables below one another in one form, and the units their headings give."""

from __future__ import annotations

import pytest

from wenxiao.audit.figures.bands import bands_of
from wenxiao.audit.figures.model import Grid
from wenxiao.audit.figures.read import read
from wenxiao.documents.text import document_of

FORM = """编制人数	8	实有人数	7
年度收入（万元）\t\t\t
收入合计	其中：\t\t
	拨款	事业	其他
90.00	60.00	20.00	10.00
年度支出（万元）\t\t\t
支出合计	基本支出	项目支出	其他支出
90.00	50.00	30.00	10.00
"""


def grid_of(text: str) -> Grid:
    """Give the one table of a text."""
    (grid,) = read(document_of(text, "例.txt")).grids
    return grid


def test_each_band_has_its_own_headings() -> None:
    people, income, spending = bands_of(grid_of(FORM))
    assert people.table.rows == 1
    assert income.headings[1] == "年度收入（万元）·其中：·拨款"
    assert spending.headings[1] == "年度支出（万元）·基本支出"
    assert (spending.table.rows, spending.first_row) == (3, 2)


def test_headings_printed_again_begin_no_band() -> None:
    grid = grid_of("科目\t甲\t乙\n一\t1.00\t2.00\n科目\t甲\t乙\n二\t3.00\t4.00\n")
    assert bands_of(grid) == (grid,)


def test_a_row_of_names_without_amounts_begins_no_band() -> None:
    grid = grid_of("收入\t金额\t支出\t金额\n拨款\t1.00\t工资\t1.00\n其他\t\t补助\t\n合计\t1.00\t合计\t1.00\n")
    assert bands_of(grid) == (grid,)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (FORM, ["人", "人", *["元"] * 8]),
        ("项目\t人数\t金额（万元）\n甲\t3\t5.00\n", ["人", "元"]),
        (
            "资金（万元）\t预算数\t执行数\t分值\n总额\t5\t4\t10\n指标\t目标值\t完成值\t分值\n巡查\t6\t7\t20\n",
            ["元", "元", "", "", "", ""],
        ),
        ("单位：元\n一、收入（万元）\t\n甲\t3.00\n二、支出\t\n乙\t4.00\n", ["元", "元"]),
    ],
)
def test_a_unit_serves_what_its_heading_stands_over(text: str, units: list[str]) -> None:
    found = [figure.unit for figure in read(document_of(text, "例.txt")).figures if figure.quantity]
    assert found == units


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("某局支出决算表\n公开03表\n部门：某局\n单位：万元\n", "某局支出决算表"),
        ("附件\n\n收入预算表（2023年度）\n金额单位：元\n", "收入预算表（2023年度）"),
    ],
)
def test_the_title_is_the_line_that_calls_itself_a_table(above: str, title: str) -> None:
    assert grid_of(f"{above}项目\t金额\n甲\t3.00\n").title == title


def test_names_and_codes_of_tables_side_by_side_are_their_own() -> None:
    grid = grid_of(
        "科目编码\t科目名称\t金额\t科目编码\t科目名称\t金额\n301\t工资\t5.00\t302\t商品\t4.00\n"
        "303\t补助\t3.00\t310\t购置\t2.00\n人员合计\t\t8.00\t公用合计\t\t6.00\n"
    )
    first, last = grid.names[1], grid.names[-1]
    assert (tuple(first[2]), tuple(first[5])) == (("工资", "301"), ("商品", "302"))
    assert (tuple(last[2]), tuple(last[5])) == (("人员合计", ""), ("公用合计", ""))


def test_the_code_of_a_body_is_no_amount_and_no_part_of_a_purpose() -> None:
    grid = grid_of(
        "单位：万元\n类\t款\t项\t单位代码\t名称\t金额\n201\t03\t01\t310002\t行政运行\t5.00\n"
        "208\t05\t05\t310003\t养老缴费\t4.00\n"
    )
    assert [name.code for name in (grid.names[1][5], grid.names[2][5])] == ["2010301", "2080505"]
    code, amount = read(document_of("单位代码\t金额（元）\n310002\t5.00\n", "例.txt")).figures
    assert (code.quantity, amount.unit) == (None, "元")
