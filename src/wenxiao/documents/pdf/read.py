"""A PDF file from bytes to document, or a clear word why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from wenxiao.documents.model import Document
from wenxiao.documents.ocr import Recogniser, offer
from wenxiao.documents.pdf.characters import LOST
from wenxiao.documents.pdf.flow import flow_of, repeated_pages
from wenxiao.documents.pdf.layout import Page
from wenxiao.documents.pdf.page import read_page
from wenxiao.documents.pdf.scanned import is_picture, recognised
from wenxiao.documents.pdf.sheet import Sheet
from wenxiao.documents.pdf.sheets import sheets_of
from wenxiao.documents.pdf.write import document_of
from wenxiao.errors import WenxiaoError
from wenxiao.settings import MAX_PDF_PAGES

_MOST_NAMED = 20


def read(content: bytes, name: str, recogniser: Recogniser | None = None) -> Document:
    """Read a PDF file whole; pages that are pictures are read by ``recogniser``, if there is one.

    Raises:
        WenxiaoError: the file is encrypted, damaged, has too many pages, or is a scan without any text.
    """
    pdf = _open(content, name)
    try:
        pages, recognised = _pages(pdf, name, recogniser)
    finally:
        pdf.close()
    sheets = sheets_of(pages)
    if not any(sheet.items for sheet in sheets):
        raise WenxiaoError(
            f"「{name}」没有文字层：全部 {len(pages)} 页都是扫描件、图片或空白页，程序读不到任何文字。"
            f"请改用原来的 Word 文件，或先用 OCR 软件识别成带文字层的 PDF；{offer()}。"
        )
    repeated = repeated_pages(sheets)
    notices = [*_recognised_notice(recognised), *_notices(pages, sheets, repeated)]
    changed = {
        page.number: replace(page, moves=sheet.moves)
        for page, sheet in zip(pages, sheets, strict=True)
        if page.turned or sheet.moves
    }
    return document_of(name, flow_of(sheets, repeated), repeated, notices, changed)


def _open(content: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if error.err_code in {pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY}:
            raise WenxiaoError(f"「{name}」设了打开密码，读不了。请去掉密码，另存后再审。") from error
        raise WenxiaoError(
            f"「{name}」不是完整的 PDF 文件，可能没有下载完或已损坏。请重新取得文件，或从原文件重新导出。"
        ) from error


def _pages(pdf: pdfium.PdfDocument, name: str, recogniser: Recogniser | None) -> tuple[list[Page], list[int]]:
    """Give the pages, and the numbers of those that were recognised."""
    count = len(pdf)
    if count == 0:
        raise WenxiaoError(f"「{name}」一页也没有，可能已损坏。请重新取得文件，或从原文件重新导出。")
    if count > MAX_PDF_PAGES:
        raise WenxiaoError(
            f"「{name}」有 {count} 页，超过 {MAX_PDF_PAGES} 页的上限。请拆成几个文件，分别审核。"
        )
    read = [_page(pdf, index, name, recogniser) for index in range(count)]
    return [page for page, _ in read], [page.number for page, is_recognised in read if is_recognised]


def _page(pdf: pdfium.PdfDocument, index: int, name: str, recogniser: Recogniser | None) -> tuple[Page, bool]:
    try:
        page = pdf[index]
        try:
            read = read_page(page, index + 1)
            if recogniser is None or not is_picture(read):
                return read, False
            return recognised(page, read, recogniser), True
        finally:
            page.close()
    except pdfium.PdfiumError as error:
        raise WenxiaoError(
            f"「{name}」第 {index + 1} 页已损坏，读不出来。请从原文件重新导出 PDF。"
        ) from error


def _recognised_notice(numbers: Sequence[int]) -> list[str]:
    told = "是扫描件或图片，文字由程序识别（OCR），可能认错字和数，请把每条发现与原件核对后再采用。"
    return [f"第 {_listed(numbers)} 页{told}"] if numbers else []


def _notices(pages: Sequence[Page], sheets: Sequence[Sheet], repeated: dict[int, int]) -> list[str]:
    notices = [f"第 {page} 页与第 {first} 页的内容逐字相同，只审一次。" for page, first in repeated.items()]
    scanned = [
        page.number for page, sheet in zip(pages, sheets, strict=True) if page.has_picture and not sheet.items
    ]
    if scanned:
        notices.append(f"第 {_listed(scanned)} 页没有文字层，是扫描件或图片，没有审到；{offer()}。")
    garbled = [page.number for page in pages if _is_garbled(page)]
    if garbled:
        notices.append(
            f"第 {_listed(garbled)} 页的字体没有文字对照表，读不出原字，没有审到；请改用 Word 文件。"
        )
    return notices


def _listed(numbers: Sequence[int]) -> str:
    shown = "、".join(map(str, numbers[:_MOST_NAMED]))
    return shown if len(numbers) <= _MOST_NAMED else f"{shown} 等共 {len(numbers)} "


def _is_garbled(page: Page) -> bool:
    """Tell whether the file names hardly any of the characters it shows."""
    lost = sum(piece.text.count(LOST) for piece in page.pieces)
    return lost * 2 > sum(len(piece.text) for piece in page.pieces)
