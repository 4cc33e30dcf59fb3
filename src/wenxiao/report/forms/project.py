"""项目支出绩效自评表: one project's money, goal, indicators and total (财预〔2020〕10号, annex)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wenxiao.engine.scorecard import IndicatorScore, Scorecard
from wenxiao.evaluate import Results
from wenxiao.fact import FactTable
from wenxiao.packages.model import Row
from wenxiao.report import lookup
from wenxiao.report.blocks import Block, Cell, Table
from wenxiao.report.figures import NONE
from wenxiao.report.forms.cells import head, inline_cell, label, money, rate, words
from wenxiao.report.forms.indicators import IndicatorLine, indicator_lines, score_points
from wenxiao.report.forms.skeleton import Group, first_cells, grouped
from wenxiao.report.forms.total import total

NAME = "项目支出绩效自评表"

_WIDTHS = (6, 7, 9, 16, 12, 14, 7, 7, 18)
_COLUMNS = ("年初预算数", "全年预算数", "全年执行数")
_TITLES = (
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
)
_SOURCES = ("当年财政拨款", "上年结转资金", "其他资金")


def build(results: Results, argument: str) -> tuple[Block, ...]:
    """Build the form of the level-1 project named ``argument``, or of each of them.

    Raises:
        WenxiaoError: there is no such project.
    """
    first, *others = (_form(results, row) for row in lookup.asked_projects(results.package, argument))
    return (first, *(replace(form, new_page=True) for form in others))


def _form(results: Results, project: Row) -> Table:
    card = lookup.scorecard(results, project)
    name = project.text("name")
    rows = (*_heading(results, name), *_money(results, card, project), *_goal(results, project))
    rows += (*_indicators(results, card, project), total(results.facts, card, 6))
    caption = f"{NAME}（{results.package.year}年度）"
    return Table(f"{NAME}-{name}", caption, rows, _WIDTHS, note=card.reason)


def _heading(results: Results, name: str) -> Iterator[tuple[Cell, ...]]:
    department = lookup.unit(results.package).text("competent_department")
    yield head("项目名称", 2), label(name, 7)
    yield head("主管部门", 2), label(department, 3), head("实施单位"), label(results.package.unit, 3)


def _money(results: Results, card: Scorecard, project: Row) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of money: only the total is scored, its sources are listed below it."""
    key = lookup.project_key(project)
    titles = (*_COLUMNS, "分值", "执行率", "得分")
    yield head("项目资金（万元）", rowspan=5), head("资金来源", 2), *(head(title) for title in titles)
    yield head("年度资金总额", 2), *_amounts(results, key), *_execution(results, card, key)
    for number, source in enumerate(_SOURCES):
        title = source if number else f"其中：{source}"
        unscored = label(NONE), label(NONE), label(NONE)
        yield head(title, 2), *_amounts_from(results, project, source), *unscored


def _amounts(results: Results, key: str) -> tuple[Cell, ...]:
    return tuple(money(results.facts, f"{key}.{column}") for column in _COLUMNS)


def _amounts_from(results: Results, project: Row, source: str) -> tuple[Cell, ...]:
    """Give the amounts from one source of funds; a dash where every line names another source."""
    rows = lookup.funding_lines(results.package, project.text("code")) or (project,)
    stated = {row.text("fund_source") for row in rows}
    if source in stated or "" in stated:
        return _amounts(results, f"{lookup.project_key(project)}.{source}")
    return tuple(label(NONE) for _ in _COLUMNS)


def _execution(results: Results, card: Scorecard, key: str) -> tuple[Cell, ...]:
    """Give points, rate and score of budget execution: what the scheme itself scores first."""
    execution, *_ = _of_the_scheme(card)
    full, earned = score_points(results.facts, execution.key, execution)
    return full, rate(results.facts, f"{key}.执行率"), earned


def _of_the_scheme(card: Scorecard) -> Iterator[IndicatorScore]:
    """Yield what no row declares: budget execution, then the points of blocks no indicator could be given."""
    return (score for score in card.indicators if not score.code)


def _goal(results: Results, project: Row) -> Iterator[tuple[Cell, ...]]:
    goals = lookup.goals(results.package, project.text("code"))
    yield head("年度总体目标", rowspan=2), head("预期目标", 4), head("实际完成情况", 4)
    yield tuple(
        words("\n".join(goal.text(field) for goal in goals), 4) for field in ("expected", "completion")
    )


def _indicators(results: Results, card: Scorecard, project: Row) -> Iterator[tuple[Cell, ...]]:
    """Yield a row an indicator; a level-2 class without any is shown as an empty row."""
    rows = lookup.indicators(results.package, project.text("code"))
    lines = indicator_lines(results.package, rows, card.key, card.indicators)
    groups = grouped(lines, [*_of_the_scheme(card)][1:])
    height = 1 + sum(group.height for group in groups)
    yield head("绩效指标", rowspan=height), *(head(title) for title in _TITLES)
    for group in groups:
        yield from _group(results.facts, first_cells(group, groups), group)


def _group(facts: FactTable, first: tuple[Cell, ...], group: Group) -> Iterator[tuple[Cell, ...]]:
    if group.vacancy:
        yield *first, *_vacancy(facts, group.vacancy)
    elif not group.lines:
        yield *first, *(label(NONE) for _ in range(6))
    for line in group.lines:
        yield *first, *_indicator(facts, line)
        first = ()


def _vacancy(facts: FactTable, score: IndicatorScore) -> tuple[Cell, ...]:
    opening = words(score.name), label(NONE), label(NONE)
    return *opening, *score_points(facts, score.key, score), words(f"未评定：{score.reason}")


def _indicator(facts: FactTable, line: IndicatorLine) -> tuple[Cell, ...]:
    return (
        words(line.row.text("name")),
        inline_cell(line.target(facts)),
        inline_cell(line.result(facts)),
        *line.points(facts),
        words(line.remark(), missing=NONE),
    )
