"""Tables in plain text with one cell a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.documents.model import BlockKind
from wenxiao.documents.text import document_of

ROWS = [
    ["项目", "预算数", "决算数"],
    ["合计", "24.5", "21.3"],
    ["接待费", "4.5", "2.3"],
    ["车辆费", "20", "19"],
]


def tables(text: str) -> list[list[list[str]]]:
    document = document_of(f"情况说明\n\n{text}\n", "样本.txt")
    found = []
    for table in document.tables:
        rows: list[list[str]] = [[] for _ in range(table.rows)]
        for cell in table.cells:
            rows[cell.row].append(document.text[cell.start : cell.end])
        found.append(rows)
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", " |\n"])
def test_names_with_equally_many_numbers_below_are_rows(end: str) -> None:
    assert tables("".join(cell + end for row in ROWS for cell in row)) == [ROWS]


def test_a_note_of_the_unit_is_no_heading() -> None:
    document = document_of(
        "说明\n单位：万元\n" + "\n".join(cell for row in ROWS[1:] for cell in row), "样本.txt"
    )
    assert [block.kind for block in document.blocks if "单位" in document.text[block.start : block.end]] == [
        BlockKind.CAPTION
    ]
    assert [len(table.cells) for table in document.tables] == [9]


def test_two_columns_need_more_rows_to_be_told() -> None:
    few = "科室\n人数\n甲科\n3\n乙科\n4\n丙科\n5"
    assert tables(few) == []
    assert len(tables(f"{few}\n丁科\n6\n戊科\n7\n合计\n25")[0]) == 7


@pytest.mark.parametrize(
    "text",
    [
        "收入情况\n12\n全年收入增加。\n13\n支出减少。\n14",
        "甲\n1\n2\n乙\n3\n丙\n4\n5\n6",
        "2019\n2020\n2021\n2022",
    ],
)
def test_without_rhythm_lines_stay_lines(text: str) -> None:
    assert tables(text) == []


@given(st.lists(st.sampled_from(["甲类", "12", "3.5", "乙，丙。", "", "|", "-", "第2页"]), max_size=60))
def test_no_number_is_lost(lines: list[str]) -> None:
    document = document_of("\n".join(lines), "样本.txt")
    covered = [document.text[block.start : block.end] for block in document.blocks]
    assert sum(text.count("3.5") for text in covered) == lines.count("3.5")
