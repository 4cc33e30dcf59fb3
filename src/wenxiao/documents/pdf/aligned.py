"""Tables without ruling lines: rows of numbers that stand in columns, and the headings above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from wenxiao.documents.pdf.headings import Place, spread
from wenxiao.documents.pdf.layout import Line, PageCell, PageTable
from wenxiao.documents.pdf.lines import joined, lines_of
from wenxiao.documents.pdf.numbering import number_level
from wenxiao.documents.pdf.paragraphs import UNIT
from wenxiao.documents.pdf.rows import Row, is_near
from wenxiao.documents.pdf.table_columns import Column, columns_of, covered
from wenxiao.documents.pdf.wrapped import rows_of

_PAGE_NUMBER = re.compile(r"[0-9]{1,3}")
_FEWEST_ROWS = 2
_MOST_HEADINGS = 4


def aligned_tables(lines: Sequence[Sequence[Line]]) -> tuple[list[PageTable], list[Line]]:
    """Give the tables among the lines of a page, and the other lines."""
    rows = rows_of(lines)
    tables: list[PageTable] = []
    taken: set[int] = set()
    for start, end in _stretches(rows):
        columns = columns_of(rows[start:end])
        if len(columns) > 1:
            tables.append(_table(rows[start:end], columns))
            taken.update(range(rows[start].lines.start, rows[end - 1].lines.stop))
    return tables, [joined(line) for index, line in enumerate(lines) if index not in taken]


def _stretches(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Give the ranges of rows that make a table: number rows close together, with their headings."""
    numbered = [index for index, row in enumerate(rows) if row.has_numbers or row.numbers_columns]
    floor = 0
    while numbered:
        size = 1
        while size < len(numbered) and _belong(rows, numbered[size - 1], numbered[size]):
            size += 1
        found, numbered = numbered[:size], numbered[size:]
        if size >= _FEWEST_ROWS and not _is_contents([rows[index] for index in found]):
            start = _first_heading(rows, found[0], floor)
            floor = found[-1] + 1
            yield start, floor


def _belong(rows: Sequence[Row], above: int, below: int) -> bool:
    """Tell whether two number rows are of one table: at most one line, a label, stands between them."""
    between = rows[above + 1 : below]
    near = all(is_near(one, other) for one, other in pairwise(rows[above : below + 1]))
    return (
        near
        and len(between) <= 1
        and all(len(row.pieces) > 1 or _is_label(row, rows[above]) for row in between)
    )


def _is_label(row: Row, above: Row) -> bool:
    return row.pieces[0].right < above.pieces[1].left


def _first_heading(rows: Sequence[Row], first: int, floor: int) -> int:
    """Give the first of the heading rows; a single word among them is the rest of a heading above it."""
    start = row = first
    while row > max(floor, first - _MOST_HEADINGS) and _may_head(rows[row - 1], rows[row]):
        row -= 1
        if len(rows[row].pieces) > 1:
            start = row
    return start


def _may_head(row: Row, below: Row) -> bool:
    is_apart = len(row.pieces) > 1 or not number_level(row.pieces[0].text)
    return is_apart and is_near(row, below) and not any(UNIT.search(piece.text) for piece in row.pieces)


def _is_contents(rows: Sequence[Row]) -> bool:
    """Tell whether rows are a table of contents: each ends with a page number, and these never fall."""
    last = [row.pieces[-1].text for row in rows]
    if any(
        len(row.pieces) != 2 or not _PAGE_NUMBER.fullmatch(text) for row, text in zip(rows, last, strict=True)
    ):
        return False
    pages = [int(text) for text in last]
    return pages == sorted(pages)


def _table(rows: Sequence[Row], columns: Sequence[Column]) -> PageTable:
    inner = [(left[1] + right[0]) // 2 for left, right in pairwise(columns)]
    edges = (columns[0][0], *inner, columns[-1][1])
    below = _headings_below(rows, columns)
    cells = [
        cell for index, row in enumerate(rows) for cell in _cells(index, row, below[index], columns, edges)
    ]
    top, bottom = max(piece.top for piece in rows[0].pieces), min(piece.bottom for piece in rows[-1].pieces)
    return PageTable(top, bottom, len(rows), edges, tuple(cells))


def _headings_below(rows: Sequence[Row], columns: Sequence[Column]) -> list[frozenset[int]]:
    """Give for each row of headings the columns over which lower ones stand; none for the other rows."""
    first = next(index for index, row in enumerate(rows) if row.has_numbers or row.numbers_columns)
    below = [frozenset[int]()] * len(rows)
    for index in range(first - 2, -1, -1):
        over = (column for piece in rows[index + 1].pieces for column in covered(columns, piece))
        below[index] = below[index + 1].union(over)
    return below


def _cells(
    index: int, row: Row, below: frozenset[int], columns: Sequence[Column], edges: Sequence[int]
) -> Iterator[PageCell]:
    groups = _by_columns(row, columns)
    places = [Place(group[0][0], group[-1][1], group[0][2].left + group[-1][2].right) for group in groups]
    column = 0
    for group, (first, last) in zip(groups, spread(places, below, columns), strict=True):
        yield from (_cell(index, empty, empty + 1, (), edges) for empty in range(column, first))
        yield _cell(index, first, last, lines_of([piece for _, _, piece in group]), edges)
        column = last
    yield from (_cell(index, empty, empty + 1, (), edges) for empty in range(column, len(columns)))


def _cell(row: int, first: int, end: int, lines: tuple[Line, ...], edges: Sequence[int]) -> PageCell:
    return PageCell(row, first, 1, end - first, lines, edges[end] - edges[first])


def _by_columns(row: Row, columns: Sequence[Column]) -> list[list[tuple[int, int, Line]]]:
    """Group the pieces of a row that stand in the same columns."""
    groups: list[list[tuple[int, int, Line]]] = []
    for piece in row.pieces:
        over = covered(columns, piece)
        placed = (over.start, over.stop, piece)
        if groups and over.start < groups[-1][-1][1]:
            groups[-1].append((over.start, max(over.stop, groups[-1][-1][1]), piece))
        else:
            groups.append([placed])
    return groups
