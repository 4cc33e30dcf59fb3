"""Balances of debt against the limits that were told before."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.mentions import claims_between_mentions
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

LIMITS = "2023年全县政府债务限额61.40亿元，其中：一般债务限额22.15亿元，专项债务限额39.25亿元。\n\n"


def compared(text: str) -> list[tuple[str, str, Verdict]]:
    """Give the figures and the verdict of each comparison."""
    return [
        (claim.result.figure.text, claim.operands[0].figure.text, judge(claim).verdict)
        for claim in claims_between_mentions(read(document_of(text, "例.txt")))
        if claim.kind is ClaimKind.COMPARE and claim.result.figure and claim.operands[0].figure
    ]


@pytest.mark.parametrize(
    "told",
    ["控制在省核定的限额之内", "均在限额以内", "未超过上级下达的债务限额", "低于限额", "控制在限额范围内"],
)
def test_each_balance_is_within_the_limit_of_its_kind(told: str) -> None:
    text = LIMITS + f"2023年末一般债务余额21.90亿元，专项债务余额38.74亿元，{told}。\n"
    assert compared(text) == [
        ("21.90亿元", "22.15亿元", Verdict.PASS),
        ("38.74亿元", "39.25亿元", Verdict.PASS),
    ]


def test_a_balance_above_its_limit_is_found() -> None:
    text = LIMITS + "2023年末全县政府债务余额64.10亿元，控制在限额之内。\n"
    assert compared(text) == [("64.10亿元", "61.40亿元", Verdict.FAIL)]


@pytest.mark.parametrize(
    "prose",
    [
        "2023年末全县政府债务余额64.10亿元。",
        "2024年末全县政府债务余额64.10亿元，控制在限额之内。",
        "2023年末县本级政府债务余额64.10亿元，控制在限额之内。",
    ],
)
def test_what_is_of_another_year_or_region_or_not_said_is_not_claimed(prose: str) -> None:
    assert compared(f"{LIMITS}{prose}\n") == []
