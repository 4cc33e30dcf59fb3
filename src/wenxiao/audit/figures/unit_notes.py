"""The unit a note gives to the bare numbers of a table: 单位：万元, 金额（万元）."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import zip_longest
from typing import NamedTuple

from wenxiao.audit.figures.characters import folded, squeezed
from wenxiao.documents.model import BlockKind, Document, Table
from wenxiao.units import UNIT

_SCALED = rf"[百千]?[万亿]{{0,2}}(?:{UNIT}|‰)"
_NOTE = re.compile(rf"单位[:：](?:人民币)?(?P<unit>{_SCALED})")
_THROUGHOUT = re.compile(rf"单位[:：]除[^，。；;()]{{1,10}}外[，,]?(?:均|都|一律)?[为是](?P<unit>{_SCALED})")
"""A note that serves the whole document."""

_BRACKETED = re.compile(rf"\((?:单位[:：]?)?(?P<unit>{_SCALED})\)")
_MEASURED = re.compile(rf"[-+]?[0-9][0-9,.]*\((?P<unit>{_SCALED})\)")
WHOLE_UNIT = re.compile(_SCALED)
"""A unit and nothing else."""

UNIT_HEADING = re.compile("(?:计量|数量|度量)?单位")
"""The heading of a column that tells the unit of each row."""

_OTHERWISE = re.compile(
    "序号|行次|栏次|编码|代码|数量|个数|比[率例重]|[得评自]分|分[值数]|权重|率$|%|[次台套]数|电话|(?<![0-9])年度$"
)
_HOW_MANY = re.compile(r"(?:数量|个数)\Z")
_PERCENT = re.compile(r"[^0-9%(]%\Z")
_PEOPLE = re.compile(r"(?:人数|人员数|编制数)(?:\(.*\))?\Z")
_ABOVE = 4
_BEGINNING = 1000
_HEADING_ROWS = 3
_ENOUGH_HEADINGS = 2


def table_unit(document: Document, index: int) -> str:
    """Give the unit of a table's bare numbers: the nearest note above it or in its first rows; "" if none."""
    table = document.tables[index]
    inside = [cell for cell in table.cells if cell.row < _HEADING_ROWS]
    for cell in inside:
        noted = _NOTE.search(_plain(document.text[cell.start : cell.end]))
        if noted:
            return noted["unit"]
    return _above(document, table) or _throughout(document)


def cell_units(document: Document, plain: str) -> dict[int, str]:
    """Give the unit of the bare number in each cell that has one, by the place the cell starts at.

    ``plain`` is the text of the document, folded.
    """
    units: dict[int, str] = {}
    for index, table in enumerate(document.tables):
        units.update(_of_table(plain, table, table_unit(document, index)))
    return units


def _of_table(plain: str, table: Table, unit: str) -> dict[int, str]:
    """Walk down the rows: a heading with a unit serves its column, its row, or all that stands below it.

    New headings below amounts end what the headings above them said.
    """
    rows = _rows(plain, table)
    scope = _Scope(unit)
    units: dict[int, str] = {}
    for row, below in zip(rows, _columns_below(rows), strict=True):
        headed = sum(shown.column in below for shown in row if shown.text)
        is_heading = headed >= _ENOUGH_HEADINGS and not any(shown.is_number for shown in row)
        if is_heading:
            scope.begin_headings()
        scope.begin_row()
        alone = sum(bool(shown.text) for shown in row) == 1
        for shown, after in zip_longest(row, row[1:]):
            measured = _MEASURED.fullmatch(shown.text)
            if measured:
                units[shown.start] = measured["unit"]
            elif shown.text and not shown.is_number:
                scope.read(
                    shown, alone=alone, in_heading=is_heading, named=after is not None and after.is_number
                )
            elif own := scope.of(shown):
                units[shown.start] = own
    return units


class _Shown(NamedTuple):
    """A cell as the units are read from it."""

    row: int
    column: int
    start: int
    text: str
    row_span: int
    column_span: int

    @property
    def is_number(self) -> bool:
        """Tell whether a number stands at the end."""
        return self.text[-1:].isdecimal()


def _rows(plain: str, table: Table) -> list[list[_Shown]]:
    rows: list[list[_Shown]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        text = squeezed(plain[cell.start : cell.end])
        shown = _Shown(cell.row, cell.column, cell.start, text, cell.row_span, cell.column_span)
        rows[cell.row].append(shown)
    return rows


def _columns_below(rows: list[list[_Shown]]) -> list[frozenset[int]]:
    """Give, for each row, the columns of the numbers in the next row that has any."""
    found: list[frozenset[int]] = []
    below: frozenset[int] = frozenset()
    for row in reversed(rows):
        found.append(below)
        below = frozenset(shown.column for shown in row if shown.is_number) or below
    return found[::-1]


class _Scope:
    """The units that hold where the walk stands."""

    def __init__(self, unit: str) -> None:
        self._unit = self._noted = unit
        self._columns: dict[int, str] = {}
        self._rows: dict[int, str] = {}
        self._row: str | None = None
        self._column_of_units = -1
        self._has_amounts = False

    def begin_headings(self) -> None:
        """Forget what upper headings said, once there are amounts below them."""
        if self._has_amounts:
            self._unit, self._columns, self._has_amounts = self._noted, {}, False
            self._column_of_units = -1

    def begin_row(self) -> None:
        """Forget what the name of the row above said."""
        self._row = None

    def read(self, shown: _Shown, *, alone: bool, in_heading: bool, named: bool) -> None:
        """Take in what words say of units; ``named``: they stand right before a number."""
        if shown.column == self._column_of_units and WHOLE_UNIT.fullmatch(shown.text):
            self._row = shown.text
            return
        if in_heading and UNIT_HEADING.fullmatch(shown.text):
            self._column_of_units = shown.column
        noted = _BRACKETED.search(shown.text) or _NOTE.search(shown.text)
        own = noted["unit"] if noted else _told_by(shown.text)
        if own is None or (self._column_of_units >= 0 and _HOW_MANY.search(shown.text)):
            return
        if noted and shown.column == 0 and (alone or shown.column_span > 1):
            self._unit = self._noted = own
            self._columns = {} if self._has_amounts else self._columns
        elif noted and shown.column == 0 and in_heading:
            self._unit = own
        elif shown.column == 0 or named:
            self._row = own
            self._rows.update(dict.fromkeys(range(shown.row, shown.row + shown.row_span), own))
        else:
            reached = range(shown.column, shown.column + shown.column_span)
            self._columns.update(dict.fromkeys(reached, own))

    def of(self, shown: _Shown) -> str:
        """Give the unit of a number: of its row, unless its column is measured in something else."""
        self._has_amounts = self._has_amounts or bool(shown.text)
        column = self._columns.get(shown.column)
        row = self._rows.get(shown.row) if self._row is None else self._row
        if row is not None and column not in {"", "%"}:
            return row
        return self._unit if column is None else column


def _told_by(text: str) -> str | None:
    """Give the unit that words without a note tell: people, 增长%, or "" for what is not measured in the table's."""
    if _PEOPLE.search(text):
        return "人"
    if _PERCENT.search(text):
        return "%"
    return "" if _OTHERWISE.search(text) else None


def _above(document: Document, table: Table) -> str:
    first = bisect_left(document.blocks, table.start, key=lambda block: block.start)
    for block in reversed(document.blocks[max(first - _ABOVE, 0) : first]):
        if block.kind is BlockKind.CELL:
            return ""
        text = _plain(document.text[block.start : block.end])
        noted = _NOTE.search(text[-200:]) or (_BRACKETED.search(text) if len(text) <= 40 else None)
        if noted:
            return noted["unit"]
    return ""


def _throughout(document: Document) -> str:
    noted = _THROUGHOUT.search(_plain(document.text[:_BEGINNING]))
    return noted["unit"] if noted else ""


def _plain(text: str) -> str:
    return squeezed(folded(text))
