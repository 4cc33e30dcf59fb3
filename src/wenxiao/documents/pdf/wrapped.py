"""Rows of a table without ruling lines whose names are longer than their column: the lines that make one row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from wenxiao.documents.pdf.layout import Line
from wenxiao.documents.pdf.lines import part, parted
from wenxiao.documents.pdf.numbering import number_level
from wenxiao.documents.pdf.rows import NUMBER, Row, centred, one_row

_THOUSANDS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?")
_STANDS_ALONE = re.compile("[备附]?注|说明|资料来源|单位 ?[:：]")
_LEAST_WRAPPED = 8
_MOST_LINES = 12


def rows_of(lines: Sequence[Sequence[Line]]) -> list[Row]:
    """Give the rows; a line that holds the rest of names in the row above or below is part of that row."""
    rows = centred(
        [
            Row(tuple(cell for piece in parted(line) for cell in _numbers(piece)), range(index, index + 1))
            for index, line in enumerate(lines)
        ]
    )
    reach = _Reach(rows)
    joined: list[Row] = []
    for index, row in enumerate(rows):
        if joined and _is_rest(joined[-1], row, rows[index + 1 : index + 2], reach):
            joined[-1] = one_row((joined[-1], row))
        else:
            joined.append(row)
    return joined


def _numbers(piece: Line) -> list[Line]:
    """Part numbers that stand close together in columns of their own; blanks may also part thousands."""
    words = piece.text.split(" ")
    if len(words) == 1 or _THOUSANDS.fullmatch(piece.text) or not all(map(NUMBER.fullmatch, words)):
        return [piece]
    ends = list(accumulate(len(word) + 1 for word in words))
    return [part(piece, end - len(word) - 1, end - 1) for word, end in zip(words, ends, strict=True)]


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
