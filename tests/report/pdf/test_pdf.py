"""The PDF file: the text and nothing but the text, in the official layout, tagged, embedded, repeatable."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pdfplumber.pdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenxiao.errors import WenxiaoError
from wenxiao.fact import Fact, FactTable
from wenxiao.quantity import Kind, Quantity
from wenxiao.report.blocks import (
    Align,
    Attachment,
    AttachmentNote,
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Signature,
    Table,
    Text,
    Title,
)
from wenxiao.report.pdf.write import render, write_pdf

TOTAL = Decimal(7433100)
FACTS = FactTable(
    {
        "支出总计": Fact("支出总计", "支出总计", Quantity(TOTAL, "元", Kind.MONEY, TOTAL, TOTAL)),
        "单位名称": Fact("单位名称", "单位名称", "某市科学技术协会"),
    }
)
MILLIMETRE = 72 / 25.4


def document(*blocks: Block) -> Document:
    return Document("某市科学技术协会2021年度部门整体支出绩效评价报告", "某市科学技术协会", 2021, blocks)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def cell(text: str, **more: Any) -> Cell:
    return Cell((Text(text),), **more)


def opened(*blocks: Block) -> pdfplumber.pdf.PDF:
    return pdfplumber.open(io.BytesIO(render(document(*blocks), FACTS)))


def words(page: Any) -> str:
    """All text of a page without blanks and without its page number, in the order it was written."""
    text = "".join(char["text"] for char in page.chars).replace(" ", "").replace("\xa0", "")
    return text.replace(f"—{page.page_number}—", "")


def big_table(rows: int, *, landscape: bool = False) -> Table:
    head = (cell("指标", header=True), cell("完成情况", header=True, colspan=2))
    below = (cell("名称", header=True), cell("目标", header=True), cell("实际", header=True))
    lines = tuple((cell(f"第{n}项", align=Align.LEFT), cell("≥3"), cell("4")) for n in range(rows))
    return Table("情况表", "情况表", (head, below, *lines), (2, 1, 1), 2, "注：示例。", landscape)


REPORT = (
    Title((Text("某市科学技术协会2021年度部门整体支出绩效评价报告"),)),
    Heading(1, (Text("基本概况"),)),
    Heading(2, (Text("收支情况"),)),
    Paragraph((Text("全年支出"), Figure("支出总计", "743.31万元"), Text("，全部使用", bold=True))),
    Heading(4, (Text("明细"),)),
    ListItem((Text("人才发展"),), 1),
    big_table(2),
    AttachmentNote(("基本情况表",)),
    Signature("某市科学技术协会", "2022年6月8日"),
    Attachment(1, "基本情况表"),
    big_table(1, landscape=True),
)


def test_its_text_is_the_text_of_the_document() -> None:
    with opened(*REPORT) as pdf:
        portrait, landscape = (words(page) for page in pdf.pages)
    assert portrait == (
        "某市科学技术协会2021年度部门整体支出绩效评价报告一、基本概况（一）收支情况"
        "全年支出743.31万元，全部使用（1）明细（1）人才发展"
        "情况表指标完成情况名称目标实际第0项≥34第1项≥34注：示例。"
        "附件：1.基本情况表某市科学技术协会2022年6月8日"
    )
    assert landscape == "附件1基本情况表情况表指标完成情况名称目标实际第0项≥34注：示例。"


def test_a_page_holds_22_lines_of_28_characters_within_the_margins() -> None:
    with opened(paragraph("国" * 28 * 50)) as pdf:
        chars = [char for char in pdf.pages[1].chars if char["text"] == "国"]
        width, height = pdf.pages[1].width, pdf.pages[1].height
    lines = sorted({round(char["top"], 1) for char in chars})
    assert (round(width / MILLIMETRE), round(height / MILLIMETRE)) == (210, 297)
    assert len(lines) == 22
    assert len(chars) == 22 * 28
    assert min(char["x0"] for char in chars) / MILLIMETRE == pytest.approx(28, abs=0.1)
    assert max(char["x1"] for char in chars) / MILLIMETRE == pytest.approx(210 - 26, abs=0.1)
    assert lines[1] - lines[0] == pytest.approx(28.95, abs=0.11)
    assert {round(char["size"], 2) for char in chars} == {16}


def test_page_numbers_stand_right_on_odd_pages_and_left_on_even_ones() -> None:
    with opened(paragraph("国" * 28 * 50)) as pdf:
        digits = [next(c for c in page.chars if c["text"] == str(page.page_number)) for page in pdf.pages]
    assert [digit["x0"] > 297 for digit in digits] == [True, False, True]
    assert all((digit["top"] - 262 * MILLIMETRE) / MILLIMETRE == pytest.approx(7, abs=2) for digit in digits)


def test_each_heading_has_its_face_and_every_font_is_embedded() -> None:
    with opened(*REPORT) as pdf:
        faces = {char["text"]: char["fontname"].split("+")[1] for char in pdf.pages[0].chars}
    assert (faces["概"], faces["名"], faces["收"], faces["人"]) == (
        "NotoSansSC-Regular",
        "NotoSansSC-Regular",
        "WenxiaoKai-Regular",
        "NotoSerifSC-Regular",
    )
    assert render(document(*REPORT), FACTS).count(b"/FontFile") == len(set(faces.values())) == 3


def test_it_has_bookmarks_tags_and_the_archive_mark() -> None:
    content = render(document(*REPORT), FACTS)
    marks = [mark.get_title() for mark in pypdfium2.PdfDocument(content).get_toc()]
    assert marks == ["一、基本概况", "（一）收支情况", "（1）明细", "附件1 基本情况表"]
    assert b"<pdfaid:part>3</pdfaid:part>" in content
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        tags = json.dumps(pdf.structure_tree, default=repr)
        assert pdf.doc.catalog["Lang"] == b"zh-CN"
    assert all(f'"type": "{tag}"' in tags for tag in ("H1", "H2", "H3", "P", "Caption", "TH", "TD"))


def test_a_long_table_repeats_its_header_and_a_landscape_one_turns_the_page() -> None:
    with opened(big_table(50), big_table(1, landscape=True), paragraph("尾")) as pdf:
        assert all(words(page).count("完成情况") == 1 for page in pdf.pages[:-1])
        assert [page.width > page.height for page in pdf.pages] == [False, False, True, False]
        assert words(pdf.pages[-1]) == "尾"


def test_a_cell_over_several_rows_shows_its_text_once_beside_them() -> None:
    rows = ((cell("产出", rowspan=2), cell("一")), (cell("二"),))
    with opened(Table("表", "表", rows, (1, 1))) as pdf:
        assert pdf.pages[0].extract_table() == [["产出", "一"], [None, "二"]]


def test_short_rows_and_the_list_of_attachments_stay_on_one_page() -> None:
    rows = tuple((cell("首" + "中" * 90 + "尾"), cell("甲")) for _ in range(30))
    with opened(Table("表", "表", rows, (1, 3))) as pdf:
        assert len(pdf.pages) > 1
        assert all(words(page).count("首") == words(page).count("尾") for page in pdf.pages)
    with opened(paragraph("国" * 28 * 19), AttachmentNote(("首", "尾"))) as pdf:
        assert words(pdf.pages[1]) == "附件：1.首2.尾"


def test_an_attachment_begins_a_new_page_and_leaves_none_empty() -> None:
    with opened(
        paragraph("正文"), Attachment(1, "一表"), big_table(1, landscape=True), Attachment(2, "二表")
    ) as pdf:
        assert [words(page)[:3] for page in pdf.pages] == ["正文", "附件1", "附件2"]


def test_a_title_breaks_between_phrases() -> None:
    with opened(REPORT[0]) as pdf:
        assert pdf.pages[0].extract_text_lines()[1]["text"] == "部门整体支出绩效评价报告"


def test_the_facts_shown_are_attached_exactly() -> None:
    figures = (
        Figure("支出总计", "743.31万元"),
        Figure("支出总计", "743.31万元"),
        Figure("单位名称", "某市科学技术协会"),
    )
    made = pypdfium2.PdfDocument(render(document(Paragraph((*figures, Figure("不认识", "1")))), FACTS))
    attached = made.get_attachment(0)
    assert attached.get_name() == "facts.json"
    assert json.loads(bytes(attached.get_data()))["figures"] == [
        {"key": "支出总计", "text": "743.31万元", "value": "7433100", "unit": "元"},
        {"key": "单位名称", "text": "某市科学技术协会", "value": "某市科学技术协会"},
    ]


def test_the_same_input_gives_the_same_bytes_dated_by_the_signature() -> None:
    once, again = (render(document(*REPORT), FACTS) for _ in range(2))
    assert once == again
    assert pypdfium2.PdfDocument(once).get_metadata_value("CreationDate").startswith("D:20220608")
    undated = render(document(paragraph("正文")), FACTS)
    assert pypdfium2.PdfDocument(undated).get_metadata_value("CreationDate").startswith("D:20211231")


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet="#$*_\\\"'`<>@=+/~[]{}();:甲乙1.", min_size=1, max_size=60))
def test_any_text_comes_out_literally(text: str) -> None:
    note = Table("表", text, ((cell(text),),), (1,), note=text)
    with opened(Heading(1, (Text(text),)), paragraph(text), note) as pdf:
        assert "".join(words(page) for page in pdf.pages) == "一、" + text * 5


def test_a_command_in_the_text_is_only_text() -> None:
    attack = '#import "/etc/passwd": *; $x$ = *b* \\u{41} #panic("x")"); #panic("y'
    with opened(paragraph(attack)) as pdf:
        assert words(pdf.pages[0]) == attack.replace(" ", "")


def test_invisible_characters_of_pasted_text_are_left_out() -> None:
    with opened(paragraph("\ufeff甲\u200b乙\u2060\ufe0f丙")) as pdf:
        assert words(pdf.pages[0]) == "甲乙丙"


def test_a_character_no_face_has_is_named() -> None:
    with pytest.raises(WenxiaoError, match=r"“😀”（U\+1F600）。请在数据或 report\.md 中查找"):
        render(document(paragraph("很好😀")), FACTS)


def test_a_table_that_cannot_be_laid_out_says_so() -> None:
    bad = Table("表", "表", ((cell("甲", colspan=3),),), (1, 1))
    with pytest.raises(WenxiaoError, match="无法排成 PDF"):
        render(document(bad), FACTS)


def test_it_writes_the_file(tmp_path: Path) -> None:
    write_pdf(document(*REPORT), FACTS, tmp_path / "报告.pdf")
    assert (tmp_path / "报告.pdf").read_bytes() == render(document(*REPORT), FACTS)
