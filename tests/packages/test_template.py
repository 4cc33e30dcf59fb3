from __future__ import annotations

import io

import openpyxl
import pytest

from wenxiao.catalogue.load import core_catalogue
from wenxiao.catalogue.model import Catalogue, Code, CodeList
from wenxiao.packages.cells import fold
from wenxiao.packages.collect import Collection
from wenxiao.packages.template import write_template
from wenxiao.packages.workbook import read_workbook

CONTENT = write_template(core_catalogue(), "甲市科协", 2021)


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(CONTENT))


def test_the_same_inputs_give_the_same_bytes() -> None:
    assert write_template(core_catalogue(), "甲市科协", 2021) == CONTENT


def test_the_reader_knows_every_sheet_and_heading_and_finds_no_row_but_the_unit() -> None:
    found = Collection(core_catalogue())
    read_workbook(CONTENT, "数据.xlsx", found)
    assert found.problems == []
    assert {name: len(rows) for name, rows in found.tables.items()} == {"unit": 1}
    assert found.tables["unit"][0].text("name") == "甲市科协"


def test_the_guide_comes_first_and_names_every_table(book: openpyxl.Workbook) -> None:
    titles = [table.title for table in core_catalogue().tables.values()]
    assert book.sheetnames == ["填表说明", *titles]
    shown = {str(row[0].value) for row in book["填表说明"].iter_rows()}
    assert set(titles) <= shown


def test_headings_show_unit_and_need_and_explain_themselves(book: openpyxl.Workbook) -> None:
    sheet = book["项目"]
    assert [sheet["A1"].value, sheet["F1"].value] == ["项目编号*", "年初预算数（万元）"]
    assert sheet["A1"].fill.fgColor.rgb != sheet["F1"].fill.fgColor.rgb
    comment = sheet["F1"].comment.text
    assert "批复的年初预算" in comment
    assert "可不填" in comment
    assert "单位：万元" in comment
    assert "依据：预算法实施条例" in comment
    assert sheet.freeze_panes == "B2"


def test_only_data_cells_can_be_changed(book: openpyxl.Workbook) -> None:
    for table in core_catalogue().tables.values():
        sheet = book[table.title]
        assert sheet.protection.sheet
        assert sheet["A1"].protection.locked
        assert not sheet.column_dimensions["A"].protection.locked


def test_numbers_dates_and_codes_have_their_formats(book: openpyxl.Workbook) -> None:
    formats = {letter: book["支付明细"].column_dimensions[letter].number_format for letter in "ACD"}
    assert formats == {"A": "@", "C": "yyyy-mm-dd", "D": "#,##0.00####"}


def _choices(book: openpyxl.Workbook) -> dict[tuple[str, str], str]:
    return {
        (sheet.title, str(choice.sqref)): choice.formula1
        for sheet in book
        for choice in sheet.data_validations.dataValidation
    }


def test_coded_fields_have_drop_downs(book: openpyxl.Workbook) -> None:
    choices = _choices(book)
    assert choices["指标完成", "E2:E5001"] == '"达成,部分达成,未达成"'
    assert len(choices) == sum(bool(f.codes) for t in core_catalogue().tables.values() for f in t.fields)


def test_a_list_too_long_for_excel_stands_on_a_hidden_sheet() -> None:
    core = core_catalogue()
    labels = [f"很长的达成等级第{number:03d}种" for number in range(30)]
    long = CodeList("attainment", "达成等级", tuple(Code(label, "示例") for label in labels))
    content = write_template(Catalogue(core.tables, {**core.codes, "attainment": long}), "甲", 2021)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert _choices(book)["指标完成", "E2:E5001"] == "代码表!$A$1:$A$30"
    assert [cell.value for cell in book["代码表"]["A"]] == labels
    assert book["代码表"].sheet_state == "hidden"


def test_statement_and_staffing_list_their_lines(book: openpyxl.Workbook) -> None:
    for title, codes in (("收支决算", "statement_line"), ("人员情况", "staffing_category")):
        written = [fold(str(cell.value)) for cell in book[title]["A"][1:]]
        assert written == [fold(label) for label in core_catalogue().codes[codes].labels]
