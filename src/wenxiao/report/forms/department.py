"""部门整体支出绩效自评表: the department's money, goals and the indicators of the framework it is judged by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from wenxiao.engine.scorecard import IndicatorScore, Scorecard
from wenxiao.errors import WenxiaoError
from wenxiao.evaluate import Results
from wenxiao.fact import FactTable
from wenxiao.report import lookup
from wenxiao.report.blocks import Block, Cell, Table
from wenxiao.report.figures import NONE, NOT_PROVIDED
from wenxiao.report.forms.cells import figure_cell, head, label, money, no_argument, rate, words
from wenxiao.report.forms.indicators import score_points
from wenxiao.report.forms.total import total

NAME = "部门整体支出绩效自评表"

_WIDTHS = (9, 10, 16, 11, 14, 7, 9, 22)
_EXPENDITURE = "本年支出合计"


def build(results: Results, argument: str) -> tuple[Block, ...]:
    """Build the form.

    Raises:
        WenxiaoError: the standard has no framework for the department as a whole.
    """
    no_argument(NAME, argument)
    card = results.scores.department
    if card is None:
        raise WenxiaoError(
            f"评价标准「{results.standard.title}」没有部门整体评价框架，无法生成《{NAME}》。请换用含该框架的标准，或删去此表。"
        )
    rows = (*_heading(results), *_money(results.facts), *_goal(results), *_indicators(results.facts, card))
    rows += (total(results.facts, card, 5),)
    return (Table(NAME, f"{NAME}（{results.package.year}年度）", rows, _WIDTHS, note=card.reason),)


def _heading(results: Results) -> Iterator[tuple[Cell, ...]]:
    department = lookup.unit(results.package).text("competent_department")
    yield head("主管部门"), label(department, 3), head("填报单位"), label(results.package.unit, 3)


def _money(facts: FactTable) -> Iterator[tuple[Cell, ...]]:
    titles = head("年初预算数", 2), head("全年预算数"), head("全年执行数", 2), head("执行率", 2)
    yield head("部门预算（万元）", rowspan=2), *titles
    original, adjusted = f"{_EXPENDITURE}.年初预算数", f"{_EXPENDITURE}.全年预算数"
    amounts = money(facts, original, 2), money(facts, adjusted), money(facts, _EXPENDITURE, 2)
    yield *amounts, rate(facts, "预算执行率", colspan=2)


def _goal(results: Results) -> Iterator[tuple[Cell, ...]]:
    goals = lookup.goals(results.package, "")
    yield head("年度总体目标", rowspan=2), head("预期目标", 3), head("实际完成情况", 4)
    expected, completion = (
        "\n".join(goal.text(field) for goal in goals) for field in ("expected", "completion")
    )
    yield words(expected, 3), words(completion, 4)


def _indicators(facts: FactTable, card: Scorecard) -> Iterator[tuple[Cell, ...]]:
    titles = ("一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分", "说明")
    yield tuple(head(title) for title in titles)
    for level1, block in groupby(card.indicators, key=lambda score: score.level1):
        scores = list(block)
        yield from _block(facts, head(level1, rowspan=len(scores)), scores)


def _block(facts: FactTable, opening: Cell, scores: Sequence[IndicatorScore]) -> Iterator[tuple[Cell, ...]]:
    first: tuple[Cell, ...] = (opening,)
    for level2, run in groupby(scores, key=lambda score: score.level2):
        members = list(run)
        first = (*first, head(level2, rowspan=len(members)))
        for score in members:
            yield *first, *_indicator(facts, score)
            first = ()


def _indicator(facts: FactTable, score: IndicatorScore) -> tuple[Cell, ...]:
    remark = score.reason if score.score is None else score.cause
    return (
        words(score.name),
        label(score.target or NONE),
        figure_cell(facts, score.key, score.actual or NOT_PROVIDED),
        *score_points(facts, score.key, score),
        words(remark, missing=NONE),
    )
