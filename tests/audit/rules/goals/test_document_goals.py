"""WX332 to WX334: goals that can be measured, and forms that are filled."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Marked = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("goal", "vague"),
    [
        ("全年举办读书活动120场以上。", []),
        ("6月底前完成系统升级工作。", []),
        ("进一步提升服务水平，读者满意度达到95%以上。", []),
        ("不断完善制度，实现村级服务点全覆盖。", []),
        ("大力推进全民阅读。", ["大力推进全民阅读"]),
        ("完成设备采购工作。", ["完成设备采购工作"]),
        ("贯彻第十四届三次全会精神，推进各项工作。", ["贯彻第十四届三次全会精神，推进各项工作"]),
        (
            "落实“三个一”（一个中心、一条主线、一张清单）要求。",
            ["落实“三个一”（一个中心、一条主线、一张清单）要求"],
        ),
        ("举办讲座12场，阅读氛围进一步增强，编印手册300本。", ["阅读氛围进一步增强"]),
        ("参与面进一步扩大，达到全县人口的30%。", []),
        ("完成912工程采购工作。", ["完成912工程采购工作"]),
        ("主要目标如下：", []),
        ("本部门全面实施预算绩效管理，详见附表。", []),
    ],
)
def test_a_goal_needs_a_quantity_or_a_time(marked: Marked, goal: str, vague: list[str]) -> None:
    assert marked("WX332", f"一、绩效目标\n{goal}\n二、基本情况\n进一步加强管理。") == vague


def test_a_number_and_a_name_before_a_goal_are_not_quoted(marked: Marked) -> None:
    text = "一、绩效目标\n1、阅读推广：（1）做好阅读推广工作。\n二、其他\n无。"
    assert marked("WX332", text) == ["做好阅读推广工作"]


def test_only_parts_on_goals_are_read(marked: Marked) -> None:
    text = "一、绩效目标完成情况\n进一步提升服务水平。\n二、绩效目标管理的问题\n绩效意识有待进一步加强。"
    assert marked("WX332", text) == []


def test_a_goal_copied_into_a_form_is_told_once(marked: Marked) -> None:
    form = "三级指标\t年度指标值\t实际完成值\n服务水平\t不断提升服务水平\t提升\n"
    assert marked("WX332", f"一、绩效目标\n不断提升服务水平。\n二、附表\n{form}") == ["不断提升服务水平"]
    assert marked("WX332", form) == ["不断提升服务水平"]


FORM = "三级指标\t年度指标值\t实际完成值\t偏差原因\n{}"


@pytest.mark.parametrize(
    ("rows", "lacking"),
    [
        ("甲事\t3件\t3件\t\n乙事\t4件\t\t", ["乙事"]),
        ("甲事\t3件\t3件\t\n乙事\t4件\t\t因汛期推迟", []),
        ("甲事\t3件\t\t\n乙事\t4件\t\t", []),
        ("甲事\t3件\t3件\t\n乙事\t4件\t—\t", ["乙事"]),
    ],
)
def test_a_target_needs_an_actual_unless_nothing_was_reported(
    marked: Marked, rows: str, lacking: list[str]
) -> None:
    assert marked("WX333", FORM.format(rows)) == lacking


def test_an_actual_needs_a_target(marked: Marked) -> None:
    rows = "甲事\t3件\t3件\t\n乙事\t\t4件\t"
    assert marked("WX334", FORM.format(rows)) == ["乙事"]
    assert marked("WX333", FORM.format(rows)) == []
