"""Columns and rows that compare two years, by the many names they have."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict


def claimed(text: str, kind: ClaimKind) -> list[tuple[list[str], Verdict]]:
    """Give figures and verdict of the claims of a kind."""
    return [
        ([term.figure.text for term in claim.terms if term.figure], judge(claim).verdict)
        for claim in claims_in_tables(read(document_of(text, "例.txt")))
        if claim.kind is kind
    ]


@pytest.mark.parametrize("heading", ["2015年比2014增长%", "同比增长(%)", "增减%", "增速（%）", "比上年增长%"])
def test_growth_has_many_names(heading: str) -> None:
    text = f"项目\t2014年\t2015年\t{heading}\n甲\t200\t220\t10.0\n乙\t400\t300\t-25.0\n丙\t80\t84\t6.0\n"
    assert claimed(text, ClaimKind.GROWTH) == [
        (["10.0", "220", "200"], Verdict.PASS),
        (["-25.0", "300", "400"], Verdict.PASS),
        (["6.0", "84", "80"], Verdict.FAIL),
    ]


def test_a_rate_does_not_grow_by_per_cent() -> None:
    text = "项目\t2014年\t2015年\t增长%\n甲\t200\t220\t10.0\n乙\t400\t300\t-25.0\n开房率\t48.64\t49.00\t0.4\n"
    assert [figures[0] for figures, _ in claimed(text, ClaimKind.GROWTH)] == ["10.0", "-25.0"]


@pytest.mark.parametrize("heading", ["增量(元)", "增加额(元)", "增减额(元)", "增减量(元)"])
def test_the_increase_has_many_names(heading: str) -> None:
    text = f"项目\t2023年(元)\t2022年(元)\t{heading}\n甲\t220\t200\t20\n乙\t300\t280\t20\n丙\t84\t80\t9\n"
    assert claimed(text, ClaimKind.DIFFERENCE)[-1] == (["9", "84", "80"], Verdict.FAIL)


def test_years_may_stand_below_each_other() -> None:
    head = "单位：万元\n年度\t甲费\t乙费\t丙费\t丁费\n"
    text = (
        head
        + "2015年\t200.00\t400.00\t80.00\t50.00\n2016年\t220.00\t300.00\t84.00\t60.00\n2016年比2015年增减%\t10.0\t-25.0\t5.0\t{}\n"
    )
    assert [verdict for _, verdict in claimed(text.format("20.0"), ClaimKind.GROWTH)] == [Verdict.PASS] * 4
    assert claimed(text.format("30.0"), ClaimKind.GROWTH)[-1] == (["30.0", "60.00", "50.00"], Verdict.FAIL)


def test_a_named_subtotal_is_a_part_of_the_total_and_its_own_parts_are_not() -> None:
    text = "年度\t合计\t甲费\t乙费合计\t子费\t丑费\n去年\t2840\t1490\t1350\t73\t1277\n今年\t2364\t1368\t{}\t37\t959\n"
    found = claimed(text.format(996), ClaimKind.SUM)
    assert (["2840", "1490", "1350"], Verdict.PASS) in found
    assert (["1350", "73", "1277"], Verdict.PASS) in found
    assert (["2364", "1368", "969"], Verdict.FAIL) in claimed(text.format(969), ClaimKind.SUM)
