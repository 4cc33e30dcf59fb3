"""Rows of tables without tabs or outer bars: ``项目 | 金额``, and columns that only blanks part.

A line alone never tells: bars must stand in two lines one below the other, and blanks are columns where several
lines one below the other end in bare numbers and none of them is a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenxiao.documents.text_lines import Line, LineKind
from wenxiao.documents.text_stacked import is_stacked

_BAR = "|"
_FEWEST = 2
_MOST_WORDS_BETWEEN = 8
_WIDEST = 160
_PROSE = re.compile("[，。；！？]|,(?![0-9]{3})")
_ENDS_TABLE = re.compile("[表图][)）]?$|单位[:：]|[:：]$")
_NUMBER = re.compile(r"[-－+]?[0-9][0-9,.]*[%％]?|[-—–/]{1,2}")
_TORN = re.compile(r"[0-9%％]\s+(?:[年月日元万亿人个项件次%％]|平方|公里)")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_NAMED = re.compile(r".{0,12}[\u4e00-\u9fff]")
_NOTE = re.compile(r"[(（][^()（）]{1,8}[)）]")


def with_rows(lines: Sequence[Line]) -> list[Line]:
    """Mark the rows of tables that are told by bars between their cells, or by blanks."""
    marked = {index for run in _runs(lines) for index in run}
    if not marked:
        return list(lines)
    return [
        line._replace(kind=LineKind.ROW, level=0) if index in marked else line
        for index, line in enumerate(lines)
    ]


def _runs(lines: Sequence[Line]) -> Iterator[range]:
    at = 0
    while at < len(lines):
        run = range(at, at)
        if lines[at].kind not in {LineKind.ROW, LineKind.PAGE_NUMBER}:
            run = _barred(lines, at) if _BAR in lines[at].text else _aligned(lines, at)
        yield run
        at = max(run.stop, at + 1)


def _barred(lines: Sequence[Line], first: int) -> range:
    """Give the lines with bars from one on, if two of them have a bar between their cells."""
    last, parted = first, 0
    while last < len(lines) and _BAR in lines[last].text and not is_stacked(lines[last]):
        is_parted = _BAR in lines[last].text.removeprefix(_BAR).removesuffix(_BAR)
        if lines[last].gap and last > first and not is_parted:
            break
        parted += is_parted
        last += 1
    return range(first, last) if parted >= _FEWEST else range(first, first)


def _aligned(lines: Sequence[Line], first: int) -> range:
    """Give the rows of a table whose first amounts stand in a line, with the headings above them."""
    if not _has_amounts(lines[first]):
        return range(first, first)
    end, found = first + 1, 1
    for index in range(first + 1, len(lines)):
        line = lines[index]
        if line.gap or index - end >= _MOST_WORDS_BETWEEN or not _may_be_row(line):
            break
        if _has_amounts(line):
            end, found = index + 1, found + 1
    if found < _FEWEST:
        return range(first, first)
    return range(first - _headings_above(lines, first), end)


def _has_amounts(line: Line) -> bool:
    """Tell whether a line is a name with bare numbers behind it, or with other words between."""
    if line.text[-1] not in "0123456789%％-—–/" and " " not in line.text:
        return False
    cells = line.text.split()
    if len(cells) > _FEWEST and all(map(_NUMBER.fullmatch, cells)):
        return _YEAR.fullmatch(cells[0]) is not None
    return (
        len(cells) > 1
        and _may_be_row(line)
        and _NAMED.match(cells[0]) is not None
        and any(cell[0].isdecimal() and _NUMBER.fullmatch(cell) for cell in cells[1:])
        and _TORN.search(line.text) is None
    )


def _may_be_row(line: Line) -> bool:
    if line.kind in {LineKind.ROW, LineKind.PAGE_NUMBER} or len(line.text) > _WIDEST:
        return False
    return not _PROSE.search(line.text) and not _ENDS_TABLE.search(line.text)


def _headings_above(lines: Sequence[Line], first: int) -> int:
    """Count the lines right above the first amounts that head as many columns; a unit may stand between."""
    columns = len(lines[first].text.split())
    count = 0
    for index in range(first - 1, max(first - 4, -1), -1):
        line = lines[index]
        if lines[index + 1].gap or not _may_be_row(line) or _BAR in line.text:
            break
        heads = len(line.text.split())
        if heads > 1 and abs(heads - columns) <= 1:
            return first - index
        if not _NOTE.fullmatch(line.text):
            break
        count = first - index
    return count
