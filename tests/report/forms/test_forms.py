from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from wenxiao.engine.scorecard import Scores
from wenxiao.errors import WenxiaoError
from wenxiao.evaluate import Results
from wenxiao.finding import Finding, Outcome, Severity, Verdict
from wenxiao.report.blocks import Cell, Figure, Table, plain
from wenxiao.report.forms.registry import FORMS, bound

Build = Callable[..., Results]


def form(results: Results, name: str, argument: str = "") -> Table:
    (table,) = bound(results)[name](argument)
    assert isinstance(table, Table)
    return table


def texts(table: Table) -> list[list[str]]:
    return [[plain(cell.inlines) for cell in row] for row in table.rows]


def row_of(table: Table, start: str) -> list[str]:
    return next(row for row in texts(table) if row[0] == start)


def covered(table: Table) -> set[tuple[int, int]]:
    """Lay the cells out on the grid, refusing overlaps."""
    taken: set[tuple[int, int]] = set()
    for line, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while (line, column) in taken:
                column += 1
            spots = {(line + i, column + j) for i in range(cell.rowspan) for j in range(cell.colspan)}
            assert not spots & taken
            taken |= spots
    return taken


@pytest.mark.parametrize("name", FORMS)
def test_spans_fill_the_grid_exactly(science: Results, name: str) -> None:
    for table in bound(science)[name](""):
        assert isinstance(table, Table)
        assert covered(table) == {(i, j) for i in range(len(table.rows)) for j in range(len(table.widths))}


@pytest.mark.parametrize("name", FORMS)
def test_every_figure_names_a_fact_with_a_value(science: Results, name: str) -> None:
    for table in bound(science)[name](""):
        assert isinstance(table, Table)
        figures = [inline for cell in _cells(table) for inline in cell.inlines if isinstance(inline, Figure)]
        assert all(science.facts[figure.key].value is not None for figure in figures)


def _cells(table: Table) -> list[Cell]:
    return [cell for row in table.rows for cell in row]


def test_the_project_form_row_by_row(science: Results) -> None:
    table = form(science, "项目支出绩效自评表", "科学普及")
    lines = texts(table)
    assert table.caption == "项目支出绩效自评表（2021年度）"
    assert lines[:2] == [["项目名称", "科学普及"], ["主管部门", "某市委", "实施单位", "某市科协"]]
    titles = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    assert lines[2] == ["项目资金（万元）", "资金来源", *titles]
    assert lines[3] == ["年度资金总额", "90.00", "100.00", "95.00", "10", "95%", "9.5"]
    assert [line[0] for line in lines[4:7]] == ["其中：当年财政拨款", "上年结转资金", "其他资金"]
    assert lines[7:9] == [["年度总体目标", "预期目标", "实际完成情况"], ["办好活动", "已办好"]]
    assert lines[10][:4] == ["产出指标", "数量指标", "覆盖人次", "≥2000人次"]
    assert lines[10][4:] == ["3000多人次（线上线下）", "50", "50", "—"]
    assert lines[-1] == ["总分", "100", "87.5", "良"]


def test_empty_classes_and_qualitative_results_are_shown(science: Results) -> None:
    lines = texts(form(science, "项目支出绩效自评表", "KP"))
    assert ["质量指标", *["—"] * 6] in lines
    assert ["满意度指标", "服务对象满意度", *["—"] * 6] in lines
    remark = "偏差原因：时间短；改进措施：加强宣传"
    assert ["社会效益", "素质提升", "明显提升", "有所提升（部分达成）", "40", "28", remark] in lines


def test_what_cannot_be_assessed_is_said_never_zero(science: Results) -> None:
    table = form(science, "项目支出绩效自评表", "人才发展")
    assert row_of(table, "年度资金总额")[1:] == ["未提供", "未提供", "55.74", "10", "无法评定", "无法评定"]
    assert row_of(table, "总分") == ["总分", "100", "无法评定", "可评 0 分，已评得 0 分"]
    assert row_of(table, "产出指标")[3:] == ["≥45人", "50人次", "90", "无法评定", "未评定：口径不同"]
    satisfaction = ["满意程度", "未提供", "未提供", "未提供", "无法评定", "未评定：年初未设目标值"]
    assert row_of(table, "满意度指标")[2:] == satisfaction
    assert table.note == "未能全部评定"


def test_a_source_of_funds_no_line_names_is_a_dash(build: Build, science: Results) -> None:
    line = {"code": "A1", "name": "甲一", "parent": "A", "fund_source": "其他资金", "outturn": "1"}
    package = build({"project": [{"code": "A", "name": "甲"}, line]}).package
    card = replace(science.scores.projects[0], key="甲")
    results = replace(science, package=package, scores=Scores((card,), None))
    table = form(results, "项目支出绩效自评表")
    assert row_of(table, "上年结转资金")[1:] == ["—"] * 6


def test_cost_stands_where_the_indicators_have_it_and_strays_follow(science: Results, build: Build) -> None:
    names = [("成本指标", "经济成本"), ("产出指标", "社会效益")]
    rows = [
        {"code": f"A{i}", "project": "A", "level1": level1, "level2": level2, "name": f"指标{i}"}
        for i, (level1, level2) in enumerate(names)
    ]
    package = build({"project": [{"code": "A", "name": "甲"}], "indicator": rows}).package
    execution = science.scores.projects[0].indicators[0]
    vacancy = replace(
        execution, level1="产出指标", name="未分配的产出指标分值", score=None, reason="没有分值"
    )
    card = replace(science.scores.projects[0], key="甲", indicators=(execution, vacancy))
    results = replace(science, package=package, scores=Scores((card,), None))
    lines = texts(form(results, "项目支出绩效自评表"))
    assert [line[0] for line in lines[10:19]] == [
        "成本指标",
        "社会成本",
        "生态环境成本",
        "产出指标",
        "质量指标",
        "时效指标",
        "社会效益",
        "—",
        "效益指标",
    ]
    assert lines[17] == ["—", "未分配的产出指标分值", "—", "—", "10", "无法评定", "未评定：没有分值"]


def test_the_department_form_is_made_of_the_framework(science: Results) -> None:
    table = form(science, "部门整体支出绩效自评表")
    lines = texts(table)
    assert lines[2] == ["未提供", "743.31", "743.31", "100%"]
    assert lines[4] == ["服务大局", "未提供"]
    assert lines[6] == ["投入", "预算配置", "在职人员控制率", "≤100%", "125%", "60", "30", "—"]
    assert lines[7][4:] == ["未提供", "40", "无法评定", "没有年初预算数"]
    assert lines[8] == ["总分", "100", "无法评定", "可评 60 分，已评得 30 分"]


def test_the_basic_form_draws_services_and_benefits_from_different_indicators(science: Results) -> None:
    table = form(science, "基本情况表")
    assert table.caption == "市级部门整体支出绩效评价基本情况表（2021年度）"
    assert row_of(table, "人员编制数") == ["人员编制数", "8人", "实有人数", "10人"]
    assert row_of(table, "单位职能")[1] == "科普工作；学术交流。"
    lines = texts(table)
    assert lines[5] == ["743.31", "9.27", "734.04", "未提供", "未提供", "经营收入 未提供；其他收入 0.00"]
    assert lines[8][:5] == ["743.31", "446.58", "353.07", "93.51", "155.74"]
    assert lines[11:] == [
        ["本年度提供的公共产品或服务", "服务名称", "指标", "计划", "实际"],
        ["科学普及", "覆盖人次", "≥2000人次", "3000多人次（线上线下）"],
        ["人才发展", "院士人数", "≥45人", "50人次"],
        ["本年度取得的实际效益", "效益名称", "指标", "计划", "实际"],
        ["科学普及", "素质提升", "明显提升", "有所提升（部分达成）"],
        ["人才发展", "未设效益指标", "—", "—"],
        ["服务对象满意度", "满意程度", "未提供", "未提供"],
        ["未做调查"],
    ]


def test_the_basic_form_gives_no_personal_contact(science: Results) -> None:
    row = row_of(form(science, "基本情况表"), "评价联系人")
    assert row == ["评价联系人", "公开文本略", "联系电话及手机", "公开文本略"]


def test_the_summary_of_scores_bounds_what_is_open(science: Results) -> None:
    lines = texts(form(science, "评分汇总表"))
    assert lines[1] == ["科学普及", "100", "100", "87.5", "87.5", "87.5", "良", "—"]
    assert lines[2] == ["人才发展", "100", "0", "0", "0", "100", "未定", "未能全部评定"]
    assert lines[3][0] == "部门整体"


def test_indicators_of_one_project_or_all(science: Results) -> None:
    everything = form(science, "绩效指标完成情况表")
    assert (len(everything.rows), everything.landscape, everything.header_rows) == (5, True, 1)
    (_, first, _) = texts(form(science, "绩效指标完成情况表", "科学普及"))
    assert first[:6] == [
        "科学普及",
        "产出指标",
        "数量指标",
        "覆盖人次",
        "≥2000人次",
        "3000多人次（线上线下）",
    ]


def test_money_of_projects_and_their_lines(science: Results) -> None:
    lines = texts(form(science, "项目预算执行情况表"))
    assert lines[1] == ["科学普及", "—", "90.00", "100.00", "95.00", "95%"]
    assert lines[2] == ["其中：科普活动", "当年财政拨款", "未提供", "80.00", "80.00", "100%"]
    assert lines[4] == ["人才发展", "—", "未提供", "未提供", "55.74", "无法评定"]
    assert lines[5] == ["合计", "—", "未提供", "未提供", "150.74", "无法评定"]


def test_the_statement_keeps_its_lines_in_order(science: Results) -> None:
    table = form(science, "财务收支情况表")
    assert texts(table)[1] == ["上年结转结余", "未提供", "未提供", "9.27"]
    assert row_of(table, "支出总计") == ["支出总计", "700.00", "743.31", "743.31"]


def test_the_ledger_pairs_problems_with_measures(science: Results) -> None:
    assert texts(form(science, "问题与整改台账"))[1:] == [
        ["1", "目标不细", "经验不足", "细化目标", "办公室", "2022年6月8日", "进行中"],
        ["开展培训", "未提供", "未提供", "未提供"],
        ["2", "预算调整大", "未提供", "未提供", "未提供", "未提供", "未提供"],
        ["—", "不针对具体问题", "完善制度", "未提供", "未提供", "未提供"],
    ]


def test_findings_are_listed_the_heaviest_first(science: Results) -> None:
    assert texts(form(science, "评价发现清单"))[1] == ["没有发现问题。"]
    found = [
        Finding("WX406", Severity.INFO, "甲", "问题", "没有原因"),
        Finding("WX101", Severity.ERROR, "乙", "收支", "不相等", suggestion="核对"),
    ]
    outcomes = tuple(Outcome(one.rule, one.subject, Verdict.FAIL, finding=one) for one in found)
    assert texts(form(replace(science, outcomes=outcomes), "评价发现清单"))[1:] == [
        ["1", "WX101", "错误", "收支", "不相等", "核对"],
        ["2", "WX406", "提示", "问题", "没有原因", "—"],
    ]


def test_an_unknown_project_is_named_with_the_nearest(science: Results) -> None:
    with pytest.raises(WenxiaoError, match="没有名为「科学普汲」的一级项目。您要的是不是「科学普及」"):
        form(science, "项目支出绩效自评表", "科学普汲")


@pytest.mark.parametrize("name", [name for name in FORMS if not name.startswith(("项目支出", "绩效指标"))])
def test_an_argument_where_none_is_taken_is_refused(science: Results, name: str) -> None:
    with pytest.raises(WenxiaoError, match=f"表格「{name}」不带参数"):
        form(science, name, "甲")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("项目支出绩效自评表", "没有一级项目"),
        ("部门整体支出绩效自评表", "没有部门整体评价框架"),
        ("评分汇总表", "没有评分结果"),
        ("财务收支情况表", "没有收支数据"),
    ],
)
def test_an_empty_package_is_told_what_to_fill_in(build: Build, name: str, part: str) -> None:
    with pytest.raises(WenxiaoError, match=part):
        form(build({}), name)


def test_a_standard_without_project_scores_is_named(science: Results) -> None:
    with pytest.raises(WenxiaoError, match="评价标准「示例标准」不评项目得分"):
        form(replace(science, scores=Scores((), None)), "项目支出绩效自评表", "KP")


def test_empty_tables_give_empty_forms_not_errors(build: Build) -> None:
    results = build({})
    assert row_of(form(results, "基本情况表"), "单位职能") == ["单位职能", "未提供"]
    assert len(form(results, "问题与整改台账").rows) == 1
