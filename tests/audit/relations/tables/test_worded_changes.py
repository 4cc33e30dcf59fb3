"""Changes that tables tell in words, and rows of growth from column to column."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

WATER = """断面\t2022年\t2023年\t变化
上游\t5.20\t4.68\t{change}
中游\t6.40\t7.36\t上升15.0%
下游\t7.50\t6.58\t下降12.3%
"""
YEARS = """年度\t2021年\t2022年\t2023年
接待人次（万人次）\t48.50\t40.74\t52.92
比上年增减（%）\t—\t{growth}\t29.9
"""


def claimed(text: str, kind: ClaimKind) -> list[tuple[str, Verdict]]:
    """Give result and verdict of the claims of a kind."""
    return [
        (claim.result.figure.text, judge(claim).verdict)
        for claim in claims_in_tables(read(document_of(text, "例.txt")))
        if claim.kind is kind and claim.result.figure
    ]


@pytest.mark.parametrize(
    ("change", "verdict"),
    [("下降10.0%", Verdict.PASS), ("下降18.0%", Verdict.FAIL), ("上升10.0%", Verdict.FAIL)],
)
def test_a_change_in_words_is_told_by_the_rows(change: str, verdict: Verdict) -> None:
    found = claimed(WATER.format(change=change), ClaimKind.GROWTH)
    assert found == [(change[2:], verdict), ("15.0%", Verdict.PASS), ("12.3%", Verdict.PASS)]


def test_amounts_rise_by_amounts() -> None:
    text = "村名\t2022年（户）\t2023年（户）\t变化\n甲村\t1412\t1430\t增加18户\n乙村\t1356\t1348\t减少8户\n丙村\t1289\t1301\t增加12户\n"
    assert claimed(text, ClaimKind.DIFFERENCE) == [
        ("18户", Verdict.PASS),
        ("8户", Verdict.PASS),
        ("12户", Verdict.PASS),
    ]


def test_words_without_change_tell_none() -> None:
    assert (
        claimed(WATER.format(change="持平").replace("上升", "约占").replace("下降", "约占"), ClaimKind.GROWTH)
        == []
    )


def test_a_row_of_growth_is_that_of_the_row_above() -> None:
    assert claimed(YEARS.format(growth="-16.0"), ClaimKind.GROWTH) == [
        ("-16.0", Verdict.PASS),
        ("29.9", Verdict.PASS),
    ]
