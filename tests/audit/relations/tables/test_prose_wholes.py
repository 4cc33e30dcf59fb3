"""Shares in a table whose whole stands in the text above it."""

from __future__ import annotations

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

TEXT = """受理情况

全年共受理{whole}件，办结760件，拨付经费90万元。

类别	件数	占比(%)
咨询	400	50.0
求助	200	25.0
建议	120	{share}
"""


def shares(whole: str = "800", share: str = "15.0", total: str = "") -> list[tuple[list[str], Verdict]]:
    reading = read(document_of(TEXT.format(whole=whole, share=share) + total, "例.txt"))
    return [
        ([term.figure.text for term in claim.terms if term.figure], judge(claim).verdict)
        for claim in claims_in_tables(reading)
        if claim.kind is ClaimKind.SHARE
    ]


def test_the_figure_that_the_rows_agree_with_is_the_whole() -> None:
    found = shares()
    assert found[0] == (["50.0", "400", "800件"], Verdict.PASS)
    assert [verdict for _, verdict in found] == [Verdict.PASS] * 3


def test_without_a_figure_that_agrees_nothing_is_claimed() -> None:
    assert shares(whole="900") == []


def test_one_share_of_four_may_be_wrong() -> None:
    found = shares(share="51.0", total="其他\t80\t10.0\n")
    assert [verdict for _, verdict in found] == [Verdict.PASS, Verdict.PASS, Verdict.FAIL, Verdict.PASS]


def test_a_total_in_the_table_is_the_whole_instead() -> None:
    found = shares(total="其他\t80\t10.0\n合计\t800\t100\n")
    assert all("800件" not in texts for texts, _ in found)
