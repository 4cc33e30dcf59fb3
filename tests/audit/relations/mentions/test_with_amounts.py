"""Counts of names that have amounts, and of names that a list goes on over."""

from __future__ import annotations

import pytest

from wenxiao.audit.examine import manuscript_of


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
        "超百亿元的有4个：甲市141亿元、乙市126亿元和丙市101亿元。",
        "超百亿元的有2个：甲市141亿元、乙市126亿元、丙市101亿元。",
        "巡展4站，分别是平山、柳河、白石，观众很多。",
        "车船税9.7亿元，游客5.2万人次，印花税2.4亿元三个方面。",
    ],
)
def test_a_list_of_more_or_less_says_nothing(text: str) -> None:
    assert counted(text) == []
