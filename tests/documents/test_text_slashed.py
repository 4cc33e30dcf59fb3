"""Tests of tables whose cells slashes part."""

from __future__ import annotations

import pytest

from wenxiao.documents.text import document_of

TABLE = """各县情况（单位：万元）
县区/收入/支出/结余
东川/120.50/100.20/20.30
西岭/80.00/95.00/-15.00
合计/200.50/195.20/5.30
"""


def cells(text: str) -> list[list[str]]:
    document = document_of(text, "例.txt")
    rows: dict[tuple[int, int], list[str]] = {}
    for index, table in enumerate(document.tables):
        for cell in table.cells:
            rows.setdefault((index, cell.row), []).append(text[cell.start : cell.end])
    return list(rows.values())


def test_slashes_part_a_table() -> None:
    assert cells(TABLE) == [
        ["县区", "收入", "支出", "结余"],
        ["东川", "120.50", "100.20", "20.30"],
        ["西岭", "80.00", "95.00", "-15.00"],
        ["合计", "200.50", "195.20", "5.30"],
    ]


def test_blanks_stand_around_slashes() -> None:
    spaced = TABLE.replace("/", " / ")
    assert cells(spaced) == cells(TABLE)


@pytest.mark.parametrize(
    "text",
    [
        "甲/乙/丙\n丁/戊/己\n庚/辛/壬\n",  # words only
        "甲/1.5/2.5\n乙/3.5/4.5\n",  # two lines
        "2021/3/4\n2021/3/5\n2021/3/6\n",  # dates
        "甲/1/2，余下\n乙/3/4，余下\n丙/5/6，余下\n",  # sentences
        "甲/1/2\n\n乙/3/4\n\n丙/5/6\n",  # paragraphs
    ],
)
def test_other_slashes_part_nothing(text: str) -> None:
    assert cells(text) == []
