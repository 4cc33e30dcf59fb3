"""The grid of a Word table: rows, cells and their spans, as they are seen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from wenxiao.documents.docx_text import UNSEEN, w

_TABLE, _ROW, _CELL = w("tbl"), w("tr"), w("tc")
_ROW_PROPERTIES, _CELL_PROPERTIES = w("trPr"), w("tcPr")
_SPAN, _MERGE, _BEFORE, _DELETED = w("gridSpan"), w("vMerge"), w("gridBefore"), w("del")
_VALUE = w("val")
_CONTINUED = "continue"


@dataclass(slots=True)
class GridCell:
    """A cell of the grid with its element; ``covered`` is one that a cell above reaches down over."""

    element: etree._Element
    row: int
    column: int
    column_span: int
    merge: str
    row_span: int = 1
    covered: bool = False


def grid_of(table: etree._Element) -> tuple[list[list[GridCell]], int]:
    """Give the rows of a table with their cells, and how many columns it has.

    Columns in which no cell of any row begins are not counted: Word keeps such for the widths of cells.
    """
    seen = (row for row in _nearest(table, _ROW) if not _is_deleted(row))
    rows = [list(_cells(row, number)) for number, row in enumerate(seen)]
    _merge_down(rows)
    edges = sorted({cell.column for row in rows for cell in row})
    if edges != list(range(len(edges))) or any(row and _end(row[-1]) > len(edges) for row in rows):
        _count_columns(rows, edges)
    return rows, len(edges)


def _count_columns(rows: list[list[GridCell]], edges: list[int]) -> None:
    """Number the columns anew, by the edges at which cells begin."""
    columns = {edge: column for column, edge in enumerate(edges)}
    for row in rows:
        for cell in row:
            end = bisect_left(edges, _end(cell))
            cell.column = columns[cell.column]
            cell.column_span = end - cell.column


def _end(cell: GridCell) -> int:
    return cell.column + cell.column_span


def _nearest(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Find the rows of a table or the cells of a row, through content controls, not in nested tables."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in UNSEEN and child.tag != _TABLE:
            yield from _nearest(child, tag)


def _is_deleted(row: etree._Element) -> bool:
    return any(properties.find(_DELETED) is not None for properties in row.iterchildren(_ROW_PROPERTIES))


def _cells(row: etree._Element, number: int) -> Iterator[GridCell]:
    left = 0
    for properties in row.iterchildren(_ROW_PROPERTIES):
        before = properties.find(_BEFORE)
        left = 0 if before is None else _count(before.get(_VALUE, ""), 0)
    for cell in _nearest(row, _CELL):
        span, merge = 1, ""
        first = next(iter(cell), None)  # the properties come first, or not at all
        if first is not None and first.tag == _CELL_PROPERTIES:
            for item in first:
                if item.tag == _SPAN:
                    span = max(_count(item.get(_VALUE, ""), 1), 1)
                elif item.tag == _MERGE:
                    merge = item.get(_VALUE, _CONTINUED)
        yield GridCell(cell, number, left, span, merge)
        left += span


def _count(written: str, otherwise: int) -> int:
    known = written.isdecimal() and len(written) < 9
    return int(written) if known else otherwise


def _merge_down(rows: list[list[GridCell]]) -> None:
    """Let each cell that opens a merge reach over the cells right below that continue it."""
    open_cells: dict[int, GridCell] = {}
    for row in rows:
        above, open_cells = open_cells, {}
        for cell in row:
            upper = above.get(cell.column)
            if cell.merge == _CONTINUED and upper is not None and upper.column_span == cell.column_span:
                cell.covered = True
                upper.row_span += 1
                open_cells[cell.column] = upper
            elif cell.merge:
                open_cells[cell.column] = cell
