"""WX332 to WX334: goals of a document can be measured, and forms are filled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.answers import Answer
from wenxiao.audit.indicators import Column, by_form
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.bases import MEASURABLE_GOALS, SELF_EVALUATION
from wenxiao.audit.rules.gathered import Span, gathered
from wenxiao.audit.rules.goals.answered import goals_of
from wenxiao.audit.rules.goals.measured import Promises
from wenxiao.finding import Severity

_NOTHING = re.compile(r"[/／\-—－无]*$")


@document_rule(
    "WX332",
    severity=Severity.WARNING,
    title="目标笼统，无法衡量",
    basis=MEASURABLE_GOALS,
    explanation=(
        "目标只写“进一步加强、不断提高、做好某项工作”，没有数量、比例、标准或时限，年末无法判断是否完成。"
        "一个部分（或一张表）的这类目标合为一条。"
    ),
    good="一、绩效目标\n全年举办读书活动120场以上，读者满意度不低于90%。",
    bad="一、绩效目标\n全年举办读书活动120场以上。进一步提升服务水平，大力推进全民阅读。",
)
def wx332_vague_goals(manuscript: Manuscript) -> Iterator[Answer]:
    """Find goals without a measure, in the parts on goals and in the target columns of forms."""
    promises = Promises(manuscript)
    for part in goals_of(manuscript):
        ranges = _running(manuscript, part.blocks, part.start)
        if spans := [span for start, end in ranges for span in promises.vague(start, end)]:
            yield _vague(manuscript, part.title, spans)
    for grid, rows in by_form(manuscript.indicators):
        cells = [row.cells[Column.TARGET] for row in rows if Column.TARGET in row.cells]
        if spans := [span for cell in cells for span in promises.vague(cell.start, cell.end)]:
            yield _vague(manuscript, grid.title or "绩效指标表", spans)


@document_rule(
    "WX333",
    severity=Severity.WARNING,
    title="有目标而没有完成情况",
    basis=SELF_EVALUATION,
    explanation="表中设了目标的指标都要填实际完成情况；没有开展的也要写明，并说明原因。整列未填的表不查。",
    good="三级指标\t年度指标值\t实际完成值\n培训人数\t≥200人\t212人\n培训期数\t4期\t4期",
    bad="三级指标\t年度指标值\t实际完成值\n培训人数\t≥200人\t212人\n培训期数\t4期\t",
)
def wx333_target_without_actual(manuscript: Manuscript) -> Iterator[Answer]:
    """Find rows of forms with a target whose result is left empty."""
    return _half_filled(
        manuscript,
        Column.TARGET,
        Column.ACTUAL,
        message="{count} 个指标有目标而没有填完成情况：{names}",
        suggestion="请补填实际完成情况；没有开展的写明，并说明原因。",
    )


@document_rule(
    "WX334",
    severity=Severity.WARNING,
    title="有完成情况而没有目标",
    basis=SELF_EVALUATION,
    explanation="表中报告了完成情况的指标都要有目标，否则不能评价是否完成。整列未填的表不查。",
    good="三级指标\t年度指标值\t实际完成值\n培训人数\t≥200人\t212人\n培训期数\t4期\t4期",
    bad="三级指标\t年度指标值\t实际完成值\n培训人数\t≥200人\t212人\n培训期数\t\t4期",
)
def wx334_actual_without_target(manuscript: Manuscript) -> Iterator[Answer]:
    """Find rows of forms with a result whose target is left empty."""
    return _half_filled(
        manuscript,
        Column.ACTUAL,
        Column.TARGET,
        message="{count} 个指标有完成情况而没有目标：{names}",
        suggestion="请按批复的绩效目标补填；年初没有设目标的，写明是年中新增。",
    )


def _vague(manuscript: Manuscript, subject: str, spans: list[Span]) -> Answer:
    return gathered(
        manuscript.document,
        subject,
        spans,
        message=f"“{subject}”中有 {{count}} 处目标没有数量、标准或时限：{{names}}",
        suggestion="请写明数量、比例或完成时间；确实不能量化的，写清做到什么程度算完成。",
    )


def _running(manuscript: Manuscript, blocks: range, start: int) -> Iterator[Span]:
    """Give the ranges of running text among blocks, from ``start`` on."""
    for number in blocks:
        block = manuscript.document.blocks[number]
        if block.table < 0 and block.level == 0 and block.end > start:
            yield max(block.start, start), block.end


def _half_filled(
    manuscript: Manuscript, filled: Column, empty: Column, *, message: str, suggestion: str
) -> Iterator[Answer]:
    for grid, rows in by_form(manuscript.indicators):
        asked = [
            row
            for row in rows
            if {Column.NAME, filled, empty} <= row.columns and not _NOTHING.match(row.text(filled))
        ]
        lacking = [row for row in asked if _NOTHING.match(row.text(empty)) and not row.text(Column.CAUSE)]
        if lacking and 2 * len(lacking) <= len(asked):
            spans = [row.span for row in lacking]
            subject = grid.title or "绩效指标表"
            yield gathered(manuscript.document, subject, spans, message=message, suggestion=suggestion)
