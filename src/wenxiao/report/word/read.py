"""The text of a Word file as people see it: paragraphs and table rows, with their content controls.

Seen are insertions, content controls at any level, nested tables, text boxes, foot- and endnotes; not seen
are deletions, moved-away text, field codes, and the fallback copies Word keeps for old readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from wenxiao.errors import WenxiaoError
from wenxiao.report.word.package import R, parse_xml, w

_PARAGRAPH, _TABLE, _ROW, _CELL, _TEXT_BOX, _CONTROL = (
    w(n) for n in ("p", "tbl", "tr", "tc", "txbxContent", "sdt")
)
_UNSEEN = frozenset(map(w, ("del", "moveFrom", "sdtPr", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr")))
_UNSEEN |= {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_CHARACTERS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_BOUND = re.compile(r"/(?:\w+:)?(k[0-9a-f]{12})\b")
_NOTES = (("footnotes", "footnote", "脚注"), ("endnotes", "endnote", "尾注"))


@dataclass(frozen=True, slots=True)
class WordPlace:
    """Where a text stands: the n-th paragraph with text, or table, row and column, all 1-based."""

    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    part: str = ""

    def __str__(self) -> str:
        """Give the place as one would look for it in Word."""
        if self.table:
            column = f"第 {self.column} 列" if self.column else ""
            return f"{self.part}第 {self.table} 张表第 {self.row} 行{column}"
        return f"{self.part}第 {self.paragraph} 段"


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start`` to ``end`` of a piece that show a figure: its id in a file, its key in a report."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or all of a cell: its text, place, and the figures in it."""

    text: str
    place: WordPlace
    marks: tuple[Mark, ...] = ()


# A paragraph is one piece, a table row one piece per cell.
Unit = tuple[Piece, ...]


def read_units(parts: Mapping[str, bytes], path: Path) -> tuple[Unit, ...]:
    """Read the body and the notes of a Word file in reading order; what has no text is left out.

    Raises:
        WenxiaoError: the file is no Word file, or a part is damaged.
    """
    try:
        return tuple(_all_units(parts, path))
    except ValueError as error:
        raise WenxiaoError(
            f"「{path}」的表格已损坏（{error}）。请在 Word 或 WPS 中打开后另存为 .docx 再试。"
        ) from error


def _all_units(parts: Mapping[str, bytes], path: Path) -> Iterator[Unit]:
    yield from _Reader("").units(parse_xml(parts, _main_part(parts, path), path))
    for part, element, label in _NOTES:
        name = f"word/{part}.xml"
        if name in parts:
            reader = _Reader(label)
            for note in parse_xml(parts, name, path).iter(w(element)):
                yield from reader.units(note)


def _main_part(parts: Mapping[str, bytes], path: Path) -> str:
    for relation in parse_xml(parts, "_rels/.rels", path):
        if relation.get("Type") == f"{R}/officeDocument":
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


class _Reader:
    """Walks one part, counting paragraphs and tables on the way."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._paragraphs = 0
        self._tables = 0

    def units(self, element: etree._Element) -> Iterator[Unit]:
        for child in element:
            if child.tag in _UNSEEN:
                continue
            if child.tag == _PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == _TABLE:
                self._tables += 1
                yield from self._rows(child, self._tables)
            else:
                yield from self.units(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Unit]:
        text, marks = _content(paragraph)
        if text.strip():
            self._paragraphs += 1
            yield (Piece(text, WordPlace(paragraph=self._paragraphs, part=self._part), marks),)
        for box in _nearest(paragraph, _TEXT_BOX):
            yield from self.units(box)

    def _rows(self, table: etree._Element, number: int) -> Iterator[Unit]:
        for row, element in enumerate(_nearest(table, _ROW), start=1):
            cells = tuple(self._cells(element, number, row))
            if any(cell.text.strip() for cell in cells):
                yield cells

    def _cells(self, row: etree._Element, table: int, number: int) -> Iterator[Piece]:
        column = 1
        for cell in _nearest(row, _CELL):
            if _property(cell, "vMerge", "continue") in {"", "restart"}:
                text, marks = _joined([_content(paragraph) for paragraph in _paragraphs(cell)])
                yield Piece(text, WordPlace(table=table, row=number, column=column, part=self._part), marks)
            column += int(_property(cell, "gridSpan", "1") or "1")


def _property(cell: etree._Element, name: str, default: str) -> str:
    """Give a property of a cell: "" without it, ``default`` where it is there without a value."""
    found = cell.find(f"{w('tcPr')}/{w(name)}")
    return "" if found is None else found.get(w("val"), default)


def _nearest(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Find the descendants of a kind that are not inside another of the same kind."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _UNSEEN:
            yield from _nearest(child, tag)


def _paragraphs(cell: etree._Element) -> Iterator[etree._Element]:
    """Find all paragraphs of a cell, those of nested tables and text boxes too."""
    for child in cell:
        if child.tag not in _UNSEEN:
            if child.tag == _PARAGRAPH:
                yield child
            yield from _paragraphs(child)


def _joined(paragraphs: list[tuple[str, tuple[Mark, ...]]]) -> tuple[str, tuple[Mark, ...]]:
    text, marks = "", []
    for content, inner in paragraphs:
        text += "\n" if text else ""
        marks += [Mark(mark.start + len(text), mark.end + len(text), mark.name) for mark in inner]
        text += content
    return text, tuple(marks)


def _content(paragraph: etree._Element) -> tuple[str, tuple[Mark, ...]]:
    texts: list[str] = []
    marks: list[Mark] = []
    _collect(paragraph, texts, marks, 0)
    return "".join(texts), tuple(marks)


def _collect(element: etree._Element, texts: list[str], marks: list[Mark], position: int) -> int:
    """Append what ``element`` shows from ``position`` on; give the position after it."""
    for child in element:
        tag = child.tag
        if tag == w("t"):
            texts.append(child.text or "")
            position += len(texts[-1])
        elif tag in _CHARACTERS:
            texts.append(_CHARACTERS[tag])
            position += 1
        elif tag == _CONTROL:
            start = position
            position = _collect(child, texts, marks, position)
            marks += [Mark(start, position, name) for name in _control_names(child)]
        elif tag not in _UNSEEN and tag != _TEXT_BOX:
            position = _collect(child, texts, marks, position)
    return position


def _control_names(control: etree._Element) -> Iterator[str]:
    """Give the id of the figure a control is bound to; editors drop tags, bindings survive."""
    for properties in control.iterchildren(w("sdtPr")):
        for binding in properties.iter("{*}dataBinding"):
            found = _BOUND.search(binding.get(w("xpath"), ""))
            if found:
                yield found[1]
                return
        tag = properties.find(w("tag"))
        if tag is not None:
            yield tag.get(w("val"), "")
