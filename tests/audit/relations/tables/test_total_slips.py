"""Totals of a table that the text beside it miswrites."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

USES = """三家机构共拨付{paid}万元{announced}

用途\t金额（万元）
修缮\t1058.20
补助\t604.35
消杀\t82.40
合计\t1744.95

{behind}
"""
VILLAGES = """村名\t户数（户）
甲村\t1412
乙村\t1356
全镇\t2768

{behind}
"""


def failing(text: str) -> list[list[str]]:
    """Give the figures of the claims of equality that fail."""
    claims = claims_in_tables(read(document_of(text, "例.txt")))
    wrong = [one for one in claims if one.kind is ClaimKind.EQUAL and judge(one).verdict is Verdict.FAIL]
    return [[term.figure.text for term in claim.terms if term.figure] for claim in wrong]


@pytest.mark.parametrize("announced", ["，用途如下表：", "，见下表。", "，具体情况如下："])
def test_a_total_announced_with_its_table_is_a_slip_away(announced: str) -> None:
    text = USES.format(paid="1774.95", announced=announced, behind="")
    assert failing(text) == [["1774.95万元", "1744.95"]]


@pytest.mark.parametrize(
    ("paid", "announced", "behind"),
    [
        ("1744.95", "，用途如下表：", "其中设备1774.95万元。"),  # told as it is
        ("1774.95", "。", ""),  # not announced
        ("1903.60", "，用途如下表：", ""),  # no slip
        ("1774.95", "，用途如下表：", "上述1744.95万元已用完。"),  # told elsewhere
    ],
)
def test_what_may_be_something_else_is_not_claimed(paid: str, announced: str, behind: str) -> None:
    assert failing(USES.format(paid=paid, announced=announced, behind=behind)) == []


def test_what_bears_the_name_of_the_total_row() -> None:
    assert failing(VILLAGES.format(behind="全镇2786户均已公示。")) == [["2786户", "2768"]]
    assert failing(VILLAGES.format(behind="全县2786户均已公示。")) == []
