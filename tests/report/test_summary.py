from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from wenxiao.engine.scorecard import Scores
from wenxiao.evaluate import Results
from wenxiao.finding import Finding, Outcome, Severity, Verdict
from wenxiao.report.columns import width
from wenxiao.report.score_text import not_assessed
from wenxiao.report.summary import as_json, as_lines, fact_lines, facts_as_json, score_lines

Build = Callable[..., Results]


def _failed(number: int) -> Outcome:
    finding = Finding(f"WX30{number}", Severity.WARNING, "指标没有目标", "科学普及", "没有目标")
    return Outcome(finding.rule, finding.subject, Verdict.FAIL, finding=finding)


def test_the_screen_shows_totals_scores_reasons_and_findings(science: Results) -> None:
    unknown = Outcome("WX102", "收支", Verdict.NOT_ASSESSABLE, "没有年末结转结余")
    lines = as_lines(replace(science, outcomes=(*map(_failed, range(7)), unknown)))
    assert lines[:3] == [
        "某市科协 2021 年度　评价标准：示例标准",
        "收入总计 743.31万元　本年支出合计 743.31万元　预算执行率 100%",
        "基本支出 446.58万元　项目支出 155.74万元",
    ]
    assert lines[4:7] == [
        "评价对象  满分  可评分值  已评得分  总分区间  等级",
        "科学普及   100       100      87.5      87.5  良",
        "人才发展   100         0         0     0~100  未定",
    ]
    reasons = "没有全年预算数（1 项）；口径不同（1 项）；年初未设目标值（1 项）"
    assert lines[7] == f"  未能评定 3 项：{reasons}"
    assert "检查发现：错误 0 条、警告 7 条、提示 0 条" in lines
    assert "  其余 2 条请用 wenxiao check 查看。" in lines
    assert lines[-1] == "另有 1 项检查因缺少数据无法判断，不视为通过。"
    assert max(width(line) for line in lines) <= 100


def test_rare_reasons_are_counted_together(science: Results) -> None:
    card = science.scores.projects[1]
    scores = [replace(card.indicators[0], reason=reason) for reason in "甲甲乙丙丁"]
    scored = replace(card.indicators[0], score=Decimal(1), reason="甲")
    told = not_assessed(replace(card, indicators=(*scores, scored)))
    assert told == "未能评定 5 项：甲（2 项）；乙（1 项）；丙（1 项）；其他 1 种原因"


def test_scores_in_full_show_every_indicator_with_its_notes(science: Results) -> None:
    card = science.scores.projects[0]
    noted = replace(card.indicators[1], target="≥2000人次", flags=("超过目标",), cause="活动增加")
    scores = Scores((replace(card, indicators=(noted,)),), None)
    assert score_lines(replace(science, scores=scores))[-5:] == [
        "科学普及（项目自评）",
        "  指标      目标值     实际完成值  分值  得分",
        "  覆盖人次  ≥2000人次  —             50    50",
        "    注意：超过目标",
        "    偏差原因：活动增加",
    ]
    assert "  院士人数  —       —             90  无法评定" in score_lines(science)
    assert "    原因：口径不同" in score_lines(science)


def test_nothing_scored_and_nothing_recorded_is_said(build: Build) -> None:
    lines = as_lines(build({}))
    assert "没有可以评分的对象。" in lines
    assert lines[1].startswith("收入总计 未提供")


def test_json_has_points_and_amounts_as_strings(science: Results) -> None:
    data = json.loads(json.dumps(as_json(science)))
    assert data["totals"]["收入总计"] == {"value": "7433100", "unit": "元"}
    assert [card["name"] for card in data["scores"]] == ["科学普及", "人才发展", "部门整体"]
    full, gaps = data["scores"][0], data["scores"][1]
    assert (full["earned"], full["grade"], full["indicators"][1]["score"]) == ("87.5", "良", "50")
    assert (gaps["low"], gaps["high"], gaps["indicators"][1]["score"]) == ("0", "100", None)
    assert data["findings"] == {"pass": 0, "fail": 0, "not-applicable": 0, "not-assessable": 0}


def test_points_are_never_written_with_an_exponent(science: Results) -> None:
    card = replace(science.scores.projects[0], full=Decimal("1E+2"), earned=Decimal("0.00"))
    data = as_json(replace(science, scores=Scores((card,), None)))
    assert (data["scores"][0]["full"], data["scores"][0]["earned"]) == ("100", "0")


def test_facts_are_listed_by_part_of_their_name(science: Results) -> None:
    assert fact_lines(science.facts, "三公") == ["没有名称含「三公」的数据。"]
    assert fact_lines(science.facts, "支出总计.年初") == ["支出总计.年初预算数  700.00万元"]
    (line,) = fact_lines(science.facts, "人才发展.年初")
    assert line == "人才发展.年初预算数  （《项目》没有填写「人才发展的年初预算数」）"


def test_facts_as_data_keep_base_units_and_reasons(science: Results) -> None:
    missing, *_ = facts_as_json(science.facts, "人才发展")
    assert (missing["key"], missing["value"], missing["unit"]) == ("人才发展.年初预算数", None, "")
    (name,) = facts_as_json(science.facts, "单位名称")
    assert (name["value"], name["reason"]) == ("某市科协", "")
