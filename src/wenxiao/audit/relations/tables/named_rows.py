"""The rows of tables by what names them, and the names that stand in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wenxiao.audit.figures.characters import folded, squeezed
from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind, Grid, Reading
from wenxiao.audit.relations.tables.terms import TOTAL

_MOST_COLUMNS, _MOST_ROWS, _MOST_ALIKE = 20, 400, 3
_NUMBERED = re.compile(
    r"(?:其中[:：]?)?(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[.、．])?(?:其中[:：]?)?"
)
_BRACKETED = re.compile(r"\([^()]*\)|[:：]")
_SHORTEST, _LONGEST = 2, 20
_TOLD = ADDITIVE | {FigureKind.PERCENT}


class Row(NamedTuple):
    """The amounts that one name has in a row, by their columns."""

    grid: int
    row: int
    amounts: Mapping[int, Figure]


Rows = Mapping[str, Sequence[Row]]


def rows_by_name(reading: Reading) -> Rows:
    """Give the rows with two amounts by what names them, but names that too many rows bear."""
    found: dict[str, list[Row]] = defaultdict(list)
    for grid in reading.grids:
        if grid.table.columns <= _MOST_COLUMNS and grid.table.rows <= _MOST_ROWS:
            for name, row in _rows_of(grid):
                found[name].append(row)
    return {name: rows for name, rows in found.items() if len(rows) <= _MOST_ALIKE}


def _rows_of(grid: Grid) -> Iterator[tuple[str, Row]]:
    for number in range(grid.first_row, grid.table.rows):
        by_name: dict[str, dict[int, Figure]] = defaultdict(dict)
        for column in range(grid.table.columns):
            cell = grid.cells[number][column]
            figure = cell.figure if cell is not None else None
            if figure is not None and figure.quantity is not None and figure.kind in _TOLD:
                by_name[grid.names[number][column].words][column] = figure
        for words, amounts in by_name.items():
            plain = _BRACKETED.sub("", _NUMBERED.sub("", squeezed(folded(words)), count=1))
            if _SHORTEST <= len(plain) <= _LONGEST and not TOTAL.fullmatch(plain):
                yield plain, Row(grid.index, number, amounts)


def by_beginning(rows: Rows) -> Mapping[str, Sequence[str]]:
    """Give the names by their first two letters, the longest first."""
    begun: dict[str, list[str]] = defaultdict(list)
    for name in sorted(rows, key=len, reverse=True):
        begun[name[:_SHORTEST]].append(name)
    return begun


def names_in(gap: str, begun: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Give the names that stand in words, in order, the longest at each place."""
    at = 0
    while at < len(gap) - 1:
        name = next((one for one in begun.get(gap[at : at + _SHORTEST], ()) if gap.startswith(one, at)), "")
        if name:
            yield name
        at += len(name) or 1
