"""What a part of a Word file shows, in reading order, laid out as running text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from wenxiao.documents.docx_styles import Look, look_of
from wenxiao.documents.docx_table import GridCell, grid_of
from wenxiao.documents.docx_text import TEXT_BOX, UNSEEN, visible_runs, w
from wenxiao.documents.layout import Layout
from wenxiao.documents.model import BlockKind, Cell, Table
from wenxiao.documents.text_groups import groups_of
from wenxiao.documents.text_lines import LONGEST_HEADING, LineKind, classify, is_sentence, lines_of, width
from wenxiao.place import WordText

_PARAGRAPH, _TABLE = w("p"), w("tbl")
_MARK_DELETED = f"{w('pPr')}/{w('rPr')}/{w('del')}"
_CAPTION = re.compile(
    r"单位\s?[:：]|^(?:附表|附件|续表|表|图)\s?[0-9一二三四五六七八九十]|表(?:\s?[（(][^（()）]{1,20}[)）])?$"
)
_LONGEST_CAPTION = 60


class Flow:
    """Lays out one part of a Word file; the tables are numbered on through all parts."""

    def __init__(
        self, layout: Layout, tables: list[Table], part: str, root: etree._Element, looks: Mapping[str, Look]
    ) -> None:
        self._layout = layout
        self._tables = tables
        self._part = part
        self._looks = looks
        self._above: list[int] = []  # blocks that are captions if a table comes next
        # The order of all paragraphs, whether seen or not: it stays the same for whoever opens the file.
        self._order = {paragraph: index for index, paragraph in enumerate(root.iter(_PARAGRAPH))}
        self._has_boxes = next(root.iter(TEXT_BOX), None) is not None
        self._has_deletions = next(root.iter(w("del")), None) is not None

    def body(self, element: etree._Element) -> None:
        """Lay out paragraphs and tables, each paragraph with the block that it is."""
        for group in self._groups(self._items(element)):
            if group[0].tag == _TABLE:
                self._tables_from(group[0])
            else:
                self._paragraph(group)

    def notes(self, element: etree._Element, kind: BlockKind) -> None:
        """Lay out every paragraph, those in tables too, as blocks of one kind."""
        for paragraph in seen_paragraphs(element):
            self._layout.block(kind, self._write([paragraph], None), self._layout.position)
            self._layout.write("\n")

    def _items(self, element: etree._Element) -> Iterator[etree._Element]:
        """Find the paragraphs and tables that are seen; those of a text box follow its paragraph."""
        for child in element:
            tag = child.tag
            if tag == _PARAGRAPH:
                yield child
                if self._has_boxes:
                    for box in _boxes(child):
                        yield from self._items(box)
            elif tag == _TABLE:
                yield child
            elif tag not in UNSEEN:
                yield from self._items(child)

    def _groups(self, items: Iterable[etree._Element]) -> Iterator[list[etree._Element]]:
        """Give each table alone, and together the paragraphs between which the break was deleted."""
        group: list[etree._Element] = []
        for item in items:
            if group and item.tag == _TABLE:
                yield group
                group = []
            group.append(item)
            if item.tag == _TABLE or not (self._has_deletions and item.find(_MARK_DELETED) is not None):
                yield group
                group = []
        if group:
            yield group

    def _write(self, paragraphs: Sequence[etree._Element], cell: tuple[int, int, int] | None) -> str:
        """Append the visible text of paragraphs that are read as one; give it."""
        texts = []
        for paragraph in paragraphs:
            text = "".join([run.text for run in visible_runs(paragraph)])
            where = WordText(self._part, self._order[paragraph], 0, len(text), cell)
            self._layout.write_from(text, where)
            texts.append(text)
        return "".join(texts)

    def _paragraph(self, paragraphs: Sequence[etree._Element]) -> None:
        start = self._layout.position
        text = self._write(paragraphs, None)
        look = look_of(paragraphs[-1], self._looks)
        if not look.contents:  # a table of contents repeats the headings and tells nothing
            for first, last in _lines(text, look):
                self._block(text[first:last], start + last, look)
        self._layout.write("\n")

    def _block(self, text: str, end: int, look: Look) -> None:
        """Make a block of text of the body, and note whether it may be the caption of a table."""
        inner = text.strip()
        kind, level = _kind(inner, look)
        self._layout.block(kind, text, end, level)
        if kind is BlockKind.PARAGRAPH and _may_be_caption(inner):
            self._above.append(len(self._layout.blocks) - 1)
        elif inner:
            self._above = []

    def _tables_from(self, table: etree._Element) -> None:
        """Lay out a table, then the tables that stand in its cells."""
        for index in self._above:
            self._layout.blocks[index] = self._layout.blocks[index]._replace(kind=BlockKind.CAPTION)
        self._above = []
        waiting = deque([table])
        while waiting:
            waiting.extend(self._table(waiting.popleft()))

    def _table(self, table: etree._Element) -> list[etree._Element]:
        """Lay out one table; give the tables in its cells."""
        grid, columns = grid_of(table)
        start = self._layout.position
        cells: list[Cell] = []
        nested: list[etree._Element] = []
        for row in grid:
            for number, cell in enumerate(row):
                self._layout.write("\t" if number else "")
                if not cell.covered:
                    cells.append(self._cell(cell, nested))
            self._layout.write("\n")
        if cells:
            self._tables.append(Table(start, self._layout.position - 1, len(grid), columns, tuple(cells)))
        return nested

    def _cell(self, cell: GridCell, nested: list[etree._Element]) -> Cell:
        table = len(self._tables)
        where = (table + 1, cell.row + 1, cell.column + 1)
        texts: list[str] = []
        for group in self._groups(self._items(cell.element)):
            if group[0].tag == _TABLE:
                nested.append(group[0])
                continue
            if texts:
                self._layout.write("\n")
                texts.append("\n")
            texts.append(self._write(group, where))
        start, end = self._layout.block(BlockKind.CELL, "".join(texts), self._layout.position, table=table)
        return Cell(cell.row, cell.column, start, end, cell.row_span, cell.column_span)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == TEXT_BOX:
            yield child
        elif child.tag not in UNSEEN:
            yield from _boxes(child)


def seen_paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """Find all paragraphs that are seen, those in tables and text boxes too."""
    for child in element:
        if child.tag not in UNSEEN:
            if child.tag == _PARAGRAPH:
                yield child
            yield from seen_paragraphs(child)


def _lines(text: str, look: Look) -> list[tuple[int, int]]:
    """Part a paragraph in which somebody broke the lines by hand; a title of two lines stays one."""
    if look.level or "\n" not in text.strip():
        return [(0, len(text))]
    return [(group.lines[0].start, group.lines[-1].end) for group in groups_of(lines_of(text))]


def _kind(text: str, look: Look) -> tuple[BlockKind, int]:
    """Tell what a paragraph of the body is, and its level as a heading: by its style, else by its numbering."""
    if look.caption:
        return BlockKind.CAPTION, 0
    if look.level and not (is_sentence(text) and width(text) > LONGEST_HEADING):
        return BlockKind.HEADING, look.level
    line, level = classify(text) if text else (LineKind.TEXT, 0)
    if line is LineKind.HEADING:
        return BlockKind.HEADING, level
    return (BlockKind.LIST_ITEM if look.listed or line is LineKind.ITEM else BlockKind.PARAGRAPH), 0


def _may_be_caption(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_CAPTION and _CAPTION.search(text) is not None
