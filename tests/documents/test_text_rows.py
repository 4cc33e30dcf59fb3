"""Tables in plain text whose cells are parted by bars without outer ones, or by blanks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.documents.model import BlockKind, Document
from wenxiao.documents.text import document_of


def grids(document: Document) -> list[list[list[str]]]:
    """Give the cells of each table, row by row."""
    found = []
    for table in document.tables:
        rows: list[list[str]] = [[] for _ in range(table.rows)]
        for cell in table.cells:
            rows[cell.row].append(document.text[cell.start : cell.end])
        found.append(rows)
    return found


def tables(text: str) -> list[list[list[str]]]:
    return grids(document_of(f"情况说明\n\n{text}\n", "样本.txt"))


@pytest.mark.parametrize("bar", [" | ", "|"])
@pytest.mark.parametrize("end", ["", " |"])
def test_bars_between_cells_make_rows(bar: str, end: str) -> None:
    rows = [["名称", "数量"], ["甲类", "12"], ["乙类", "30"]]
    assert tables("\n".join(bar.join(row) + end for row in rows)) == [rows]


def test_a_rule_below_headings_is_no_row() -> None:
    assert tables("名称 | 数量\n--- | ---\n甲类 | 12") == [[["名称", "数量"], ["甲类", "12"]]]


def test_titles_that_end_in_a_bar_belong_to_the_rows_below() -> None:
    text = "附件2 |\n单位：万元 |\n名称 | 金额 |\n甲类 | 12 |"
    assert tables(text) == [[["附件2"], ["单位：万元"], ["名称", "金额"], ["甲类", "12"]]]


@pytest.mark.parametrize(
    "text", ["首页 | 政务公开", "来源：本局 | 时间：3月\n\n收入增加。", "甲类 |\n乙类 |"]
)
def test_a_bar_alone_makes_no_table(text: str) -> None:
    assert tables(text) == []


def test_blanks_part_columns_of_amounts() -> None:
    text = "科目  本年数  上年数\n办公费  12.5  11.0\n差旅费  3.2  4.1\n合计  15.7  15.1"
    assert tables(text) == [[line.split() for line in text.split("\n")]]


def test_numbered_names_with_amounts_are_rows_and_no_headings() -> None:
    document = document_of("情况说明\n\n项目 金额\n1、出国费用 0\n2、接待费 1.5\n合计 1.5\n", "样本.txt")
    assert [block.kind for block in document.blocks[1:]] == [BlockKind.CELL] * 8


def test_headings_stand_over_the_amounts_where_none_names_the_rows() -> None:
    text = "预算数 执行数 分值\n资金总额 20 18 10\n财政拨款 20 18 10"
    assert tables(text)[0][0] == ["", "预算数", "执行数", "分值"]


def test_a_short_row_stands_where_its_words_and_numbers_agree_with_the_longest() -> None:
    text = "类别 指标 内容 目标 完成\n产出 数量 培训班 10 12\n质量 合格率 90% 95%\n总分 100 96"
    assert tables(text)[0][1:] == [
        ["产出", "数量", "培训班", "10", "12"],
        ["", "质量", "合格率", "90%", "95%"],
        ["总分", "", "", "100", "96"],
    ]


def test_two_blanks_more_are_an_empty_cell_where_headings_have_it() -> None:
    text = "项目 执行数 预算数\n支出合计   250\n接待费   150\n车辆费   100"
    assert tables(text)[0][1:] == [["支出合计", "", "250"], ["接待费", "", "150"], ["车辆费", "", "100"]]


def test_years_begin_rows_of_amounts() -> None:
    text = "年份 收入 支出\n2019 12.5 11.0\n2020 13.1 12.2"
    assert tables(text) == [[line.split() for line in text.split("\n")]]


@pytest.mark.parametrize(
    "text",
    [
        "截至 2020 年 12 月 31\n日，共有编制 30 名",
        "本单位共有人员 32\n人，其中在职 30 人。",
        "全年收入 500 万元\n全年支出 480 万元",
        "一、部门职责 3",
        "办公费 12.5，差旅费 3\n会议费 2.1，培训费 4",
        "联系人 某科 电话 6543210",
    ],
)
def test_sentences_with_blanks_are_no_rows(text: str) -> None:
    assert tables(text) == []


def test_a_new_title_ends_a_table() -> None:
    text = "项目 金额\n甲类 12\n乙类 30\n人员情况表\n项目 人数\n在职 12\n退休 30"
    assert [len(rows) for rows in tables(text)] == [3, 3]


@given(st.lists(st.text(alphabet="甲乙 |12.，。\t\n", max_size=30), max_size=20))
def test_every_cell_lies_in_its_table_and_no_two_overlap(lines: list[str]) -> None:
    document = document_of("\n".join(lines), "样本.txt")
    for table in document.tables:
        assert all(table.start <= cell.start <= cell.end <= table.end for cell in table.cells)
        places = [(cell.row, cell.column) for cell in table.cells]
        assert len(places) == len(set(places))
        assert all(cell.row < table.rows and cell.column < table.columns for cell in table.cells)
    starts = [block.start for block in document.blocks]
    assert all(one.end <= start for one, start in zip(document.blocks, starts[1:], strict=False))


def test_a_long_run_of_rows_is_read_whole() -> None:
    text = "\n".join(f"第{number}类 {number} {number}" for number in range(1, 4001))
    assert [len(rows) for rows in tables(text)] == [4000]
