"""Web pages: the text a reader sees, with headings, lists and tables. Nothing is fetched, no script is run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from wenxiao.documents.encoding import decode
from wenxiao.documents.html_elements import INLINE, UNSEEN
from wenxiao.documents.html_table import cells_of, is_data, table_from
from wenxiao.documents.layout import Layout
from wenxiao.documents.model import BlockKind, Document, Table
from wenxiao.documents.text_lines import LineKind, classify
from wenxiao.errors import WenxiaoError

if TYPE_CHECKING:
    from collections.abc import Iterator

_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HEADING = re.compile(r"h[1-6]")
_KINDS = {LineKind.HEADING: BlockKind.HEADING, LineKind.ITEM: BlockKind.LIST_ITEM}


def read_html(content: bytes, name: str) -> Document:
    """Read a web page.

    Raises:
        WenxiaoError: the bytes are no text, in another encoding, or hold no element.
    """
    page = _Page()
    page.read(_parsed(decode(content, name), name))
    layout = page.layout
    return Document(name, "html", layout.text, tuple(layout.blocks), tuple(page.tables))


def _parsed(text: str, name: str) -> etree._Element:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except etree.XMLSyntaxError as error:
        raise WenxiaoError(f"「{name}」不是有效的网页。请用浏览器打开检查，重新保存后再审。") from error
    if root is None:
        raise WenxiaoError(f"「{name}」中没有任何内容。请用浏览器打开检查，重新保存后再审。")
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise WenxiaoError(
            f"「{name}」的元素嵌套太深，无法读完，不像正常的网页。请用浏览器打开，把正文复制到 Word 后再审。"
        )
    return root


def _is_hidden(element: etree._Element) -> bool:
    return (
        element.tag in UNSEEN
        or "hidden" in element.attrib
        or _HIDING.search(element.get("style") or "") is not None
    )


def _seen(root: etree._Element) -> Iterator[tuple[str, etree._Element, etree.iterwalk]]:
    """Walk the elements a reader sees; of a hidden one only the end is met, for the text behind it."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and _is_hidden(element):
            walk.skip_subtree()
            continue
        yield event, element, walk


def _text_of(element: etree._Element) -> str:
    """Give the visible text of a cell or caption, its lines parted by line breaks."""
    pieces: list[str] = []
    for event, inner, _ in _seen(element):
        if inner is not element and inner.tag not in INLINE:
            pieces.append("\n")
        pieces.append((inner.text if event == "start" else inner is not element and inner.tail) or "")
    return _tidy("".join(piece if piece == "\n" else " ".join(_words(piece)) for piece in pieces))


def _words(text: str) -> list[str]:
    """Part a text at its blanks; a blank at either end leaves an empty word, so that joining keeps one blank."""
    return re.split(r"\s+", text)


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


class _Page:
    """Lays out a page while it is walked through."""

    def __init__(self) -> None:
        self.layout = Layout()
        self.tables: list[Table] = []
        self._inline: list[str] = []
        self._around: list[tuple[BlockKind, int]] = []

    def read(self, root: etree._Element) -> None:
        for event, element, walk in _seen(root):
            if event == "start":
                self._start(element, walk)
            else:
                self._end(element)
        self._flush()

    def _start(self, element: etree._Element, walk: etree.iterwalk) -> None:
        if element.tag not in INLINE:
            self._flush()
        if element.tag == "table" and is_data(element):
            self._table(element)
            walk.skip_subtree()
            return
        role = _role(element.tag)
        if role:
            self._around.append(role)
        self._inline.append(element.text or "")

    def _end(self, element: etree._Element) -> None:
        if element.tag not in INLINE and element.tag not in UNSEEN:
            self._flush()
        if _role(element.tag) and not _is_hidden(element):
            self._around.pop()
        self._inline.append(element.tail or "")

    def _flush(self) -> None:
        text = " ".join("".join(self._inline).split())
        self._inline.clear()
        if text:
            self._write(text, *(self._around[-1] if self._around else _look(text)))

    def _write(self, text: str, kind: BlockKind, level: int) -> None:
        self.layout.write(text)
        self.layout.block(kind, text, self.layout.position, level)
        self.layout.write("\n")

    def _table(self, element: etree._Element) -> None:
        for caption in element.iterfind("caption"):
            text = "" if _is_hidden(caption) else _text_of(caption)
            if text:
                self._write(text, BlockKind.CAPTION, 0)
        rows = [[(cell, _text_of(cell)) for cell in row if not _is_hidden(cell)] for row in cells_of(element)]
        self.tables.append(table_from(rows, self.layout, len(self.tables)))


def _role(tag: str) -> tuple[BlockKind, int] | None:
    if _HEADING.fullmatch(tag):
        return BlockKind.HEADING, int(tag[1])
    if tag == "li":
        return BlockKind.LIST_ITEM, 0
    return (BlockKind.CAPTION, 0) if tag == "figcaption" else None


def _look(text: str) -> tuple[BlockKind, int]:
    kind, level = classify(text)
    known = _KINDS.get(kind, BlockKind.PARAGRAPH)
    return known, level if known is BlockKind.HEADING else 0
