"""Amounts of a table that a price of the text gives, and changes of rows told in prose."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

GRANTS = """今年补贴标准为每亩{price}元。

村名\t面积（亩）\t金额（元）
上塘村\t820.0\t37,720.00
下塘村\t645.5\t{amount}
新屋村\t532.0\t24,472.00
"""
COSTS = """单位：万元
项目\t2022年度\t2023年度
培训费\t146.30\t131.85
会议费\t58.20\t60.45

2023年{told}。
"""


def verdicts(text: str, kind: ClaimKind) -> list[Verdict]:
    """Give the verdicts of the claims of a kind."""
    claims = claims_in_tables(read(document_of(text, "例.txt")))
    return [judge(claim).verdict for claim in claims if claim.kind is kind]


@pytest.mark.parametrize(("amount", "verdict"), [("29,693.00", Verdict.PASS), ("29,963.00", Verdict.FAIL)])
def test_a_price_of_the_text_gives_the_amounts(amount: str, verdict: Verdict) -> None:
    found = verdicts(GRANTS.format(price="46", amount=amount), ClaimKind.PRODUCT)
    assert found == [Verdict.PASS, verdict, Verdict.PASS]


def test_a_price_that_no_row_shows_gives_nothing() -> None:
    assert verdicts(GRANTS.format(price="47", amount="29,693.00"), ClaimKind.PRODUCT) == []


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("培训费减少14.45万元", [Verdict.PASS]),
        ("培训费减少14.54万元", [Verdict.FAIL]),
        ("培训费增加14.45万元", [Verdict.FAIL]),
        ("培训费比预算减少14.54万元", []),
        ("培训费减少33.87万元", []),
    ],
)
def test_what_a_row_of_two_years_rose_or_fell_by(told: str, verdict: list[Verdict]) -> None:
    assert verdicts(COSTS.format(told=told), ClaimKind.DIFFERENCE) == verdict


def test_which_way_a_row_went_is_told_by_its_years() -> None:
    assert verdicts(COSTS.format(told="会议费增长3.87%"), ClaimKind.GROWTH) == [Verdict.PASS]
    assert verdicts(COSTS.format(told="会议费下降3.87%"), ClaimKind.GROWTH) == [Verdict.FAIL]


@pytest.mark.parametrize(("share", "verdict"), [("31.40", Verdict.PASS), ("34.10", Verdict.FAIL)])
def test_a_share_of_one_named_row_in_another(share: str, verdict: Verdict) -> None:
    table = "单位：万元\n项目\t2023年度\n业务支出\t419.80\n设备购置\t131.82\n"
    assert verdicts(f"{table}\n设备购置占业务支出的{share}%。\n", ClaimKind.SHARE) == [verdict]


def test_a_share_that_no_slip_explains_is_of_something_else() -> None:
    table = "单位：万元\n项目\t2023年度\n业务支出\t419.80\n设备购置\t131.82\n"
    assert verdicts(f"{table}\n设备购置占业务支出的27.65%。\n", ClaimKind.SHARE) == []
