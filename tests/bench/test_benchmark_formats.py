"""The benchmark's writers: other formats say the same as the text, in the same order."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.build import sources
from consistency.flow import Box, Grid, Paragraph, parts_of
from consistency.formats import WRITERS, extensions_of
from wenxiao.documents.model import Document
from wenxiao.documents.open import read_document

TEXT = (
    "某县水利局支出说明\n\n全年支出1,250.00万元，其中&“甲”<1>80%。\n单位：万元\n项目\t预算\t执行率\n"
    "大坝\t1,250.00\t92.50%\n备注\t05号\n"
)
LETTERS = st.text(alphabet='甲乙丙丁，。%"\\\\<&#$[]12 ', min_size=1, max_size=30).filter(str.strip)


def read(extension: str, text: str) -> Document:
    return read_document(WRITERS[extension](text), f"样本.{extension}")


def bare(text: str) -> str:
    return "".join(text.split())


def test_a_text_is_cut_into_title_paragraphs_and_tables() -> None:
    title, body, note, grid = parts_of(TEXT)

    assert title == Paragraph("某县水利局支出说明", is_title=True)
    assert body == Paragraph("全年支出1,250.00万元，其中&“甲”<1>80%。", is_title=False)
    assert note == Paragraph("单位：万元", is_title=False)
    assert isinstance(grid, Grid)
    assert grid.columns == 3
    assert grid.rows[2] == (Box("备注", 1), Box("05号", 2))


def test_a_first_sentence_is_no_title() -> None:
    assert parts_of("支出30万元。") == [Paragraph("支出30万元。", is_title=False)]


@pytest.mark.parametrize("extension", ["txt", "docx", "html", "xlsx"])
def test_every_format_says_the_same_in_the_same_order(extension: str) -> None:
    sheet_name = "附表" if extension == "xlsx" else ""

    assert bare(read(extension, TEXT).text) == sheet_name + bare(TEXT)


@pytest.mark.parametrize("extension", ["docx", "pdf", "html"])
def test_no_format_loses_a_word_of_any_document(extension: str) -> None:
    for source in sources():
        assert Counter(bare(read(extension, source.text).text)) == Counter(bare(source.text)), source.name


@pytest.mark.parametrize("extension", ["docx", "html"])
def test_a_table_keeps_its_cells(extension: str) -> None:
    (table,) = read(extension, TEXT).tables

    assert (table.rows, table.columns) == (3, 3)


@pytest.mark.parametrize("extension", WRITERS)
def test_the_same_text_gives_the_same_bytes(extension: str) -> None:
    assert WRITERS[extension](TEXT) == WRITERS[extension](TEXT)


def test_only_documents_with_a_table_come_as_a_workbook() -> None:
    assert "xlsx" in extensions_of(TEXT)
    assert "xlsx" not in extensions_of("支出30万元。")


@settings(max_examples=25, deadline=None)
@given(st.lists(LETTERS, min_size=1, max_size=4))
def test_what_looks_like_markup_is_text(lines: list[str]) -> None:
    text = "甲\n" + "\n".join(lines)

    for extension in ("docx", "html"):
        assert bare(read(extension, text).text) == bare(text)
