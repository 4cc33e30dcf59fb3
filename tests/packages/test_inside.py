from __future__ import annotations

import io
import zipfile

import pytest
import xlsxwriter

from wenxiao.packages.inside import look_inside


def _workbook(*formulas: tuple[str, str, str | int]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("项目")
        sheet.write_string("A1", "项目编号")
        for cell, formula, result in formulas:
            sheet.write_formula(cell, formula, None, result)
    return out.getvalue()


def _with_sheet(xml: str) -> bytes:
    """Replace the XML of the only sheet, as other programs would write it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_workbook())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return out.getvalue()


def _problems(content: bytes) -> list[str]:
    return list(look_inside(content, "数据.xlsx").problems["项目"])


def test_calculated_formulas_are_fine() -> None:
    assert _problems(_workbook(("B2", "=1+1", 2), ("B3", "=A1", "x"))) == []


def test_an_error_value_is_found_where_it_stands() -> None:
    assert _problems(_workbook(("C3", "=1/0", "#DIV/0!"))) == [
        "「数据.xlsx」工作表「项目」 C3 单元格：公式出错，值为“#DIV/0!”。请改正公式，或直接填写结果。"
    ]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2"><f>1+1</f></c>',
        '<c r="B2" s="1"><f>1+1</f><v></v></c>',
        '<c s="1" r="B2"><f t="shared" si="0"/><v/></c>',
        '<x:c r="B2"><x:f>1+1</x:f></x:c>',
    ],
)
def test_a_formula_nobody_calculated_is_found(cell: str) -> None:
    sheet = _with_sheet(f'<worksheet><sheetData><row r="2">{cell}</row></sheetData></worksheet>')
    assert _problems(sheet) == [
        "「数据.xlsx」工作表「项目」 B2 单元格：公式还没有计算结果。请用 Excel 或 WPS 打开后保存一次。"
    ]


@pytest.mark.parametrize(
    "cell",
    ['<c r="B2" t="str"><f>""</f><v></v></c>', '<c r="B2"><f>1</f><v>1</v></c><c r="C2" s="1"/>'],
)
def test_a_calculated_formula_is_fine_even_if_its_result_is_an_empty_text(cell: str) -> None:
    sheet = _with_sheet(f'<worksheet><sheetData><row r="2">{cell}</row></sheetData></worksheet>')
    assert _problems(sheet) == []


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("A1048576", "有 1048576 行，超过上限"),
        ("XFD1", "用到了 1 行 × 16384 列"),
        ("ZZ20000", "用到了 20000 行 × 702 列"),
    ],
)
def test_a_cell_far_out_does_not_fill_the_memory(cell: str, message: str) -> None:
    row = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    xml = f'<worksheet><sheetData><row r="{row}"><c r="{cell}"><v>1</v></c></row></sheetData></worksheet>'
    (problem,) = _problems(_with_sheet(xml))
    assert message in problem


@pytest.mark.parametrize(
    ("number_format", "is_percentage"),
    [
        ("0%", True),
        ("0.00%", True),
        ("0.0%;[Red]-0.0%", True),
        ('0"%"', False),
        (r"0\%", False),
        ("0.00", False),
    ],
)
def test_cells_that_show_a_percentage_are_found(number_format: str, *, is_percentage: bool) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("项目")
        sheet.write_number("AB3", 0.8, book.add_format({"num_format": number_format}))
        sheet.write_number("A1", 0.8)
    found = look_inside(out.getvalue(), "数据.xlsx").percentages["项目"]
    assert found == ({(2, 27)} if is_percentage else set())
