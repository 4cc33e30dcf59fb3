"""Plain text: paragraphs, headings, tables, page numbers and repeats."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.documents.model import BlockKind, Document, Table
from wenxiao.documents.text import document_of, read_text_document


def _blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def _kinds(text: str) -> list[str]:
    return [kind for kind, _ in _blocks(document_of(text, "甲.txt"))]


def _grid(document: Document, table: Table) -> list[list[str]]:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = document.text[cell.start : cell.end]
    return rows


def test_headings_have_the_level_of_their_numbering() -> None:
    text = (
        "第一章 总体情况\n一、收支情况\n（一）收入\n1、拨款收入\n2.2023年度其他收入\n"
        "(1) 利息收入\n全年收入 3.5 万元，与上年持平。\n"
    )
    document = document_of(text, "甲.txt")
    headings = [block.level for block in document.blocks if block.kind is BlockKind.HEADING]
    assert headings == [1, 1, 2, 3, 3, 4]
    assert document.blocks[-1].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1、完成培训 3 期，参加 120 人。", "list-item"),
        ("一是强化管理；", "list-item"),
        ("● 修缮办公楼 2 栋。", "list-item"),
        ("3.5 万元用于培训。", "paragraph"),
        ("12、", "list-item"),
        ("— 3 —", "footer"),
        ("第 3 页 共 10 页", "footer"),
        ("2023年收入增加。", "paragraph"),
    ],
)
def test_a_line_is_what_it_looks_like(line: str, kind: str) -> None:
    assert _kinds(line) == [kind]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("本年收入合计 900 万元，其中：财政拨款 700 万元，", "事业收入 200 万元。"),
        ("本年收入合计 900 万元，其中：财政拨款收入为七百万元、事业收入二百万", "元，其他收入为零。"),
        ("切实执行《某单位财务报销", "管理办法》的规定。"),
        ("全年支出 80 万元。其中：", "人员支出 50 万元。"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\f"])
def test_a_torn_sentence_is_one_block(before: str, after: str, gap: str) -> None:
    text = f"{before}{gap}{after}"
    assert _blocks(document_of(text, "甲.txt")) == [("paragraph", text)]


@pytest.mark.parametrize(
    "text",
    [
        "全年收入 5 万元。\n全年支出 4 万元。",
        "全年收入 5 万元，支出\n\n二、存在的问题",
        "全年收入 5 万元，支出\n1、培训 3 期，开支 2 万元。",
        "各项支出如下：\n培训费 2 万元。",
        "收入 5 万元，持平\n　　支出 4 万元，减少。",
    ],
)
def test_separate_paragraphs_stay_separate(text: str) -> None:
    assert len(document_of(text, "甲.txt").blocks) == 2


def test_empty_cells_keep_their_column() -> None:
    document = document_of(
        "项目\t预算\t\t决算\n培训\t\t\t3\n<p>会议</p>\t1\t <p>甲</p> <p>乙</p> \t\n", "甲.txt"
    )
    (table,) = document.tables
    assert _grid(document, table) == [
        ["项目", "预算", "", "决算"],
        ["培训", "", "", "3"],
        ["会议", "1", "甲</p> <p>乙", ""],
    ]
    assert [block.table for block in document.blocks] == [0] * 8


def test_lines_indented_by_tabs_are_text_unless_they_go_on_with_a_table() -> None:
    document = document_of("\t收入增加。\n\t支出减少。\n甲\t1\t2\n\t\t9\n\n\t\t二〇二三年\n", "甲.txt")
    assert _grid(document, document.tables[0]) == [["甲", "1", "2"], ["", "", "9"]]
    assert [kind for kind, _ in _blocks(document)] == ["paragraph"] * 2 + ["cell"] * 4 + ["paragraph"]


def test_captions_above_a_table_and_the_note_below() -> None:
    text = "收入说明。\n\n收入总表\n单位：万元\n项目\t数\n拨款\t5\n注：数据取自账簿。\n"
    assert _kinds(text) == ["paragraph", "caption", "caption", *["cell"] * 4, "paragraph"]


def test_a_table_over_pages_is_one_table_with_its_repeated_heading() -> None:
    text = "项目\t数\n甲\t1\n\n— 2 —\n\f项目\t数\n乙\t2\n\n丙\t3\n"
    document = document_of(text, "甲.txt")
    (table,) = document.tables
    assert (table.rows, table.repeated_rows) == (5, (2,))
    assert ("footer", "— 2 —") in _blocks(document)


@pytest.mark.parametrize("below", ["指标\t目标\t\n乙\t2\t\n", "\t\t9\t\n\t\t8\t\n"])
def test_rows_of_other_columns_begin_another_table(below: str) -> None:
    document = document_of(f"项目\t数\t\t\n甲\t1\t\t\n\n{below}", "甲.txt")
    assert [table.rows for table in document.tables] == [2, 2]


def test_headings_of_another_length_begin_another_table() -> None:
    above = "指标\t目标\t完成\t分值\n巡查\t5\t6\t10\n总分\t\t\t10\n"
    assert len(document_of(f"{above}\n资金\t预算\t执行\n总额\t5\t4\n", "甲.txt").tables) == 2
    assert len(document_of(f"{above}\n合计\t\t\t20\n", "甲.txt").tables) == 1


def test_bars_make_tables_too() -> None:
    document = document_of("| 项目 | 数 |\n|---|---|\n| 甲 |  |\n", "甲.txt")
    assert _grid(document, document.tables[0]) == [["项目", "数"], ["甲", ""]]


def test_bare_page_numbers_are_footers_but_other_bare_numbers_are_not() -> None:
    assert _kinds("收入增加。\n\n1\n\n支出减少。\n\n2\n\n结余。") == [
        "paragraph",
        "footer",
        "paragraph",
        "footer",
        "paragraph",
    ]
    assert _kinds("得分\n\n95\n\n满分。")[1] == "paragraph"


def test_contents_lose_their_page_numbers() -> None:
    assert _blocks(document_of("一、概况…………………12\n二、收支.......... 3", "甲.txt")) == [
        ("heading", "一、概况"),
        ("heading", "二、收支"),
    ]


def _page(year: int) -> str:
    return "".join(f"{n}、第{n}项工作在{year}年按计划完成，{'全体人员' * 15}参加。\n" for n in range(1, 5))


def test_a_page_printed_twice_is_told() -> None:
    text = f"开头。\n{_page(2021)}\n{_page(2021)}结尾。\n"
    document = document_of(text, "甲.txt")
    ((start, end),) = document.repeats
    assert document.text[start:end] == _page(2021).rstrip("\n")
    assert start > text.index("4、")
    assert "重复" in document.notices[0]


def test_similar_pages_are_no_repeat() -> None:
    document = document_of(_page(2021) + _page(2022), "甲.txt")
    assert (document.repeats, document.notices) == ((), ())


_LINES = st.lists(st.text("一、（）1.2\t| \f\r，。：页第—项目收入万元", max_size=12), max_size=12)


@given(_LINES)
def test_blocks_are_in_order_apart_and_hold_every_word_of_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    document = document_of(text, "甲.txt")
    assert document.text == text
    ends = [0, *(block.end for block in document.blocks)]
    assert all(block.start < block.end for block in document.blocks)
    assert all(end <= block.start for end, block in zip(ends, document.blocks, strict=False))
    positions = [(cell.row, cell.column) for table in document.tables for cell in table.cells]
    assert len(document.tables) > 1 or len(positions) == len(set(positions))
    held = "".join(text[block.start : block.end] for block in document.blocks)
    assert held.count("收") == text.count("收")


@pytest.mark.parametrize(
    "text",
    [
        "收" * 350_000,
        "1" * 100_000,
        "甲" + "\t" * 100_000,
        "甲\t1\n\n" * 30_000,
        "其中：\n" * 50_000,
        "（" * 300_000,
    ],
)
def test_hostile_text_is_read_as_it_is(text: str) -> None:
    assert document_of(text, "甲.txt").text == text


def test_line_ends_and_offsets_are_those_of_the_file() -> None:
    document = read_text_document("收入 5 万元。\r\n支出 4 万元。\r\n".encode("gb18030"), "甲.txt")
    assert _blocks(document) == [("paragraph", "收入 5 万元。"), ("paragraph", "支出 4 万元。")]
    assert document.blocks[1].start == 10


@pytest.mark.parametrize("comma", ["，", ","])
def test_a_line_much_shorter_than_others_ends_its_paragraph(comma: str) -> None:
    long = "这一段说明经费的来源和去向、管理的办法和检查的结果、存在的问题和改进的打算、下一年的安排。" * 2
    text = f"{long}\n一、面积增加9亩，增长2%\n甲类72个，与上年持平\n乙类84个，增加7个。\n".replace(
        "，", comma
    )

    blocks = _blocks(document_of(text, "甲.txt"))

    assert [shown for _, shown in blocks] == text.splitlines()
    assert "heading" not in [kind for kind, _ in blocks]


@pytest.mark.parametrize("comma", ["，", ","])
def test_a_sentence_torn_near_the_end_of_its_line_goes_on(comma: str) -> None:
    text = f"{'本年' * 18}，共办{comma}\n其中甲类9件，\n乙类8件，乙类\n都已办结。\n".replace("，", comma)

    assert len(_blocks(document_of(text, "甲.txt"))) == 1
