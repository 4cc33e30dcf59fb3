"""Columns that come to the total at their right end, and rows of an account that balance."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

SCORES = """单位\t组织（20分）\t进度（50分）\t成效（30分）\t{heading}
甲所\t18.5\t44.0\t27.5\t{total}
乙所\t17.0\t41.5\t25.0\t83.5
丙所\t16.0\t46.5\t28.0\t90.5
"""
ACCOUNT = """单位：万元
项目\t2022年度\t2023年度
一、本年收入\t812.40\t835.16
二、年初结转和结余\t40.60\t{begun}
收入总计\t853.00\t872.66
三、本年支出\t815.50\t850.16
四、年末结转和结余\t37.50\t22.50
支出总计\t853.00\t{spent}
"""


def claimed(text: str, kind: ClaimKind) -> dict[str, list[Verdict]]:
    """Give the verdicts of the claims of a kind by their results."""
    found: dict[str, list[Verdict]] = {}
    for claim in claims_in_tables(read(document_of(text, "例.txt"))):
        if claim.kind is kind and claim.result.figure:
            found.setdefault(claim.result.figure.text, []).append(judge(claim).verdict)
    return found


@pytest.mark.parametrize("heading", ["合计", "总分", "总得分", "小计（分）"])
def test_a_total_adds_the_columns_to_its_left(heading: str) -> None:
    found = claimed(SCORES.format(heading=heading, total="90.0"), ClaimKind.SUM)
    assert found == {"90.0": [Verdict.PASS], "83.5": [Verdict.PASS], "90.5": [Verdict.PASS]}


def test_a_total_miswritten_is_found() -> None:
    assert claimed(SCORES.format(heading="合计", total="80.0"), ClaimKind.SUM)["80.0"] == [Verdict.FAIL]


def test_a_column_called_otherwise_is_no_total() -> None:
    assert claimed(SCORES.format(heading="去年", total="90.0"), ClaimKind.SUM) == {}


def test_months_come_to_the_months_together() -> None:
    text = "指标\t1月\t2月\t1—2月\n客流（万人次）\t12.4\t15.3\t27.7\n收入（亿元）\t3.75\t4.40\t8.15\n"
    assert claimed(text, ClaimKind.SUM) == {"27.7": [Verdict.PASS], "8.15": [Verdict.PASS]}


def test_both_sides_balance_and_what_is_left_is_carried_over() -> None:
    found = claimed(ACCOUNT.format(begun="37.50", spent="872.66"), ClaimKind.EQUAL)
    assert found == {"853.00": [Verdict.PASS], "872.66": [Verdict.PASS], "37.50": [Verdict.PASS]}


def test_a_side_miswritten_is_found_and_an_opening_balance_may_be_corrected() -> None:
    found = claimed(ACCOUNT.format(begun="37.20", spent="827.66"), ClaimKind.EQUAL)
    assert found == {"853.00": [Verdict.PASS], "872.66": [Verdict.FAIL]}
