from __future__ import annotations

from functools import cache

import pytest
import typst

from wenxiao.documents.model import BlockKind, Document, Table
from wenxiao.documents.pdf import read_pdf
from wenxiao.report.pdf import fonts

SETTING = '#set text(size: 12pt, lang: "zh")\n#set page(paper: "a4", margin: 3cm)\n'


@cache
def faces() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts.folders())
    )


def read(body: str, setting: str = "") -> Document:
    source = (SETTING + setting + body).encode("utf-8")
    return read_pdf(typst.compile(source, font_paths=faces(), format="pdf"), "报告.pdf")


def grid(document: Document, table: Table) -> list[list[str]]:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = document.text[cell.start : cell.end]
    return rows


def prose(document: Document) -> list[str]:
    blocks = (block for block in document.blocks if block.kind is not BlockKind.CELL)
    return [document.text[block.start : block.end] for block in blocks]


def test_a_table_goes_on_past_a_page_printed_twice() -> None:
    def part(first: int) -> str:
        rows = "".join(f"[第{row}处管护站全年运行经费], [{row}3.50]," for row in range(first, first + 12))
        return f"#table(columns: (1fr, 1fr), [项目], [金额], {rows})"

    document = read("#pagebreak()".join([part(1), part(1), part(13)]))
    whole, again = document.tables
    assert [row[0] for row in grid(document, whole)[1:13]] == [
        f"第{row}处管护站全年运行经费" for row in range(1, 13)
    ]
    assert grid(document, whole)[-1] == ["第24处管护站全年运行经费", "243.50"]
    assert document.repeats == ((again.start, again.end),)


@pytest.mark.parametrize(
    "beside", ["第#context counter(page).display()页", '#context counter(page).display("1/1", both: true)']
)
def test_a_running_head_beside_a_page_number_is_dropped(beside: str) -> None:
    head = f"#set page(footer: text(size: 8pt)[部门预算公开网页版 #h(1fr) {beside}])\n"
    document = read("#pagebreak()".join(f"第{n}章的内容。" for n in "一二三四"), head)
    assert prose(document) == [f"第{n}章的内容。" for n in "一二三四"]


def test_the_unit_above_each_table_is_no_running_head() -> None:
    pages = [
        f"#align(right)[单位：万元]\n#table(columns: 2, [项目], [金额], [第{n}站], [{n}.50])"
        for n in range(1, 5)
    ]
    document = read("#pagebreak()".join(pages), "#set page(margin: 1cm)\n")
    assert prose(document) == ["单位：万元"] * 4


def test_a_line_below_a_unit_begins_a_paragraph() -> None:
    document = read("#align(right)[单位：万元]\n#par(leading: 0.6em)[说明：本表的数含上年结转的资金。]")
    assert prose(document) == ["单位：万元", "说明：本表的数含上年结转的资金。"]


def test_small_digits_above_large_type_are_no_mark_of_a_footnote() -> None:
    document = read("#text(size: 20pt)[评价报告]\n#place(top + right, dy: -1cm, text(size: 9pt)[2023年])")
    assert "2023年" in document.text


def test_columns_below_a_table_are_read_one_after_the_other() -> None:
    body = "".join(
        f"第{number}段说明全年开展活动{number}0场，" + "参加人数稳步增长，" * 4 + "完。\n\n"
        for number in range(1, 7)
    )
    table = "#align(right)[单位：万元]\n#table(columns: (1fr, 1fr), [项目], [金额], [水费], [3.50], [电费], [4.50])"
    document = read(
        f"{table}\n\n#block(height: 8cm, columns(2)[{body}])",
        "#set par(first-line-indent: (amount: 2em, all: true), justify: true)\n",
    )
    assert [text[:3] for text in prose(document)[1:]] == [f"第{number}段" for number in range(1, 7)]


@pytest.mark.parametrize(
    ("lines", "read_as"),
    [
        (["21,64", "6,400.", "00"], "21,646,400.00"),
        (["1,625,", "500.00"], "1,625,500.00"),
        (["162.", "50"], "162.50"),
        (["12.50", "13.50"], "12.50 13.50"),
        (["125", "136"], "125 136"),
    ],
)
def test_a_number_cut_by_the_end_of_a_line_is_one(lines: list[str], read_as: str) -> None:
    broken = " \\\n".join(lines)
    document = read(f"#table(columns: (4cm, 5cm, 5cm), [水费], [{broken}], [], [电费], [7.50], [8.50])")
    (table,) = document.tables
    assert grid(document, table)[0][1] == read_as


def test_numbers_cut_by_the_end_of_a_line_are_no_rows_of_their_own() -> None:
    cut = "1,625, \\\n500.00"
    document = read(f"#table(columns: 3, [园区日常 \\\n管护], [{cut}], [{cut}], [电费], [7.50], [8.50])")
    (table,) = document.tables
    assert grid(document, table)[0] == ["园区日常管护", "1,625,500.00", "1,625,500.00"]
