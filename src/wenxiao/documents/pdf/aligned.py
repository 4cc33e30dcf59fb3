"""Tables without ruling lines: rows of numbers that stand in columns, and the headings above them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from wenxiao.documents.pdf.layout import Line, PageCell, PageTable
from wenxiao.documents.pdf.lines import joined, parted

_NUMBER = re.compile(r"[-+−－(（]?[0-9][0-9,，. ]*[%％]?[)）]?|[-—–－]{1,2}")
_PAGE_NUMBER = re.compile(r"[0-9]{1,3}")
_UNIT = re.compile("单位 ?[:：]")
_FEWEST_ROWS = 2
_MOST_HEADINGS = 4
_FARTHEST = 4

_Row = list[Line]
_Column = tuple[int, int]


def aligned_tables(lines: Sequence[Sequence[Line]]) -> tuple[list[PageTable], list[Line]]:
    """Give the tables among the lines of a page, and the other lines."""
    rows = [parted(line) for line in lines]
    tables: list[PageTable] = []
    taken: set[int] = set()
    for start, end in _stretches(rows):
        columns = _columns(rows[start:end])
        if len(columns) > 1:
            tables.append(_table(rows[start:end], columns))
            taken.update(range(start, end))
    return tables, [joined(line) for index, line in enumerate(lines) if index not in taken]


def _stretches(rows: Sequence[_Row]) -> Iterator[tuple[int, int]]:
    """Give the ranges of rows that make a table: number rows close together, with their headings."""
    numbered = [index for index, row in enumerate(rows) if _is_number_row(row)]
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


def _is_number_row(row: _Row) -> bool:
    return len(row) > 1 and any(_NUMBER.fullmatch(piece.text) for piece in row[1:])


def _belong(rows: Sequence[_Row], above: int, below: int) -> bool:
    """Tell whether two number rows are of one table: at most one line, a label, stands between them."""
    between = rows[above + 1 : below]
    near = all(_is_near(one, other) for one, other in pairwise(rows[above : below + 1]))
    return near and len(between) <= 1 and all(len(row) > 1 or _is_label(row, rows[above]) for row in between)


def _is_near(above: _Row, below: _Row) -> bool:
    return above[0].middle - below[0].middle <= _FARTHEST * max(above[0].height, below[0].height)


def _is_label(row: _Row, above: _Row) -> bool:
    return row[0].right < above[1].left


def _first_heading(rows: Sequence[_Row], first: int, floor: int) -> int:
    start = first
    while start > max(floor, first - _MOST_HEADINGS) and _is_heading(rows[start - 1], rows[start]):
        start -= 1
    return start


def _is_heading(row: _Row, below: _Row) -> bool:
    return len(row) > 1 and _is_near(row, below) and not any(_UNIT.search(piece.text) for piece in row)


def _is_contents(rows: Sequence[_Row]) -> bool:
    """Tell whether rows are a table of contents: each ends with a page number, and these never fall."""
    last = [row[-1].text for row in rows]
    if any(len(row) != 2 or not _PAGE_NUMBER.fullmatch(text) for row, text in zip(rows, last, strict=True)):
        return False
    pages = [int(text) for text in last]
    return pages == sorted(pages)


def _columns(rows: Sequence[_Row]) -> list[_Column]:
    """Find the columns: what overlaps in number rows is one; a heading over nothing is one of its own."""
    columns = _united([(piece.left, piece.right) for row in rows if _is_number_row(row) for piece in row])
    alone = [
        (piece.left, piece.right)
        for row in rows
        if not _is_number_row(row)
        for piece in row
        if not _covered(columns, piece)
    ]
    return _united([*columns, *alone])


def _united(ranges: Sequence[_Column]) -> list[_Column]:
    united: list[_Column] = []
    for left, right in sorted(ranges):
        if united and left < united[-1][1]:
            united[-1] = (united[-1][0], max(right, united[-1][1]))
        else:
            united.append((left, right))
    return united


def _covered(columns: Sequence[_Column], piece: Line) -> range:
    """Give the indexes of the columns a piece stands in."""
    first = bisect_left(columns, piece.left + 1, key=lambda column: column[1])
    last = bisect_left(columns, piece.right, key=lambda column: column[0])
    return range(first, last)


def _table(rows: Sequence[_Row], columns: Sequence[_Column]) -> PageTable:
    inner = [(left[1] + right[0]) // 2 for left, right in pairwise(columns)]
    edges = (columns[0][0], *inner, columns[-1][1])
    cells = [cell for index, row in enumerate(rows) for cell in _cells(index, row, columns, edges)]
    top, bottom = max(piece.top for piece in rows[0]), min(piece.bottom for piece in rows[-1])
    return PageTable(top, bottom, len(rows), edges, tuple(cells))


def _cells(index: int, row: _Row, columns: Sequence[_Column], edges: Sequence[int]) -> Iterator[PageCell]:
    column = 0
    for group in _by_columns(row, columns):
        first, last = group[0][0], group[-1][1]
        yield from (_cell(index, empty, empty + 1, (), edges) for empty in range(column, first))
        yield _cell(index, first, last, (joined([piece for _, _, piece in group]),), edges)
        column = last
    yield from (_cell(index, empty, empty + 1, (), edges) for empty in range(column, len(columns)))


def _cell(row: int, first: int, end: int, lines: tuple[Line, ...], edges: Sequence[int]) -> PageCell:
    return PageCell(row, first, 1, end - first, lines, edges[end] - edges[first])


def _by_columns(row: _Row, columns: Sequence[_Column]) -> list[list[tuple[int, int, Line]]]:
    """Group the pieces of a row that stand in the same columns."""
    groups: list[list[tuple[int, int, Line]]] = []
    for piece in row:
        covered = _covered(columns, piece)
        placed = (covered.start, covered.stop, piece)
        if groups and covered.start < groups[-1][-1][1]:
            groups[-1].append((covered.start, max(covered.stop, groups[-1][-1][1]), piece))
        else:
            groups.append([placed])
    return groups
