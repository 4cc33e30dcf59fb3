"""The audited PDF with its findings: a highlight with a note at each place, everything else as it was.

The first page carries a note with what was checked and what no place can show. The same inputs give the same
bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pypdfium2 import PdfiumError

from wenxiao.audit.examine import Audit
from wenxiao.errors import WenxiaoError
from wenxiao.files import write_atomically
from wenxiao.finding import SEVERITY_LABELS, Finding, Severity
from wenxiao.place import PageLine, TextPlace
from wenxiao.report.audited.coverage_lines import coverage_lines
from wenxiao.report.audited.pdf_annotations import Annotation, annotated
from wenxiao.report.findings import counted

_AUTHOR = "问效"
# Highlights darken what they cover: these are light enough for text to be read under several.
_COLOURS = {
    Severity.ERROR: (255, 190, 180),
    Severity.WARNING: (255, 232, 140),
    Severity.INFO: (195, 225, 255),
}
_SUMMARY_COLOUR = (200, 200, 200)


def write_audit_pdf(audit: Audit, content: bytes, path: Path) -> None:
    """Write the PDF ``content`` that was audited, with the findings in it, to ``path``.

    Raises:
        WenxiaoError: ``content`` is not the PDF that was audited, or the file cannot be written.
    """
    write_atomically(path, audit_pdf_bytes(audit, content))


def audit_pdf_bytes(audit: Audit, content: bytes) -> bytes:
    """Give the bytes of the PDF with the findings in it; equal inputs give equal bytes.

    Raises:
        WenxiaoError: ``content`` is not the PDF that was audited.
    """
    summary = Annotation(1, (), _SUMMARY_COLOUR, _AUTHOR, _summary(audit))
    heaviest_on_top = reversed(audit.findings)
    try:
        return annotated(content, [*_highlights(heaviest_on_top), summary])
    except PdfiumError as error:
        raise WenxiaoError(
            f"无法在「{audit.document.name}」中标注：它不是 PDF，或在审核以后被改动、损坏了。"
            "请用原来的 PDF 文件重新审核；其他格式的文件请改用网页或 Excel 清单。"
        ) from error


def _highlights(findings: Iterable[Finding]) -> Iterator[Annotation]:
    for finding in findings:
        places = _shown_places(finding)
        for number, place in enumerate(places, 1):
            lines: dict[int, list[PageLine]] = {}
            for line in _lines(place):
                lines.setdefault(line.page, []).append(line)
            note = _note(finding, f"（{len(places)} 处中的第 {number} 处）" if len(places) > 1 else "")
            for page, on_page in lines.items():
                yield Annotation(page, tuple(on_page), _COLOURS[finding.severity], _AUTHOR, note)


def _shown_places(finding: Finding) -> list[TextPlace]:
    return [place for place in finding.places if isinstance(place, TextPlace) and _lines(place)]


def _lines(place: TextPlace) -> list[PageLine]:
    originals = (spot.original for spot in place.spots)
    return [line for line in originals if isinstance(line, PageLine) and len(line.edges) > 1]


def _note(finding: Finding, which: str = "") -> str:
    parts = [
        f"{finding.rule} {SEVERITY_LABELS[finding.severity]}：{finding.title}{which}",
        finding.message,
        f"算式：{finding.arithmetic}" if finding.arithmetic else "",
        f"建议：{finding.suggestion}" if finding.suggestion else "",
    ]
    return "\n".join(filter(None, parts))


def _summary(audit: Audit) -> str:
    """Say what was checked and found, and tell the findings that stand nowhere in the text."""
    head = [
        *(f"注意：{notice}" for notice in audit.document.notices),
        *coverage_lines(audit.coverage),
        f"发现：{counted(audit.findings)}。",
    ]
    unplaced = [_note(finding) for finding in audit.findings if not _shown_places(finding)]
    return "\n\n".join(["\n".join(head), *unplaced])
