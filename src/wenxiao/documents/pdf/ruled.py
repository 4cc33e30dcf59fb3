"""Ruled tables: the text of a page put into the cells of its grids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from wenxiao.documents.pdf.layout import Line, Page, PageCell, PageTable
from wenxiao.documents.pdf.lines import lines_of, part
from wenxiao.documents.pdf.rulings import Frame, frames_of
from wenxiao.documents.pdf.stacked import unstacked


def ruled_tables(page: Page) -> tuple[list[PageTable], list[Line]]:
    """Give the ruled tables of a page and the pieces of text that stand outside them.

    A grid of one filled cell is a box around text, or a drawing, and no table.
    """
    tables, pieces = [], list(page.pieces)
    for frame in sorted(frames_of(page.horizontals, page.verticals), key=_area):
        inside, outside = _sorted_in(frame, pieces)
        if sum(map(bool, inside)) > 1:
            tables.append(unstacked(_table(frame, inside)))
            pieces = outside
    return tables, pieces


def _area(frame: Frame) -> int:
    return (frame.xs[-1] - frame.xs[0]) * (frame.ys[0] - frame.ys[-1])


def _sorted_in(frame: Frame, pieces: Iterable[Line]) -> tuple[list[list[Line]], list[Line]]:
    inside: list[list[Line]] = [[] for _ in frame.spans]
    outside: list[Line] = []
    for piece in pieces:
        if (
            frame.ys[-1] <= piece.middle <= frame.ys[0]
            and piece.right > frame.xs[0]
            and piece.left < frame.xs[-1]
        ):
            for cell, fragment in _parts(frame, piece):
                (inside[cell] if cell >= 0 else outside).append(fragment)
        else:
            outside.append(piece)
    return inside, outside


def _parts(frame: Frame, piece: Line) -> list[tuple[int, Line]]:
    """Part a piece that runs over the borders of cells; each character belongs where its middle is."""
    edges, middle = piece.edges, piece.middle
    first = frame.cell_at((edges[0] + edges[1]) // 2, middle)
    if first == frame.cell_at((edges[-2] + edges[-1]) // 2, middle) and first >= 0:
        return [(first, piece)]
    cells = [frame.cell_at((left + right) // 2, middle) for left, right in pairwise(edges)]
    starts = [index for index in range(len(cells)) if index == 0 or cells[index] != cells[index - 1]]
    ends = [*starts[1:], len(cells)]
    runs = (
        (cells[start], _trimmed(part(piece, start, end))) for start, end in zip(starts, ends, strict=True)
    )
    return [(cell, run) for cell, run in runs if run.text]


def _trimmed(piece: Line) -> Line:
    start = len(piece.text) - len(piece.text.lstrip(" "))
    return part(piece, start, max(start, len(piece.text.rstrip(" "))))


def _table(frame: Frame, inside: Sequence[Sequence[Line]]) -> PageTable:
    cells = tuple(
        PageCell(
            row,
            column,
            row_span,
            column_span,
            lines_of(pieces),
            frame.xs[column + column_span] - frame.xs[column],
        )
        for (row, column, row_span, column_span), pieces in zip(frame.spans, inside, strict=True)
    )
    return PageTable(frame.ys[0], frame.ys[-1], len(frame.ys) - 1, frame.xs, cells)
