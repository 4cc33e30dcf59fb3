"""Reading PDF files that have a text layer: running text, tables, and where each character stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wenxiao.documents.model import Document
    from wenxiao.documents.ocr import Recogniser


def read_pdf(content: bytes, name: str, recogniser: Recogniser | None = None) -> Document:
    """Read a PDF file whole; ``name`` is what messages and places call it, ``recogniser`` reads scanned pages.

    Raises:
        WenxiaoError: the file is encrypted, damaged, has too many pages, or is a scan without any text.
    """
    from wenxiao.documents.pdf.read import read  # noqa: PLC0415  (pdfium is loaded only for a PDF)

    return read(content, name, recogniser)
