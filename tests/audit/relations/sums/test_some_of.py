"""Totals of some of what was told: the first or last few of a list, or what is named."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.kinds import ClaimKind
from wenxiao.audit.relations import relations_of
from wenxiao.documents.text import document_of

LIST = "回访480户，非常满意296户、比较满意131户、一般38户、不满意15户"
ITEMS = "债券资金86.40亿元投向：\n（1）市政34.20亿元；\n（2）交通28.75亿元；\n（3）其他23.45亿元。\n"
NAMED = "参股企业权益38.07亿元，独资企业权益502.23亿元，行政资产287.95亿元。\n"


def sums(text: str) -> list[list[str]]:
    """Give verdict and figures of each sum."""
    claims = [
        one for one in relations_of(read(document_of(text, "例.txt"))).claims if one.kind is ClaimKind.SUM
    ]
    figures = ([term.figure.text for term in one.terms if term.figure] for one in claims)
    return [[judge(one).verdict.value, *texts] for one, texts in zip(claims, figures, strict=True)]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        (f"{LIST}，前两档合计427户。", ["pass", "427户", "296户", "131户"]),
        (f"{LIST}，后两档合计53户。", ["pass", "53户", "38户", "15户"]),
        (f"{LIST}，后两档合计35户。", ["fail", "35户", "38户", "15户"]),
        (f"{LIST}。前三档共465户。", ["pass", "465户", "296户", "131户", "38户"]),
        (f"{ITEMS}前两项合计62.95亿元。", ["pass", "62.95亿元", "34.20亿元", "28.75亿元"]),
        (f"{ITEMS}前两项占比最大，共62.59亿元。", ["fail", "62.59亿元", "34.20亿元", "28.75亿元"]),
        (
            f"{NAMED}全口径（独资企业权益、参股企业权益与行政资产相加）828.25亿元。",
            ["pass", "828.25亿元", "38.07亿元", "502.23亿元", "287.95亿元"],
        ),
        (
            f"{NAMED}独资企业权益与参股企业权益之和（640.30亿元）占比最大。",
            ["fail", "640.30亿元", "38.07亿元", "502.23亿元"],
        ),
        (f"{LIST}，满意和比较满意加起来427户。", ["pass", "427户", "296户", "131户"]),
    ],
)
def test_some_of_what_was_told(text: str, total: list[str]) -> None:
    assert total in sums(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{ITEMS}前两项以外的支出合计19.30亿元。",
        f"{ITEMS}前五项合计62.95亿元。",
        f"{NAMED}全口径（独资企业权益与行政资产相加）731.18亿元。",
    ],
)
def test_what_is_of_something_else_says_nothing(text: str) -> None:
    assert all(one[0] == "pass" for one in sums(text))
