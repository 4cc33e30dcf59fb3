"""Columns of changes whose two columns the rows themselves show."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

WEIGHTS = """类别	本期件数	比重(%)	上期件数	比重(%)	{heading}(%)
甲类	50	25.1	40	22.3	{first}
乙类	46	23.4	52	26.6	{second}
丙类	30	15.2	28	14.9	{third}
丁类	21	10.6	18	11.7	{fourth}
"""


def differences(text: str) -> list[tuple[list[str], Verdict]]:
    return [
        ([term.figure.text for term in claim.terms if term.figure], judge(claim).verdict)
        for claim in claims_in_tables(read(document_of(text, "例.txt")))
        if claim.kind is ClaimKind.DIFFERENCE
    ]


def weights(first: str, second: str, third: str, fourth: str, heading: str = "比重变化") -> str:
    return WEIGHTS.format(heading=heading, first=first, second=second, third=third, fourth=fourth)


@pytest.mark.parametrize("heading", ["比重变化", "增减", "比上期", "变动情况"])
def test_changes_of_percentages_are_their_differences(heading: str) -> None:
    found = differences(weights("2.8", "-3.2", "0.3", "-1.1", heading))
    assert found[0] == (["2.8", "25.1", "22.3"], Verdict.PASS)
    assert [verdict for _, verdict in found] == [Verdict.PASS] * 4


def test_arrows_are_signs() -> None:
    found = differences(weights("↑2.8", "↓3.2", "↑0.3", "↓1.1"))
    assert found[1] == (["3.2", "26.6", "23.4"], Verdict.PASS)
    assert len(found) == 4


def test_the_one_change_that_does_not_agree_is_wrong() -> None:
    found = differences(weights("2.8", "-3.2", "3.0", "-1.1"))
    assert [verdict for _, verdict in found].count(Verdict.FAIL) == 1


def test_a_wrong_arrow_is_wrong() -> None:
    assert Verdict.FAIL in [verdict for _, verdict in differences(weights("↑2.8", "↑3.2", "↑0.3", "↓1.1"))]


def test_columns_that_agree_with_nothing_are_left_alone() -> None:
    assert differences(weights("2.0", "1.9", "0.4", "7.7")) == []


def test_a_column_beside_zeros_is_no_difference() -> None:
    text = "项目\t预算(元)\t调整(元)\t变化(元)\n甲\t50\t0\t50\n乙\t40\t0\t40\n丙\t30\t0\t30\n"
    assert differences(text) == []
