"""Counts of names that have amounts, and of names that a list goes on over."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.examine import manuscript_of
from wenxiao.finding import Verdict


def counted(text: str) -> list[list[str]]:
    """Give the names that each count is held against."""
    claims = [one.claim for one in manuscript_of(text).judged if one.claim.kind.value == "count"]
    return [[term.label for term in claim.operands[:-1]] for claim in claims]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("超百亿元的有3个：甲市141亿元、乙市126亿元和丙市101亿元。", ["甲市", "乙市", "丙市"]),
        ("车船税9.7亿元、契税5.2亿元、印花税2.4亿元三个税种合计17.3亿元。", ["车船税", "契税", "印花税"]),
        ("2家单位收取的50万元未缴库：城管局30万元、规划局20万元。", ["城管局", "规划局"]),
        ("其余3所分别是龙山小学、柳湾教学点和第四中学，明年交付。", ["龙山小学", "柳湾教学点", "第四中学"]),
        ("巡展3站，分别是平山、柳河、白石，观众很多。", ["平山", "柳河", "白石"]),
    ],
)
def test_names_are_counted(text: str, names: list[str]) -> None:
    assert counted(text) == [names]


@pytest.mark.parametrize(
    "text",
    [
        "超百亿元的有5个：甲市141亿元、乙市126亿元和丙市101亿元。",
        "超百亿元的有2个：甲市141亿元、乙市126亿元、丙市101亿元。",
        "巡展4站，分别是平山、柳河、白石，观众很多。",
        "车船税9.7亿元，游客5.2万人次，印花税2.4亿元三个方面。",
    ],
)
def test_a_list_of_more_or_less_says_nothing(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "超百亿元的有4个：甲市141亿元、乙市126亿元和丙市101亿元。",
        "车船税9.7亿元、契税5.2亿元、印花税2.4亿元四个税种合计17.3亿元。",
        "3家单位收取的50.5万元未缴库：城管局30.2万元、规划局20.3万元。",
        "下属单位4家，分别是市图书馆、市文化馆和市文化市场综合行政执法支队。",
    ],
)
def test_a_list_that_is_certain_to_be_all_shows_the_count_wrong(text: str) -> None:
    judged = [one for one in manuscript_of(text).judged if one.claim.kind is ClaimKind.COUNT]
    assert [one.judgement.verdict for one in judged] == [Verdict.FAIL]


@pytest.mark.parametrize(
    "text",
    [
        "下属单位2家，分别是市图书馆、市文化馆和市体育馆。",  # 文化馆和体育馆 may be one
        "机耕路三处合同量124万元，实测101万元，短少23万元。",  # what the total is made of are no places
    ],
)
def test_what_can_be_read_otherwise_shows_nothing(text: str) -> None:
    assert counted(text) == []


def test_the_rows_of_the_table_above_and_marked_items_below_are_counted() -> None:
    table = "学段\t2022年\t2023年\n小学\t1238.7\t1275.9\n初中\t1777.1\t1815.2\n高中\t1880.9\t1911.8\n\n"
    assert counted(table + "上述三个学段均有增长。\n") == [["小学", "初中", "高中"]]
    assert counted(table + "上述四个学段均有增长。\n") == []
    assert counted("安排项目2个：\n\n●培训补贴128.00万元\n\n●平台运维63.50万元\n") == [
        ["培训补贴", "平台运维"]
    ]


def test_the_body_itself_is_one_of_its_units() -> None:
    assert counted("范围包括局机关及所属的检测中心、投诉中心，共3家预算单位。") == [
        ["范围包括局机关", "检测中心", "投诉中心"]
    ]
