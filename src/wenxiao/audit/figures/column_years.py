"""The year a cell of a table is of, told by the headings above it or by the name of its row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from wenxiao.documents.model import Cell, Table

_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_BARE_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
_YEAR_COLUMN = re.compile(r"年[份度]?\Z")
_YEAR_END = re.compile("年?年?[末底]")
_LAST_YEAR = re.compile("(?<![比较与])(?:上年|去年|上一年)(?!末|底|同期|结转|.*[比增减])")
LAST_YEAR = "上年"
"""What is told of a column headed 上年决算数: the year before that of the document."""

_NUMBER = re.compile(r"[-+]?[0-9][0-9,.]*%?\Z")
_ENOUGH = 2

Texts = Mapping[tuple[int, int], str]


def bare_years(table: Table, texts: Texts) -> frozenset[int]:
    """Give the places of cells that name a year without 年: a row of headings, or a column below 年份."""
    rows: dict[int, list[Cell]] = defaultdict(list)
    heads: dict[int, str] = {}
    years: set[int] = set()
    for cell in table.cells:
        text = texts[cell.row, cell.column]
        if not _NUMBER.match(text):
            heads[cell.column] = text or heads.get(cell.column, "")
            continue
        rows[cell.row].append(cell)
        if _BARE_YEAR.match(text) and _YEAR_COLUMN.search(heads.get(cell.column, "")):
            years.add(cell.start)
    for cells in rows.values():
        if not _follow_one_another([texts[cell.row, cell.column] for cell in cells]):
            break  # amounts have begun
        years.update(cell.start for cell in cells)
    return frozenset(years)


def _follow_one_another(numbers: Sequence[str]) -> bool:
    """Tell whether all numbers of a row are years, each the one before, the same, or the next."""
    if len(numbers) < _ENOUGH or not all(map(_BARE_YEAR.match, numbers)):
        return False
    return all(abs(int(one) - int(after)) <= 1 for one, after in pairwise(numbers))


class ColumnPeriods:
    """The period each column is headed by and the one its row is named after, as a walk down the rows goes."""

    def __init__(self) -> None:
        """Start above the first row."""
        self._columns: dict[int, str] = {}
        self._row, self._named = -1, ""

    def head(self, cell: Cell, text: str) -> None:
        """Take in a heading; one that names no period leaves what a heading above it said."""
        period = _period(text)
        if period:
            reached = range(cell.column, cell.column + cell.column_span)
            self._columns.update(dict.fromkeys(reached, period))

    def name(self, cell: Cell, text: str) -> None:
        """Take in words that name a row."""
        period = _period(text)
        if period or cell.row != self._row:
            self._row, self._named = cell.row, period

    def of(self, cell: Cell) -> str:
        """Give the period of a number as figures spell it, "" if the table does not say."""
        named = self._named if cell.row == self._row else ""
        return named or self._columns.get(cell.column, "")


def _period(text: str) -> str:
    """Give the one year a heading names (2021年度, 2021年末, or 上年); "" if it names none or several."""
    found = {year[0]: year.end() for year in _YEAR.finditer(text)}
    if len(found) > 1:
        return ""
    for year, end in found.items():
        return f"{year}年末" if _YEAR_END.match(text, end) else f"{year}年度"
    return LAST_YEAR if _LAST_YEAR.search(text) else ""
