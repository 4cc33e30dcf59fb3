from __future__ import annotations

import re

from wenxiao.audit.rules.searching import matches_in
from wenxiao.documents.text import document_of

TABLE = "项目\t金额\n甲\t12\n乙\t34\n"


def found(text: str, pattern: str, *, cells: bool = True) -> list[str]:
    document = document_of(text, "稿.txt")
    return [match[0] for _, match in matches_in(document, re.compile(pattern), cells=cells)]


def test_each_occurrence_is_told_with_its_block() -> None:
    document = document_of("第一段甲。\n\n第二段甲、甲。\n", "稿.txt")
    told = [(block.start, match.start()) for block, match in matches_in(document, re.compile("甲"))]
    assert told == [(0, 3), (7, 10), (7, 12)]


def test_nothing_is_joined_over_cells_but_each_is_searched() -> None:
    assert found(TABLE, r"甲\s+12") == []
    assert found(TABLE, r"[0-9]+(?:\s+乙)?") == ["12", "34"]


def test_cells_can_be_left_out() -> None:
    assert found(f"共12项。\n\n{TABLE}", "[0-9]+", cells=False) == ["12"]


def test_what_stands_between_blocks_is_not_found() -> None:
    assert found(TABLE, r"\t") == []
