"""Tables written as lines of text: cells parted by tabs, upright bars or blanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wenxiao.documents.model import Block, BlockKind, Cell, Table
from wenxiao.documents.text_aligned import aligned_cells, plain_cells
from wenxiao.documents.text_slashed import SLASH
from wenxiao.documents.text_stacked import is_stacked, stacked_cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wenxiao.documents.text_lines import Line

_OPENING = "<p>"
_CLOSING = "</p>"
_RULE = re.compile(r"[|:\- ]+")
_NUMBER = re.compile(r"[-－+]?[0-9][0-9,，.]*[%％]?")


def row_cells(line: Line) -> list[tuple[int, int]]:
    """Give the range of each cell of a row, empty ones too, without blanks and an enclosing paragraph tag."""
    if is_stacked(line):
        return stacked_cells(line)
    if _is_aligned(line):
        return plain_cells(line)
    start, pieces = line.start, line.text.split(SLASH if line.slashed else "\t")
    if len(pieces) == 1:
        start, pieces = (
            start + (line.text[0] == "|"),
            line.text.removeprefix("|").removesuffix("|").split("|"),
        )
    cells = []
    for piece in pieces:
        cells.append(_trimmed(piece, start) if piece else (start, start))
        start += len(piece) + 1
    return cells


def _is_aligned(line: Line) -> bool:
    """Tell whether only blanks can part the cells of a row."""
    return not line.slashed and "\t" not in line.text and "|" not in line.text and not is_stacked(line)


def is_rule(line: Line) -> bool:
    """Tell whether a row of bars only draws a line (``|---|---|``)."""
    return "-" in line.text and _RULE.fullmatch(line.text) is not None


def continues(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Tell whether rows after a page break go on with the table before it.

    They do if they repeat its first row, or if numbers and words stand in the same columns as in its last row;
    words alone only show it in rows of equal length.
    """
    if before[0].text == after[0].text:
        return True
    top, last, first = _texts(before[0]), _texts(before[-1]), _texts(after[0])
    if len(first) > max(len(top), len(last)):
        return False
    pairs = [(one, other) for one, other in zip(last, first, strict=False) if one and other]
    if not pairs or any(_is_number(one) != _is_number(other) for one, other in pairs):
        return False
    return len(first) == len(last) or any(_is_number(one) for one, _ in pairs)


def table_of(lines: Sequence[Line], index: int) -> tuple[Table, list[Block]]:
    """Build a table from its rows, and the blocks of its cells that hold text."""
    rows = [line for line in lines if not is_rule(line)]
    aligned = iter(aligned_cells([line for line in rows if _is_aligned(line)]))
    ranges = [next(aligned) if _is_aligned(line) else row_cells(line) for line in rows]
    cells = tuple(
        Cell(row, column, start, end)
        for row, cells_of_row in enumerate(ranges)
        for column, (start, end) in enumerate(cells_of_row)
    )
    columns = max((len(cells_of_row) for cells_of_row in ranges), default=0)
    table = Table(lines[0].start, lines[-1].end, len(rows), columns, cells, _repeated(rows))
    blocks = [
        Block(BlockKind.CELL, cell.start, cell.end, table=index) for cell in cells if cell.start < cell.end
    ]
    return table, blocks


def _repeated(rows: Sequence[Line]) -> tuple[int, ...]:
    """Find heading rows printed again at the top of a page: a run equal to the first rows of the table."""
    found: list[int] = []
    matched = 0
    for index in range(1, len(rows)):
        if rows[index].gap:
            matched = 0
        elif matched == 0:
            continue
        if rows[index].text != rows[matched].text:
            matched = 0
            continue
        found.append(index)
        matched += 1
    return tuple(found)


def _trimmed(piece: str, start: int) -> tuple[int, int]:
    content = piece.strip()
    if not content:
        return start, start
    start += piece.index(content[0])
    if content.startswith(_OPENING) and content.endswith(_CLOSING):
        inner = content[len(_OPENING) : -len(_CLOSING)]
        start += len(_OPENING) + len(inner) - len(inner.lstrip())
        content = inner.strip()
    return start, start + len(content)


def _texts(line: Line) -> list[str]:
    return [line.text[start - line.start : end - line.start] for start, end in row_cells(line)]


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None
