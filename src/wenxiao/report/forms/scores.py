"""评分汇总表 and 绩效指标完成情况表: the scores at a glance, and every indicator beside its target."""

from __future__ import annotations

from collections.abc import Iterator

from wenxiao.engine.scorecard import Scorecard
from wenxiao.errors import WenxiaoError
from wenxiao.evaluate import Results
from wenxiao.fact import FactTable
from wenxiao.packages.model import Row
from wenxiao.report import lookup
from wenxiao.report.blocks import Block, Cell, Table
from wenxiao.report.figures import NONE, UNDECIDED
from wenxiao.report.forms.cells import head, inline_cell, label, no_argument, points, rate, words
from wenxiao.report.forms.indicators import IndicatorLine, indicator_lines

SUMMARY = "评分汇总表"
INDICATORS = "绩效指标完成情况表"

_SCORES_NOTE = (
    "最低得分和最高得分是未能评定的分值全部不得分、全部得满分时的总分；二者落在同一等级的，才确定等级。"
)


def summary(results: Results, argument: str) -> tuple[Block, ...]:
    """Build the table of scores: each level-1 project, then the department as a whole.

    Raises:
        WenxiaoError: nothing was scored.
    """
    no_argument(SUMMARY, argument)
    cards = lookup.scorecards(results)
    if not cards:
        raise WenxiaoError("没有评分结果。请填写一级项目和绩效指标，或选用含部门整体评价框架的评价标准。")
    titles = ("评价对象", "满分", "可评分值", "已评得分", "最低得分", "最高得分", "等级", "说明")
    rows = (tuple(head(title) for title in titles), *(_card(results, card) for card in cards))
    caption = f"{SUMMARY}（{results.package.year}年度）"
    return (Table(SUMMARY, caption, rows, (18, 9, 9, 9, 9, 9, 9, 28), 1, _SCORES_NOTE),)


def _card(results: Results, card: Scorecard) -> tuple[Cell, ...]:
    values = {
        "满分": card.full,
        "可评分值": card.assessed_weight,
        "已评得分": card.earned,
        "最低得分": card.low,
        "最高得分": card.high,
    }
    cells = (points(results.facts, f"{card.key}.{name}", value) for name, value in values.items())
    return words(card.name), *cells, label(card.grade or UNDECIDED), words(card.reason, missing=NONE)


def indicators(results: Results, argument: str) -> tuple[Block, ...]:
    """Build the table of indicators of the project named ``argument``, or of all of them.

    Raises:
        WenxiaoError: there is no such project.
    """
    titles = (
        "项目",
        "一级指标",
        "二级指标",
        "三级指标",
        "目标值",
        "实际完成值",
        "完成率",
        "分值",
        "得分",
        "说明",
    )
    rows = [tuple(head(title) for title in titles)]
    for project in lookup.asked_projects(results.package, argument):
        rows.extend(_project_rows(results, project))
    name = f"{INDICATORS}-{argument}" if argument else INDICATORS
    caption = f"{INDICATORS}（{results.package.year}年度）"
    widths = (12, 8, 9, 18, 13, 15, 9, 7, 8, 24)
    return (Table(name, caption, tuple(rows), widths, 1, landscape=True),)


def _project_rows(results: Results, project: Row) -> Iterator[tuple[Cell, ...]]:
    listed = lookup.indicators(results.package, project.text("code"))
    card = lookup.scorecard(results, project)
    first: tuple[Cell, ...] = (words(project.text("name"), rowspan=len(listed)),)
    for line in indicator_lines(results.package, listed, card.key, card.indicators):
        yield *first, *_indicator(results.facts, line)
        first = ()


def _indicator(facts: FactTable, line: IndicatorLine) -> tuple[Cell, ...]:
    return (
        label(line.row.text("level1")),
        label(line.row.text("level2")),
        words(line.row.text("name")),
        inline_cell(line.target(facts)),
        inline_cell(line.result(facts)),
        rate(facts, f"{line.key}.完成率", NONE),
        *line.points(facts),
        words(line.remark(), missing=NONE),
    )
