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
