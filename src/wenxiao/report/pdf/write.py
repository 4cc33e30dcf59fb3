"""The report as a PDF file for the archive and for readers: PDF/A-3a and PDF/UA-1, set by Typst.

The layout is that of the Word file. All fonts are embedded, headings are bookmarks, and the facts shown
are attached as ``facts.json``, so that the figures can be read back from the PDF itself.
"""

from __future__ import annotations

from pathlib import Path

from wenxiao.errors import WenxiaoError
from wenxiao.fact import FactTable
from wenxiao.files import write_atomically
from wenxiao.report.blocks import Document
from wenxiao.report.pdf import fonts
from wenxiao.report.pdf.typst_source import source_of


def write_pdf(document: Document, facts: FactTable, path: Path) -> None:
    """Write the report to ``path``; the same document and facts give the same bytes.

    Raises:
        WenxiaoError: no face has a character of the report, the layout fails, or the file cannot be written.
    """
    write_atomically(path, render(document, facts))


def render(document: Document, facts: FactTable) -> bytes:
    """Set the report and give the bytes of the PDF file."""
    source = source_of(document, facts)
    _refuse_missing(source)
    return _compile(source.encode("utf-8"))


def _refuse_missing(source: str) -> None:
    missing = fonts.missing_characters(source)
    if missing:
        listed = "、".join(f"“{char}”（U+{ord(char):04X}）" for char in missing)
        raise WenxiaoError(
            f"报告中有 PDF 字体没有的字符：{listed}。请在数据或 report.md 中查找并改为通用汉字或符号，再生成 PDF。"
        )


def _compile(source: bytes) -> bytes:
    import typst  # noqa: PLC0415  (84 MB: loaded only when a PDF is made)

    faces = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts.folders())
    )
    try:
        return typst.compile(source, font_paths=faces, format="pdf", pdf_standards=["a-3a", "ua-1"])
    except typst.TypstError as error:
        raise WenxiaoError(
            f"无法排成 PDF：{error.message}。请改用 Word 输出，并把这条信息告诉程序维护人员。"
        ) from error
