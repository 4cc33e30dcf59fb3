from __future__ import annotations

import json

from wenxiao.finding import Finding, Outcome, Severity, Verdict
from wenxiao.place import CellPlace, TextPlace
from wenxiao.report.columns import width
from wenxiao.report.findings import as_json, as_lines, counted, headline, outcome_lines

CELL = CellPlace("数据.xlsx", "收支决算", 5, "D", "决算数", "743.30")
UNEQUAL = Finding(
    "WX103",
    Severity.ERROR,
    "收入总计与支出总计不相等",
    "收支决算",
    "收入总计比支出总计多，两者必须相等。" * 4,
    (CELL, TextPlace("report.md", 0, 2, 3, 1, "支出")),
    "743.31 − 743.30 = 0.01 万元",
    "核对收支决算。",
)
NO_CAUSE = Finding("WX006", Severity.WARNING, "问题没有原因", "", "第 2 个问题没有写原因。")
OUTCOMES = (
    Outcome("WX006", "问题", Verdict.FAIL, finding=NO_CAUSE),
    Outcome("WX102", "收支决算", Verdict.NOT_ASSESSABLE, "没有年末结转结余"),
    Outcome("WX103", "收支决算", Verdict.FAIL, finding=UNEQUAL),
    Outcome("WX105", "收支决算", Verdict.PASS),
)


def test_a_finding_says_what_where_how_much_and_what_to_do() -> None:
    lines = as_lines([UNEQUAL])
    assert lines[0] == "WX103 错误 收入总计与支出总计不相等（收支决算）"
    assert "      位置：「数据.xlsx」工作表「收支决算」第 5 行 D 列（决算数）" in lines
    assert "      位置：「report.md」第 3 行第 1 列" in lines
    assert "      算式：743.31 − 743.30 = 0.01 万元" in lines
    assert lines[-1] == "      建议：核对收支决算。"
    assert max(width(line) for line in lines) <= 100


def test_empty_parts_are_left_out() -> None:
    assert as_lines([NO_CAUSE]) == ["WX006 警告 问题没有原因", "      第 2 个问题没有写原因。"]
    assert as_lines([]) == ["没有发现问题。"]
    assert headline(NO_CAUSE) == "WX006 警告 问题没有原因"


def test_findings_are_counted_by_severity() -> None:
    assert counted([UNEQUAL, NO_CAUSE, NO_CAUSE]) == "错误 1 条、警告 2 条、提示 0 条"


def test_the_heaviest_come_first_and_the_rest_on_demand() -> None:
    short, full = outcome_lines(OUTCOMES), outcome_lines(OUTCOMES, show_all=True)
    assert [line[:5] for line in short if line.startswith("WX")] == ["WX103", "WX006"]
    assert "WX102 无法判断 收支决算：没有年末结转结余" in full
    assert "WX105 通过 收支决算" in full
    verdicts = "通过 1 项、不通过 2 项、不适用 0 项、无法判断 1 项"
    assert short[-1] == full[-1] == f"检查结果：{verdicts}。发现：错误 1 条、警告 1 条、提示 0 条。"


def test_where_nothing_could_be_judged_nothing_is_called_sound() -> None:
    lines = outcome_lines(OUTCOMES[1:2])
    assert lines[0].startswith("没有一项检查能够进行")
    assert "没有发现问题。" not in lines
    assert outcome_lines(OUTCOMES[3:])[0] == "没有发现问题。"


def test_json_keeps_order_counts_and_places() -> None:
    data = json.loads(json.dumps(as_json(OUTCOMES)))
    assert data["counts"] == {"pass": 1, "fail": 2, "not-applicable": 0, "not-assessable": 1}
    assert [outcome["rule"] for outcome in data["outcomes"]] == ["WX006", "WX102", "WX103", "WX105"]
    finding = data["outcomes"][2]["finding"]
    assert (finding["severity"], finding["arithmetic"]) == ("error", "743.31 − 743.30 = 0.01 万元")
    assert finding["places"][0] == {
        "kind": "cell",
        "file": "数据.xlsx",
        "sheet": "收支决算",
        "row": 5,
        "column": "D",
        "title": "决算数",
        "written": "743.30",
    }
    assert finding["places"][1]["kind"] == "text"
    assert data["outcomes"][1]["finding"] is None
