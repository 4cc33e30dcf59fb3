from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.catalogue.load import core_catalogue
from wenxiao.errors import WenxiaoError
from wenxiao.packages.collect import Collection
from wenxiao.packages.delimited import read_csv, write_csv_table
from wenxiao.packages.folder import package_from_tables
from wenxiao.packages.model import Package
from wenxiao.packages.workbook import read_workbook, write_tables

Fill = Callable[[Any, Any], None]


def _book(**sheets: Fill) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, fill in sheets.items():
            fill(book.add_worksheet(name), book)
    return out.getvalue()


def _read(content: bytes) -> Collection:
    found = Collection(core_catalogue())
    read_workbook(content, "数据.xlsx", found)
    found.check()
    return found


def _project(sheet: Any, book: Any) -> None:
    sheet.merge_range("A1:D1", "项目表（2021 年）")
    sheet.write_row("A2", ["项目编号", "项目名称", "年初预算数（万元）", "全年执行数"])
    sheet.write_row("A3", ["010203", "人才发展", 743.31, 0.1 + 0.2])
    sheet.write_blank("A9", None, book.add_format({"bold": True}))


def test_cells_are_read_exactly_with_their_places() -> None:
    found = _read(_book(项目=_project))
    assert found.problems == []
    (row,) = found.tables["project"]
    budget, outturn = row.quantity("original_budget"), row.quantity("outturn")
    assert budget and outturn  # noqa: PT018  (for the type checker)
    assert (budget.value, outturn.value) == (Decimal(7_433_100), Decimal(3000))
    assert row.text("code") == "010203"
    assert str(row.cells["outturn"]) == "「数据.xlsx」工作表「项目」第 3 行 D 列（全年执行数）"
    assert row.cells["original_budget"].written == "743.31"


def test_dates_are_read_from_date_cells_serial_numbers_and_texts() -> None:
    def fill(sheet: Any, book: Any) -> None:
        sheet.write_row(0, 0, ["凭证号", "项目编号", "日期", "金额"])
        days = [44260, "2021.3.5"]
        for number, day in enumerate(days, 1):
            sheet.write_row(number, 0, [number, "010203", day, 1])
        sheet.write_row(3, 0, [3, "010203", "", 1])
        with_time = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        sheet.write_datetime("C4", datetime(2021, 3, 5, 12), with_time)  # noqa: DTZ001  (Excel has no zones)

    found = _read(_book(项目=_project, 支付明细=fill))
    assert found.problems == []
    assert {row.values["date"] for row in found.tables["payment"]} == {date(2021, 3, 5)}
    assert [row.text("voucher") for row in found.tables["payment"]] == ["1", "2", "3"]


def test_a_percentage_is_read_as_it_is_shown() -> None:
    def fill(sheet: Any, book: Any) -> None:
        sheet.write_row("A1", ["指标编号", "一级指标", "二级指标", "三级指标", "计量单位", "目标值"])
        sheet.write_row("A2", ["K1", "产出指标", "数量指标", "完成率", "%"])
        sheet.write_number("F2", 1.525, book.add_format({"num_format": "0.0%"}))

    found = _read(_book(绩效指标=fill))
    assert found.problems == []
    target = found.tables["indicator"][0].quantity("target_value")
    assert target is not None
    assert (target.value, target.unit) == (Decimal("152.5"), "%")


def test_unknown_sheets_are_problems_unless_blank() -> None:
    def nothing(sheet: Any, book: Any) -> None:
        """Leave the sheet blank."""

    def something(sheet: Any, book: Any) -> None:
        sheet.write("A1", "备忘")

    assert _read(_book(项目=_project, Sheet2=nothing, 填表说明=something)).problems == []
    (problem,) = _read(_book(项目=_project, 绩效指标表=something)).problems
    assert problem.startswith(
        "「数据.xlsx」工作表「绩效指标表」：不认识这张表。您要的是不是「绩效指标」、「绩效目标」？可用的表名："
    )


def test_two_sheets_for_one_table_are_a_problem() -> None:
    (problem,) = _read(_book(项目=_project, project=_project)).problems
    assert problem.startswith("「数据.xlsx」工作表「project」：与「数据.xlsx」工作表「项目」是同一张表")


def test_a_sheet_with_an_error_value_imports_nothing() -> None:
    def fill(sheet: Any, book: Any) -> None:
        sheet.write_row("A1", ["项目编号", "项目名称", "全年执行数"])
        sheet.write_row("A2", ["A", "甲"])
        sheet.write_formula("C2", "=B9/0", None, "#DIV/0!")

    found = _read(_book(项目=fill))
    assert found.tables == {}
    assert "C2 单元格：公式出错" in found.problems[0]


def test_an_error_value_does_not_hide_the_faults_of_other_sheets() -> None:
    def fill(sheet: Any, book: Any) -> None:
        sheet.write_row("A1", ["项目编号", "项目名称"])
        sheet.write_formula("A2", "=B9/0", None, "#DIV/0!")

    def goal(sheet: Any, book: Any) -> None:
        sheet.write_row("A1", ["序号", "项目编号", "预期目标"])
        sheet.write_row("A2", ["1", "A", ""])

    found = _read(_book(项目=fill, 绩效目标=goal))
    found.check()
    error, empty = found.problems
    assert "A2 单元格：公式出错" in error
    assert "第 2 行 C 列（预期目标）：必填项为空" in empty


def test_a_damaged_part_is_reported() -> None:
    content = bytearray(_book(项目=_project))
    middle = content.index(b"xl/worksheets/sheet1.xml") + 60
    content[middle : middle + 40] = bytes(40)
    with pytest.raises(WenxiaoError, match="已损坏"):
        _read(bytes(content))


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=1, max_size=30), st.integers(0, 10**6))
def test_any_damage_is_a_message_never_a_crash(noise: bytes, where: int) -> None:
    content = bytearray(_DAMAGED)
    start = where % len(content)
    content[start : start + len(noise)] = noise
    try:
        _read(bytes(content))
    except WenxiaoError as refused:
        assert "数据.xlsx" in str(refused)  # noqa: PT017  (no damage is fine as well)


_DAMAGED = _book(项目=_project)


def _values(package: Package | Collection) -> dict[str, list[dict[str, object]]]:
    return {name: [dict(row.values) for row in rows] for name, rows in package.tables.items()}


_names = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=12)
_money = st.integers(0, 10**12).map(lambda fen: f"{Decimal(fen).scaleb(-6):f}")
_amount = st.one_of(st.just(""), st.integers(0, 10**7).map(str), st.sampled_from(["8万多", "近260", "0.5"]))


@st.composite
def packages(draw: st.DrawFn) -> Package:
    projects = [
        {
            "code": f"P{number}",
            "name": f"{draw(_names)}{number}",
            "parent": draw(st.sampled_from(["", "P0"])) if number else "",
            "category": draw(st.sampled_from(["", "特定目标类"])),
            "original_budget": draw(_money),
            "basis": draw(st.sampled_from(["", "第一行\n第二行，“引号”"])),
        }
        for number in range(draw(st.integers(1, 4)))
    ]
    indicators = [
        {
            "code": f"00{number}",
            "project": "P0",
            "level1": "产出指标",
            "level2": "数量指标",
            "name": f"指标{number}",
            "target_form": draw(st.sampled_from(["", "≥", "=", "定性"])),
            "target_value": draw(_amount),
            "unit": draw(st.sampled_from(["人次", "%", "个", "万元"])),
            "weight": draw(st.sampled_from(["", "0", "10.5", "3.333333333333333333"])),
        }
        for number in range(draw(st.integers(0, 4)))
    ]
    day = draw(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
    payment = {"voucher": "=1+1", "project": "P0", "date": day.isoformat(), "amount": f"-{draw(_money)[:-4]}"}
    tables = {"project": projects, "indicator": indicators, "payment": [payment]}
    return package_from_tables({name: rows for name, rows in tables.items() if rows})


@settings(max_examples=40, deadline=None)
@given(packages())
def test_rows_survive_a_workbook(package: Package) -> None:
    content = write_tables(package, core_catalogue())
    found = _read(content)
    assert found.problems == []
    assert _values(found) == _values(package)
    assert content == write_tables(package, core_catalogue())


@settings(max_examples=40, deadline=None)
@given(packages())
def test_rows_survive_csv(package: Package) -> None:
    found = Collection(core_catalogue())
    for name, rows in package.tables.items():
        table = core_catalogue().tables[name]
        found.add(read_csv(write_csv_table(table, rows), "x.csv"), "x.csv", table.title)
    found.check()
    assert found.problems == []
    assert _values(found) == _values(package)
