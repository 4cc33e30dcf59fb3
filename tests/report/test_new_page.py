"""A form that follows another begins on a page of its own, in every paged writer."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pdfplumber

from wenxiao.evaluate import evaluate_folder
from wenxiao.fact import FactTable
from wenxiao.report.blocks import Cell, Document, Table, Text
from wenxiao.report.forms.registry import FORMS
from wenxiao.report.outline import sections
from wenxiao.report.pdf import write
from wenxiao.report.web.blocks import body
from wenxiao.report.word.reference import load_reference
from wenxiao.report.word.write import docx_bytes

CASE = Path(__file__).parents[2] / "examples" / "lishui-kexie-2021"
FACTS = FactTable({})


def table(name: str, *, new_page: bool) -> Table:
    return Table(name, name, ((Cell((Text(f"{name}的内容"),)),),), (1,), new_page=new_page)


DOCUMENT = Document("报告", "某单位", 2024, (table("甲表", new_page=False), table("乙表", new_page=True)))


def test_each_project_form_but_the_first_begins_a_page() -> None:
    forms = FORMS["项目支出绩效自评表"](evaluate_folder(CASE), "")
    assert [form.new_page for form in forms if isinstance(form, Table)] == [False, True, True, True]


def test_word_breaks_the_page_before_the_caption() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_bytes(DOCUMENT, FACTS, load_reference(None)))) as parts:
        before, after = parts.read("word/document.xml").decode().split("<w:pageBreakBefore/>")
    assert "甲表" in before
    assert "乙表" not in before
    assert "乙表" in after


def test_the_pdf_breaks_the_page() -> None:
    with pdfplumber.open(io.BytesIO(write.render(DOCUMENT, FACTS))) as opened:
        pages = [page.extract_text() for page in opened.pages]
    assert ["甲表的内容" in page for page in pages] == [True, False]
    assert ["乙表的内容" in page for page in pages] == [False, True]


def test_the_printed_page_breaks_too() -> None:
    html = body(sections(DOCUMENT.blocks), FACTS.resolve)
    assert html.count('class="scroll new-page"') == 1
