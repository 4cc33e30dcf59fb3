from __future__ import annotations

import re
from functools import cache
from io import BytesIO

import pypdfium2 as pdfium
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.documents.model import Block, BlockKind, Document, Table
from wenxiao.documents.pdf import read_pdf
from wenxiao.errors import WenxiaoError
from wenxiao.place import PageLine
from wenxiao.report.pdf import fonts

SETTING = """
#set text(size: 12pt, lang: "zh")
#set page(paper: "a4", margin: 3cm)
#set par(first-line-indent: (amount: 2em, all: true), justify: true)
"""


@cache
def faces() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts.folders())
    )


def pdf_of(body: str, setting: str = SETTING) -> bytes:
    return typst.compile((setting + body).encode("utf-8"), font_paths=faces(), format="pdf")


def read(body: str, setting: str = SETTING) -> Document:
    return read_pdf(pdf_of(body, setting), "报告.pdf")


def grid(document: Document, table: Table) -> list[list[str]]:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = document.text[cell.start : cell.end]
    return rows


def prose(document: Document) -> list[tuple[BlockKind, str]]:
    blocks = [block for block in document.blocks if block.kind is not BlockKind.CELL]
    return [(block.kind, text_of(document, block)) for block in blocks]


def text_of(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]


def test_a_ruled_table_keeps_empty_cells_and_spans() -> None:
    document = read(
        """
        单位：元

        #table(columns: (1fr, 1fr, 1fr, 1fr), align: center,
          table.cell(rowspan: 2)[项目], table.cell(colspan: 3)[支出],
          [合计], [基本支出], [项目支出],
          [水费], [1,200.50], [], [1,200.50],
          [电费], [300.00], [300.00], [])
        """
    )
    (table,) = document.tables
    assert grid(document, table) == [
        ["项目", "支出", "", ""],
        ["", "合计", "基本支出", "项目支出"],
        ["水费", "1,200.50", "", "1,200.50"],
        ["电费", "300.00", "300.00", ""],
    ]
    spans = {document.text[cell.start : cell.end]: (cell.row_span, cell.column_span) for cell in table.cells}
    assert spans["项目"] == (2, 1)
    assert spans["支出"] == (1, 3)
    assert prose(document) == [(BlockKind.CAPTION, "单位：元")]


def test_the_text_of_a_table_is_parted_by_tabs_and_line_breaks() -> None:
    document = read("#table(columns: (1fr, 1fr, 1fr), [甲], [], [3], [乙], [2], [])")
    assert document.text == "甲\t\t3\n乙\t2\t\n"


def test_a_table_without_lines_is_found_by_its_columns_of_numbers() -> None:
    document = read(
        """
        收支情况如下。

        #table(columns: (1fr, 1fr, 1fr, 1fr), stroke: none, align: (left, right, right, right),
          [项目], [预算数], [决算数], [执行率],
          [培训费], [1,200.50], [], [80%],
          [会议费], [33.00], [31.50], [95.45%],
          [合计], [1,233.50], [31.50], [])

        表后的说明。
        """
    )
    (table,) = document.tables
    assert grid(document, table) == [
        ["项目", "预算数", "决算数", "执行率"],
        ["培训费", "1,200.50", "", "80%"],
        ["会议费", "33.00", "31.50", "95.45%"],
        ["合计", "1,233.50", "31.50", ""],
    ]
    assert [text for _, text in prose(document)] == ["收支情况如下。", "表后的说明。"]


def test_rows_without_lines_between_them_are_parted() -> None:
    document = read(
        "#table(columns: (1fr, 1fr, 1fr), stroke: (x, y) => (left: 1pt, right: 1pt, top: if y < 2 { 1pt }),"
        "[项目], [预算数], [决算数], [水费], [12.50], [11.00], [电费], [], [7], [合计], [12.50], [18.00],"
        "table.hline())"
    )
    (table,) = document.tables
    assert grid(document, table) == [
        ["项目", "预算数", "决算数"],
        ["水费", "12.50", "11.00"],
        ["电费", "", "7"],
        ["合计", "12.50", "18.00"],
    ]


def test_a_table_of_contents_is_no_table() -> None:
    document = read(
        "#grid(columns: (1fr, auto), row-gutter: 1em, [总体情况], [1], [收支说明], [4], [附表], [9])"
    )
    assert document.tables == ()


def test_a_table_over_pages_is_one_and_its_heading_counts_once() -> None:
    cells = "".join(f"[第{row}项], [{row * 7}]," for row in range(1, 61))
    document = read(f"#table(columns: (1fr, 1fr), table.header([项目], [金额]), {cells})")
    (table,) = document.tables
    rows = grid(document, table)
    assert len(table.repeated_rows) > 0
    assert all(rows[row] == ["项目", "金额"] for row in table.repeated_rows)
    kept = [row for number, row in enumerate(rows) if number not in table.repeated_rows]
    assert kept == [["项目", "金额"], *([f"第{row}项", str(row * 7)] for row in range(1, 61))]


def test_two_tables_side_by_side_stay_two() -> None:
    document = read(
        "#grid(columns: 2, column-gutter: 2cm,"
        "table(columns: 2, [甲], [1], [乙], [2]), table(columns: 2, [丙], [3], [丁], [4], [戊], [5]))"
    )
    left, right = document.tables
    assert grid(document, left) == [["甲", "1"], ["乙", "2"]]
    assert grid(document, right) == [["丙", "3"], ["丁", "4"], ["戊", "5"]]


def test_a_cell_of_several_lines_is_one_text() -> None:
    document = read("#table(columns: (4em, 4em), [机关运行经费支出], [1], [乙], [2])")
    assert grid(document, document.tables[0])[0] == ["机关运行经费支出", "1"]


def test_a_paragraph_over_pages_is_one_block() -> None:
    sentence = "各科室按照年初分工推进重点工作，全年召开调度会议十二次，"
    document = read(sentence * 60 + "按期办结。")
    assert max(spot.original.page for spot in document.spots if isinstance(spot.original, PageLine)) > 1
    assert prose(document) == [(BlockKind.PARAGRAPH, sentence * 60 + "按期办结。")]


def test_paragraphs_list_items_and_headings_are_told_apart() -> None:
    document = read(
        """
        一、收入情况

        本年收入按来源分为两类，都由财政部门按月拨付到账，没有其他来源，也没有跨年结转的款项，收入来源与上年相同。

        （1）财政拨款收入800万元；

        （2）其他收入3万元。
        """
    )
    assert [kind for kind, _ in prose(document)] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
    ]
    assert [block.level for block in document.blocks] == [1, 0, 0, 0]


def test_page_numbers_and_running_heads_are_dropped() -> None:
    setting = SETTING + '#set page(numbering: "— 1 —", header: text(size: 9pt)[年度工作报告])\n'
    document = read("#pagebreak()".join(f"第{n}章的内容。" for n in "一二三四"), setting)
    assert document.text == "第一章的内容。\n第二章的内容。\n第三章的内容。\n第四章的内容。\n"


def test_a_page_number_at_the_side_of_a_wide_page_is_dropped() -> None:
    number = "#place(left + horizon, dx: -2cm, rotate(90deg, reflow: true)[— 3 —])"
    document = read(
        f"{number}#table(columns: 2, [甲], [12], [乙], [34])", "#set page(flipped: true, margin: 3cm)\n"
    )
    assert document.text == "甲\t12\n乙\t34\n"


def test_a_page_printed_twice_is_told_and_marked() -> None:
    page = "".join(
        f"第{row}项工作投入经费{row}1.5万元，由责任科室组织实施并按季度报告进度。\n\n" for row in range(1, 7)
    )
    document = read(f"{page}#pagebreak()\n{page}#pagebreak()\n最后一页。")
    assert len(document.notices) == 1
    assert "第 2 页" in document.notices[0]
    ((start, end),) = document.repeats
    half = document.text.index("最后一页") // 2
    assert (start, end) == (half, half * 2)


def test_a_page_that_is_a_picture_is_told() -> None:
    document = read(f"第一页有文字。#pagebreak()\n{picture()}")
    assert prose(document) == [(BlockKind.PARAGRAPH, "第一页有文字。")]
    (notice,) = document.notices
    assert "第 2 页" in notice
    assert "OCR" in notice


def test_a_file_of_pictures_is_refused_as_a_scan() -> None:
    with pytest.raises(WenxiaoError, match=r"「报告.pdf」没有文字层：全部 2 页.*OCR"):
        read(f"{picture()}#pagebreak()\n{picture()}")


def picture() -> str:
    """Give a grey picture, as a scanner would give a page."""
    return '#image(bytes((128,)), format: (encoding: "luma8", width: 1, height: 1), width: 10cm)'


def test_every_character_has_its_place_on_the_page() -> None:
    document = read("预算数 1,234.50 万元，决算数 99 万元。\n\n#table(columns: 2, [甲], [56], [乙], [78])")
    for spot in document.spots:
        assert isinstance(spot.original, PageLine)
        assert len(spot.original.edges) == spot.end - spot.start + 1
        assert list(spot.original.edges) == sorted(spot.original.edges)
    found = re.search(r"99", document.text)
    assert found is not None
    (spot,) = document.place(found.start(), found.end()).spots
    assert isinstance(spot.original, PageLine)
    left, right = spot.original.edges[0], spot.original.edges[-1]
    assert 1000 < right - left < 1700
    assert spot.original.top > spot.original.bottom > 70000


def test_radicals_are_read_as_the_characters_they_look_like() -> None:
    document = read("⼀般公共预算⽀出1万元。")
    assert document.text == "一般公共预算支出1万元。\n"


def test_a_turned_page_reads_as_it_is_shown() -> None:
    table = "table(columns: (4cm, 4cm, 4cm), [甲], [12], [5], [乙], [34], [])"
    pdf = pdfium.PdfDocument(pdf_of(f"#rotate(-90deg, reflow: true, {table})"))
    pdf[0].set_rotation(90)
    written = BytesIO()
    pdf.save(written)
    assert read_pdf(written.getvalue(), "横.pdf").text == "甲\t12\t5\n乙\t34\t\n"


def test_type_on_its_side_is_read_and_placed_as_it_stands() -> None:
    table = "table(columns: (4cm, 4cm, 4cm), [甲], [12], [5], [乙], [34], [])"
    for angle in (-90, 90, 180):
        document = read(f"#rotate({angle}deg, reflow: true, {table})")
        assert document.text == "甲\t12\t5\n乙\t34\t\n"
        found = document.text.index("34")
        (spot,) = document.place(found, found + 2).spots
        assert isinstance(spot.original, PageLine)
        left, bottom, right, top = spot.original.box
        assert 8000 < left < right < 43000
        assert 40000 < bottom < top < 77000
        assert (right - left < top - bottom) is (angle != 180)


def test_columns_are_read_one_after_the_other() -> None:
    body = "".join(
        f"第{number}段说明全年开展活动{number}0场，" + "参加人数稳步增长，" * 4 + "完。\n\n"
        for number in range(1, 7)
    )
    opening = "前言写满许多整行，" * 30
    document = read(
        f"{opening}\n\n#block(height: 8cm, columns(2)[{body}])\n\n结语一句写满半行以上，所以不在左栏之中，而在两栏之下。"
    )
    paragraphs = [text for _, text in prose(document)]
    assert (paragraphs[0], paragraphs[-1]) == (
        opening,
        "结语一句写满半行以上，所以不在左栏之中，而在两栏之下。",
    )
    assert [text[:3] for text in paragraphs[1:-1]] == [f"第{number}段" for number in range(1, 7)]
    assert all(text.endswith("完。") for text in paragraphs[1:-1])
    first, last = (document.text.index(text) for text in ("10场", "60场"))
    boxes = [document.place(start, start + 3).spots[0].original for start in (first, last)]
    (one, other) = (line.box for line in boxes if isinstance(line, PageLine))
    assert one[2] < 29_764 < other[0]
    assert 30_000 < other[1] < one[3]


def test_the_mark_of_a_footnote_is_no_digit_of_the_text() -> None:
    assert (
        read("支出40万元#super[1]，占5%#super[2]，共10#super[4]块。").text == "支出40万元，占5%，共104块。\n"
    )


def test_footnotes_stand_after_the_paragraph_that_goes_on_over_the_page() -> None:
    document = read(
        f"支出40万元#footnote[含上年结转。]，{'用于建设和维护，' * 220}其余待付#footnote[见附表。]。\n\n完。"
    )
    kinds = [kind for kind, _ in prose(document)]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.PARAGRAPH, BlockKind.FOOTNOTE]
    texts = [text for _, text in prose(document)]
    assert (texts[0][:11], texts[1:]) == ("支出40万元，用于建设", ["1含上年结转。", "完。", "2见附表。"])


def test_small_type_at_the_foot_without_a_mark_is_no_footnote() -> None:
    document = read("正文一句话写在页面上。\n\n第二句。\n\n第三句。#v(1fr)#text(size: 8pt)[2023年12月印发]")
    assert BlockKind.FOOTNOTE not in [kind for kind, _ in prose(document)]


def test_an_encrypted_file_is_refused() -> None:
    with pytest.raises(WenxiaoError, match="打开密码"):
        read_pdf(encrypted(), "密件.pdf")


def encrypted() -> bytes:
    """Give a file whose keys no empty password opens."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
        b"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<" + b"00" * 16 + b"><" + b"00" * 16 + b">]>>"
    return content + b"xref\n0 5\n0000000000 65535 f \n%strailer%s\nstartxref\n%d\n%%%%EOF" % (
        table,
        trailer,
        len(content),
    )


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"\x00" * 500, b"%PDF-1.4\n1 0 obj<<>>endobj"])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(WenxiaoError, match="不是完整的 PDF"):
        read_pdf(content, "坏.pdf")


def test_a_truncated_file_is_refused_or_read_but_never_crashes() -> None:
    whole = pdf_of("#table(columns: 2, [甲], [56], [乙], [78])")
    for share in range(1, 10):
        with pytest.raises(WenxiaoError):
            read_pdf(whole[: len(whole) * share // 10], "断.pdf")


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wenxiao.documents.pdf.read.MAX_PDF_PAGES", 2)
    with pytest.raises(WenxiaoError, match="有 3 页，超过 2 页的上限"):
        read("一#pagebreak()二#pagebreak()三")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(min_value=0), st.integers(0, 255)), min_size=1, max_size=40))
def test_a_damaged_file_is_refused_or_read_but_never_crashes(changes: list[tuple[int, int]]) -> None:
    content = bytearray(small_pdf())
    for place, value in changes:
        content[place % len(content)] = value
    try:
        document = read_pdf(bytes(content), "坏.pdf")
    except WenxiaoError:
        return
    assert document.text.strip()


@cache
def small_pdf() -> bytes:
    return pdf_of("一段话。\n\n#table(columns: 2, [甲], [56], [乙], [78])")


def test_reading_twice_gives_the_same() -> None:
    content = pdf_of("一段话。\n\n#table(columns: 2, [甲], [56], [乙], [78])")
    assert read_pdf(content, "a.pdf") == read_pdf(content, "a.pdf")
