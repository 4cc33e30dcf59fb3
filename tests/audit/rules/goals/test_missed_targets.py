"""WX331: a target that was missed is a warning, for information only if its cause stands beside it."""

from __future__ import annotations

import pytest

from wenxiao.audit.examine import chosen_rules, manuscript_of
from wenxiao.audit.findings import findings_by
from wenxiao.finding import Severity

FORM = (
    "自评表\n\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析\n"
    "产出指标\t数量指标\t清淤河道长度\t≥30公里\t28公里\t10\t9\t{}\n"
)


def _missed(text: str) -> list[Severity]:
    return [finding.severity for finding in findings_by(chosen_rules(["WX331"], []), manuscript_of(text))]


def _report(result: str) -> str:
    return f"一、绩效目标\n\n清淤河道长度30公里。\n\n二、完成情况\n\n{result}\n"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (_report("清淤河道长度28公里。"), Severity.WARNING),
        (_report("清淤河道长度28公里，主要原因是汛期停工。"), Severity.INFO),
        (_report("受汛期影响，清淤河道长度28公里。"), Severity.INFO),
        (_report("清淤河道长度28公里。原因是汛期停工。"), Severity.INFO),
        (_report("清淤河道长度28公里。栽树900株。因汛期停工，护栏未装。"), Severity.WARNING),
        (_report("清淤河道长度28公里；栽树900株，因树苗紧缺少栽。"), Severity.WARNING),
        (FORM.format(""), Severity.WARNING),
        (FORM.format("无"), Severity.WARNING),
        (FORM.format("汛期停工"), Severity.INFO),
    ],
)
def test_a_cause_is_looked_for_beside_the_figure(text: str, severity: Severity) -> None:
    assert _missed(text) == [severity]


def test_a_deadline_that_passed_is_missed() -> None:
    text = (
        "自评表\n\n三级指标\t年度指标值\t实际完成值\n清淤完工日期\t2023年9月30日前\t2023年10月12日\n"
        "护岸完工日期\t2023年9月30日前\t2023年9月18日\n"
    )

    assert _missed(text) == [Severity.WARNING]


def test_a_cause_given_in_the_form_is_given_for_the_text_too() -> None:
    report = _report("清淤河道长度28公里。")

    assert _missed(f"{report}\n{FORM.format('汛期停工')}") == [Severity.INFO, Severity.INFO]
    assert _missed(f"{report}\n{FORM.format('')}") == [Severity.WARNING, Severity.WARNING]


@pytest.mark.parametrize(
    ("told", "severities"),
    [
        ("年度计划清淤河道30公里，实际完成18公里。", [Severity.WARNING]),
        ("截至2023年12月底，年度计划清淤河道30公里，实际完成18公里。", [Severity.WARNING]),
        ("1—9月，年度计划清淤河道30公里，实际完成18公里。", []),
        ("截至9月底，年度计划清淤河道30公里，实际完成18公里。", []),
        ("年度计划清淤河道30公里，实际完成18公里，快于时间进度。", []),
    ],
)
def test_a_target_is_not_missed_before_it_is_due(told: str, severities: list[Severity]) -> None:
    assert _missed(f"报告\n\n{told}\n") == severities


@pytest.mark.parametrize(
    ("told", "severity"),
    [
        ("清淤河道长度28公里。少清2公里，系汛期停工所致。", Severity.INFO),
        ("清淤河道长度28公里。没有达到目标，主要是汛期停工。", Severity.INFO),
        (
            "清淤河道长度28公里。栽树900株。\n\n三、问题\n\n清淤河道长度未完成指标值，因为汛期停工。",
            Severity.INFO,
        ),
        (
            "清淤河道长度28公里。栽树900株。\n\n三、问题\n\n栽种乔木未完成指标值，因为树苗紧缺。",
            Severity.WARNING,
        ),
        ("清淤河道长度28公里。\n\n三、成效\n\n清淤河道长度增加，因此行洪能力提高。", Severity.WARNING),
    ],
)
def test_a_cause_may_stand_where_the_shortfall_is_named(told: str, severity: Severity) -> None:
    assert _missed(_report(told)) == [severity]
