"""A document as the audit reads it: one running text, its blocks and tables, and where each piece stands.

``Document.text`` is the one coordinate system: figures, claims and findings are ranges of it. For a text file it
is the file as read; for other formats it is the extracted text, in which each paragraph ends with a line
break, the cells of a table row are parted by tabs, and the rows end with a line break. What a piece of
text was in the original (a paragraph of Word, a line on a page, a cell) is told by its :class:`Spot`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from wenxiao.place import Spot, TextPlace


class BlockKind(StrEnum):
    """What a block is in the layout of its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    CELL = "cell"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"


class Block(NamedTuple):
    """A piece of running text that is read in one go: characters ``start`` to ``end`` (exclusive).

    A paragraph torn over lines or pages in a text file or PDF is one block; the line breaks inside it are
    blanks and mean nothing. ``level`` is the level of a heading from 1, else 0. A cell belongs to ``table``
    (its index in the document), else -1.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    table: int = -1


class Cell(NamedTuple):
    """A cell of a table: its text is characters ``start`` to ``end``; rows and columns count from 0.

    A merged cell stands once, at its upper left position, with its spans.
    """

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells in reading order; each position is covered by at most one cell.

    A table continued over pages is one table; heading rows that were repeated on the later pages are in
    ``repeated_rows`` (their row numbers), so that nothing is counted twice.
    """

    start: int
    end: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    repeated_rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Document:
    """A document that was read whole.

    ``blocks`` are in order and do not overlap; a table's cells are blocks too. ``spots`` are in order.
    ``notices`` are what the reader must be told about the reading itself, in Chinese (a page without text
    that was scanned, a page that is printed twice, macros that were left alone).
    ``repeats`` are ranges of text that are a second print of an earlier page: nothing new is claimed there.
    """

    name: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    spots: tuple[Spot, ...] = ()
    notices: tuple[str, ...] = ()
    repeats: tuple[tuple[int, int], ...] = ()

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    @cached_property
    def _spot_starts(self) -> list[int]:
        return [spot.start for spot in self.spots]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, position: int) -> Block | None:
        """Give the block a character belongs to, None if it stands between blocks."""
        before = bisect_right(self._block_starts, position)
        block = self.blocks[before - 1] if before else None
        return block if block is not None and position < block.end else None

    def place(self, start: int, end: int) -> TextPlace:
        """Give the place of characters ``start`` to ``end``, with line, column and spots in the original."""
        line = bisect_right(self._line_starts, start)
        column = start - self._line_starts[line - 1] + 1
        return TextPlace(self.name, start, end, line, column, self.text[start:end], self._spots(start, end))

    def _spots(self, start: int, end: int) -> tuple[Spot, ...]:
        if not self.spots:
            return ()
        first = max(bisect_right(self._spot_starts, start) - 1, 0)
        last = bisect_left(self._spot_starts, end)
        found = (spot.clipped(start, end) for spot in self.spots[first:last])
        return tuple(spot for spot in found if spot.start < spot.end)
