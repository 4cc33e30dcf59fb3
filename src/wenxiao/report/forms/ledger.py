"""问题与整改台账 and 评价发现清单: what must be put right, by whom, until when; what the checks found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wenxiao.evaluate import Results
from wenxiao.finding import SEVERITY_LABELS, Finding
from wenxiao.packages.model import Row
from wenxiao.report.blocks import Block, Cell, Table
from wenxiao.report.figures import NONE
from wenxiao.report.forms.cells import day, head, label, no_argument, words

RECTIFICATION = "问题与整改台账"
FINDINGS = "评价发现清单"

_NO_MEASURE = Row("measure", {}, {})


def rectification(results: Results, argument: str) -> tuple[Block, ...]:
    """Build the rectification ledger: each problem with its measures, then measures without a problem."""
    no_argument(RECTIFICATION, argument)
    titles = ("序号", "问题", "原因", "整改措施", "责任单位", "完成期限", "整改状态")
    rows = (tuple(head(title) for title in titles), *_ledger_rows(results))
    caption = f"{RECTIFICATION}（{results.package.year}年度）"
    return (Table(RECTIFICATION, caption, rows, (6, 22, 20, 26, 12, 14, 10), 1),)


def _ledger_rows(results: Results) -> Iterator[tuple[Cell, ...]]:
    measures = results.package.rows("measure")
    for number, problem in enumerate(results.package.rows("problem"), 1):
        answering = [row for row in measures if row.text("problem") == problem.text("number")]
        height = len(answering) or 1
        description, cause = problem.text("description"), problem.text("cause")
        opening = label(str(number), 1, height), words(description, 1, height), words(cause, 1, height)
        yield from _measure_rows(opening, answering or [_NO_MEASURE])
    general = [row for row in measures if not row.text("problem")]
    if general:
        height = len(general)
        yield from _measure_rows((label(NONE, 1, height), words("不针对具体问题", 2, height)), general)


def _measure_rows(opening: tuple[Cell, ...], measures: Sequence[Row]) -> Iterator[tuple[Cell, ...]]:
    for row in measures:
        yield (
            *opening,
            words(row.text("description")),
            label(row.text("owner")),
            label(day(row, "deadline")),
            label(row.text("status")),
        )
        opening = ()


def findings(results: Results, argument: str) -> tuple[Block, ...]:
    """Build the list of findings, the heaviest first; one row says so when there is none."""
    no_argument(FINDINGS, argument)
    titles = ("序号", "规则", "级别", "对象", "发现", "建议")
    found = tuple(_finding(number, finding) for number, finding in enumerate(results.findings, 1))
    rows = (tuple(head(title) for title in titles), *(found or ((words("没有发现问题。", 6),),)))
    caption = f"{FINDINGS}（{results.package.year}年度）"
    return (Table(FINDINGS, caption, rows, (6, 11, 8, 14, 34, 26), 1, landscape=True),)


def _finding(number: int, finding: Finding) -> tuple[Cell, ...]:
    return (
        label(str(number)),
        label(finding.rule),
        label(SEVERITY_LABELS[finding.severity]),
        words(finding.subject, missing=NONE),
        words(finding.message),
        words(finding.suggestion, missing=NONE),
    )
