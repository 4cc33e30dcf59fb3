"""The workbook a clerk fills: one sheet per table, made from the catalogue, read back by the reader.

The same inputs give the same bytes: the file carries a fixed creation date.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from wenxiao.catalogue.model import Catalogue, CodeList, FieldSpec, FieldType, TableSpec
from wenxiao.packages.cells import Raw, written
from wenxiao.packages.layout import GUIDE_SHEET, LISTS_SHEET, heading, prefilled
from wenxiao.packages.sheet import column_letter

_LAST_ROW = 5000  # drop-downs reach this far
_LIST_LIMIT = 255  # Excel refuses a longer list that is typed into the rule itself
_EXACT_DIGITS = 15  # Excel keeps no more; a longer number is written as text
_NUMBER_FORMATS = {
    FieldType.MONEY: "#,##0.00####",
    FieldType.NUMBER: "General",
    FieldType.INTEGER: "0",
    FieldType.DATE: "yyyy-mm-dd",
}
_ALLOWED = ("format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter")
_WIDTHS = {FieldType.TEXT: 48, FieldType.STRING: 20, FieldType.CODE: 18, FieldType.DATE: 14}
_GUIDE = (
    "一、每张工作表是一类数据，一行填一条；没有的数据留空，不要填“无”或 0。",
    "二、深色表头带 * 的是必填列；把鼠标移到表头上可以看到含义、单位和来源。",
    "三、金额按表头括号里的单位填写数字；个别金额单位不同时，可在单元格里写明，如 12.5万元。",
    "四、数量可以带单位和约数，如 3000人次、8万多人次；百分比写成 80%。",
    "五、不要改动工作表名和列名；可以加行、删行、排序，不用的工作表可以删除。",
    "六、有下拉框的列请从列表中选择；“收支决算”和“人员情况”已列出项目，只需填写数字。",
)


def write_template(catalogue: Catalogue, unit: str, year: int) -> bytes:
    """Write the workbook a unit fills for a year: tables keyed by a code list start with its codes."""
    rows = {table.name: list(prefilled(catalogue, table)) for table in catalogue.tables.values()}
    rows["unit"] = [[unit if field.name == "name" else "" for field in catalogue.tables["unit"].fields]]
    return write_sheets(catalogue, unit, year, rows)


def write_sheets(
    catalogue: Catalogue, unit: str, year: int, rows: Mapping[str, Sequence[Sequence[Raw]]]
) -> bytes:
    """Write a workbook with the guide and one sheet per table holding ``rows`` (cells in field order)."""
    from xlsxwriter import Workbook  # noqa: PLC0415  (heavy)

    out = io.BytesIO()
    workbook = Workbook(out, {"in_memory": True})
    workbook.set_properties({"title": f"{unit}{year}年度绩效数据", "created": datetime(year, 1, 1)})  # noqa: DTZ001
    formats = _Formats(workbook)
    _guide(workbook, formats, catalogue, f"{unit} {year} 年度绩效数据填报表")
    long_lists = _long_lists(catalogue)
    for table in catalogue.tables.values():
        sheet = workbook.add_worksheet(table.title)
        _columns(sheet, formats, catalogue, table)
        _drop_downs(sheet, catalogue, table, long_lists)
        _rows(sheet, formats, table, rows[table.name])
        sheet.protect("", dict.fromkeys(_ALLOWED, True))
    if long_lists:
        _lists(workbook, catalogue, long_lists)
    workbook.close()
    return out.getvalue()


_WRAPPED = {FieldType.STRING, FieldType.TEXT}


class _Formats:
    """The cell formats of the workbook; a cell that may be filled is unlocked."""

    def __init__(self, workbook: Any) -> None:
        base = {"font_name": "宋体", "font_size": 11}
        head = {**base, "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1}
        self.title = workbook.add_format({**base, "bold": True, "font_size": 16})
        self.plain = workbook.add_format({**base, "text_wrap": True, "valign": "top"})
        self.optional = workbook.add_format({**head, "bg_color": "#DDEBF7"})
        self.required = workbook.add_format({**head, "bg_color": "#1F4E79", "font_color": "#FFFFFF"})
        data = {**base, "locked": False, "valign": "top"}
        self.data = {
            kind: workbook.add_format(
                {**data, "num_format": _NUMBER_FORMATS.get(kind, "@"), "text_wrap": kind in _WRAPPED}
            )
            for kind in FieldType
        }


def _guide(workbook: Any, formats: _Formats, catalogue: Catalogue, title: str) -> None:
    sheet = workbook.add_worksheet(GUIDE_SHEET)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 2, 60)
    sheet.write_string(0, 0, title, formats.title)
    for row, line in enumerate(_GUIDE, 2):
        sheet.merge_range(row, 0, row, 2, line, formats.plain)
    head = len(_GUIDE) + 3
    for column, name in enumerate(("工作表", "填什么", "依据")):
        sheet.write_string(head, column, name, formats.optional)
    for row, table in enumerate(catalogue.tables.values(), head + 1):
        sheet.write_url(row, 0, f"internal:'{table.title}'!A1", formats.plain, table.title)
        sheet.write_string(row, 1, table.meaning, formats.plain)
        sheet.write_string(row, 2, table.source, formats.plain)
    _print_on_a4(sheet)
    sheet.protect()


def _print_on_a4(sheet: Any) -> None:
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _columns(sheet: Any, formats: _Formats, catalogue: Catalogue, table: TableSpec) -> None:
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    _print_on_a4(sheet)
    sheet.set_row(0, 32)
    for index, field in enumerate(table.fields):
        head = formats.required if field.constraints.required else formats.optional
        comment = _comment(table, field, catalogue.codes.get(field.codes))
        sheet.set_column(index, index, _WIDTHS.get(field.type, 16), formats.data[field.type])
        sheet.write_string(0, index, heading(field), head)
        sheet.write_comment(0, index, comment, {"x_scale": 2, "y_scale": 1.5})


def _drop_downs(sheet: Any, catalogue: Catalogue, table: TableSpec, long_lists: Mapping[str, str]) -> None:
    for index, field in enumerate(table.fields):
        if field.codes:
            codes = catalogue.codes[field.codes]
            choice = {
                "validate": "list",
                "source": long_lists.get(codes.name) or list(codes.labels),
                "error_title": codes.title,
                "error_message": "请从下拉列表中选择。",
            }
            sheet.data_validation(1, index, _LAST_ROW, index, choice)


def _rows(sheet: Any, formats: _Formats, table: TableSpec, rows: Iterable[Sequence[Raw]]) -> None:
    for number, cells in enumerate(rows, 1):
        for index, (field, cell) in enumerate(zip(table.fields, cells, strict=True)):
            _write(sheet, number, index, cell, formats.data[field.type])


def _write(sheet: Any, row: int, column: int, cell: Raw, style: Any) -> None:
    if isinstance(cell, Decimal) and len(cell.as_tuple().digits) <= _EXACT_DIGITS:
        sheet.write_number(row, column, cell, style)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, style)
    elif cell != "":
        sheet.write_string(row, column, written(cell), style)


def _comment(table: TableSpec, field: FieldSpec, codes: CodeList | None) -> str:
    lines = [field.meaning, "必填" if field.constraints.required else "可不填"]
    if field.unit or field.unit_field:
        lines.append(f"单位：{field.unit or f'见“{table.field(field.unit_field).title}”列'}")
    if codes:
        lines.append(f"可选：{'、'.join(codes.labels)}")
    if field.constraints.pattern_hint:
        lines.append(f"只能用{field.constraints.pattern_hint}")
    return "\n".join([*lines, f"依据：{table.source}"])


def _long_lists(catalogue: Catalogue) -> dict[str, str]:
    """Give the place on the hidden sheet of each code list too long to stand in a rule."""
    long = [codes for codes in catalogue.codes.values() if len(",".join(codes.labels)) > _LIST_LIMIT]
    letters = [column_letter(index) for index in range(len(long))]
    return {
        codes.name: f"={LISTS_SHEET}!${letter}$1:${letter}${len(codes.values)}"
        for codes, letter in zip(long, letters, strict=True)
    }


def _lists(workbook: Any, catalogue: Catalogue, long_lists: Iterable[str]) -> None:
    sheet = workbook.add_worksheet(LISTS_SHEET)
    sheet.hide()
    for column, name in enumerate(long_lists):
        for row, label in enumerate(catalogue.codes[name].labels):
            sheet.write_string(row, column, label)
