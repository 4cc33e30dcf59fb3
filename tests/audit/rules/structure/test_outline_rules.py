"""WX501 and WX504 to WX506: the parts of a document of its kind, its annexes, its score, and empty headings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.audit.rules.structure.outlines import KINDS, kind_of
from wenxiao.finding import Finding

Marked = Callable[[str, str], list[str]]
FoundIn = Callable[[str, str], list[Finding]]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某县文化馆2023年度项目支出绩效自评报告", "绩效自评报告"),
        ("某县部门整体支出绩效评价报告", "绩效评价报告"),
        ("某局2023年度部门决算公开", "部门决算公开"),
        ("某局2024年单位预算公开说明", "部门预算公开"),
        ("关于做好绩效自评报告报送工作的通知", None),
        ("某县2023年预算执行情况的报告", None),
        ("", None),
    ],
)
def test_the_title_tells_the_kind(title: str, kind: str | None) -> None:
    found = kind_of(title)
    assert (found and found.name) == kind


def test_each_kind_has_parts_that_its_words_can_find() -> None:
    for kind in KINDS:
        assert len(kind.parts) >= 6
        assert len({part.name for part in kind.parts}) == len(kind.parts)


PARTS = {
    "基本情况": "项目已经立项。",
    "绩效目标": "办讲座12场。",
    "资金使用情况": "资金到位。",
    "目标完成情况": "得分95分。",
    "存在的问题": "无。",
    "下一步打算": "保持。",
}


def report(*titles: str, first: str = "某馆2023年度绩效自评报告") -> str:
    numbers = "一二三四五六"
    parts = (f"{number}、{title}\n{PARTS[title]}" for number, title in zip(numbers, titles, strict=False))
    return "\n".join([first, *parts])


def test_a_whole_report_lacks_nothing(found_in: FoundIn) -> None:
    assert found_in("WX501", report(*PARTS)) == []


def test_the_parts_that_are_missing_are_named(found_in: FoundIn) -> None:
    (finding,) = found_in("WX501", report("基本情况", "绩效目标", "资金使用情况", "目标完成情况"))
    assert finding.message == "这是绩效自评报告，没有找到这些部分：存在问题、改进措施"


def test_an_excerpt_and_an_unknown_kind_are_left_alone(found_in: FoundIn) -> None:
    assert found_in("WX501", report("基本情况", "绩效目标")) == []
    assert found_in("WX501", report("基本情况", "绩效目标", "资金使用情况", first="某馆年度工作汇报")) == []


@pytest.mark.parametrize(
    ("result", "is_told"),
    [
        ("得分95.5分。", False),
        ("评价等级为良。", False),
        ("评价为“优秀”。", False),
        ("比赛总分第一，用时35分钟。", True),
        ("已经完成。", True),
    ],
)
def test_a_report_of_an_evaluation_comes_to_a_score_or_a_grade(
    found_in: FoundIn, result: str, *, is_told: bool
) -> None:
    assert bool(found_in("WX505", report(*PARTS).replace("得分95分。", result))) is is_told


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("得分见附件1。\n附件1\n得分表", []),
        ("得分见附件1。\n附件12\n得分表", ["附件1"]),
        ("得分详见附表二，另见附表二。", ["附表二"]),
        ("得分见附件。", []),
    ],
)
def test_an_annex_that_is_referred_to_stands_in_the_text(
    marked: Marked, text: str, lacking: list[str]
) -> None:
    assert marked("WX504", text) == lacking


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("一、基本情况\n二、完成情况\n已经完成。", ["一、基本情况"]),
        ("一、基本情况\n（一）职责\n负责阅读推广。\n二、完成情况\n已经完成。", []),
        ("一、基本情况\n二、完成情况\n三、问题\n一、基本情况\n已经立项。\n二、完成情况\n已经完成。", []),
        ("第一部分 概况\n一、职责\n负责阅读推广。", []),
        ("第一部分 概况\n负责阅读推广。\n第二部分 说明\n一、职责\n负责阅读推广。", []),
    ],
)
def test_a_heading_is_followed_by_something(marked: Marked, text: str, empty: list[str]) -> None:
    assert marked("WX506", text) == empty
