"""Percentages that the rows of a table show to be computed from two of its columns."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

PROGRESS = """地区	植树任务（株）	进度	完成任务之比
东区	1250	1400	112.0%
西区	800	760	95.0%
南区	640	700	109.4%
北区	500	450	{share}
"""


def claimed(text: str, kind: ClaimKind) -> list[tuple[str, Verdict]]:
    """Give result and verdict of the claims of a kind."""
    return [
        (claim.result.figure.text, judge(claim).verdict)
        for claim in claims_in_tables(read(document_of(text, "例.txt")))
        if claim.kind is kind and claim.result.figure
    ]


@pytest.mark.parametrize(("share", "verdict"), [("90.0%", Verdict.PASS), ("99.0%", Verdict.FAIL)])
def test_a_rate_by_any_name_is_told_by_the_rows(share: str, verdict: Verdict) -> None:
    found = claimed(PROGRESS.format(share=share), ClaimKind.RATE)
    assert [shown for shown, _ in found] == ["112.0%", "95.0%", "109.4%", share]
    assert [told for _, told in found] == [Verdict.PASS] * 3 + [verdict]


def test_growth_is_told_by_the_rows() -> None:
    text = "单位：万元\n项目\t今年\t以前\t同比\n甲\t55.00\t50.00\t10.0%\n乙\t36.00\t40.00\t-10.0%\n丙\t24.60\t24.00\t2.5%\n"
    assert [verdict for _, verdict in claimed(text, ClaimKind.GROWTH)] == [Verdict.PASS] * 3


def test_two_rows_show_nothing() -> None:
    text = "地区\t任务\t进度\t之比\n东区\t50\t40\t80%\n西区\t20\t30\t150%\n南区\t20\t30\t90%\n"
    assert claimed(text, ClaimKind.RATE) == []
