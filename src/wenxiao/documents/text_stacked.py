"""Tables written one cell a line: a name, then its amounts, each on a line of its own, over and over.

Rows are told by their rhythm: several names one after another with equally many numbers below each. The lines above
the first, as many as a row has, are its headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.documents.text_lines import Line, LineKind

Range = tuple[int, int]

_CELL = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_BREAK = re.compile(r"[\n\r\f\v\x85\u2028\u2029]")
_BLANKS = " \t\u3000|"
_NUMBER = re.compile(r"[-－+]?[0-9][0-9,]*(?:\.[0-9]+)?[%％]?|[-—–/]{1,2}")
_DIGIT = re.compile("[0-9]")
_NAME = re.compile(r"[^，。；！？]{0,30}[\u4e00-\u9fff][^，。；！？]{0,30}")
_NO_HEADING = re.compile(r"单位[:：]|[:：]\Z|表(?:[(（].*[)）])?\Z")
_MOST_CELLS = 12
_FEWEST_CELLS = 6  # numbers that show the rhythm
_FEWEST_ROWS = 3


def with_stacked_rows(lines: Sequence[Line], text: str) -> list[Line]:
    """Make one line of each row whose cells stand on lines of their own."""
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        rows = _rows(lines, at)
        if not rows:
            kept.append(lines[at])
            at += 1
            continue
        width = len(rows[0])
        headings = kept[-width:] if _are_headings(kept[-width:], width) else []
        del kept[len(kept) - len(headings) :]
        stacked = [headings, *rows] if headings else rows
        kept.extend(_joined(stacked, text))
        at += width * len(rows)
    return kept


def is_stacked(row: Line) -> bool:
    """Tell whether the cells of a row stand on lines of their own."""
    return _BREAK.search(row.text) is not None


def stacked_cells(row: Line) -> list[Range]:
    """Give the range of each cell of such a row."""
    cells = []
    for line in _CELL.finditer(row.text):
        content = line[0].strip(_BLANKS)
        if content:
            start = row.start + line.start() + line[0].index(content)
            cells.append((start, start + len(content)))
    return cells


def _rows(lines: Sequence[Line], first: int) -> list[list[Line]]:
    """Give the rows of equally many cells that begin at a line; none if they are too few to tell."""
    width = _width(lines, first)
    rows: list[list[Line]] = []
    at = first
    while width and _width(lines, at) == width:
        rows.append(list(lines[at : at + width]))
        at += width
    is_shown = len(rows) >= _FEWEST_ROWS and len(rows) * (width - 1) >= _FEWEST_CELLS
    return rows if is_shown else []


def _width(lines: Sequence[Line], first: int) -> int:
    """Count a name and the numbers right below it; 0 if there are none, or more than a row has."""
    if first + 1 >= len(lines) or not _is_number(lines[first + 1]) or not _is_name(lines[first]):
        return 0
    end = first + 1
    while end < len(lines) and end - first <= _MOST_CELLS and _is_number(lines[end]):
        end += 1
    return end - first if end - first <= _MOST_CELLS else 0


def _is_number(line: Line) -> bool:
    return line.kind is not LineKind.ROW and _NUMBER.fullmatch(line.text.rstrip(_BLANKS)) is not None


def _is_name(line: Line) -> bool:
    return line.kind is not LineKind.ROW and _NAME.fullmatch(line.text.rstrip(_BLANKS)) is not None


def _are_headings(lines: Sequence[Line], width: int) -> bool:
    """Tell whether lines are as many words as a row has cells, without numbers and notes."""
    if len(lines) < width:
        return False
    return all(
        _is_name(line)
        and not _NO_HEADING.search(line.text.rstrip(_BLANKS))
        and (not _DIGIT.match(line.text) or line.text[:4].isdecimal())
        for line in lines
    )


def _joined(rows: Sequence[Sequence[Line]], text: str) -> Iterator[Line]:
    for number, row in enumerate(rows):
        start, end = row[0].start, row[-1].end
        gap = row[0].gap and not number
        yield row[0]._replace(end=end, text=text[start:end], gap=gap, kind=LineKind.ROW, level=0)
