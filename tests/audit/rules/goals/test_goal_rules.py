from __future__ import annotations

from collections.abc import Callable

import pytest

from wenxiao.audit.example import SOUND, Example, grid
from wenxiao.finding import Finding, Outcome, Verdict

Found = Callable[[str, Example], Finding]
Outcomes = Callable[[str, Example], dict[str, Outcome]]


def test_a_goal_without_money_is_named(found: Found) -> None:
    broke = SOUND.edit("project", "XS", 年初预算数="", 全年预算数="", 全年执行数="")
    assert found("WX301", broke).message == "「学术交流」没有金额"


def test_a_project_with_neither_goal_nor_money_cannot_be_judged(outcomes: Outcomes) -> None:
    found = outcomes("WX301", Example({"project": grid("项目编号 项目名称", "KP 科学普及")}))
    assert found["科学普及"].verdict is Verdict.NOT_ASSESSABLE


def test_all_indicators_of_a_project_without_target_are_one_finding(found: Found) -> None:
    example = SOUND.edit("indicator", "KP-01", 目标形式="").edit("indicator", "KP-02", 目标值="")
    finding = found("WX302", example)
    assert finding.message == "2 条指标没有目标：「智能手机应用培训人次」、「新增注册志愿者」"
    assert len(finding.places) == 2


def test_a_target_of_zero_is_a_target(outcomes: Outcomes) -> None:
    found = outcomes("WX302", SOUND.edit("indicator", "KP-01", 目标形式="=", 目标值="0"))
    assert found["科学普及"].verdict is Verdict.PASS


def test_an_indicator_without_a_row_of_actuals_is_unreported(found: Found) -> None:
    assert "「第36届年会论文数」" in found("WX303", SOUND.without("actual", "XS-01")).message


def test_an_indicator_without_target_needs_no_actual_here(outcomes: Outcomes) -> None:
    example = SOUND.edit("indicator", "KP-01", 目标形式="", 目标值="").without("actual", "KP-01")
    assert outcomes("WX303", example)["科学普及"].verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("actual", "verdict"),
    [
        ("26000", Verdict.PASS),  # exactly 30 % over
        ("26001", Verdict.FAIL),
        ("8万多", Verdict.FAIL),  # at least 80000
        ("近2.7万", Verdict.PASS),  # perhaps only 26000
    ],
)
def test_over_achievement_is_measured_at_the_lower_bound(
    outcomes: Outcomes, actual: str, verdict: Verdict
) -> None:
    found = outcomes("WX304", SOUND.edit("actual", "KP-01", 实际完成值=actual))
    assert found["智能手机应用培训人次"].verdict is verdict


def test_over_achievement_with_a_cause_passes(outcomes: Outcomes) -> None:
    example = SOUND.edit("actual", "KP-01", 实际完成值="80000", 偏差原因="新增线上课程")
    assert outcomes("WX304", example)["智能手机应用培训人次"].reason == "已说明原因：新增线上课程"


@pytest.mark.parametrize(
    ("name", "unit", "verdict"),
    [
        ("智能手机应用，培训人次", "人次", Verdict.FAIL),
        ("农村老年智能手机应用培训人次", "人次", Verdict.PASS),
        ("智能手机应用培训场次", "场次", Verdict.PASS),
    ],
)
def test_a_benefit_that_repeats_an_output_is_padding(
    outcomes: Outcomes, name: str, unit: str, verdict: Verdict
) -> None:
    example = SOUND.edit("indicator", "KP-02", 三级指标=name, 计量单位=unit)
    assert outcomes("WX305", example)["科学普及"].verdict is verdict


def test_two_counts_of_one_event_are_no_padding(outcomes: Outcomes) -> None:
    example = SOUND.edit("indicator", "KP-01", 三级指标="老年人智能手机应用培训总人次").edit(
        "indicator", "KP-02", 三级指标="老年人智能手机应用培训总场次", 计量单位="场次"
    )
    assert outcomes("WX305", example)["科学普及"].verdict is Verdict.PASS


def test_a_completion_that_repeats_the_goal_is_a_copy(found: Found) -> None:
    assert found("WX305", SOUND.edit("goal", "2", 实际完成情况="收到年会论文50篇。，")).subject == "绩效目标"


def test_a_department_without_satisfaction_indicator_is_told(found: Found) -> None:
    example = SOUND.without("indicator", "KP-03", "XS-03").without("actual", "KP-03", "XS-03")
    assert found("WX306", example).message == "没有满意度指标"


def test_satisfaction_lists_all_that_is_missing(found: Found) -> None:
    example = SOUND.edit("indicator", "KP-03", 目标值="").edit(
        "actual", "KP-03", 实际完成值="", 完成情况="满意", 数据来源=""
    )
    assert found("WX306", example).message == (
        "「学员满意度」没有用百分数表示的目标值、没有用百分数表示的完成值、没有写明调查来源或佐证"
    )


def test_an_online_scope_is_not_what_was_promised(found: Found) -> None:
    table = SOUND.tables["actual"]
    scoped = Example({**SOUND.tables, "actual": tuple({**row, "统计口径": "线上线下"} for row in table[:1])})
    assert "目标没有说包括线上" in found("WX307", scoped).message


def test_persons_against_person_times_say_both_units(found: Found) -> None:
    finding = found("WX307", SOUND.edit("actual", "KP-01", 计量单位="名"))
    assert finding.message == "「智能手机应用培训人次」目标以「人次」计，完成值以「人」计"


def test_a_year_that_differs_is_found(found: Found) -> None:
    example = SOUND.edit("indicator", "XS-02", 定性目标="2021年签订协议").edit(
        "actual", "XS-02", 完成情况="2020年已签订协议"
    )
    assert found("WX308", example).message == "「交流机制」目标是2021年，完成情况说的是2020年"


def test_an_edition_that_is_reported_beside_another_agrees(outcomes: Outcomes) -> None:
    found = outcomes("WX308", SOUND.edit("actual", "XS-01", 完成情况="第35届收到40篇，第36届收到52篇"))
    assert found["第36届年会论文数"].verdict is Verdict.PASS


def test_an_edition_that_only_one_side_mentions_is_no_mismatch(outcomes: Outcomes) -> None:
    found = outcomes("WX308", SOUND.edit("actual", "XS-01", 完成情况="年会收到论文"))
    assert {outcome.verdict for outcome in found.values()} == {Verdict.NOT_APPLICABLE}


def test_a_vague_goal_is_quoted_by_its_beginning(found: Found) -> None:
    finding = found("WX309", SOUND.edit("goal", "1", 预期目标="进一步加强科普工作，" * 5))
    assert finding.message == "1 处目标笼统：「进一步加强科普工作，进一步加强科普工作，进一步加…」"


def test_lines_cannot_be_matched_when_no_indicator_names_its_money(outcomes: Outcomes) -> None:
    example = SOUND
    for code in ("KP-01", "KP-02", "KP-03"):
        example = example.edit("indicator", code, 对应资金="")
    assert outcomes("WX310", example)["科学普及"].verdict is Verdict.NOT_ASSESSABLE


def test_a_project_without_indicators_lacks_everything(found: Found) -> None:
    example = Example({"project": grid("项目编号 项目名称", "KP 科学普及")})
    assert found("WX311", example).message == "「科学普及」只有 0 条指标，没有产出指标，没有效益指标"


def test_one_project_below_full_marks_is_enough(outcomes: Outcomes) -> None:
    missing = Example(SOUND.tables, {"科学普及.得分": "98分"})
    assert outcomes("WX312", missing)["项目得分"].verdict is Verdict.PASS
    unknown = Example(SOUND.tables, {"科学普及.得分": "100分"})
    assert outcomes("WX312", unknown)["项目得分"].reason == "1 个项目没有得分"


@pytest.mark.parametrize(
    ("form", "actual", "verdict"),
    [
        ("≥", "2万多", Verdict.PASS),
        ("≥", "近1.9万", Verdict.PASS),  # surely missed: not a matter of precision
        ("≥", "近2万", Verdict.FAIL),
        ("≤", "近2万", Verdict.PASS),
        ("≤", "2万多", Verdict.FAIL),
    ],
)
def test_an_approximation_fails_only_if_the_target_lies_inside(
    outcomes: Outcomes, form: str, actual: str, verdict: Verdict
) -> None:
    example = SOUND.edit("indicator", "KP-01", 目标形式=form).edit("actual", "KP-01", 实际完成值=actual)
    assert outcomes("WX313", example)["智能手机应用培训人次"].verdict is verdict
