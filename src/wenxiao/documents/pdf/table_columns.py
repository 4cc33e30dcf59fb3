"""The columns of a table without ruling lines, told by where its numbers, names and headings stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from wenxiao.documents.pdf.layout import Line
from wenxiao.documents.pdf.rows import NUMBER, Row

Column = tuple[int, int]
"""The left and right edge of what stands in a column."""


def columns_of(rows: Sequence[Row]) -> list[Column]:
    """Find the columns: what overlaps in number rows is one; a heading over nothing is one of its own.

    Words that run over several columns of numbers join none of them.
    """
    pieces = [piece for row in rows if row.has_numbers for piece in row.pieces]
    numbers = _united([(piece.left, piece.right) for piece in pieces if NUMBER.fullmatch(piece.text)])
    words = [piece for piece in pieces if len(covered(numbers, piece)) <= 1]
    columns = _united([*numbers, *((piece.left, piece.right) for piece in words)])
    headings = [piece for row in rows if not row.has_numbers for piece in row.pieces]
    alone = _united([(piece.left, piece.right) for piece in headings if not covered(columns, piece)])
    columns = _united([*columns, *alone])
    over = [covered(columns, piece) for piece in headings]
    headed = {columns[indexes.start] for indexes in over if len(indexes) == 1}
    return _with_headings(columns, headed, set(alone))


def _with_headings(columns: Sequence[Column], headed: set[Column], alone: set[Column]) -> list[Column]:
    """Join a heading that stands over nothing with the column right of it that has none.

    Many a table has its words at the left of a column and its numbers at the right.
    """
    found: list[Column] = []
    for column in columns:
        if found and found[-1] in alone and column not in headed and column not in alone:
            found[-1] = (found[-1][0], column[1])
        else:
            found.append(column)
    return found


def _united(ranges: Sequence[Column]) -> list[Column]:
    united: list[Column] = []
    for left, right in sorted(ranges):
        if united and left < united[-1][1]:
            united[-1] = (united[-1][0], max(right, united[-1][1]))
        else:
            united.append((left, right))
    return united


def covered(columns: Sequence[Column], piece: Line) -> range:
    """Give the indexes of the columns a piece stands in."""
    first = bisect_left(columns, piece.left + 1, key=lambda column: column[1])
    last = bisect_left(columns, piece.right, key=lambda column: column[0])
    return range(first, last)
