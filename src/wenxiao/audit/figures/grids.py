"""Tables of a document as grids: which rows are headings, what names a row, which cells are figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from wenxiao.audit.figures.model import Figure, Grid, GridCell
from wenxiao.audit.figures.unit_notes import table_unit
from wenxiao.documents.model import BlockKind, Document, Table

_LARGEST = 400_000  # positions; what is larger is no table a person made
_TITLE_REACH = 4
_LONGEST_TITLE = 60

Rows = list[list[GridCell | None]]


def grids_of(document: Document, figures: Sequence[Figure]) -> tuple[Grid, ...]:
    """Give the tables of a document; one with more positions than any real table is left out."""
    starts = [figure.start for figure in figures]
    return tuple(
        _grid(document, table, index, figures, starts)
        for index, table in enumerate(document.tables)
        if table.rows * table.columns <= _LARGEST
    )


def _grid(document: Document, table: Table, index: int, figures: Sequence[Figure], starts: list[int]) -> Grid:
    rows: Rows = [[None] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        figure = _figure_in(document.text, cell.start, cell.end, figures, starts)
        text = "".join(document.text[cell.start : cell.end].split())
        rows[cell.row][cell.column] = GridCell(
            text, cell.start, cell.end, figure, cell.row_span, cell.column_span
        )
    first = _first_row(rows)
    return Grid(
        table,
        index,
        _title(document, table),
        table_unit(document, index),
        tuple(map(tuple, rows)),
        first,
        _headings(rows, first, table.columns),
        tuple(map(_stub, rows)),
    )


def _figure_in(
    text: str, start: int, end: int, figures: Sequence[Figure], starts: list[int]
) -> Figure | None:
    """Give the figure a cell consists of: no letters beside it but blanks."""
    at = bisect_left(starts, start)
    if at == len(starts) or figures[at].end > end:
        return None
    figure = figures[at]
    rest = text[start : figure.start] + text[figure.end : end]
    return None if rest.strip() else figure


def is_amount(cell: GridCell | None) -> bool:
    """Tell whether a cell is an amount: neither a code nor a year."""
    return cell is not None and cell.figure is not None and cell.figure.is_counted


def _first_row(rows: Rows) -> int:
    return next((number for number, row in enumerate(rows) if any(map(is_amount, row))), len(rows))


def _headings(rows: Rows, first: int, columns: int) -> tuple[str, ...]:
    """Join the heading cells over each column; in upper rows a title reaches over the blanks to its right."""
    parts: list[list[str]] = [[] for _ in range(columns)]
    for number, row in enumerate(rows[:first]):
        text, reach = "", 0
        for column, cell in enumerate(row):
            if cell is not None and 0 < len(cell.text) <= _LONGEST_TITLE:
                text, reach = cell.text, column + cell.column_span
            elif column >= reach and (number == first - 1 or cell is None):
                continue
            if text and text not in parts[column]:
                parts[column].append(text)
    return tuple("·".join(names) for names in parts)


def _stub(row: list[GridCell | None]) -> str:
    """Give the text that names a row: the last words before its first amount."""
    words = ""
    for cell in row:
        if is_amount(cell):
            break
        if cell is not None and cell.text and cell.figure is None:
            words = cell.text
    return words


def _title(document: Document, table: Table) -> str:
    first = bisect_left(document.blocks, table.start, key=lambda block: block.start)
    for block in reversed(document.blocks[max(first - _TITLE_REACH, 0) : first]):
        if block.kind is BlockKind.CELL:
            return ""
        text = document.text[block.start : block.end].strip()
        if text and "单位" not in text and len(text) <= _LONGEST_TITLE:
            return text
    return ""
