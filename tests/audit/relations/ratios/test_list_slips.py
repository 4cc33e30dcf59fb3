"""Shares and rates of the parts of known lists that one slip parts from holding."""

from __future__ import annotations

import pytest

from wenxiao.audit.claims import judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.kinds import PERCENTAGES
from wenxiao.audit.relations import relations_of
from wenxiao.documents.text import document_of
from wenxiao.finding import Verdict

DEBT = "新增限额31.40亿元。市级留用17.85亿元，转贷县区13.55亿元，"
TASKS = "反映问题246个，已完成整改231个，阶段性完成11个，尚未完成4个，"
MEALS = "供餐学校共181所，食堂供餐173所，企业供餐8所，"


def failing(text: str) -> list[list[str]]:
    """Give the figures of each share or rate that fails."""
    claims = [
        one for one in relations_of(read(document_of(text, "例.txt"))).claims if one.kind in PERCENTAGES
    ]
    wrong = [one for one in claims if judge(one).verdict is Verdict.FAIL]
    return [[term.figure.text for term in one.terms if term.figure] for one in wrong]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (f"{DEBT}市级留用比例66.8%。", ["66.8%", "17.85亿元", "31.40亿元"]),
        (f"{TASKS}整改完成率39.9%。", ["39.9%", "231个", "246个"]),
        (f"{MEALS}食堂供餐占比59.6%。", ["59.6%", "173所", "181所"]),
    ],
)
def test_the_list_proves_part_and_whole(text: str, figures: list[str]) -> None:
    assert failing(text) == [figures]


@pytest.mark.parametrize(
    "text",
    [
        f"{DEBT}市级留用比例56.8%。",  # right
        f"{DEBT}市级留用比例41.3%。",  # no slip of anything
        f"{DEBT}上年市级留用比例66.8%。",
        "下达限额31.40亿元。市级留用17.85亿元，转贷县区13.55亿元，上年市级留用比例66.8%。",
        f"{TASKS}完成率39.9%。",  # of which of the two that were completed is not said
        f"{DEBT}。\n另据统计，市级留用比例66.8%。",
    ],
)
def test_what_may_be_of_something_else_is_not_called_wrong(text: str) -> None:
    assert failing(text) == []
