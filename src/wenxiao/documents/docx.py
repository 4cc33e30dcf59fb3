"""A Word file as a document: its body, then its notes, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from wenxiao.documents.container import Package, Product, open_package
from wenxiao.documents.docx_flow import Flow, seen_paragraphs
from wenxiao.documents.docx_styles import Look, looks_of_styles
from wenxiao.documents.docx_text import visible_runs, w
from wenxiao.documents.layout import Layout
from wenxiao.documents.model import BlockKind, Document, Table

_NOTES = {"footnotes": w("footnote"), "endnotes": w("endnote")}
_MARGINS = {"header": BlockKind.HEADER, "footer": BlockKind.FOOTER}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_NO_STYLES: Mapping[str, Look] = {}


def read_docx(content: bytes, name: str) -> Document:
    """Read a Word file; ``name`` is the file's name in messages and places.

    Raises:
        WenxiaoError: it is no Word file, damaged, under a password, not safe to open, or without any text.
    """
    package = open_package(content, name, Product.WORD)
    layout, tables = Layout(), list[Table]()
    root = package.xml(package.main)
    body = root.find(w("body"))
    if body is None:
        package.refuse(f"的部件 {package.main} 没有正文", "请用 Word 或 WPS 打开检查，另存为 .docx 后再试")
    Flow(layout, tables, package.main, root, looks_of_styles(_styles(package))).body(body)
    _read_notes(package, layout, tables)
    _read_margins(package, layout, tables)
    if not layout.blocks:
        package.refuse("里没有文字（可能只有图片或扫描页）", "请先做文字识别（OCR），或取得可编辑的原文")
    return Document(
        name=name,
        format="docx",
        text=layout.text,
        blocks=tuple(layout.blocks),
        tables=tuple(tables),
        spots=tuple(layout.spots),
        notices=package.notices,
    )


def _styles(package: Package) -> etree._Element | None:
    return next((package.xml(part) for part in _parts(package, "styles")), None)


def _parts(package: Package, kind: str) -> Iterator[str]:
    for relation in package.relations(package.main):
        if relation.kind == kind and relation.part in package:
            yield relation.part


def _read_notes(package: Package, layout: Layout, tables: list[Table]) -> None:
    for kind, tag in _NOTES.items():
        for part in _parts(package, kind):
            root = package.xml(part)
            flow = Flow(layout, tables, part, root, _NO_STYLES)
            for note in root.iterchildren(tag):
                if note.get(w("type")) not in _SEPARATORS:
                    flow.notes(note, BlockKind.FOOTNOTE)


def _read_margins(package: Package, layout: Layout, tables: list[Table]) -> None:
    """Read headers and footers; sections often repeat the same one, which is read once."""
    for kind, block in _MARGINS.items():
        known = {""}
        for part in _parts(package, kind):
            root = package.xml(part)
            text = "\n".join(_shown(paragraph) for paragraph in seen_paragraphs(root)).strip()
            if text not in known:
                known.add(text)
                Flow(layout, tables, part, root, _NO_STYLES).notes(root, block)


def _shown(paragraph: etree._Element) -> str:
    return "".join(run.text for run in visible_runs(paragraph))
