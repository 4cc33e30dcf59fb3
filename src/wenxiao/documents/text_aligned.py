"""Cells of rows that only blanks part.

Blanks do not tell which cells are empty; the rows around do. The longest row of amounts below a row of headings shows
where words and where numbers stand, and a shorter row is put where its own agree with that: from the left, from the
right, or with its names at the left and its amounts at the right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wenxiao.documents.text_lines import Line

Range = tuple[int, int]
Piece = tuple[int, str]
"""A cell: where it starts, and its text."""

_CELL = re.compile(r"\S+")
_AMOUNT = re.compile(r"[-－+≥≤<>=约近]{0,2}(?![0-9]{4}年)[0-9][0-9,.]*[%％‰万亿]{0,2}[\u4e00-\u9fff]{0,4}\Z")
_EITHER = re.compile("[-—–/]{1,2}|[0-9]{4}年.{0,6}")  # stands for an amount or for words
_FEWEST_HEADINGS = 3


def aligned_cells(rows: Sequence[Line]) -> list[list[Range]]:
    """Give the range of each cell of each row, empty ones too."""
    return [
        [(start, start + len(text)) for start, text in cells]
        for part in _parts([_pieces(row) for row in rows])
        for cells in _aligned(part)
    ]


def plain_cells(row: Line) -> list[Range]:
    """Give the ranges between blanks."""
    return [(start, start + len(text)) for start, text in _pieces(row)]


def _pieces(row: Line) -> list[Piece]:
    return [(row.start + cell.start(), cell[0]) for cell in _CELL.finditer(row.text)]


def _parts(rows: Sequence[list[Piece]]) -> Iterator[list[list[Piece]]]:
    """Part the rows where new headings begin."""
    part: list[list[Piece]] = []
    for row in rows:
        if part and _is_heading(row):
            yield part
            part = []
        part.append(row)
    yield part


def _is_heading(row: Sequence[Piece]) -> bool:
    return len(row) >= _FEWEST_HEADINGS and not any(map(_is_amount, row))


def _is_amount(piece: Piece) -> bool:
    return _AMOUNT.match(piece[1]) is not None


def _aligned(rows: Sequence[list[Piece]]) -> Iterator[list[Piece]]:
    """Align the rows below one row of headings by the longest of them."""
    heads, below = (rows[0], rows[1:]) if rows and _is_heading(rows[0]) else ([], rows)
    model = max(below, key=len, default=[])
    if len(model) < len(heads) == len(_with_empty(model)):
        yield heads
        yield from map(_with_empty, below)
        return
    if heads:
        yield [_empty(heads), *heads] if len(heads) + 1 == len(model) else heads
    yield from (_placed(row, model, max(len(model), len(heads))) for row in below)


def _with_empty(row: Sequence[Piece]) -> list[Piece]:
    """Give a row with the empty cells that its gaps tell: one blank parts two cells, two stand for an empty one."""
    kept: list[Piece] = []
    for start, text in row:
        gap = start - kept[-1][0] - len(kept[-1][1]) if kept else 1
        kept.extend([(start, "")] * min((gap - 1) // 2, len(row)))
        kept.append((start, text))
    return kept


def _placed(row: list[Piece], model: Sequence[Piece], width: int) -> list[Piece]:
    """Put a row where its words and numbers stand below those of the model."""
    if len(row) >= width or not row or row is model:
        return row
    empty = [_empty(row)] * width
    names = next((at for at, piece in enumerate(row) if _is_amount(piece)), len(row))
    parted = [*row[:names], *empty[: len(model) - len(row)], *row[names:]]
    moved = ([*empty[:step], *row] for step in range(1, width - len(row) + 1))
    ways = (row, parted, *moved) if names == 1 else (row, *moved, parted)
    return next((way for way in ways if _agrees(way, model)), row)


def _agrees(row: Sequence[Piece], model: Sequence[Piece]) -> bool:
    return all(
        not piece[1] or _EITHER.fullmatch(piece[1]) or _is_amount(piece) == _is_amount(other)
        for piece, other in zip(row, model, strict=False)
    )


def _empty(row: Sequence[Piece]) -> Piece:
    return row[0][0], ""
