"""Rows that their numbering makes parts of the row above the first of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenxiao.audit.claims import ClaimKind, judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations.tables.numbered_rows import RowList, lists_of, number_of
from wenxiao.audit.relations.tables.tables import claims_in_tables
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

VISITORS = """项目	单位	本月	累计
一、馆内活动收入	万元	12	45
二、接待人次	人次	{month}	9090
(一)团体	人次	1203	3404
1.学校	人次	703	2004
2.企业	人次	500	1400
(二)散客	人次	1987	5686
三、网上浏览人数(人)	人	4141	8282
其中:本市	人	3030	6161
外地	人	1111	2121
"""


def sums(text: str) -> list[tuple[list[str], Verdict]]:
    """Give figures and verdict of the sums that a table claims."""
    return [
        ([term.figure.text for term in claim.terms if term.figure], judge(claim).verdict)
        for claim in claims_in_tables(read(document_of(text, "例.txt")))
        if claim.kind is ClaimKind.SUM
    ]


def test_each_level_is_the_sum_of_the_next() -> None:
    found = sums(VISITORS.format(month=3190))
    assert (["3190", "1203", "1987"], Verdict.PASS) in found
    assert (["9090", "3404", "5686"], Verdict.PASS) in found
    assert (["1203", "703", "500"], Verdict.PASS) in found
    assert (["4141", "3030", "1111"], Verdict.PASS) in found
    assert len({tuple(figures) for figures, _ in found}) == 6


def test_a_level_that_one_slip_keeps_from_closing_is_wrong() -> None:
    assert (["3910", "1203", "1987"], Verdict.FAIL) in sums(VISITORS.format(month=3910))


def test_a_list_that_does_not_close_otherwise_is_left_alone() -> None:
    assert all(verdict is Verdict.PASS for _, verdict in sums(VISITORS.format(month=5555)))


def test_an_unnumbered_row_is_divided_by_the_list_below_it() -> None:
    text = "指标\t金额(元)\n收入\t300\n一、甲\t100\n二、乙\t200\n消费\t90\n一、丙\t40\n二、丁\t50\n"
    assert sums(text) == [(["300", "100", "200"], Verdict.PASS), (["90", "40", "50"], Verdict.PASS)]


def test_parts_after_of_which_follow_the_column_that_closes() -> None:
    text = "指标\t本月\t累计\n1、客人\t{}\t8282\n其中:甲地\t3030\t6161\n乙地\t1111\t2121\n2、车辆\t77\t99\n"
    assert (["4411", "3030", "1111"], Verdict.FAIL) in sums(text.format(4411))
    assert all(verdict is Verdict.PASS for _, verdict in sums(text.format(9999)))


def test_a_partial_list_that_closes_in_one_column_of_three_does_so_by_chance() -> None:
    text = (
        "项目\t本年\t上年\t增减额\n税收\t5200\t5000\t200\n其中:甲税\t2300\t2200\t100\n乙税\t1100\t1000\t100\n"
    )
    assert sums(text) == []


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("一、收入", ("一、", 1)),
        ("(十二)其他", ("(一)", 12)),
        ("（3）乙", ("(1)", 3)),
        ("4.丁", ("1.", 4)),
        ("1.5倍", None),
        ("一般公共预算", None),
        ("十十、", None),
        ("", None),
    ],
)
def test_a_number_has_a_style_and_a_value(name: str, number: tuple[str, int] | None) -> None:
    assert number_of(name) == number


def test_lists_go_on_over_what_stands_between() -> None:
    names = ["合计", "一、甲", "1.子", "2.丑", "其中：寅", "二、乙", "1.卯"]
    assert list(lists_of(names)) == [RowList(1, "1.", [2, 3]), RowList(0, "一、", [1, 5])]


@given(
    st.lists(
        st.sampled_from(["一、", "二、", "三、", "(一)", "(二)", "1.", "2.", "9.", "其中", ""]), max_size=60
    )
)
def test_any_names_give_lists_in_order_below_their_row(names: list[str]) -> None:
    for one in lists_of(names):
        assert one.whole < one.parts[0]
        assert one.parts == sorted(set(one.parts))
        values = [number.value for at in one.parts if (number := number_of(names[at]))]
        assert values == list(range(1, len(one.parts) + 1))
