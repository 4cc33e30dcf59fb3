"""Columns of shares, and of what each part adds to the growth of the whole."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

HOUSEHOLDS = """指标	今年(元)	增量(元)	{heading}
消费	400	50	—
一、食品	160	10	{first}
二、居住	120	15	{second}
三、交通	80	5	{third}
四、其他	40	20	{fourth}
"""
SHARES = {"heading": "构成(%)", "first": "40.0", "second": "30.0", "third": "20.0", "fourth": "10.0"}


def shares(text: str) -> list[tuple[list[str], Verdict]]:
    """Give figures and verdict of the shares that a table claims."""
    return [
        ([term.figure.text for term in claim.terms if term.figure], judge(claim).verdict)
        for claim in claims_in_tables(read(document_of(text, "例.txt")))
        if claim.kind is ClaimKind.SHARE
    ]


@pytest.mark.parametrize("heading", ["构成(%)", "占比（%）", "占消费的比重%"])
def test_shares_are_of_the_row_above_the_list(heading: str) -> None:
    found = shares(HOUSEHOLDS.format(**{**SHARES, "heading": heading}))
    assert found[0] == (["40.0", "160", "400"], Verdict.PASS)
    assert [verdict for _, verdict in found] == [Verdict.PASS] * 4


def test_the_one_share_that_does_not_agree_is_wrong() -> None:
    found = shares(HOUSEHOLDS.format(**{**SHARES, "fourth": "14.0"}))
    assert found[-1] == (["14.0", "40", "400"], Verdict.FAIL)


def test_what_a_part_adds_to_growth_is_of_the_increase() -> None:
    row = {"heading": "贡献率(%)", "first": "20.0", "second": "30.0", "third": "10.0", "fourth": "40.0"}
    assert shares(HOUSEHOLDS.format(**row))[0] == (["20.0", "10", "50"], Verdict.PASS)


def test_percentages_of_something_else_are_left_alone() -> None:
    row = {"heading": "构成(%)", "first": "41.0", "second": "33.0", "third": "20.0", "fourth": "10.0"}
    assert shares(HOUSEHOLDS.format(**row)) == []


def test_without_numbers_the_only_total_is_the_whole() -> None:
    text = "项目\t金额（万元）\t占比\n甲\t50.00\t25%\n乙\t60.00\t30%\n丙\t90.00\t45%\n合计\t200.00\t100%\n"
    assert [figures for figures, _ in shares(text)] == [
        ["25%", "50.00", "200.00"],
        ["30%", "60.00", "200.00"],
        ["45%", "90.00", "200.00"],
    ]
