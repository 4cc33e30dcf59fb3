"""WX331: a target that was missed is told unless its cause stands beside it."""

from __future__ import annotations

import pytest

from wenxiao.audit.examine import chosen_rules, findings_by, manuscript_of

FORM = (
    "自评表\n\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析\n"
    "产出指标\t数量指标\t清淤河道长度\t≥30公里\t28公里\t10\t9\t{}\n"
)


def _missed(text: str) -> int:
    return len(findings_by(chosen_rules(["WX331"], []), manuscript_of(text)))


def _report(result: str) -> str:
    return f"一、绩效目标\n\n清淤河道长度30公里。\n\n二、完成情况\n\n{result}\n"


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        (_report("清淤河道长度28公里。"), 1),
        (_report("清淤河道长度28公里，主要原因是汛期停工。"), 0),
        (_report("受汛期影响，清淤河道长度28公里。"), 0),
        (_report("清淤河道长度28公里。原因是汛期停工。"), 0),
        (_report("清淤河道长度28公里。栽树900株。因汛期停工，护栏未装。"), 1),
        (_report("清淤河道长度28公里；栽树900株，因树苗紧缺少栽。"), 1),
        (FORM.format(""), 1),
        (FORM.format("无"), 1),
        (FORM.format("汛期停工"), 0),
    ],
)
def test_a_cause_is_looked_for_beside_the_figure(text: str, missed: int) -> None:
    assert _missed(text) == missed


def test_a_deadline_that_passed_is_missed() -> None:
    text = (
        "自评表\n\n三级指标\t年度指标值\t实际完成值\n清淤完工日期\t2023年9月30日前\t2023年10月12日\n"
        "护岸完工日期\t2023年9月30日前\t2023年9月18日\n"
    )

    assert _missed(text) == 1
