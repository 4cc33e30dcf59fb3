"""Tests of columns of unit prices and averages, and of shares that come to a hundred."""

from __future__ import annotations

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

PRICES = """类别 | 数量（台） | 金额（万元） | 单价（元）
打印机 | 40 | 8.00 | {price}
投影仪 | 12 | 7.20 | 6000
扫描仪 | 25 | 5.50 | 2200
电视机 | 16 | 5.12 | 3200
"""
SHARES = """用途\t金额（万元）\t占比（%）
道路\t250.00\t50.00
照明\t150.00\t30.00
绿化\t100.00\t{share}
合计\t500.00\t100.00
"""


def verdicts(text: str, kind: ClaimKind) -> list[Verdict]:
    claims = claims_in_tables(read(document_of(text, "例.txt")))
    return [judge(claim).verdict for claim in claims if claim.kind is kind]


def test_amounts_are_prices_by_numbers() -> None:
    assert verdicts(PRICES.format(price="2000"), ClaimKind.PRODUCT) == [Verdict.PASS] * 4


def test_a_wrong_price_is_found() -> None:
    found = verdicts(PRICES.format(price="2600"), ClaimKind.PRODUCT)
    assert found == [Verdict.FAIL, *[Verdict.PASS] * 3]


def test_prices_without_number_beside_them_are_not_claimed() -> None:
    assert (
        verdicts(PRICES.replace("数量（台）", "限额（万元）").format(price="2000"), ClaimKind.PRODUCT) == []
    )


def test_shares_add_up_as_their_amounts_do() -> None:
    assert verdicts(SHARES.format(share="20.00"), ClaimKind.SUM) == [Verdict.PASS, Verdict.PASS]


def test_shares_that_cutting_keeps_from_the_hundred_are_not_claimed() -> None:
    assert verdicts(SHARES.format(share="19.97"), ClaimKind.SUM) == [Verdict.PASS]


def test_a_share_miswritten_keeps_them_from_the_hundred() -> None:
    assert verdicts(SHARES.format(share="26.00"), ClaimKind.SUM) == [Verdict.PASS, Verdict.FAIL]
