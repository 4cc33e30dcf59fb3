"""The results of an audit for people at a terminal: the quoted line with carets, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wenxiao.audit.coverage import VERDICT_WORDS, Coverage
from wenxiao.audit.examine import Audit
from wenxiao.audit.figures.model import Reading
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.suppression import Suppression
from wenxiao.documents.model import Document
from wenxiao.finding import SEVERITY_LABELS, Finding
from wenxiao.place import Place, TextPlace
from wenxiao.report.columns import aligned, shorten, width, wrap
from wenxiao.report.findings import counted

_INDENT = "    "
_HANGING = " " * 10
_AROUND = 30
_MOST_PLACES = 6
_NOTHING_READ = "没有读到任何数字，因此什么也没有核对；这不等于没有问题。"
_NOTHING_CHECKED = "读到了数字，但没有一处可以互相核对；这不等于没有问题。"
_NOT_IN_DATA = "报告里没有一个数能与数据包中的名称对应，没有与数据核对。请确认数据包是这个单位、这一年度的。"
_VERDICTS = {"holds": "成立", "fails": "不成立", "unassessable": "不能判断"}


def audit_lines(audit: Audit) -> list[str]:
    """Give the findings of a document, the heaviest first, and what was checked."""
    document = audit.document
    lines = [f"「{document.name}」", *(line for note in document.notices for line in wrap(f"注意：{note}"))]
    for finding in audit.findings:
        lines += ["", *_finding_lines(finding, document)]
    if audit.suppressed:
        lines += ["", f"另有 {len(audit.suppressed)} 条按 wenxiao.toml 屏蔽："]
        lines += [
            f"{_INDENT}{finding.rule} {finding.message}（理由：{why.reason}）"
            for finding, why in audit.suppressed
        ]
    return [*lines, "", *coverage_lines(audit.coverage), f"发现：{counted(audit.findings)}。"]


def coverage_lines(coverage: Coverage) -> list[str]:
    """Say what was read and checked; nothing read or nothing checked is said plainly."""
    if not coverage.figures:
        return [_NOTHING_READ]
    verdicts = "、".join(f"{_VERDICTS[name]} {count} 处" for name, count in coverage.claims)
    read = f"读到数字 {coverage.figures} 个，其中可计算的 {coverage.counted} 个"
    data = [] if coverage.by_data is None else [_data_line(*coverage.by_data)]
    if coverage.is_empty:
        return [f"{read}。{_NOTHING_CHECKED}", *data]
    checked = (
        f"核对一致 {coverage.verified} 个、有疑问 {coverage.failing} 个、未能核对 {coverage.unchecked} 个"
    )
    return [f"{read}：{checked}（核对了 {coverage.share}%）。", f"核对关系：{verdicts}。", *data]


def _data_line(matching: int, differing: int) -> str:
    """Say how the figures that the data know compare with the data."""
    if not matching + differing:
        return _NOT_IN_DATA
    return f"与数据包核对：报告写到其中的数 {matching + differing} 个，一致 {matching} 个、不一致 {differing} 个。"


def figure_lines(reading: Reading) -> list[str]:
    """List the figures of a document as a table."""
    rows = [("位置", "原文", "值", "单位", "类别", "所指", "期间")]
    for figure in reading.figures:
        place = reading.document.place(figure.start, figure.end)
        row = (f"{place.line}:{place.column}", figure.text, figure.value, figure.unit, figure.kind.value)
        rows.append((*row, figure.label, figure.period))
    return aligned([tuple(shorten(_plain(cell), 36) for cell in row) for row in rows], right=(2,))


def claim_lines(manuscript: Manuscript) -> list[str]:
    """List the claims of a document, each with its verdict and arithmetic."""
    if not manuscript.judged:
        return ["没有读到可以互相核对的数字。"]
    return [line for one in manuscript.judged for line in wrap(_claim_text(one, manuscript), indent=_INDENT)]


def unused_lines(unused: Sequence[Suppression]) -> list[str]:
    """Say which suppressions fitted nothing."""
    return [f"wenxiao.toml 中这条屏蔽没有用上，可以删去：{one}（{one.reason}）" for one in unused]


def _claim_text(one: Judged, manuscript: Manuscript) -> str:
    verdict = _VERDICTS[VERDICT_WORDS[one.judgement.verdict]]
    figure = one.claim.result.figure
    place = manuscript.document.place(figure.start, figure.end) if figure else None
    where = f"{place.line}:{place.column} " if place else ""
    told = one.judgement.arithmetic or one.judgement.reason
    return f"{where}{one.claim.kind.value} {verdict} {_plain(one.claim.result.label)} {told}"


def _finding_lines(finding: Finding, document: Document) -> Iterator[str]:
    head = f"{finding.rule} {SEVERITY_LABELS[finding.severity]} {finding.title}"
    yield from wrap(f"{head}：{finding.message}", indent=_INDENT)
    for place in finding.places[:_MOST_PLACES]:
        yield from _quoted(place, document)
    if len(finding.places) > _MOST_PLACES:
        yield f"{_INDENT}……共 {len(finding.places)} 处"
    for line in filter(None, finding.arithmetic.split("\n")):
        yield from wrap(f"{_INDENT}算式：{line}", indent=_HANGING)
    if finding.suggestion:
        yield from wrap(f"{_INDENT}建议：{finding.suggestion}", indent=_HANGING)


def _quoted(place: Place, document: Document) -> Iterator[str]:
    """Quote the line a place stands in, with carets under the place."""
    if not isinstance(place, TextPlace):
        yield f"{_INDENT}{place}"
        return
    text = document.text
    first = max(text.rfind("\n", 0, place.start) + 1, place.start - _AROUND)
    line_end = text.find("\n", place.start)
    end = min(place.end, line_end if line_end >= 0 else len(text))
    last = min(line_end if line_end >= 0 else len(text), end + _AROUND)
    before, marked, after = (
        _plain(text[a:b]) for a, b in ((first, place.start), (place.start, end), (end, last))
    )
    where = str(place.spots[0].original) if place.spots else f"{place.line}:{place.column}"
    lead = f"{_INDENT}{where} | "
    yield f"{lead}{before}{marked}{after}".rstrip()
    yield " " * width(f"{lead}{before}") + "^" * max(width(marked), 1)


def _plain(text: str) -> str:
    """Show a tab or line break as a blank, so that columns can be counted, and drop control characters."""
    return "".join(one if one.isprintable() else " " for one in text)
