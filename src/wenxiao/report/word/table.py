"""A table as WordprocessingML: grid, spans, repeated header rows, rows that stay on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from xml.sax.saxutils import quoteattr

from wenxiao.report.blocks import Align, Cell, Inline, Table, plain
from wenxiao.report.word.flow import Style

# A character of table text (五号, 10.5 pt) in twips, and the lines a row may have to stay in one piece.
_CHARACTER = 210
_SHORT = 12

Inlines = Callable[[tuple[Inline, ...]], str]


def table_xml(table: Table, width: int, styles: Mapping[Style, str], inlines: Inlines) -> str:
    """Write a table ``width`` twips wide; ``styles`` are quoted ids, ``inlines`` renders what is in a cell.

    Raises:
        ValueError: the cells do not fill the grid (a fault of whoever composed the table).
    """
    columns = _column_widths(table.widths, width)
    rows = "".join(
        _row(
            cells,
            columns,
            styles,
            inlines,
            header=index < table.header_rows,
            # The last row stays with the note below.
            keep=bool(table.note) and index == len(table.rows) - 1,
        )
        for index, cells in enumerate(placed(table))
    )
    caption = f"<w:tblCaption w:val={quoteattr(table.caption)}/>" if table.caption else ""
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val={styles[Style.TABLE]}/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/>{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def placed(table: Table) -> Iterator[tuple[tuple[int, Cell, bool], ...]]:
    """Place the cells of each row on the grid: (column, cell, whether it continues one from above).

    Raises:
        ValueError: the cells do not fill the grid.
    """
    columns = len(table.widths)
    open_spans: dict[int, tuple[Cell, int]] = {}
    for number, row in enumerate(table.rows, start=1):
        column, cells, pending = 0, [], iter(row)
        while column < columns:
            continued = column in open_spans
            cell, rows_left = open_spans.pop(column) if continued else _next(pending, table, number)
            cells.append((column, cell, continued))
            if rows_left > 1:
                open_spans[column] = (cell, rows_left - 1)
            column += cell.colspan
        if column > columns or next(pending, None) is not None:
            raise ValueError(
                f"{table.name}: row {number} has more cells than the grid has columns ({columns})"
            )
        yield tuple(cells)


def _next(pending: Iterator[Cell], table: Table, number: int) -> tuple[Cell, int]:
    cell = next(pending, None)
    if cell is None:
        raise ValueError(f"{table.name}: row {number} has too few cells for the grid")
    return cell, cell.rowspan


def _column_widths(shares: tuple[int, ...], width: int) -> tuple[int, ...]:
    total = sum(shares)
    edges = [width * sum(shares[:index]) // total for index in range(len(shares) + 1)]
    return tuple(right - left for left, right in pairwise(edges))


def _row(
    cells: tuple[tuple[int, Cell, bool], ...],
    columns: tuple[int, ...],
    styles: Mapping[Style, str],
    inlines: Inlines,
    *,
    header: bool,
    keep: bool,
) -> str:
    spans = [sum(columns[column : column + cell.colspan]) for column, cell, _ in cells]
    short = all(_lines(cell, width) <= _SHORT for (_, cell, _), width in zip(cells, spans, strict=True))
    marks = ("<w:cantSplit/>" if short or header else "") + ("<w:tblHeader/>" if header else "")
    content = "".join(
        _cell(cell, width, styles, inlines, continued=continued, header=header or cell.header, keep=keep)
        for (_, cell, continued), width in zip(cells, spans, strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{content}</w:tr>"


def _lines(cell: Cell, width: int) -> int:
    per_line = max(1, width // _CHARACTER)
    return sum(-(-len(line) // per_line) for line in plain(cell.inlines).split("\n"))


def _cell(
    cell: Cell,
    width: int,
    styles: Mapping[Style, str],
    inlines: Inlines,
    *,
    continued: bool,
    header: bool,
    keep: bool,
) -> str:
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    merge = "<w:vMerge/>" if continued else '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
    style = styles[Style.HEADER_CELL if header else Style.CELL]
    align = "" if cell.align is Align.CENTER else f'<w:jc w:val="{cell.align}"/>'
    keep_next = "<w:keepNext/>" if keep else ""
    content = "" if continued else inlines(cell.inlines)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p><w:pPr><w:pStyle w:val={style}/>{keep_next}{align}</w:pPr>{content}</w:p></w:tc>"
    )
