"""市级部门整体支出绩效评价基本情况表: who, with how many people, what money, for which goals, with what result.

The personal contact the paper form asks for is left out: the report is published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wenxiao.evaluate import Results
from wenxiao.fact import FactTable
from wenxiao.packages.model import Row
from wenxiao.report import lookup
from wenxiao.report.blocks import Align, Block, Cell, Table, Text
from wenxiao.report.figures import NONE, figure
from wenxiao.report.forms.cells import (
    figure_cell,
    head,
    inline_cell,
    joined,
    label,
    money,
    no_argument,
    words,
)
from wenxiao.report.forms.indicators import IndicatorLine, indicator_lines

NAME = "基本情况表"

_CAPTION = "市级部门整体支出绩效评价基本情况表"
_WIDTHS = (12, 15, 15, 15, 15, 15, 15)
_SERVICES = ("成本指标", "产出指标")
_BENEFITS = ("效益指标",)
_SATISFACTION = ("满意度指标",)
_LEFT_OUT = "公开文本略"


def build(results: Results, argument: str) -> tuple[Block, ...]:
    """Build the form from the package: every row comes from structured data, none from another row."""
    no_argument(NAME, argument)
    rows = (*_head(results), *_income(results.facts), *_expenditure(results.facts), *_performance(results))
    services = _section(results, "本年度提供的公共产品或服务", "服务名称", _SERVICES)
    benefits = _section(results, "本年度取得的实际效益", "效益名称", _BENEFITS)
    rows += (*services, *benefits, *_satisfaction(results))
    return (Table(NAME, f"{_CAPTION}（{results.package.year}年度）", rows, _WIDTHS),)


def _head(results: Results) -> Iterator[tuple[Cell, ...]]:
    facts = results.facts
    yield head("填报单位（盖章）"), label(results.package.unit, 6)
    yield head("评价联系人"), label(_LEFT_OUT, 2), head("联系电话及手机"), label(_LEFT_OUT, 3)
    posts, staff = figure_cell(facts, "编制数", colspan=2), figure_cell(facts, "实有人数", colspan=3)
    yield head("人员编制数"), posts, head("实有人数"), staff
    yield head("单位职能"), words(lookup.unit(results.package).text("duties"), 6)


def _income(facts: FactTable) -> Iterator[tuple[Cell, ...]]:
    lines = ("上年结转结余", "财政拨款收入", "上级补助收入", "事业收入")
    titles = ("收入合计", *lines, "经营收入及其他收入")
    yield head("单位年度实际收入（万元）", rowspan=2), *(head(title) for title in titles)
    amounts = (money(facts, line) for line in ("收入总计", *lines))
    yield *amounts, _parts(facts, "经营收入", "其他收入")


def _expenditure(facts: FactTable) -> Iterator[tuple[Cell, ...]]:
    single = head("项目支出", rowspan=2), head("经营支出及其他支出", rowspan=2)
    opening = head("单位年度实际支出（万元）", rowspan=3), head("支出合计", rowspan=2)
    yield *opening, head("基本支出", 3), *single
    yield head("小计"), head("人员支出"), head("日常公用支出")
    lines = ("本年支出合计", "基本支出", "人员经费", "公用经费", "项目支出")
    yield *(money(facts, line) for line in lines), _parts(facts, "经营支出", "其他支出")


def _parts(facts: FactTable, *lines: str) -> Cell:
    """Make the cell of a heading that names two lines: each line with its own amount."""
    runs = ((Text(f"{line} "), figure(facts, line, "万元", 2, bare=True)) for line in lines)
    return inline_cell(joined(runs), align=Align.LEFT)


def _performance(results: Results) -> Iterator[tuple[Cell, ...]]:
    goals = "\n".join(goal.text("expected") for goal in lookup.goals(results.package, ""))
    yield head("年度绩效状况", rowspan=2), head("整体绩效目标总体描述"), words(goals, 5)
    basis = lookup.unit(results.package).text("goal_basis")
    yield head("目标设置和年度财政收支的主要依据及说明"), words(basis, 5)


def _section(results: Results, title: str, subject: str, levels: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row an indicator of these level-1 classes, project by project, planned beside actual."""
    body = [row for project in lookup.projects(results.package) for row in _project(results, project, levels)]
    yield head(title, rowspan=1 + len(body)), head(subject), head("指标", 2), head("计划"), head("实际", 2)
    yield from body


def _project(results: Results, project: Row, levels: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    lines = _lines(results, project.text("code"), lookup.project_key(project), levels)
    first: tuple[Cell, ...] = (words(project.text("name"), rowspan=len(lines) or 1),)
    if not lines:
        yield *first, words(f"未设{'、'.join(levels)}", 2), label(NONE), label(NONE, 2)
    for line in lines:
        yield *first, *_line_cells(results.facts, line, 2)
        first = ()


def _lines(results: Results, project: str, key: str, levels: Sequence[str]) -> list[IndicatorLine]:
    rows = lookup.indicators(results.package, project)
    return indicator_lines(results.package, [row for row in rows if row.text("level1") in levels], key)


def _line_cells(facts: FactTable, line: IndicatorLine, name_columns: int) -> tuple[Cell, ...]:
    target, result = line.target(facts), line.result(facts)
    name = words(line.row.text("name"), name_columns)
    return name, inline_cell(target, align=Align.LEFT), inline_cell(result, 2, Align.LEFT)


def _satisfaction(results: Results) -> Iterator[tuple[Cell, ...]]:
    """Yield the satisfaction indicators of projects and department, then how they were measured."""
    owners = [
        ("", ""),
        *((row.text("code"), lookup.project_key(row)) for row in lookup.projects(results.package)),
    ]
    lines = [line for owner in owners for line in _lines(results, *owner, _SATISFACTION)]
    first: tuple[Cell, ...] = (head("服务对象满意度", rowspan=1 + len(lines)),)
    for line in lines:
        yield *first, *_line_cells(results.facts, line, 3)
        first = ()
    yield *first, words(lookup.unit(results.package).text("satisfaction"), 6)
