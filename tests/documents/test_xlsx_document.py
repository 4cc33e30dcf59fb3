from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.documents import xlsx
from wenxiao.documents.model import BlockKind, Document
from wenxiao.documents.xlsx import read_xlsx
from wenxiao.documents.xlsx_format import shown
from wenxiao.documents.xlsx_sheet import letters, position_of
from wenxiao.errors import WenxiaoError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def raw(sheet: str, state: str = "visible") -> bytes:
    """Make a workbook of one sheet from the inside of its XML."""
    relation = '<Relationship Id="r1" Type="{}/{}" Target="{}"/>'
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("_rels/.rels", relations.format(R, "officeDocument", "xl/workbook.xml"))
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{R}"><sheets><sheet name="表" state="{state}" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels", relations.format(R, "worksheet", "worksheets/sheet1.xml")
        )
        archive.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>')
    return out.getvalue()


def read(content: bytes) -> Document:
    return read_xlsx(content, "台账.xlsx")


def cells(document: Document, table: int = 0) -> list[tuple[int, int, str]]:
    found = document.tables[table].cells
    return [(cell.row, cell.column, document.text[cell.start : cell.end]) for cell in found]


def sample() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("收支")
        sheet.merge_range("B2:D2", "2021年收支", book.add_format())
        sheet.write_row("B3", ["项目", "金额", "执行率"])
        sheet.write_string("B4", "基本支出")
        sheet.write_number("C4", 1234567.891, book.add_format({"num_format": "#,##0.00"}))
        sheet.write_number("D4", 0.85, book.add_format({"num_format": "0%"}))
        other = book.add_worksheet("说明")
        other.write_string("A1", "第一行\n第二行")
    return out.getvalue()


def test_each_sheet_is_a_heading_and_a_table_as_it_is_seen() -> None:
    document = read(sample())

    assert document.text == (
        "收支\n2021年收支\n项目\t金额\t执行率\n基本支出\t1,234,567.89\t85%\n说明\n第一行\n第二行\n"
    )
    kinds = [block.kind for block in document.blocks if block.kind is not BlockKind.CELL]
    assert kinds == [
        BlockKind.HEADING,
        BlockKind.CAPTION,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]
    (table,) = document.tables
    assert (table.rows, table.columns) == (2, 3)
    assert document.text[table.start : table.end] == "项目\t金额\t执行率\n基本支出\t1,234,567.89\t85%"


def test_lines_of_a_sheet_are_headings_items_and_paragraphs() -> None:
    lines = ["某局收支说明", "一、收入", "1.财政拨款3万元。", "收入按时到账。", "表内数据如下", "已经核对"]
    rows = "".join(f'<row><c t="inlineStr"><is><t>{line}</t></is></c></row>' for line in lines)
    document = read(raw(f"<sheetData>{rows}</sheetData>"))

    assert [(block.kind, block.level) for block in document.blocks[1:]] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 1),
        (BlockKind.LIST_ITEM, 0),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
    ]
    assert document.tables == ()


def test_a_place_names_sheet_and_cell() -> None:
    document = read(sample())
    start = document.text.index("85%")

    place = document.place(start, start + 3)

    assert str(place) == "「台账.xlsx」工作表「收支」D4"


def test_what_a_merged_cell_covers_is_not_seen() -> None:
    sheet = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A1:XFD1048576"/><mergeCell ref="?"/></mergeCells>'
    )
    document = read(raw(sheet))

    assert cells(document) == [(0, 0, "1"), (0, 1, "2"), (1, 1, "4")]
    assert document.tables[0].cells[0].row_span == 2


def test_cells_of_every_kind() -> None:
    sheet = (
        "<sheetData><row>"
        '<c t="inlineStr"><is><r><t>富</t></r><r><t>文本</t></r><rPh><t>fu</t></rPh></is></c>'
        '<c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A1</f><v>公式文字</v></c>'
        '<c t="d"><v>2021-03-05T00:00:00</v></c><c><v>0.30000000000000004</v></c><c t="s"><v>9</v></c>'
        "</row></sheetData>"
    )
    assert read(raw(sheet)).text == "表\n富文本\tTRUE\t#REF!\t公式文字\t2021-03-05\t0.3\n"


def test_empty_cells_keep_their_columns() -> None:
    sheet = '<sheetData><row r="3"><c r="B3"><v>1</v></c><c r="E3"><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c></row></sheetData>'
    document = read(raw(sheet))

    assert document.text == "表\n1\t\t\t2\n\n\t3\n"
    assert cells(document) == [(0, 0, "1"), (0, 3, "2"), (2, 1, "3")]


def test_formulas_nobody_calculated_are_told() -> None:
    sheet = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f></c></row></sheetData>'

    assert read(raw(sheet)).notices == (
        "「台账.xlsx」工作表「表」有公式没有计算结果（B1），没有审核。请用 Excel 或 WPS 打开后保存一次。",
    )


@pytest.mark.parametrize("formula", ['t="str"><f>A1</f><v></v>', '><f>IF(A1=1,"",A1)</f><v></v>'])
def test_a_formula_whose_result_is_an_empty_text_is_calculated(formula: str) -> None:
    sheet = f'<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" {formula}</c></row></sheetData>'

    assert read(raw(sheet)).notices == ()


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("明细")
        for row in range(9):
            sheet.write_row(row, 0, ["水费", row, 12.5])
            if row > 1:
                sheet.set_row(row, None, None, {"hidden": True})
        sheet.set_column("C:D", None, None, {"hidden": True})

    document = read(out.getvalue())

    assert cells(document)[-1] == (8, 2, "12.5")
    (notice,) = document.notices
    assert "有隐藏的内容（第 3 行、第 4 行、第 5 行、第 6 行、第 7 行 等 7 行，C 列），也一并审核了" in notice


def test_a_hidden_sheet_is_left_out_and_told() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("甲").write_string("A1", "看得见")
        hidden = book.add_worksheet("乙")
        hidden.write_string("A1", "看不见")
        hidden.hide()

    document = read(out.getvalue())

    assert "看不见" not in document.text
    assert "工作表「乙」是隐藏的" in document.notices[0]


@pytest.mark.parametrize(
    "sheet", ["<sheetData/>", '<sheetData><row><c t="str"><v> </v></c></row></sheetData>']
)
def test_an_empty_workbook_is_refused(sheet: str) -> None:
    with pytest.raises(WenxiaoError, match="里没有内容"):
        read(raw(sheet))


def test_a_sheet_that_reaches_too_far_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    far = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    with pytest.raises(WenxiaoError, match="用到了 1048576 行 × 16384 列"):
        read(raw(far))
    monkeypatch.setattr(xlsx, "MAX_ROWS_PER_SHEET", 2)
    with pytest.raises(WenxiaoError, match="用到了 3 行"):
        read(sample())


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("1234.5", "General", "1234.5"),
        ("1234.50", "", "1234.5"),
        ("1E3", "", "1000"),
        ("0", "", "0"),
        ("1234567", "#,##0", "1,234,567"),
        ("0.5", "0", "1"),
        ("-0.5", "0", "-1"),
        ("2.345", "0.00", "2.35"),
        ("7", "000", "007"),
        ("0.1234", "0.00%", "12.34%"),
        ("85", '0"%"', "85%"),
        ("12.3", '0.00"万元"', "12.30万元"),
        ("12.3", "¥#,##0.00", "¥12.30"),
        ("12.3", "[$￥-804]#,##0.00", "￥12.30"),
        ("-1234.5", "#,##0.00_);(#,##0.00)", "(1,234.50)"),
        ("-3", "0;[Red]-0", "-3"),
        ("-3", "0.0", "-3.0"),
        ("0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        ("5", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "5.00"),
        ("12345678", "0.0,,", "12.3"),
        ("12345", "0!.0,", "1.2"),
        ("12345", '0\\.0000"万元"', "1.2345万元"),
        ("123456789", '#,##0"."0000', "12,345.6789"),
        ("5", '0"."', "5."),
        ("0.25", "# ?/?", "0.25"),
        ("12300", "0.00E+00", "12300"),
        ("12345", "[>=10000]0.0;0", "12345"),
        ("0.5", "#.##", ".50"),
        ("44260", "yyyy/m/d", "2021/3/5"),
        ("44260", 'yyyy"年"m"月"d"日"', "2021年3月5日"),
        ("44260", "yyyy-mm-dd", "2021-03-05"),
        ("44260", "yyyymmdd", "20210305"),
        ("44260.5625", "yyyy/m/d h:mm", "2021/3/5 13:30"),
        ("0.5625", "h:mm AM/PM", "1:30 下午"),
        ("1.5", "[h]:mm", "1.5"),
        ("1E400", "0.00", "1E+400"),
        ("1E-400", "0.00", "0.00"),
    ],
)
def test_numbers_are_shown_as_their_format_says(value: str, code: str, text: str) -> None:
    assert shown(Decimal(value), code) == text


def test_days_are_counted_as_the_workbook_counts_them() -> None:
    since_1904 = (date(2021, 3, 5) - date(1904, 1, 1)).days

    assert shown(Decimal(since_1904), "yyyy/m/d", since_1904=True) == "2021/3/5"


@given(
    st.decimals(allow_nan=False, allow_infinity=False), st.text('#0?,.;%"\\[]_*yYmdhsE/@-元 ', max_size=20)
)
def test_any_format_shows_any_number(value: Decimal, code: str) -> None:
    assert len(shown(value, code)) < 200


@given(st.integers(-(10**13), 10**13), st.integers(0, 4))
def test_a_plain_format_prints_the_exact_value(units: int, places: int) -> None:
    value = Decimal(units).scaleb(-places)
    code = "0." + "0" * places if places else "0"

    assert Decimal(shown(value, code)) == value
    assert Decimal(shown(value, "#,##" + code).replace(",", "")) == value


@given(st.integers(0, 16383), st.integers(0, 1_048_575))
def test_letters_and_positions_agree(column: int, row: int) -> None:
    assert position_of(f"{letters(column)}{row + 1}") == (row, column)
