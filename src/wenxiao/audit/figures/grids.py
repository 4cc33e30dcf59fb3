"""Tables of a document as grids: which rows are headings, what names a row, which cells are figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.model import Figure, FigureKind, Grid, GridCell, Name
from wenxiao.audit.figures.unit_notes import UNIT_HEADING, WHOLE_UNIT, table_unit
from wenxiao.documents.column_numbers import numbers_columns
from wenxiao.documents.model import BlockKind, Document, Table

_LARGEST = 400_000  # positions; what is larger is no table a person made
_TITLE_REACH = 4
_LONGEST_TITLE = 60
_LONGEST_CODE = 7
_NO_TITLE = re.compile(
    r"单位|\A(?:编制|填报|公开)?(?:部门|机构)(?:名称)?[:：]|\A公开[0-9]+表|\A[（(]?[0-9]{4}年度?[)）]?\Z"
)
_SIGNS = " \t\u3000↑↓▲▼△▽⬆⬇"  # of a rise or a fall
_ENDS_TITLE = re.compile(r"表(?:[（(].*[)）])?\Z")

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
    headings = headings_over(rows[:first], table.columns)
    naming = _without_units(rows, headings)
    return Grid(
        table,
        index,
        _title(document, table),
        table_unit(document, index),
        tuple(map(tuple, rows)),
        first,
        headings,
        tuple(map(_stub, naming)),
        tuple(map(_names, naming)),
    )


def _figure_in(
    text: str, start: int, end: int, figures: Sequence[Figure], starts: list[int]
) -> Figure | None:
    """Give the figure a cell consists of: nothing beside it but blanks and signs of a rise or a fall."""
    at = bisect_left(starts, start)
    if at == len(starts) or figures[at].end > end:
        return None
    figure = figures[at]
    rest = text[start : figure.start] + text[figure.end : end]
    return None if rest.strip(_SIGNS) else figure


def is_code(cell: GridCell | None) -> bool:
    """Tell whether a cell is the code of what its row is named."""
    if cell is None or cell.figure is None:
        return False
    return cell.figure.kind is FigureKind.OTHER and cell.figure.quantity is None and cell.text.isdecimal()


def is_amount(cell: GridCell | None) -> bool:
    """Tell whether a cell is an amount: neither a code nor a year."""
    return cell is not None and cell.figure is not None and cell.figure.is_counted


def _first_row(rows: Rows) -> int:
    return next((number for number, row in enumerate(rows) if any(map(is_amount, row))), len(rows))


def headings_over(rows: Sequence[Sequence[GridCell | None]], columns: int) -> tuple[str, ...]:
    """Join the heading cells of each column; in upper rows a title reaches over the blanks to its right.

    It does not reach into a column where a heading of an upper row begins. What numbers the columns heads none.
    """
    rows = [row for row in rows if not _numbers_columns(row)]
    parts: list[dict[str, None]] = [{} for _ in range(columns)]
    edges: set[int] = set()
    for number, row in enumerate(rows):
        text, reach = "", 0
        begun = []
        for column, cell in enumerate(row):
            if cell is not None and 0 < len(cell.text) <= _LONGEST_TITLE:
                text, reach = cell.text, column + cell.column_span
                begun.append(column)
            elif column >= reach and column in edges:
                text = ""
            elif column >= reach and number == len(rows) - 1:
                continue
            if text:
                parts[column][text] = None
        edges.update(begun)
    return tuple("·".join(names) for names in parts)


def _numbers_columns(row: Sequence[GridCell | None]) -> bool:
    return numbers_columns([cell.text for cell in row if cell is not None and cell.text])


def _without_units(rows: Rows, headings: Sequence[str]) -> Rows:
    """Leave out the cells that tell the unit of their row: they name nothing."""
    columns = [column for column, heading in enumerate(headings) if UNIT_HEADING.fullmatch(heading)]
    if not columns:
        return rows
    naming = [list(row) for row in rows]
    for row in naming:
        for column in columns:
            cell = row[column]
            if cell is not None and WHOLE_UNIT.fullmatch(folded(cell.text)):
                row[column] = None
    return naming


def _names(row: Sequence[GridCell | None]) -> tuple[Name, ...]:
    """Walk along a row: codes side by side are one, and words after an amount begin a new name without code."""
    names: list[Name] = []
    current, joins, named = Name("", ""), False, False
    for cell in row:
        names.append(current)
        if is_code(cell) and cell is not None:
            code = current.code + cell.text if joins else cell.text
            if not joins or len(code) <= _LONGEST_CODE:  # what follows 类, 款 and 项 is the code of a body
                current = Name(current.words, code)
            joins, named = True, False
            continue
        joins = False
        if is_amount(cell):
            named = True
        elif cell is not None and cell.figure is None and any(map(str.isalnum, cell.text)):
            current = Name(folded(cell.text), "" if named else current.code)
            named = False
    return tuple(names)


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
    """Give the nearest line above that calls itself a table, else the nearest that may be a title."""
    nearest = ""
    first = bisect_left(document.blocks, table.start, key=lambda block: block.start)
    for block in reversed(document.blocks[max(first - _TITLE_REACH, 0) : first]):
        if block.kind is BlockKind.CELL:
            break
        text = document.text[block.start : block.end].strip()
        if not text or len(text) > _LONGEST_TITLE or _NO_TITLE.search(text):
            continue
        if _ENDS_TITLE.search(text):
            return text
        nearest = nearest or text
    return nearest
