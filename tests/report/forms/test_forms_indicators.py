from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from wenxiao.engine.scorecard import IndicatorScore
from wenxiao.evaluate import Results
from wenxiao.report.blocks import plain
from wenxiao.report.forms.indicators import IndicatorLine, indicator_lines

Build = Callable[..., Results]
BASE = {"code": "A-1", "project": "A", "level1": "产出指标", "level2": "数量指标", "name": "活动场次"}


def line(build: Build, target: dict[str, str], actual: dict[str, str]) -> tuple[Results, IndicatorLine]:
    tables = {
        "project": [{"code": "A", "name": "甲"}],
        "indicator": [{**BASE, **target}],
        "actual": [{"indicator": "A-1", **actual}],
    }
    results = build(tables)
    (made,) = indicator_lines(results.package, results.package.rows("indicator"), "甲")
    return results, made


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        ("≥", "3", "≥3个"),
        ("≤", "3", "≤3个"),
        ("=", "3", "3个"),
        ("≥", "3个以上", "3个以上"),
        ("≥", "约200余", "≥约200余个"),
        ("≥", "", "未提供"),
    ],
)
def test_a_target_carries_its_sign_once(build: Build, form: str, value: str, text: str) -> None:
    results, made = line(build, {"target_form": form, "target_value": value, "unit": "个"}, {})
    assert plain(made.target(results.facts)) == text


def test_a_qualitative_target_is_its_words(build: Build) -> None:
    results, made = line(build, {"target_form": "定性", "target_text": "明显提升"}, {})
    assert plain(made.target(results.facts)) == "明显提升"


@pytest.mark.parametrize(
    ("actual", "text"),
    [
        ({"value": "5", "unit": "场"}, "5场"),
        ({"value": "5", "unit": "场", "text": "线上"}, "5场（线上）"),
        ({"text": "已举办", "attainment": "达成"}, "已举办（达成）"),
        ({"attainment": "达成"}, "达成"),
        ({"source": "台账"}, "未提供"),
    ],
)
def test_a_result_is_its_figure_and_what_was_said(build: Build, actual: dict[str, str], text: str) -> None:
    results, made = line(build, {}, actual)
    assert plain(made.result(results.facts)) == text


def test_the_remark_names_cause_improvement_and_what_stood_in_the_way(build: Build) -> None:
    _, made = line(build, {}, {"deviation_cause": "疫情。\n停办", "improvement": "补办。"})
    assert made.remark() == "偏差原因：疫情；停办；改进措施：补办"
    score = IndicatorScore("A-1", "甲.活动场次", "", "", "", "", "", None, None, "口径不同")
    scored = IndicatorScore("A-1", "甲.活动场次", "", "", "", "", "", None, Decimal(1), "口径不同")
    assert IndicatorLine(made.key, made.row, made.actual, score).remark().endswith("；未评定：口径不同")
    assert "未评定" not in IndicatorLine(made.key, made.row, made.actual, scored).remark()
