"""Tables of web pages: which hold data, their rows, and cells that span rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wenxiao.documents.model import BlockKind, Cell, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from wenxiao.documents.layout import Layout

# No form is wider; a wider span was made to fill the memory.
_WIDEST_SPAN = 100
_LARGEST_AREA = 1_000_000


def is_data(table: etree._Element) -> bool:
    """Tell a table of data from one that only lays out the page: that holds other tables, or one cell."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    cells = table.iterdescendants("td", "th")
    return next(cells, None) is not None and next(cells, None) is not None


def cells_of(table: etree._Element) -> Iterator[list[etree._Element]]:
    """Give the cells of each row."""
    for row in table.iterdescendants("tr"):
        yield [cell for cell in row if cell.tag in {"td", "th"}]


def table_from(rows: Sequence[Sequence[tuple[etree._Element, str]]], layout: Layout, index: int) -> Table:
    """Write the rows into the layout and give the table.

    Args:
        rows: the cells of each row, each with its text.
        layout: where the text goes.
        index: the number of the table in the document.
    """
    start = layout.position
    cells: list[Cell] = []
    grid = _Grid(len(rows))
    for row, elements in enumerate(rows):
        column = 0
        for place, (element, text) in enumerate(elements):
            layout.write("\t" if place else "")
            layout.write(text)
            begin, end = layout.block(BlockKind.CELL, text, layout.position, table=index)
            column = grid.free(row, column)
            spans = grid.take(element, row, column)
            cells.append(Cell(row, column, begin, end, *spans))
            column += spans[1]
        layout.write("\n")
    return Table(start, layout.position, len(rows), grid.columns, tuple(cells))


class _Grid:
    """Which columns are taken by cells that hang down from rows above."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._until: dict[int, int] = {}
        self._area = 0

    @property
    def columns(self) -> int:
        return max(self._until, default=-1) + 1

    def free(self, row: int, column: int) -> int:
        """Give the first free column of the row from ``column`` on."""
        while self._until.get(column, 0) > row:
            column += 1
        return column

    def take(self, element: etree._Element, row: int, column: int) -> tuple[int, int]:
        """Place a cell; give how many rows and columns it spans."""
        down = min(_number(element.get("rowspan")), self._rows - row)
        wanted = min(_number(element.get("colspan")), _WIDEST_SPAN)
        if self._area + down * wanted > _LARGEST_AREA:
            down = wanted = 1
        across = 1
        while across < wanted and self._until.get(column + across, 0) <= row:
            across += 1
        self._area += down * across
        self._until.update(dict.fromkeys(range(column, column + across), row + down))
        return down, across


def _number(written: str | None) -> int:
    text = (written or "").strip()
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 6 else 1
