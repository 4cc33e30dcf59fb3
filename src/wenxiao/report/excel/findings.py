"""The sheet 检查意见: what the checks found, where, by what arithmetic, and what to do; filtered by column."""

from __future__ import annotations

from collections.abc import Sequence

from wenxiao.finding import SEVERITY_LABELS, Finding
from wenxiao.report.excel.book import WORDS, Sheet
from wenxiao.report.findings import gathered_places

NAME = "检查意见"

_COLUMNS = {
    "规则": 9,
    "级别": 8,
    "对象": 26,
    "问题": 26,
    "说明": 50,
    "位置": 46,
    "算式": 36,
    "建议": 44,
}
_NOTHING = "没有发现问题。"


def write(sheet: Sheet, findings: Sequence[Finding]) -> None:
    """Write the sheet, the findings in the order given."""
    sheet.head(0, list(_COLUMNS), list(_COLUMNS.values()))
    for row, finding in enumerate(findings, 1):
        sheet.line(row, _texts(finding), list(_COLUMNS.values()))
    if not findings:
        sheet.text(1, 0, _NOTHING, {**WORDS, "text_wrap": False})
    sheet.raw.autofilter(0, 0, max(len(findings), 1), len(_COLUMNS) - 1)
    sheet.print_on_a4(landscape=True)


def _texts(finding: Finding) -> tuple[str, ...]:
    return (
        finding.rule,
        SEVERITY_LABELS[finding.severity],
        finding.subject,
        finding.title,
        finding.message,
        "\n".join(gathered_places(finding.places)),
        finding.arithmetic,
        finding.suggestion,
    )
