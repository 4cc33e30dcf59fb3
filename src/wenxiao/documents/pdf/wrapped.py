"""Rows of a table without ruling lines whose names are longer than their column: the lines that make one row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from wenxiao.documents.pdf.layout import Line
from wenxiao.documents.pdf.lines import parted
from wenxiao.documents.pdf.numbering import number_level

NUMBER = re.compile(
    r"[≥≤＞＜><=]?[-+−－(（]?[0-9][0-9,，. ]*(?:[%％‰]|[\u4e00-\u9fff]{1,3})?[)）]?|[-—–－]{1,2}"
)
"""A number, perhaps with a unit, or the stroke that stands for none, as it fills a cell."""

_STANDS_ALONE = re.compile("[备附]?注|说明|资料来源|单位 ?[:：]")
_FARTHEST = 4
_LEAST_WRAPPED = 8
_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces of text from left to right that may be a row of a table, and the lines they stand on."""

    pieces: tuple[Line, ...]
    lines: range

    @property
    def has_numbers(self) -> bool:
        """Tell whether there is a number beside its name."""
        return any(NUMBER.fullmatch(piece.text) for piece in self.pieces[1:])

    @property
    def top(self) -> int:
        """Give the middle of the highest line."""
        return max(piece.middle for piece in self.pieces)

    @property
    def bottom(self) -> int:
        """Give the middle of the lowest line."""
        return min(piece.middle for piece in self.pieces)


def is_near(above: Row, below: Row) -> bool:
    """Tell whether two rows stand no farther apart than rows of one table do."""
    return above.bottom - below.top <= _FARTHEST * max(above.pieces[0].height, below.pieces[0].height)


def rows_of(lines: Sequence[Sequence[Line]]) -> list[Row]:
    """Give the rows; a line that holds the rest of names in the row above or below is part of that row."""
    rows = [Row(tuple(parted(line)), range(index, index + 1)) for index, line in enumerate(lines)]
    reach = _Reach(rows)
    joined: list[Row] = []
    beginning: Row | None = None
    for index, row in enumerate(rows):
        if beginning:
            joined.append(_one(beginning, row))
            beginning = None
        elif joined and _is_rest(joined[-1], row, rows[index + 1 : index + 2], reach):
            joined[-1] = _one(joined[-1], row)
        elif index + 1 < len(rows) and _is_beginning(joined[-1:], row, rows[index + 1]):
            beginning = row
        else:
            joined.append(row)
    return joined


def _one(above: Row, below: Row) -> Row:
    pieces = sorted((*above.pieces, *below.pieces), key=lambda piece: piece.left)
    return Row(tuple(pieces), range(above.lines.start, below.lines.stop))


class _Reach:
    """How far the names reach that begin at a place or left of it, over all number rows of the page."""

    def __init__(self, rows: Sequence[Row]) -> None:
        ranges = sorted(
            (piece.left, piece.right)
            for row in rows
            if row.has_numbers
            for piece in row.pieces
            if not NUMBER.fullmatch(piece.text)
        )
        self._lefts = [left for left, _ in ranges]
        self._rights = list(accumulate((right for _, right in ranges), max))

    def is_widest(self, name: Line) -> bool:
        """Tell whether a long name reaches farthest, so that it may have been broken for want of room."""
        known = bisect_right(self._lefts, name.left + name.height)
        if not known or len(name.text) < _LEAST_WRAPPED:
            return False
        return self._rights[known - 1] - name.right < name.height


def _is_rest(above: Row, row: Row, below: Sequence[Row], reach: _Reach) -> bool:
    """Tell whether a line goes on with names of the row above: closer to it than to the row below, or full."""
    if len(above.lines) >= _MOST_LINES:
        return False
    if not (above.has_numbers and _is_names(row) and _is_close(above, row) and _within_columns(above, row)):
        return False
    heads = [_lowest_over(above, piece) for piece in row.pieces]
    if any(head is None or NUMBER.fullmatch(head.text) for head in heads):
        return False
    if below and below[0].has_numbers and _is_closer(above.bottom - row.top, row.bottom - below[0].top):
        return True
    return all(head is not None and (_meets_next(head, above) or reach.is_widest(head)) for head in heads)


def _is_beginning(above: Sequence[Row], row: Row, below: Row) -> bool:
    """Tell whether a line holds the beginning of names that stand in the middle of the row below."""
    if not (below.has_numbers and _is_names(row) and _is_close(row, below) and _within_columns(below, row)):
        return False
    if not above or not _is_closer(row.bottom - below.top, above[0].bottom - row.top):
        return False
    heads = [_lowest_over(below, piece) for piece in row.pieces]
    is_half_a_line_up = (row.bottom - below.top) * 5 < row.pieces[0].height * 4
    return is_half_a_line_up and not any(heads)


def _meets_next(name: Line, row: Row) -> bool:
    """Tell whether a name reaches to the next column, so that it had no room for more."""
    gap = min((piece.left - name.right for piece in row.pieces if piece.left >= name.right), default=None)
    return gap is not None and gap < name.height


def _is_closer(one: int, other: int) -> bool:
    return one * 21 < other * 20


def _is_names(row: Row) -> bool:
    return not any(
        NUMBER.fullmatch(piece.text) or number_level(piece.text) or _STANDS_ALONE.match(piece.text)
        for piece in row.pieces
    )


def _is_close(above: Row, below: Row) -> bool:
    return above.bottom - below.top < 2 * below.pieces[0].height


def _within_columns(row: Row, names: Row) -> bool:
    """Tell whether each of the names stands over or under one column of the row at most, none right of it."""
    right = max(piece.right for piece in row.pieces)
    return all(piece.right <= right and _columns_over(row, piece) <= 1 for piece in names.pieces)


def _columns_over(row: Row, name: Line) -> int:
    over = _pieces_over(row, name)
    return bool(over) + sum(after.left >= before.right for before, after in pairwise(over))


def _lowest_over(row: Row, name: Line) -> Line | None:
    return min(_pieces_over(row, name), key=lambda piece: piece.bottom, default=None)


def _pieces_over(row: Row, name: Line) -> list[Line]:
    return [piece for piece in row.pieces if piece.left < name.right and name.left < piece.right]
