"""Open any file as a document, by what it holds; a wrong extension is told, not trusted."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from wenxiao.archive import OLE, is_encrypted
from wenxiao.documents.legacy import converted
from wenxiao.documents.pdf import read_pdf
from wenxiao.documents.sniff import Format, format_of, of_suffix
from wenxiao.errors import WenxiaoError, os_reason
from wenxiao.settings import MAX_DOCUMENT_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wenxiao.documents.model import Document
    from wenxiao.documents.ocr import Recogniser

    Reader = Callable[[bytes, str], Document]

# A reader is imported when it is needed (that of PDF sees to it itself): a text file waits for no library.
_READERS = {
    Format.WORD: ("docx", "read_docx"),
    Format.EXCEL: ("xlsx", "read_xlsx"),
    Format.HTML: ("html", "read_html"),
    Format.MARKDOWN: ("markdown", "read_markdown"),
    Format.TEXT: ("text", "read_text_document"),
}
_CONVERTED = {
    Format.OLD_WORD: "docx",
    Format.RICH_TEXT: "docx",
    Format.OPEN_TEXT: "docx",
    Format.OLD_EXCEL: "xlsx",
    Format.OPEN_SHEET: "xlsx",
}
_MODERN = {"docx": Format.WORD, "xlsx": Format.EXCEL}
SUFFIXES = frozenset(suffix for kind in (Format.PDF, *_READERS, *_CONVERTED) for suffix in kind.suffixes)
"""Extensions of the files that the audit of a folder picks up, in lower case."""

_READABLE = "可以审核的有 .docx、.pdf、.xlsx、.html、.md、.txt，以及 .doc、.wps、.xls、.rtf、.odt"
_REFUSED = {
    Format.IMAGE: "是图片，里面没有可以读出的文字（扫描件需要先做文字识别）。"
    "请用 OCR 软件识别成 .docx 或带文字层的 .pdf，核对后再审。",
    Format.ARCHIVE: f"是压缩包，不是报告。请解压后审核里面的文件；{_READABLE}。",
    Format.OTHER_OFFICE: f"不是文字文档或表格。{_READABLE}。",
}


def open_document(path: Path, recogniser: Recogniser | None = None) -> Document:
    """Read a file as a document; scanned pages of a PDF are read by ``recogniser``, if there is one.

    Raises:
        WenxiaoError: the file is missing, empty, too big, unreadable, encrypted, of an unknown kind, or
            holds no text.
    """
    return read_document(_content(path), path.name, recogniser)


def read_document(content: bytes, name: str, recogniser: Recogniser | None = None) -> Document:
    """Read the content of a file called ``name`` as a document.

    Raises:
        WenxiaoError: as for :func:`open_document`.
    """
    if not content.strip():
        raise WenxiaoError(f"「{name}」是空文件。请核对是否选对了文件，或重新导出、重新复制。")
    suffix = PurePath(name).suffix.lower()
    kind = _checked(content, name, suffix)
    document = _read(kind, content, name, recogniser)
    notices = (*_wrong_suffix(name, suffix, kind), *document.notices)
    if not document.text.strip():
        told = "".join(notices)
        raise WenxiaoError(
            f"「{name}」里没有任何文字，无法审核。{told}请核对文件；扫描件请先做文字识别（OCR）。"
        )
    return replace(document, notices=notices)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise WenxiaoError(f"「{path}」是目录，不是文件。请给出其中的文件。")
        size = path.stat().st_size
        if size > MAX_DOCUMENT_BYTES:
            raise WenxiaoError(
                f"「{path}」有 {size // 2**20} MB，超过上限 {MAX_DOCUMENT_BYTES // 2**20} MB，不像一份报告。"
                "请核对文件；如果图片太多，请压缩图片或分成几个文件。"
            )
        if not path.is_file():
            raise WenxiaoError(f"「{path}」不是普通文件。请给出报告文件的路径。")
        return path.read_bytes()
    except OSError as error:
        raise WenxiaoError(
            f"无法读取「{path}」：{os_reason(error)}。请核对路径和权限，确认文件没有被移走。"
        ) from error


def _checked(content: bytes, name: str, suffix: str) -> Format:
    """Tell the kind of the file, or refuse it."""
    if content.startswith(OLE) and is_encrypted(content):
        raise WenxiaoError(
            f"「{name}」设有打开密码，无法读取。请用 Office 或 WPS 打开，取消密码后另存，再审新的文件。"
        )
    kind = format_of(content, suffix)
    if kind in _REFUSED:
        raise WenxiaoError(f"「{name}」{_REFUSED[kind]}")
    return kind


def _wrong_suffix(name: str, suffix: str, kind: Format) -> tuple[str, ...]:
    if suffix in kind.suffixes or (of_suffix(suffix) is None and kind is Format.TEXT):
        return ()
    written = f"扩展名是 {suffix}" if suffix else "没有扩展名"
    return (f"「{name}」{written}，内容其实是{kind.title}，已按内容读取。",)


def _read(kind: Format, content: bytes, name: str, recogniser: Recogniser | None) -> Document:
    if kind in _CONVERTED:
        modern = _MODERN[_CONVERTED[kind]]
        document = _read(modern, converted(content, name, kind.suffixes[0], _CONVERTED[kind]), name, None)
        notice = f"「{name}」是{kind.title}，经 LibreOffice 转换后读取，位置以转换后的文件为准。"
        return replace(document, notices=(notice, *document.notices))
    if kind is Format.PDF:
        return read_pdf(content, name, recogniser)
    module, function = _READERS[kind]
    reader: Reader = getattr(import_module(f"wenxiao.documents.{module}"), function)
    return reader(content, name)
