"""The flow of a PDF as a document: one text, its blocks and tables, and the place of every line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from wenxiao.documents.model import Block, BlockKind, Cell, Document, Table
from wenxiao.documents.pdf.characters import is_word
from wenxiao.documents.pdf.continued import FlowTable
from wenxiao.documents.pdf.flow import FlowItem
from wenxiao.documents.pdf.layout import Line, Page, PageCell
from wenxiao.documents.pdf.paragraphs import Paragraph
from wenxiao.documents.pdf.shown import place_of
from wenxiao.place import Spot

_PADDING = 1100
_NUMBER_END = re.compile(r"[0-9][0-9,.]*$")
_NUMBER_START = re.compile(r"[,.]?[0-9][0-9,.]*%?|%")
_ONE_NUMBER = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:,[0-9]{0,2})?|[0-9]+(?:,[0-9]{0,2})?)(?:\.[0-9]*)?%?"
)
_CUT = re.compile(r",[0-9]{0,2}$|\.$")
"""The end of a number in the middle of a group of three digits, or before its decimals."""


class _Writer:
    def __init__(self, changed: Mapping[int, Page]) -> None:
        self.changed = changed
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.spots: list[Spot] = []

    def paragraph(self, paragraph: Paragraph) -> tuple[int, int]:
        start = self.length
        self._lines(paragraph.lines, 0)
        self.blocks.append(Block(paragraph.kind, start, self.length, paragraph.level))
        self._put("\n")
        return start, self.length

    def table(self, item: FlowTable) -> tuple[int, int]:
        start, index, cells = self.length, len(self.tables), list[Cell]()
        for row in _by_row(item):
            for position, cell in enumerate(row):
                if position:
                    self._put("\t")
                cells.append(self._cell(cell, index))
            self._put("\n")
        table = item.table
        self.tables.append(Table(start, self.length, table.rows, table.columns, tuple(cells), item.repeated))
        return start, self.length

    def _cell(self, cell: PageCell, table: int) -> Cell:
        start = self.length
        self._lines(cell.lines, cell.width)
        self.blocks.append(Block(BlockKind.CELL, start, self.length, table=table))
        return Cell(cell.row, cell.column, start, self.length, cell.row_span, cell.column_span)

    def _lines(self, lines: Sequence[Line], room: int) -> None:
        for index, line in enumerate(lines):
            if index and _needs_blank(lines[index - 1], line, room):
                self._put(" ")
            start = self.length
            self._put(line.text)
            self.spots.append(Spot(start, self.length, place_of(line, self.changed)))

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def _by_row(item: FlowTable) -> list[list[PageCell]]:
    rows: list[list[PageCell]] = [[] for _ in range(item.table.rows)]
    for cell in item.table.cells:
        rows[cell.row].append(cell)
    return rows


def _needs_blank(above: Line, line: Line, room: int) -> bool:
    """Tell whether a line break parts two words; a number that fills its cell, or is cut short, goes on below."""
    if not (is_word(above.text[-1]) and is_word(line.text[0])):
        return False
    end, rest = _NUMBER_END.search(above.text), _NUMBER_START.match(line.text)
    if end is None or rest is None or not _ONE_NUMBER.fullmatch(end[0] + rest[0]):
        return True
    free = room - (above.right - above.left)
    is_filled = room == 0 or free < _PADDING + line.edges[1] - line.edges[0]
    return not (is_filled or _CUT.search(above.text))


def document_of(
    name: str,
    items: Sequence[FlowItem],
    repeated: dict[int, int],
    notices: Sequence[str],
    changed: Mapping[int, Page],
) -> Document:
    """Write the flow out; ``repeated`` are the pages printed twice, ``changed`` those not read as shown."""
    writer, repeats = _Writer(changed), list[tuple[int, int]]()
    for item in items:
        if isinstance(item, FlowTable):
            page, span = item.page, writer.table(item)
        else:
            page, span = item.lines[0].page, writer.paragraph(item)
        if page in repeated:
            joins = repeats and repeats[-1][1] == span[0]
            repeats[-1:] = [(repeats[-1][0], span[1])] if joins else [*repeats[-1:], span]
    return Document(
        name=name,
        format="pdf",
        text="".join(writer.parts),
        blocks=tuple(writer.blocks),
        tables=tuple(writer.tables),
        spots=tuple(writer.spots),
        notices=tuple(notices),
        repeats=tuple(repeats),
    )
