"""Rows of a table without ruling lines: pieces side by side, and lines of cells that are centred in their row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wenxiao.documents.column_numbers import numbers_columns
from wenxiao.documents.pdf.layout import Line

NUMBER = re.compile(
    r"[≥≤＞＜><=]?[-+−－(（]?[0-9][0-9,，. ]*(?:[%％‰]|[\u4e00-\u9fff]{1,3})?[)）]?|[-—–－]{1,2}"
)
"""A number, perhaps with a unit, or the stroke that stands for none, as it fills a cell."""

_FARTHEST = 4
_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces of text from left to right that may be a row of a table, and the lines they stand on."""

    pieces: tuple[Line, ...]
    lines: range

    @property
    def has_numbers(self) -> bool:
        """Tell whether there is a number beside its name; what numbers the columns is a heading."""
        return any(NUMBER.fullmatch(piece.text) for piece in self.pieces[1:]) and not self.numbers_columns

    @property
    def numbers_columns(self) -> bool:
        """Tell whether it counts the columns of a form."""
        return numbers_columns([piece.text for piece in self.pieces])

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


def one_row(rows: Sequence[Row]) -> Row:
    """Join neighbouring rows to one."""
    pieces = sorted((piece for row in rows for piece in row.pieces), key=lambda piece: piece.left)
    return Row(tuple(pieces), range(rows[0].lines.start, rows[-1].lines.stop))


def centred(lines: Sequence[Row]) -> list[Row]:
    """Join lines that stand half a line apart: cells of two lines beside cells of one that is in their middle.

    Headings in the middle between a heading and those of its columns below it are of the upper row.
    """
    rows: list[Row] = []
    for group in _overlapping(lines):
        middle = _middle(group)
        numbered = sum(line.has_numbers for line in group)
        if middle is None or numbered > 1:
            rows.extend(group)
        elif _is_one_row(group, middle):
            rows.append(one_row(group))
        elif numbered:
            rows.extend(group)
        else:
            rows.extend((one_row(group[: middle + 1]), one_row(group[middle + 1 :])))
    return rows


def _overlapping(lines: Sequence[Row]) -> Iterator[list[Row]]:
    group = list(lines[:1])
    for above, line in pairwise(lines):
        if (above.bottom - line.top) * 20 >= min(above.pieces[0].height, line.pieces[0].height) * 19:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _middle(group: Sequence[Row]) -> int | None:
    """Give the line that stands halfway between the first and the last, None if there is none."""
    if not 2 < len(group) <= _MOST_LINES:
        return None
    twice = group[0].top + group[-1].bottom
    middle = min(range(len(group)), key=lambda index: abs(2 * group[index].top - twice))
    is_halfway = abs(2 * group[middle].top - twice) * 2 <= group[middle].pieces[0].height
    return middle if is_halfway and 0 < middle < len(group) - 1 else None


def _is_one_row(group: Sequence[Row], middle: int) -> bool:
    """Tell whether each cell has a line in the middle, or lines above and below it.

    A heading over headings of its columns is above some of them only.
    """
    cells = _paired(_cells(group), middle)
    return all(len(cell) == len(set(cell)) and (len(cell) > 1 or cell == [middle]) for cell in cells)


def _cells(group: Sequence[Row]) -> Iterator[list[int]]:
    """Give for each cell the lines of the group that its pieces stand on, from left to right."""
    placed = sorted(
        (piece.left, piece.right, index) for index, row in enumerate(group) for piece in row.pieces
    )
    cell, end = list[int](), placed[0][1]
    for left, right, index in placed:
        if left >= end:
            yield cell
            cell = []
        cell.append(index)
        end = max(end, right)
    yield cell


def _paired(cells: Iterable[list[int]], middle: int) -> list[list[int]]:
    """Join neighbours that are of one cell: a short last line may end left of where an indented first one begins."""
    paired: list[list[int]] = []
    for cell in cells:
        if paired and len(paired[-1]) == len(cell) == 1 and middle not in (paired[-1][0], cell[0]):
            paired[-1].extend(cell)
        else:
            paired.append(cell)
    return paired
