"""Rows that their numbering makes parts of the row above the first of them: 二、 is (一) and (二), (一) is 1., 2. and 3.

The rows of one list are numbered 1, 2, 3 in one style, whatever stands between them. They divide the row right
above the first, numbered in another style or not at all; a list that begins anew belongs to another row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import Grid, GridCell
from wenxiao.numerals import QuantityError, from_chinese

_NUMBER = re.compile(
    r"(?:(?P<open>[(（])?(?P<chinese>[一二三四五六七八九十]{1,3})(?(open)[)）]|[、.．])"
    r"|(?P<bracket>[(（])?(?P<arabic>[0-9]{1,2})(?(bracket)[)）]|[、.．](?![0-9])))"
)


class Number(NamedTuple):
    """The number a name begins with, and in which style it is written; no name without one has it."""

    style: str
    value: int


@dataclass(slots=True)
class RowList:
    """A list of rows numbered in one style, by their position, and the row above the first; -1 if none is."""

    whole: int
    style: str
    parts: list[int] = field(default_factory=list)


def lists_of(names: Sequence[str]) -> Iterator[RowList]:
    """Give the lists of two rows or more that the numbers of names show, with the row each divides."""
    open_lists: list[RowList] = []
    for at, name in enumerate(names):
        number = number_of(name)
        if number is None:
            continue
        continued = _continued(open_lists, number)
        if continued is None and number.value == 1:
            same = (place for place, one in enumerate(open_lists) if one.style == number.style)
            yield from _closed(open_lists, next(same, len(open_lists)))
            open_lists.append(RowList(at - 1, number.style, [at]))
        elif continued is not None:
            yield from _closed(open_lists, continued + 1)
            open_lists[continued].parts.append(at)
    yield from _closed(open_lists, 0)


def row_names(grid: Grid, rows: int, column: int) -> tuple[str, ...]:
    """Give what names the rows for a column; a column of units between (人次) has no numbers and names nothing."""
    shown = range(grid.first_row, grid.first_row + rows)
    names = tuple(grid.names[row][column].words for row in shown)
    return names if any(map(number_of, names)) else tuple(_first_words(grid.cells[row]) for row in shown)


def _first_words(row: Sequence[GridCell | None]) -> str:
    return next((cell.text for cell in row if cell is not None and cell.text and not is_amount(cell)), "")


@lru_cache(maxsize=4096)
def number_of(name: str) -> Number | None:
    """Read the number at the beginning of a name."""
    found = _NUMBER.match(name)
    if found is None:
        return None
    if found["arabic"]:
        return Number("(1)" if found["bracket"] else "1.", int(found["arabic"]))
    try:
        return Number("(一)" if found["open"] else "一、", from_chinese(found["chinese"]))
    except QuantityError:
        return None


def _continued(open_lists: Sequence[RowList], number: Number) -> int | None:
    """Give the innermost list that goes on with a number."""
    for at in range(len(open_lists) - 1, -1, -1):
        one = open_lists[at]
        if one.style == number.style and len(one.parts) + 1 == number.value:
            return at
    return None


def _closed(lists: list[RowList], first: int) -> Iterator[RowList]:
    """Close the lists from one on, and give those that divide a row."""
    yield from [one for one in lists[first:] if one.whole >= 0 and len(one.parts) > 1]
    del lists[first:]
