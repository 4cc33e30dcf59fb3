"""One amount printed in two ways: without unit, without sign, rounded."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.mentions.mentions import claims_between_mentions
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

FUNDS = """单位：亿元
险种\t收入\t支出\t当年结余
养老\t48.15\t45.40\t2.75
失业\t3.46\t5.83\t-2.37
"""


def pairs(text: str) -> list[tuple[str, str]]:
    """Give the figures claimed equal, all of which are."""
    claims = [
        one
        for one in claims_between_mentions(read(document_of(text, "例.txt")))
        if one.kind is ClaimKind.EQUAL
    ]
    assert all(judge(claim).verdict is Verdict.PASS for claim in claims)
    return [
        (one.result.figure.text, one.operands[0].figure.text)
        for one in claims
        if one.result.figure and one.operands[0].figure
    ]


def test_an_amount_of_prose_lacks_the_unit_that_a_table_has() -> None:
    table = "单位：万元\n科目\t预算\n工资\t1412.40\n办公\t675.18\n合计\t2087.58\n"
    assert ("2087.58", "2087.58") in pairs(f"部门收入预算总额2,087.58。\n\n{table}".replace("2,087", "2087"))


def test_a_shortfall_is_a_balance_below_zero() -> None:
    assert pairs(f"{FUNDS}\n失业保险基金当年收不抵支2.37亿元。\n") == [("-2.37", "2.37亿元")]
    assert pairs(f"{FUNDS}\n失业保险基金发放2.37亿元。\n") == []


def test_an_amount_is_rounded_where_it_is_told_again() -> None:
    text = "短少的渠道应核减工程款58017元。\n\n短少渠道的工程款5.80万元已经核减。\n"
    assert pairs(text) == [("58017元", "5.80万元")]


@pytest.mark.parametrize(
    "text",
    [
        "短少的渠道应核减工程款58017元。\n\n本年会议费5.80万元。\n",
        "短少的渠道应核减工程款58017元。\n\n短少渠道的工程款约5.8万元已经核减。\n",  # proves nothing
        "路面厚度设计18厘米。\n\n路面厚度抽测17.6厘米。\n",
        "短少的渠道应核减工程款58017元。\n\n短少渠道的工程款5.90万元已经核减。\n",
    ],
)
def test_what_rounds_to_it_by_chance_is_something_else(text: str) -> None:
    assert pairs(text) == []
