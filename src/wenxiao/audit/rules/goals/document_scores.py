"""WX338, WX344 and WX345: scores too good for what a form reports, and weights that do not make 100."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from wenxiao.audit.answers import Answer, failed
from wenxiao.audit.claims import ClaimKind
from wenxiao.audit.indicators import Column, FirstLevel, Indicator, by_form
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.bases import REVIEW
from wenxiao.audit.rules.failing import figures_of
from wenxiao.audit.rules.gathered import gathered
from wenxiao.finding import Severity, Verdict

_FEWEST_SCORED = 5
_TOTALS = (Decimal(90), Decimal(100))
_WHOLE = frozenset({FirstLevel.OUTPUT, FirstLevel.BENEFIT, FirstLevel.SATISFACTION})
_SCORED = frozenset({Column.WEIGHT, Column.SCORE})


@document_rule(
    "WX338",
    severity=Severity.INFO,
    title="所有指标都得满分",
    basis=REVIEW,
    explanation="一张表的指标（五个以上）得分全部等于分值，通常说明目标偏低或评分不严，复核时会重点核对。",
    good="三级指标\t目标值\t实际完成值\t分值\t得分\n培训人数\t90人\t92人\t20\t20\n培训期数\t3期\t3期\t20\t20\n"
    "合格率\t95%\t96%\t20\t20\n及时率\t99%\t99%\t20\t19\n知晓率\t80%\t81%\t20\t20",
    bad="三级指标\t目标值\t实际完成值\t分值\t得分\n培训人数\t90人\t92人\t20\t20\n培训期数\t3期\t3期\t20\t20\n"
    "合格率\t95%\t96%\t20\t20\n及时率\t99%\t99%\t20\t20\n知晓率\t80%\t81%\t20\t20",
)
def wx338_all_scores_full(manuscript: Manuscript) -> Iterator[Answer]:
    """Find forms in which every score is the full one."""
    for grid, rows in by_form(manuscript.indicators):
        scored = [row for row in rows if row.cells.keys() >= _SCORED]
        if len(scored) >= _FEWEST_SCORED and all(_is_full(row) for row in scored):
            first, last = scored[0].cells[Column.SCORE], scored[-1].cells[Column.SCORE]
            yield gathered(
                manuscript.document,
                grid.title or "绩效指标表",
                [(first.start, first.end), (last.start, last.end)],
                message=f"表中 {len(scored)} 个指标的得分全部等于分值",
                suggestion="请复核目标值是否偏低、扣分是否如实；确实全部完成的，备好佐证材料。",
            )


@document_rule(
    "WX344",
    severity=Severity.WARNING,
    title="没有达到目标却得满分",
    basis="项目支出绩效评价管理办法（财预〔2020〕10号）：未完成的按完成比例计分（未核对原文）",
    explanation="实际完成值没有达到目标值，或者没有填完成值的指标，得分不应等于分值。",
    good="三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因\n培训人数\t≥200人\t\t20\t0\t因汛期停办\n"
    "培训期数\t4期\t4期\t20\t20\t",
    bad="三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因\n培训人数\t≥200人\t\t20\t20\t因汛期停办\n"
    "培训期数\t4期\t4期\t20\t20\t",
)
def wx344_full_score_unearned(manuscript: Manuscript) -> Iterator[Answer]:
    """Find indicators with the full score whose target was missed or whose result is left empty."""
    missed = {
        figure.start
        for one in manuscript.judged
        if one.claim.kind is ClaimKind.TARGET and one.judgement.verdict is Verdict.FAIL
        for figure in figures_of(one)[1:]
    }
    for grid, rows in by_form(manuscript.indicators):
        reported = any(Column.ACTUAL in row.cells for row in rows)
        full = [row for row in rows if row.cells.keys() >= _SCORED and _is_full(row)]
        spans = [row.span for row in full if _is_missed(row, missed)]
        if reported and spans:
            yield gathered(
                manuscript.document,
                grid.title or "绩效指标表",
                spans,
                message="{count} 个指标没有达到目标或没有填完成值，却得满分：{names}",
                suggestion="请核对完成值；确未达到的，按评分标准扣分并说明原因。",
            )


@document_rule(
    "WX345",
    severity=Severity.WARNING,
    title="指标分值合计不是 100 分",
    basis="项目支出绩效评价管理办法（财预〔2020〕10号）：预算执行率 10 分，其余指标 90 分（未核对原文）",
    explanation=(
        "一张完整的自评表（有产出、效益、满意度），各指标分值之和应为 90 分（另有预算执行率 10 分）或 100 分。"
        "有指标没有填分值的表不查。"
    ),
    good="一级指标\t三级指标\t目标值\t实际完成值\t分值\t得分\n产出指标\t修复古籍\t20册\t21册\t50\t50\n"
    "效益指标\t开放借阅\t8种\t8种\t30\t30\n满意度指标\t问卷满意度\t90%\t92%\t10\t9",
    bad="一级指标\t三级指标\t目标值\t实际完成值\t分值\t得分\n产出指标\t修复古籍\t20册\t21册\t50\t50\n"
    "效益指标\t开放借阅\t8种\t8种\t30\t30\n满意度指标\t问卷满意度\t90%\t92%\t15\t14",
)
def wx345_weights_make_a_hundred(manuscript: Manuscript) -> Iterator[Answer]:
    """Add the weights of each form that has all its blocks."""
    for grid, rows in by_form(manuscript.indicators):
        asked = [row for row in rows if Column.WEIGHT in row.columns]
        weights = [cell.figure for row in asked if (cell := row.cells.get(Column.WEIGHT)) and cell.figure]
        if len(weights) < len(asked) or not _WHOLE.issubset(row.first_level for row in asked):
            continue
        total = sum((figure.quantity.value for figure in weights if figure.quantity), Decimal(0))
        if total not in _TOTALS:
            yield failed(
                grid.title or "绩效指标表",
                f"{len(weights)} 个指标的分值合计 {total} 分，不是 90 分或 100 分",
                places=tuple(
                    manuscript.document.place(figure.start, figure.end)
                    for figure in (weights[0], weights[-1])
                ),
                arithmetic=" + ".join(figure.value for figure in weights) + f" = {total}",
                suggestion="请核对各指标的分值，使它们与预算执行率的分值合计 100 分。",
            )


def _is_missed(row: Indicator, missed: set[int]) -> bool:
    """Tell whether a target was missed, or its result left empty in a form that asks for it."""
    cell = row.cells.get(Column.ACTUAL)
    if cell is None:
        return Column.ACTUAL in row.columns and Column.TARGET in row.cells
    return cell.figure is not None and cell.figure.start in missed


def _is_full(row: Indicator) -> bool:
    weight, score = row.cells[Column.WEIGHT].figure, row.cells[Column.SCORE].figure
    return bool(weight and score and weight.value == score.value)
