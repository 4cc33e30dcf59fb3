"""WX339 and WX340: satisfaction with a figure and a survey, and results far above their targets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.finding import Finding

Marked = Callable[[str, str], list[str]]
FoundIn = Callable[[str, str], list[Finding]]


@pytest.mark.parametrize(
    "text",
    [
        "通过问卷调查，群众满意度为92.50%。",
        "全年回访服务对象260人。\n群众满意度为92.50%。",
        "一、绩效目标\n群众满意度达到90%以上。",
        "群众满意度目标为90%。",
        "群众满意度较高。",
    ],
)
def test_satisfaction_that_was_asked_for_or_is_aimed_at_is_left_alone(marked: Marked, text: str) -> None:
    assert marked("WX339", text) == []


def test_satisfaction_without_any_survey_is_told_once(found_in: FoundIn) -> None:
    (finding,) = found_in("WX339", "群众满意度为92.50%。\n二、效果\n企业满意率达96%。")
    assert finding.message.startswith("写了 2 处满意度数值（“92.50%”、“96%”）")


FORM = "一级指标\t三级指标\t年度指标值\t实际完成值\n满意度指标\t读者满意度\t{}\t{}\n"


def test_a_word_is_no_satisfaction(marked: Marked) -> None:
    assert marked("WX339", FORM.format("满意", "比较满意")) == ["比较满意"]
    assert marked("WX339", FORM.format("≥90%", "满意")) == []


def test_satisfaction_of_a_form_needs_a_survey_too(marked: Marked) -> None:
    assert marked("WX339", FORM.format("≥90%", "94%")) == ["94%"]
    assert marked("WX339", FORM.format("≥90%", "94%") + "\n满意度来自读者问卷。") == []


GOALS = "一、绩效目标\n{}\n二、目标完成情况\n{}"


@pytest.mark.parametrize(
    ("target", "actual", "is_told"),
    [
        ("20场", "25场", False),
        ("20场", "26场", True),
        ("20场以上", "80场", True),
        ("20场", "近26场", False),
        ("20场", "30多场", True),
    ],
)
def test_a_result_is_far_above_from_a_hundred_and_thirty_percent(
    found_in: FoundIn, target: str, actual: str, *, is_told: bool
) -> None:
    text = GOALS.format(f"举办科普讲座{target}。", f"举办科普讲座{actual}。")
    assert bool(found_in("WX340", text)) is is_told


def test_a_cause_in_the_same_paragraph_is_enough(found_in: FoundIn) -> None:
    text = GOALS.format("举办科普讲座20场。", "举办科普讲座36场，主要原因是新增线上场次。")
    assert found_in("WX340", text) == []


def test_the_same_pair_in_body_and_form_is_one_finding(found_in: FoundIn) -> None:
    form = "三级指标\t年度指标值\t实际完成值\n举办科普讲座\t20场\t36场\n"
    text = f"{GOALS.format('举办科普讲座20场。', '举办科普讲座36场。')}\n三、附表\n{form}"
    (finding,) = found_in("WX340", text)
    assert finding.message == "目标20场，完成36场，达到目标的 180% 以上，没有说明原因"
    assert len(finding.places) == 4
