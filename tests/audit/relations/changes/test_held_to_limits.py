"""Limits a figure is held against in its sentence: claimed where the form says so, failing where it leaves no doubt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Stated = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("出厂水合格率为[97.2%]，高于年初设定的[96%]。", "compare pass 97.2 > 96.0 %"),
        ("出厂水合格率为[95.2%]，高于年初设定的[96%]标准。", "compare fail 95.2 < 96.0 %"),
        ("出厂水合格率为[93.2%]，达到[不低于95%]的要求。", "compare fail 93.2 < 95.0 %"),
        ("变更造价占合同价的[2%]，未超过[4%]的控制线。", "compare pass 2 < 4 %"),
        ("新增债务[12.3亿元]，没有突破省核定的限额[11.5亿元]。", "compare fail 123000.00 > 115000.00 万元"),
        ("运行成本控制在每吨[1.2元以内]，实际每吨[1.35元]。", "compare fail 0.000135 > 0.000120 万元"),
        ("每亩补助[82元]，测算略[低于85元]的警戒值。", "compare pass 0.0082 < 0.0085 万元"),
        ("差错率[1.5%]，比“[不超过2%]”的承诺低。", "compare pass 1.5 < 2.0 %"),
    ],
)
def test_a_figure_is_held_against_its_limit(stated: Stated, text: str, claim: str) -> None:
    assert claim in stated(text)


def test_both_figures_are_held_against_one_limit(stated: Stated) -> None:
    found = stated("学员满意度[93.1%]，企业满意度[88.4%]，二者均高于[85%]的目标值。")
    assert found == ["compare pass 88.4 > 85.0 %", "compare pass 93.1 > 85.0 %"]


@pytest.mark.parametrize(
    "text",
    [
        "执行率[85.2%]，[低于90%]的有[3个]项目。",
        "补助资金[120万元]，超过[100万元]的部分由区级承担。",
        "人均补差[185元]，超任务[17元]。",
        "投资增长[8.9%]，高于全市[2.0个百分点]。",
        "出勤率[85%]，满意度[不低于90%]。",
        "达到目标的项目增加[6个]，未达到目标的项目减少[6个]。",
    ],
)
def test_what_is_no_limit_of_a_figure_says_nothing(stated: Stated, text: str) -> None:
    assert not any(claim.startswith("compare") for claim in stated(text))
