from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest

from wenxiao.catalogue.load import core_catalogue
from wenxiao.errors import InputProblems
from wenxiao.packages.intake import rows_from_dicts
from wenxiao.packages.model import Row
from wenxiao.place import CellPlace


def _rows(table: str, dicts: Sequence[Mapping[str, str]]) -> tuple[Row, ...]:
    return rows_from_dicts(core_catalogue(), table, dicts)


def _problems(table: str, dicts: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    with pytest.raises(InputProblems) as refused:
        _rows(table, dicts)
    return refused.value.problems


def test_an_empty_cell_is_absent_and_has_no_place() -> None:
    (row,) = _rows("project", [{"项目编号": "A1", "项目名称": " 一 ", "年初预算数": "  "}])
    assert row.values == {"code": "A1", "name": "一"}
    assert row.place("original_budget") == ()
    assert len(row.cells) == 2


def test_a_value_keeps_its_cell_as_written() -> None:
    rows = _rows("project", [{"code": "A1", "name": "一", "outturn（元）": "1,234.5"}])
    assert rows[0].cells["outturn"] == CellPlace("示例", "项目", 2, "C", "全年执行数", "1,234.5")
    assert str(rows[0].cells["outturn"]) == "「示例」工作表「项目」第 2 行 C 列（全年执行数）"


def test_cells_are_a_mapping_over_what_was_filled() -> None:
    (row,) = _rows("project", [{"code": "A1", "name": "一", "note": ""}])
    assert list(row.cells) == ["code", "name"]
    assert "note" not in row.cells
    with pytest.raises(KeyError):
        row.cells["note"]


@pytest.mark.parametrize(
    ("written", "yuan"), [("年初预算数", 10_000), ("年初预算数（元）", 1), ("年初预算数（亿元）", 10**8)]
)
def test_the_heading_goes_before_the_default_unit(written: str, yuan: int) -> None:
    (row,) = _rows("project", [{"项目编号": "A1", "项目名称": "一", written: "1"}])
    budget = row.quantity("original_budget")
    assert budget is not None
    assert budget.value == yuan


def test_the_cell_goes_before_the_heading() -> None:
    (row,) = _rows("project", [{"项目编号": "A1", "项目名称": "一", "年初预算数（元）": "2万元"}])
    budget = row.quantity("original_budget")
    assert budget is not None
    assert budget.value == 20_000


INDICATOR = {"code": "K1", "level1": "产出指标", "level2": "数量指标", "name": "培训"}


def test_a_quantity_takes_the_unit_of_its_row_wherever_that_column_stands() -> None:
    rows = _rows(
        "indicator",
        [
            {**INDICATOR, "target_value": "3", "unit": "场次"},
            {**INDICATOR, "code": "K2", "name": "经费", "target_value": "3", "unit": "万元"},
            {**INDICATOR, "code": "K3", "name": "人", "target_value": "3人次", "unit": ""},
        ],
    )
    targets = [row.quantity("target_value") for row in rows]
    assert [f"{target.value}{target.unit}" for target in targets if target] == ["3场次", "30000元", "3人次"]


def test_the_unit_in_the_heading_stands_in_for_an_empty_unit_cell() -> None:
    rows = _rows("indicator", [{**INDICATOR, "目标值（人次）": "3", "unit": ""}])
    target = rows[0].quantity("target_value")
    assert target is not None
    assert target.unit == "人次"


def test_a_number_is_a_decimal() -> None:
    (row,) = _rows("indicator", [{**INDICATOR, "weight": "10.5"}])
    assert row.number("weight") == Decimal("10.5")


def test_every_problem_of_a_table_is_listed_with_its_cell() -> None:
    assert _problems(
        "project",
        [
            {"code": "A 1", "name": "一", "category": "人员类", "outturn": "-1"},
            {"code": "A2", "name": "", "category": "人员"},
        ],
    ) == (
        "「示例」工作表「项目」第 2 行 A 列（项目编号）：“A 1”格式不对。只能用英文字母、数字、“-”和“_”。",
        "「示例」工作表「项目」第 2 行 D 列（全年执行数）：“-1”小于允许的最小值 0万元。请改正。",
        "「示例」工作表「项目」第 3 行 C 列（项目类别）：“人员”不在“项目类别”的可选值中。您要的是不是「人员类」？可选：人员类、公用经费、其他运转类、特定目标类。",
        "「示例」工作表「项目」第 3 行 B 列（项目名称）：必填项为空。请填写（合并的单元格请取消合并，逐行填写）。",
    )


def test_a_wrong_unit_in_a_row_is_reported_at_the_value() -> None:
    (problem,) = _problems("indicator", [{**INDICATOR, "target_value": "3家", "unit": "人次"}])
    assert problem.startswith("「示例」工作表「绩效指标」第 2 行 E 列（目标值）：")


def test_blank_rows_are_skipped_and_row_numbers_kept() -> None:
    rows = _rows("project", [{"code": "", "name": ""}, {"code": "A1", "name": "一"}])
    assert [row.cells["code"].row for row in rows] == [3]


def test_a_prefilled_row_without_a_number_is_no_row() -> None:
    rows = _rows("staffing", [{"人员类别": "编制数", "人数": "8"}, {"人员类别": "见习生", "人数": ""}])
    assert [row.text("category") for row in rows] == ["编制数"]


def test_a_prefilled_row_with_a_note_must_be_complete() -> None:
    (problem,) = _problems("staffing", [{"人员类别": "见习生", "人数": "", "口径说明": "不详"}])
    assert "第 2 行 B 列（人数）：必填项为空" in problem


def test_a_table_of_one_row_has_one_row() -> None:
    (problem,) = _problems("unit", [{"单位名称": "甲"}, {"单位名称": "乙"}])
    assert problem == "「示例」工作表「单位信息」：应当只有一行，现有 2 行。请合并。"


def test_an_unknown_heading_is_refused() -> None:
    (problem,) = _problems("project", [{"code": "A1", "name": "一", "colour": "红"}])
    assert "不认识列名“colour”" in problem
