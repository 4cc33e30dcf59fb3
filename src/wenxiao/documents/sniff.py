"""What a file is, told by its content; the extension decides only between kinds of text."""

from __future__ import annotations

import io
import re
import zipfile
from enum import Enum

from wenxiao.archive import DAMAGE, OLE


class Format(Enum):
    """A kind of file: how it is called, and the extensions it may have."""

    WORD = ("Word 文档", ".docx", ".docm", ".dotx", ".dotm")
    EXCEL = ("Excel 工作簿", ".xlsx", ".xlsm", ".xltx")
    PDF = ("PDF", ".pdf")
    HTML = ("网页", ".html", ".htm")
    MARKDOWN = ("Markdown", ".md", ".markdown")
    TEXT = ("纯文本", ".txt")
    OLD_WORD = ("旧版文字文档", ".doc", ".wps", ".dot", ".wpt")
    OLD_EXCEL = ("旧版表格", ".xls", ".et", ".xlt")
    RICH_TEXT = ("RTF 文档", ".rtf")
    OPEN_TEXT = ("ODF 文字文档", ".odt")
    OPEN_SHEET = ("ODF 表格", ".ods")
    IMAGE = ("图片", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp")
    ARCHIVE = ("压缩包", ".zip", ".rar", ".7z", ".gz")
    OTHER_OFFICE = ("其他旧版 Office 文件", ".ppt", ".msg")

    def __init__(self, title: str, *suffixes: str) -> None:
        self.title = title
        self.suffixes = suffixes


_STARTS: tuple[tuple[tuple[bytes, ...], Format], ...] = (
    ((b"{\\rtf",), Format.RICH_TEXT),
    ((b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF"), Format.IMAGE),
    ((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"), Format.ARCHIVE),
)
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_PARTS = (
    ("word/document.xml", Format.WORD),
    ("xl/workbook.xml", Format.EXCEL),
    ("xl/workbook.bin", Format.OLD_EXCEL),
)
_MIMETYPES = (
    (b"application/vnd.oasis.opendocument.text", Format.OPEN_TEXT),
    (b"application/vnd.oasis.opendocument.spreadsheet", Format.OPEN_SHEET),
)
_STREAMS = (
    ("WordDocument", Format.OLD_WORD),
    ("Workbook", Format.OLD_EXCEL),
    ("Book", Format.OLD_EXCEL),
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|meta)\b",
    re.IGNORECASE,
)
_HEAD = 1024


def format_of(content: bytes, suffix: str) -> Format:
    """Tell what a file is; ``suffix`` is its extension in lower case."""
    if content[:4] in _ZIPS:
        return _of_zip(content, suffix)
    if content.startswith(OLE):
        return _of_ole(content)
    if b"%PDF-" in content[:_HEAD]:
        return Format.PDF
    begun = (kind for starts, kind in _STARTS if content.startswith(starts))
    return next(begun, None) or _of_text(content, suffix)


def of_suffix(suffix: str) -> Format | None:
    """Give the kind of file that an extension promises, if it is known."""
    return next((kind for kind in Format if suffix in kind.suffixes), None)


def _of_zip(content: bytes, suffix: str) -> Format:
    """Look into a package; of one that is damaged the reader its extension asks for will tell more."""
    promised = of_suffix(suffix)
    fallback = promised if promised in {Format.WORD, Format.EXCEL} else Format.ARCHIVE
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGE:
        return fallback
    names = set(archive.namelist())
    found = next((kind for part, kind in _PARTS if part in names), None)
    declared = next((kind for mimetype, kind in _MIMETYPES if mimetype in content[:200]), None)
    office = fallback if "[Content_Types].xml" in names else Format.ARCHIVE
    return found or declared or office


def _of_ole(content: bytes) -> Format:
    found = (kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in content)
    return next(found, Format.OTHER_OFFICE)


def _of_text(content: bytes, suffix: str) -> Format:
    if _HTML.match(content[:_HEAD]):
        return Format.HTML
    promised = of_suffix(suffix)
    return promised if promised in {Format.HTML, Format.MARKDOWN} else Format.TEXT
