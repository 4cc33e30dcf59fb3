"""Rows that come to another row in every column, and rows of ratios that two rows give: told by the figures alone."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

TOWN = """指标	2010年	2015年	2020年
户籍人口（万人）	41.26	43.58	45.91
男	21.04	22.15	23.27
女	20.22	21.43	22.64
性别比	104.1	103.4	102.8
城区人口（万人）	11.35	15.62	{last}
乡镇人口（万人）	29.91	27.96	25.09
城区人口比重（%）	27.5	35.8	{share}
"""


def told(text: str, *kinds: ClaimKind) -> list[list[str]]:
    return [
        [term.figure.text for term in claim.terms if term.figure]
        for claim in claims_in_tables(read(document_of(text, "例.txt")))
        if claim.kind in kinds and judge(claim).verdict is Verdict.PASS
    ]


def test_one_row_is_broken_down_again_and_again_without_a_word() -> None:
    found = told(TOWN.format(last="20.82", share="45.3"), ClaimKind.SUM)
    assert ["41.26", "21.04", "20.22"] in found
    assert ["45.91", "20.82", "25.09"] in found
    assert len(found) == 6


def test_rows_that_do_not_close_in_every_column_are_no_parts() -> None:
    found = told(TOWN.format(last="20.28", share="45.3"), ClaimKind.SUM)
    assert len(found) == 3
    assert not any("29.91" in figures for figures in found)


@pytest.mark.parametrize(("share", "rows"), [("45.3", 2), ("43.5", 1)])
def test_ratios_are_of_the_two_rows_that_give_them_in_every_column(share: str, rows: int) -> None:
    found = told(TOWN.format(last="20.82", share=share), ClaimKind.RATE, ClaimKind.SHARE)
    assert ["104.1", "21.04", "20.22"] in found
    assert len(found) == 3 * rows


def test_nothing_here_is_ever_wrong() -> None:
    text = TOWN.format(last="20.28", share="43.5")
    verdicts = {judge(claim).verdict for claim in claims_in_tables(read(document_of(text, "例.txt")))}
    assert Verdict.FAIL not in verdicts
