"""The audit of a document as one HTML file that needs no network: the text with its findings in place.

Beside the text stands the list of findings with filters; every figure one can calculate with is marked as
verified, failing or unchecked. Style and script are inlined and named by digest in the content policy, so
that nothing a document holds can run. Without JavaScript the page still shows everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from wenxiao.audit.coverage import spans_with
from wenxiao.audit.examine import Audit
from wenxiao.documents.model import Block, BlockKind, Document, Table
from wenxiao.files import write_atomically
from wenxiao.finding import Finding, Verdict
from wenxiao.place import TextPlace
from wenxiao.report.audited.coverage_lines import coverage_lines
from wenxiao.report.audited.web_list import findings_list
from wenxiao.report.web.marked_text import Mark, MarkedText
from wenxiao.report.web.write import head, static

_DEEPEST = 6


def write_audit_html(audit: Audit, path: Path) -> None:
    """Write the page to ``path``.

    Raises:
        WenxiaoError: the file cannot be written.
    """
    write_atomically(path, render_audit(audit).encode("utf-8"))


def render_audit(audit: Audit) -> str:
    """Give the page as text; the same audit gives the same text."""
    title = f"{audit.document.name} 核对结果"
    style, script = static("audit.css"), static("audit.js")
    return "\n".join(
        [
            head(title, style, script),
            '<a class="skip" href="#findings">跳到发现清单</a>',
            f'<header><h1>{escape(title)}</h1>{_coverage(audit)}</header>\n<div class="panes">',
            f'<main id="text" tabindex="-1" aria-label="原文">{_text(audit)}</main>',
            f'<section id="findings" tabindex="-1" aria-label="发现">{findings_list(audit.findings)}</section>\n</div>',
            f"<script>{script}</script>\n</body>\n</html>\n",
        ]
    )


def _coverage(audit: Audit) -> str:
    lines = [*(f"注意：{note}" for note in audit.document.notices), *coverage_lines(audit.coverage)]
    told = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (
        f'{told}<p class="legend"><span class="figure verified">核对一致</span> '
        '<span class="figure failing">有疑问</span> <span class="figure unchecked">未能核对</span></p>'
    )


def _text(audit: Audit) -> str:
    marked = MarkedText(audit.document.text, [*_figure_marks(audit), *_finding_marks(audit.findings)])
    return "\n".join(_blocks(audit.document, marked))


def _figure_marks(audit: Audit) -> Iterator[Mark]:
    holding = spans_with(audit.manuscript.all_judged, Verdict.PASS)
    failing = spans_with(audit.manuscript.all_judged, Verdict.FAIL)
    for figure in audit.manuscript.reading.figures:
        if figure.is_counted:
            span = (figure.start, figure.end)
            state = "failing" if span in failing else "verified" if span in holding else "unchecked"
            yield Mark(*span, f"figure {state}")


def _finding_marks(findings: Iterable[Finding]) -> Iterator[Mark]:
    for number, finding in enumerate(findings):
        places = [place for place in finding.places if isinstance(place, TextPlace)]
        for index, place in enumerate(places):
            yield Mark(place.start, place.end, f"finding {finding.severity}", number, f"f{number}p{index}")


def _blocks(document: Document, marked: MarkedText) -> Iterator[str]:
    shown = -1
    for block in document.blocks:
        if block.kind is not BlockKind.CELL:
            yield _block(block, marked)
        elif block.table != shown:
            shown = block.table
            yield _table(document.tables[shown], marked)


def _block(block: Block, marked: MarkedText) -> str:
    inner = marked.html(block.start, block.end)
    if block.kind is BlockKind.HEADING:
        level = min(max(block.level, 1) + 1, _DEEPEST)
        return f"<h{level}>{inner}</h{level}>"
    return f'<p class="{block.kind}">{inner}</p>'


def _table(table: Table, marked: MarkedText) -> str:
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        spans = "".join(
            f' {name}="{count}"'
            for name, count in (("rowspan", cell.row_span), ("colspan", cell.column_span))
            if count > 1
        )
        rows.setdefault(cell.row, []).append(f"<td{spans}>{marked.html(cell.start, cell.end)}</td>")
    lines = "\n".join(f"<tr>{''.join(cells)}</tr>" for _, cells in sorted(rows.items()))
    return f'<div class="wide" tabindex="0" role="region" aria-label="表格"><table>\n{lines}\n</table></div>'
