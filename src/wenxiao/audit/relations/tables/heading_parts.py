"""Columns that divide another column, as the headings say: 合计 and its fellows, 其中 and what it reaches over.

Headings nest: under 公务用车 stand 小计, 购置费 and 运行费, and it is the 小计 that the 合计 beside 公务用车 adds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.model import Grid, GridCell
from wenxiao.audit.relations.tables.terms import TOTAL

_PART = re.compile(r"其中")
_ALONE = re.compile(r"其中[:：]?\Z")
_REMAINDER = re.compile("其他|其它")
_OTHER_MEASURE = re.compile("上年|去年|[0-9]{4}|增减|[比占率差]|预算|决算|执行")

Path = tuple[str, ...]


class Division(NamedTuple):
    """A column and those that divide it; if it ``is_closed``, they are certain to be all."""

    whole: int
    parts: tuple[int, ...]
    is_closed: bool


def divisions_of(grid: Grid) -> list[Division]:
    """Give the divisions that the headings of a grid tell, each once, from left to right."""
    paths = [_path(heading) for heading in grid.headings]
    found = [one for one in (*_by_reach(grid), *_by_total(paths), *_by_prefix(paths)) if len(one.parts) > 1]
    closed = {one[:2] for one in found if one.is_closed}
    told = sorted({one[:2] for one in found})
    return [Division(whole, parts, (whole, parts) in closed) for whole, parts in told]


def _path(heading: str) -> Path:
    return tuple(folded(heading).split("·")) if heading else ()


def _by_total(paths: list[Path]) -> Iterator[Division]:
    """Give the fellows of each total: to its right, under the same upper heading, up to the next total."""
    for column, path in enumerate(paths):
        level = next((at for at, piece in enumerate(path) if TOTAL.search(piece)), None)
        if level is None or any(map(_PART.match, path)):
            continue
        fellows = dict(_fellows(paths, column, level))
        parts = tuple(other for other, name in fellows.items() if not _PART.match(name))
        names = [name for other, name in fellows.items() if other in parts]
        grouped = level > 0 or any(map(_REMAINDER.search, names))
        plain = not any(map(_OTHER_MEASURE.search, names))
        yield Division(column, parts, grouped and plain)
        yield Division(column, tuple(fellows), is_closed=False)
        after = max(fellows, default=column) + 1
        if after < len(paths) and _names_subtotal(paths[after], level):
            yield Division(column, (*parts, after), is_closed=False)


def _names_subtotal(path: Path, level: int) -> bool:
    """Tell whether a heading is a total that says of what: behind it come its own parts, 合计、甲费、乙费合计."""
    return len(path) == level + 1 and bool(TOTAL.search(path[level])) and not TOTAL.fullmatch(path[level])


def _fellows(paths: list[Path], column: int, level: int) -> Iterator[tuple[int, str]]:
    above, below = paths[column][:level], paths[column][level + 1 :]
    for other in range(column + 1, len(paths)):
        path = paths[other]
        if path[:level] != above or len(path) <= level:
            return
        if TOTAL.search(path[level]):
            if path[level] == paths[column][level]:
                continue
            return
        rest = path[level + 1 :]
        is_subtotal = bool(rest) and bool(TOTAL.search(rest[0])) and rest[1:] == below
        if is_subtotal or (rest == below and not _has_subtotal(paths, other, level)):
            yield other, path[level]


def _has_subtotal(paths: list[Path], column: int, level: int) -> bool:
    """Tell whether a neighbour under the same heading is its subtotal."""
    group = paths[column][: level + 1]
    near = paths[max(column - 1, 0) : column + 2]
    return any(path[: level + 1] == group and any(map(TOTAL.search, path[level + 1 :])) for path in near)


def _by_prefix(paths: list[Path]) -> Iterator[Division]:
    """Give the columns called 其中 … right behind a column."""
    for column, path in enumerate(paths):
        if not _is_part(path):
            later = range(column + 1, len(paths))
            yield Division(
                column, tuple(takewhile(lambda other: _is_part(paths[other]), later)), is_closed=False
            )


def _is_part(path: Path) -> bool:
    return any(map(_PART.match, path))


def _by_reach(grid: Grid) -> Iterator[Division]:
    """Give the columns that a heading 其中 reaches over, without those under another 其中 below it."""
    reaches = list(_reaches(grid))
    for row, first, end in reaches:
        if first == 0:
            continue
        inner = {
            column
            for lower, start, stop in reaches
            if lower > row and first <= start < end
            for column in range(start, stop)
        }
        parts = tuple(column for column in range(first, end) if column not in inner)
        names = [grid.headings[column] for column in parts]
        closed = bool(TOTAL.search(folded(grid.headings[first - 1]))) and any(map(_REMAINDER.search, names))
        yield Division(first - 1, parts, closed)


def _reaches(grid: Grid) -> Iterator[tuple[int, int, int]]:
    """Give row, first and end column of every heading that is just 其中."""
    columns = grid.table.columns
    edges: set[int] = set()
    for number, row in enumerate(grid.cells[: grid.first_row]):
        edges |= {column for column, cell in enumerate(row) if _is_filled(cell)}
        for column, cell in enumerate(row):
            if cell is not None and _ALONE.match(cell.text):
                end = next((edge for edge in range(column + 1, columns) if edge in edges), columns)
                yield number, column, end


def _is_filled(cell: GridCell | None) -> bool:
    return cell is not None and bool(cell.text)
