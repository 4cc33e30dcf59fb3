"""Sums that their figures make evident: scattered parts, other counting units, signed adjustments; and what is chance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.audit.claims import judge
from wenxiao.audit.figures.read import read
from wenxiao.audit.relations import relations_of
from wenxiao.audit.relations.lines import lines_of
from wenxiao.audit.relations.sums.evident import evident_sums
from wenxiao.documents.text import document_of


@pytest.fixture
def evident() -> Callable[[str], list[list[str]]]:
    """Give the figures of each sum that is evident in a text, the whole first; all of them hold."""

    def sums(text: str) -> list[list[str]]:
        found = list(evident_sums(lines_of(read(document_of(text, "例.txt"))), ()))
        assert {judge(claim).verdict.value for claim in found} <= {"pass"}
        return [[term.figure.text for term in claim.terms if term.figure] for claim in found]

    return sums


Evident = Callable[[str], list[list[str]]]


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (
            "培训费合计86.37万元。场地租金31.25万元（每天2.5万元），教材费18.64万元，教师酬金36.48万元。",
            "86.37万元",
            ["31.25万元", "18.64万元", "36.48万元"],
        ),
        (
            "场地租金31.25万元，教材费18.64万元，教师酬金36.48万元。以上三项共计86.37万元。",
            "86.37万元",
            ["31.25万元", "18.64万元", "36.48万元"],
        ),
        (
            "收回有效问卷2143份。受访者中男性1057人，女性1086人。",
            "2143份",
            ["1057人", "1086人"],
        ),
    ],
)
def test_parts_before_after_and_in_another_unit(
    evident: Evident, text: str, whole: str, parts: list[str]
) -> None:
    assert [whole, *parts] in evident(text)


def test_an_adjusted_budget_comes_of_what_was_added_and_taken(evident: Evident) -> None:
    text = "年初预算812.46万元，年中追加135.28万元、调减47.39万元，调整后预算900.35万元。"
    assert ["900.35万元", "812.46万元", "135.28万元", "47.39万元"] in evident(text)


@pytest.mark.parametrize(
    "text",
    [
        "投资500万元。设备200万元，安装300万元。",  # round figures meet too often
        "走访12户。党员5人，群众7人。",  # so do small ones
        "培训费合计86.37万元。场地租金31.25万元，教材费18.64万元，教师酬金36.49万元。",  # 0.01 off
        "年初预算812.46万元，年中追加135.28万元、调减47.39万元，结余900.36万元。",
    ],
)
def test_what_chance_could_do_or_does_not_close_is_no_sum(evident: Evident, text: str) -> None:
    assert evident(text) == []


def test_a_budget_that_was_raised(evident: Evident) -> None:
    text = "年初预算1530万元，年中追加264万元，调整后预算1794万元。"
    assert ["1794万元", "1530万元", "264万元"] in evident(text)


def test_what_stands_in_brackets_behind_a_name_is_all_there_is(evident: Evident) -> None:
    text = "对未销号的5个问题（正在办理3个、长期坚持2个）按月调度，另有1个单位被约谈。"
    assert evident(text) == [["5个", "3个", "2个"]]


def test_a_list_joined_right_before_its_total(evident: Evident) -> None:
    text = "收到论文386篇，评出一等奖12篇、二等奖30篇、三等奖54篇，获奖96篇。"
    assert ["96篇", "12篇", "30篇", "54篇"] in evident(text)
    assert evident(text.replace("96篇", "97篇")) == []


def test_a_known_division_ends_where_other_things_are_counted(evident: Evident) -> None:
    assert ["52名", "39名", "13名"] in evident("共有党员52名，男39名、女13名，流动党员4名。")


def test_parts_of_parts_are_left_out_of_a_total() -> None:
    text = "偿还本金94.84亿元，其中再融资债券81.20亿元，财政资金13.64亿元；支付利息33.92亿元。本息合计128.76亿元。"
    found = [
        [term.figure.text for term in one.terms if term.figure]
        for one in relations_of(read(document_of(text, "例.txt"))).claims
    ]
    assert ["128.76亿元", "94.84亿元", "33.92亿元"] in found
    assert ["128.76亿元", "81.20亿元", "13.64亿元", "33.92亿元"] not in found


def test_what_a_claim_tells_already_is_not_told_again() -> None:
    lines = lines_of(
        read(document_of("支出合计86.37万元，租金31.25万元，教材18.64万元，酬金36.48万元。", "例.txt"))
    )
    first = list(evident_sums(lines, ()))
    assert first
    assert list(evident_sums(lines, first)) == []
