"""The results of an audit for people at a terminal: the quoted line with carets, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from wenxiao.audit.coverage import VERDICT_WORDS
from wenxiao.audit.examine import Audit
from wenxiao.audit.figures.model import Reading
from wenxiao.audit.manuscript import Judged, Manuscript
from wenxiao.audit.suppression import Suppression
from wenxiao.documents.model import Document
from wenxiao.finding import SEVERITY_LABELS, Finding, Severity
from wenxiao.place import Place, TextPlace
from wenxiao.report.audited.coverage_lines import VERDICTS, coverage_lines
from wenxiao.report.columns import aligned, shorten, width, wrap
from wenxiao.report.findings import counted

_INDENT = "    "
_HANGING = " " * 10
_AROUND = 30
_MOST_PLACES = {Severity.ERROR: 6, Severity.WARNING: 6, Severity.INFO: 3}
_MOST_MARKED = 40
_LONG_LIST = 10


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
    if len(audit.findings) > _LONG_LIST:
        lines += ["", *_lines_by_rule(audit.findings)]
    return [*lines, "", *coverage_lines(audit.coverage), f"发现：{counted(audit.findings)}。"]


def _lines_by_rule(findings: Sequence[Finding]) -> list[str]:
    """Count the findings of a long list by rule, those with the most first."""
    counts = Counter((one.rule, one.severity, one.title) for one in findings).most_common()
    rows = [
        (rule, SEVERITY_LABELS[severity], str(count), title)
        for (rule, severity, title), count in counts
        if count > 1
    ]
    single = len(counts) - len(rows)
    others = [f"{'其余' if rows else ''} {single} 种各 1 条".strip()] if single else []
    return [*aligned([("规则", "级别", "条数", "名称"), *rows], right=(2,)), *others]


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
    verdict = VERDICTS[VERDICT_WORDS[one.judgement.verdict]]
    figure = one.claim.result.figure
    place = manuscript.document.place(figure.start, figure.end) if figure else None
    where = f"{place.line}:{place.column} " if place else ""
    told = one.judgement.arithmetic or one.judgement.reason
    return f"{where}{one.claim.kind.value} {verdict} {_plain(one.claim.result.label)} {told}"


def _finding_lines(finding: Finding, document: Document) -> Iterator[str]:
    title = "" if finding.title in finding.message else f"{finding.title}："
    yield from wrap(
        f"{finding.rule} {SEVERITY_LABELS[finding.severity]} {title}{finding.message}", indent=_INDENT
    )
    most = _MOST_PLACES[finding.severity]
    for place in finding.places[:most]:
        yield from _quoted(place, document)
    if len(finding.places) > most:
        yield f"{_INDENT}……列出了 {len(finding.places)} 处，这里显示前 {most} 处"
    for line in filter(None, finding.arithmetic.split("\n")):
        yield from wrap(f"{_INDENT}算式：{line}", indent=_HANGING)
    if finding.suggestion:
        yield from wrap(f"{_INDENT}建议：{finding.suggestion}", indent=_HANGING)


def _quoted(place: Place, document: Document) -> Iterator[str]:
    """Quote the line a place stands in, with carets under the place; a long place is cut."""
    if not isinstance(place, TextPlace):
        yield f"{_INDENT}{place}"
        return
    text = document.text
    line_end = text.find("\n", place.start)
    line_end = line_end if line_end >= 0 else len(text)
    first = max(text.rfind("\n", 0, place.start) + 1, place.start - _AROUND)
    whole = min(place.end, line_end)
    end = min(whole, place.start + _MOST_MARKED)
    before, marked = _plain(text[first : place.start]), _plain(text[place.start : end])
    after = _plain(text[end : min(line_end, end + _AROUND)]) if end == whole else "…"
    where = str(place.spots[0].original) if place.spots else f"{place.line}:{place.column}"
    lead = f"{_INDENT}{where} | "
    yield f"{lead}{before}{marked}{after}".rstrip()
    yield " " * width(f"{lead}{before}") + "^" * max(width(marked), 1)


def _plain(text: str) -> str:
    """Show a tab or line break as a blank, so that columns can be counted, and drop control characters."""
    return "".join(one if one.isprintable() else " " for one in text)
