"""The findings of one or many audits as a workbook: the list that goes with the feedback letter.

One row is one finding, with an empty cell for the author's answer; a second sheet tells of every file what
was checked in it. The same audits give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from wenxiao.audit.answers import shorten
from wenxiao.audit.examine import Audit
from wenxiao.files import write_atomically
from wenxiao.finding import SEVERITY_LABELS, Finding
from wenxiao.place import CellPlace, Place, TextPlace
from wenxiao.report.audited.coverage_lines import coverage_lines
from wenxiao.report.excel.book import CELL, WORDS, Book, Look, Sheet
from wenxiao.report.findings import gathered_places, within_file

FINDINGS_SHEET = "审核意见"
FILES_SHEET = "审核情况"

_TITLE = "报告审核意见表"
_AUTHOR = "问效"
_SOME_YEAR = 2000  # the workbook says no day it was made on, or no two runs were alike
_COLUMNS = {
    "序号": 6,
    "文件": 20,
    "规则": 8,
    "级别": 6,
    "标题": 18,
    "问题": 40,
    "位置": 26,
    "算式": 32,
    "建议": 32,
    "整改情况": 24,
}
_FILE_COLUMNS = {"文件": 36, "错误": 7, "警告": 7, "提示": 7, "核对情况": 90}
_NOTHING = "没有发现问题。核对了多少，见工作表「审核情况」。"
_COUNTED: Look = {**CELL, "align": "center"}
_TO_FILL_IN: Look = {**WORDS, "bg_color": "#FFF9DB"}


def write_audit_xlsx(audits: Sequence[Audit], path: Path) -> None:
    """Write the list of all findings to ``path``, in the order of the audits.

    Raises:
        WenxiaoError: the file cannot be written.
    """
    write_atomically(path, audit_xlsx_bytes(audits))


def audit_xlsx_bytes(audits: Sequence[Audit]) -> bytes:
    """Give the bytes of the workbook; equal audits give equal bytes."""
    book = Book(_TITLE, _AUTHOR, _SOME_YEAR)
    _write_findings(book.sheet(FINDINGS_SHEET), audits)
    _write_files(book.sheet(FILES_SHEET), audits)
    return book.content()


def _write_findings(sheet: Sheet, audits: Iterable[Audit]) -> None:
    rows = [(audit.document.name, finding) for audit in audits for finding in audit.findings]
    widths = list(_COLUMNS.values())
    sheet.head(0, list(_COLUMNS), widths)
    for number, (file, finding) in enumerate(rows, 1):
        sheet.line(number, _texts(number, file, finding), widths)
        sheet.number(number, 0, Decimal(number), _COUNTED, "0")
        sheet.text(number, len(widths) - 1, "", _TO_FILL_IN)
    if not rows:
        sheet.text(1, 0, _NOTHING, {**WORDS, "text_wrap": False})
    _finish(sheet, len(rows), len(widths))


def _texts(number: int, file: str, finding: Finding) -> tuple[str, ...]:
    return (
        str(number),
        file,
        finding.rule,
        SEVERITY_LABELS[finding.severity],
        finding.title,
        finding.message,
        "\n".join(_places(finding.places)),
        finding.arithmetic,
        finding.suggestion,
        "",
    )


def _places(places: Sequence[Place]) -> Iterator[str]:
    """Name the places and quote what stands there, a page once; the file has a column of its own."""
    quoted: dict[str, dict[str, None]] = {}
    for place in places:
        if isinstance(place, TextPlace):
            quoted.setdefault(within_file(place), {})[f"“{shorten(' '.join(place.text.split()))}”"] = None
    for where, quotes in quoted.items():
        yield f"{where}{'、'.join(quotes)}"
    yield from gathered_places([place for place in places if isinstance(place, CellPlace)])


def _write_files(sheet: Sheet, audits: Sequence[Audit]) -> None:
    widths = list(_FILE_COLUMNS.values())
    sheet.head(0, list(_FILE_COLUMNS), widths)
    for row, audit in enumerate(audits, 1):
        counts = Counter(finding.severity for finding in audit.findings)
        sheet.line(row, (audit.document.name, "", "", "", "\n".join(_told(audit))), widths)
        for column, severity in enumerate(SEVERITY_LABELS, 1):
            sheet.number(row, column, Decimal(counts[severity]), _COUNTED, "0")
    _finish(sheet, len(audits), len(widths))


def _told(audit: Audit) -> list[str]:
    suppressed = [f"另有 {len(audit.suppressed)} 条按 wenxiao.toml 屏蔽。"] if audit.suppressed else []
    notices = [f"注意：{notice}" for notice in audit.document.notices]
    return [*notices, *coverage_lines(audit.coverage), *suppressed]


def _finish(sheet: Sheet, rows: int, columns: int) -> None:
    sheet.raw.autofilter(0, 0, max(rows, 1), columns - 1)
    sheet.print_on_a4(landscape=True)
