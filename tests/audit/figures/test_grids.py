"""Tables as grids: headings, names of rows, amounts, units and titles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import Grid
from wenxiao.audit.figures.read import read
from wenxiao.documents.text import document_of


def grid_of(text: str) -> Grid:
    """Give the one table of a text."""
    (grid,) = read(document_of(text, "例.txt")).grids
    return grid


PLAIN = """某站经费表
单位：万元
项目	预算数	决算数
人员经费	12.50	11.80
公用经费		3.40
合计	12.50	15.20
"""


def test_headings_names_title_and_unit_are_found() -> None:
    grid = grid_of(PLAIN)
    assert (grid.title, grid.unit, grid.first_row) == ("某站经费表", "万元", 1)
    assert grid.headings == ("项目", "预算数", "决算数")
    assert grid.stubs[1:] == ("人员经费", "公用经费", "合计")


def test_an_empty_cell_keeps_its_column() -> None:
    row = grid_of(PLAIN).cells[2]
    assert [is_amount(cell) for cell in row] == [False, False, True]
    assert row[2] is not None
    assert row[2].figure is not None
    assert row[2].figure.value == "34000"


def test_upper_headings_reach_over_the_blanks_to_their_right() -> None:
    grid = grid_of(
        "科目\t合计\t其中：\t\n\t\t在职\t退休\n工资\t90.00\t60.00\t30.00\n补贴\t9.00\t6.00\t3.00\n"
    )
    assert grid.first_row == 2
    assert grid.headings == ("科目", "合计", "其中：·在职", "其中：·退休")


def test_codes_are_no_amounts() -> None:
    grid = grid_of("类\t款\t科目\t金额（元）\n205\t\t教育\t800.00\n205\t02\t普通教育\t800.00\n")
    assert [is_amount(cell) for cell in grid.cells[2]] == [False, False, False, True]
    assert grid.stubs[1:] == ("教育", "普通教育")


@given(
    st.lists(
        st.lists(st.sampled_from(["", "甲", "7", "8.50", "合计", "9%"]), min_size=2, max_size=5), max_size=8
    )
)
def test_any_table_is_read_whole(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    for grid in read(document_of(text, "例.txt")).grids:
        assert len(grid.headings) == grid.table.columns
        assert len(grid.stubs) == len(grid.cells) == grid.table.rows
        assert all(len(row) == grid.table.columns for row in grid.cells)


def test_a_unit_beside_the_name_of_a_row_names_nothing() -> None:
    grid = grid_of(
        "某站情况表\n项目\t计量单位\t上年数\t本年数\n电费\t元\t5600\t5200\n职工\t人\t52\t50\n水费\t千元\t6.10\t7.20\n"
    )
    assert grid.stubs[1:] == ("电费", "职工", "水费")
    assert [names[-1].words for names in grid.names[1:]] == ["电费", "职工", "水费"]


def test_a_column_headed_unit_that_lists_bodies_names_its_rows() -> None:
    grid = grid_of("各站经费表\n序号\t单位\t金额（元）\n1\t甲镇\t5600\n2\t乙镇\t5200\n")
    assert grid.stubs[1:] == ("甲镇", "乙镇")


FORM = (
    "某局“三公”经费支出决算表\n单位：万元\n预算数\t\t\t\t\t\t决算数\t\t\t\t\t\n"
    "合计\t出国费\t购车及运行费\t购车费\t运行费\t接待费\t合计\t出国费\t购车及运行费\t购车费\t运行费\t接待费\n"
    "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\n"
    "17.20\t2.00\t11.00\t4.00\t7.00\t4.20\t13.10\t1.50\t8.00\t2.50\t5.50\t3.60\n"
)


def test_the_numbers_of_the_columns_head_none_and_are_no_amounts() -> None:
    grid = grid_of(FORM)
    assert grid.first_row == 3
    assert (grid.headings[0], grid.headings[-1]) == ("预算数·合计", "决算数·接待费")


def test_numbers_that_count_the_rows_are_no_amounts_even_without_a_heading() -> None:
    rows = "".join(f"{name}\t{number}\t{number}.50\n" for number, name in enumerate("甲乙丙丁戊", 8))
    grid = grid_of(f"各站经费表\n单位：元\n站名\t\t金额\n{rows}")
    assert [is_amount(cell) for cell in grid.cells[2]] == [False, False, True]


def test_a_code_is_one_beside_an_empty_cell_too() -> None:
    rows = "201\t\t服务支出\t7.50\n20113\t\t日常服务\t4.50\n2011301\t\t运行支出\t4.50\n"
    grid = grid_of(f"支出表\n单位：元\n科目编码\t\t名称\t金额\n类\t款\t\t\n{rows}")
    assert [names[-1].code for names in grid.names[2:]] == ["201", "20113", "2011301"]
