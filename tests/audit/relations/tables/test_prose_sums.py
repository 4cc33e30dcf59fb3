"""Columns without a total row that come to an amount of the text beside them."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

SPENT = "活动经费花了这么几笔：\n购买图书\t4,860元\n更换桌椅\t9,250元\n慰问老人\t4,200元\n\n"
SHARES = "全年支出571.8万元，分布如下：\n场馆运行\t265.4万元\t46.4%\n基层活动\t141.2万元\t{share}\n其他各项\t165.2万元\t28.9%\n"


def claimed(text: str, kind: ClaimKind) -> list[tuple[str, Verdict]]:
    """Give result and verdict of the claims of a kind."""
    return [
        (claim.result.figure.text, judge(claim).verdict)
        for claim in claims_in_tables(read(document_of(text, "例.txt")))
        if claim.kind is kind and claim.result.figure
    ]


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("以上三笔共花了18,310元，还剩520元。", [("18,310元", Verdict.PASS)]),
        ("到年底18,310元都已报销。", [("18,310元", Verdict.PASS)]),
        ("以上三笔共花了18,130元，还剩520元。", [("18,130元", Verdict.FAIL)]),
        ("到年底18,130元都已报销。", []),
        ("以上三笔共花了27,900元，还剩520元。", []),
    ],
)
def test_an_amount_behind_a_table_is_its_sum(behind: str, found: list[tuple[str, Verdict]]) -> None:
    assert claimed(SPENT + behind + "\n", ClaimKind.SUM) == found


@pytest.mark.parametrize(("share", "verdict"), [("24.7%", Verdict.PASS), ("42.7%", Verdict.FAIL)])
def test_a_table_without_headings_tells_shares_of_an_amount_before_it(share: str, verdict: Verdict) -> None:
    text = SHARES.format(share=share)
    assert claimed(text, ClaimKind.SUM) == [("571.8万元", Verdict.PASS)]
    assert claimed(text, ClaimKind.SHARE)[1:2] in ([(share, verdict)], [])
