from __future__ import annotations

import pytest

from wenxiao.catalogue.load import core_catalogue
from wenxiao.packages.sheet import Grid, RawSheet, column_index, column_letter, locate

PROJECT = core_catalogue().tables["project"]


def _locate(grid: Grid) -> tuple[RawSheet, list[str]]:
    return locate(PROJECT, grid, "数据.xlsx", "项目")


def _columns(grid: Grid) -> list[tuple[str, str, str]]:
    sheet, problems = _locate(grid)
    assert problems == []
    return [(column.letter, column.field.name, column.unit) for column in sheet.columns]


@pytest.mark.parametrize(
    ("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_named_as_excel_does(index: int, letter: str) -> None:
    assert column_letter(index) == letter
    assert column_index(letter) == index


def test_a_column_is_known_by_title_or_name_with_star_blanks_and_unit() -> None:
    assert _columns(
        [["项目编号 *", "name", "年初 预算数（万元）", "全年执行数(元)"], ["a", "b", "1", "2"]]
    ) == [
        ("A", "code", ""),
        ("B", "name", ""),
        ("C", "original_budget", "万元"),
        ("D", "outturn", "元"),
    ]


def test_the_star_may_stand_before_the_unit() -> None:
    assert _columns([["项目编号", "项目名称*", "年初预算数*（元）"]])[2] == ("C", "original_budget", "元")


def test_title_rows_above_the_header_and_blank_columns_are_passed_over() -> None:
    sheet, problems = _locate([["项目"], ["", "2021年"], [], ["", "项目编号", "项目名称"], ["", "A1", "一"]])
    assert problems == []
    assert [column.letter for column in sheet.columns] == ["B", "C"]
    assert (sheet.first_row, sheet.rows) == (5, [["", "A1", "一"]])


def test_a_note_above_the_header_gives_the_unit_unless_the_heading_does() -> None:
    assert _columns([["金额单位：元"], ["项目编号", "项目名称", "年初预算数", "全年预算数（万元）"]]) == [
        ("A", "code", ""),
        ("B", "name", ""),
        ("C", "original_budget", "元"),
        ("D", "adjusted_budget", "万元"),
    ]


def test_the_name_of_a_unit_is_no_note_of_money() -> None:
    assert _columns([["单位：某某市科协"], ["项目编号", "项目名称", "年初预算数"]])[2][2] == ""


def test_two_different_notes_are_a_problem() -> None:
    _, problems = _locate([["单位：元", "单位：万元"], ["项目编号", "项目名称", "年初预算数"]])
    assert problems == [
        "「数据.xlsx」工作表「项目」：表头上方注明了不同的金额单位（万元、元）。请只留一个，或写在每列表头的括号里。"
    ]


MERGED: Grid = [
    ["项目编号", "项目名称", "资金", ""],
    ["", "", "年初预算数", "全年执行数"],
    ["A1", "一", "1", "2"],
]


@pytest.mark.parametrize("grid", [MERGED, [["资金表"], *MERGED]])
def test_a_merged_header_is_read_from_both_rows(grid: Grid) -> None:
    sheet, problems = _locate(grid)
    assert problems == []
    assert [column.field.name for column in sheet.columns] == ["code", "name", "original_budget", "outturn"]
    assert sheet.rows == [["A1", "一", "1", "2"]]


def test_most_headings_of_a_merged_header_may_stand_in_its_lower_row() -> None:
    grid = [["项目编号", "基本情况", "", ""], ["", "项目名称", "立项依据", "说明"], ["A1", "一", "二", "三"]]
    sheet, problems = _locate(grid)
    assert problems == []
    assert [column.field.name for column in sheet.columns] == ["code", "name", "basis", "note"]
    assert sheet.first_row == 3


def test_an_empty_sheet_is_an_empty_table() -> None:
    assert _locate([["", " "], []]) == (RawSheet("数据.xlsx", "项目", (), 1, ()), [])


@pytest.mark.parametrize(
    ("grid", "message"),
    [
        ([["随便", "写的"]], "前 20 行中找不到表头"),
        ([["项目编号"]], "缺少必填的列“项目名称”（预算批复的项目名称）"),
        ([["项目编号", "项目名称", "项目编号"]], "A 列和 C 列都是“项目编号”"),
        ([["项目编号", "项目名称", "立项依剧"]], "C 列：不认识列名“立项依剧”。您要的是不是「立项依据」？"),
        ([["项目编号", "项目名称", "年初预算数（人）"]], "C 列：不认识列名“年初预算数（人）”"),
        ([["项目编号", "项目名称", "项目类别（元）"]], "C 列：不认识列名“项目类别（元）”"),
        ([["项目编号", "项目名称", "年初预算数（块砖）"]], "C 列：不认识列名“年初预算数（块砖）”"),
        ([["项目编号", "项目名称", ""], ["A1", "一", "x"]], "C 列：有内容但没有列名"),
        ([["项目编号", "项目名称"], ["A1", "一", "x"]], "第 2 行：有 3 格，表头有 2 格"),
        ([["项目编号", "项目名称"], [], ["A1"]], "第 3 行：有 1 格，表头有 2 格"),
    ],
)
def test_a_header_problem_is_named(grid: Grid, message: str) -> None:
    _, problems = _locate(grid)
    assert len(problems) == 1
    assert problems[0].startswith("「数据.xlsx」工作表「项目」")
    assert message in problems[0]
