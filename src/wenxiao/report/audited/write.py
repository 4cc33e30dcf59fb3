"""What an audit leaves beside the terminal: a page, and for Word and PDF a copy with the findings in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from wenxiao.audit.examine import Audit
from wenxiao.errors import WenxiaoError


def write_audit(audit: Audit, source: Path, folder: Path) -> tuple[Path, ...]:
    """Write the page, the list for the feedback letter, and for .docx and .pdf a copy with marks.

    Raises:
        WenxiaoError: a file cannot be read or written.
    """
    from wenxiao.report.audited.excel import write_audit_xlsx
    from wenxiao.report.audited.web import write_audit_html

    page, listed = folder / f"{source.name}.audit.html", folder / f"{source.name}.audit.xlsx"
    write_audit_html(audit, page)
    write_audit_xlsx([audit], listed)
    annotate = _annotator(audit.document.format)
    if annotate is None:
        return page, listed
    copy = folder / f"{source.name}.audit.{audit.document.format}"
    annotate(audit, source.read_bytes(), copy)
    return page, listed, copy


def refuse_one_name_twice(paths: Sequence[Path]) -> None:
    """Refuse files of one name: their results would overwrite each other.

    Raises:
        WenxiaoError: two files have the same name.
    """
    twice = [name for name, count in Counter(path.name for path in paths).items() if count > 1]
    if twice:
        raise WenxiaoError(
            f"有几个文件同名：{'、'.join(sorted(twice))}，写到一个目录里会互相覆盖。请分开审核，或先改名。"
        )


def _annotator(document_format: str) -> Callable[[Audit, bytes, Path], None] | None:
    if document_format == "docx":
        from wenxiao.report.audited.word import write_audit_docx

        return write_audit_docx
    if document_format == "pdf":
        from wenxiao.report.audited.pdf import write_audit_pdf

        return write_audit_pdf
    return None
