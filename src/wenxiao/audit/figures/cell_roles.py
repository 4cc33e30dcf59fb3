"""What a table says of its cells before they are read: codes and serial numbers are no amounts, and labels."""

from __future__ import annotations

import re
from collections import defaultdict
from enum import Enum, auto
from typing import NamedTuple

from wenxiao.audit.figures.characters import squeezed
from wenxiao.audit.figures.column_years import ColumnPeriods, bare_years
from wenxiao.audit.figures.unit_notes import UNIT_HEADING
from wenxiao.documents.column_numbers import counts_on, numbers_columns
from wenxiao.documents.model import Cell, Document, Table


class Role(Enum):
    """A cell that holds a number but no amount."""

    CODE = auto()
    SERIAL = auto()
    YEAR = auto()


_CODE = re.compile(r"[0-9]{3}(?:\s?[0-9]{2}){0,2}\Z")
_CODE_PART = re.compile(r"[0-9]{2,3}\Z")
_NUMBER = re.compile(r"[-+]?[0-9][0-9,.\s]*%?\Z")
_VALUE = re.compile(r"[≥≤<>=约近]*[-+]?[0-9](?!(?:[0-9]{3})?年|[0-9]?(?:、|[.．](?![0-9])))")
_CODE_HEADING = re.compile("编码|代码")
_LEVEL_HEADING = re.compile("[类款项]")
_SERIAL_HEADING = re.compile("序号|行次|栏次|编号")
_FEWEST_SERIAL = 4
"""How many numbers that count on tell that they number the rows."""
_LONGEST = 30


class CellNotes(NamedTuple):
    """What is told of the cells of all tables, by the place each starts at.

    A label is ``row heading · column heading``; a period is the year a heading names.
    """

    roles: dict[int, Role]
    labels: dict[int, str]
    periods: dict[int, str]


def cell_notes(document: Document, plain: str) -> CellNotes:
    """Give role, label and period of each cell that has one; ``plain`` is the text of the document, folded."""
    notes = CellNotes({}, {}, {})
    for table in document.tables:
        texts = _texts(plain, table)
        for column in _columns(table).values():
            notes.roles.update(_column_roles(column, texts))
        notes.roles.update(dict.fromkeys(_numbers_of_columns(table, texts), Role.SERIAL))
        years = bare_years(table, texts)
        notes.roles.update(dict.fromkeys(years - notes.roles.keys(), Role.YEAR))
        _label(table, texts, years, notes)
    return notes


def _label(table: Table, texts: dict[tuple[int, int], str], years: frozenset[int], notes: CellNotes) -> None:
    """Walk down the rows; only words in a row without values head the columns below them."""
    valued = {
        cell.row
        for cell in table.cells
        if cell.start not in years and _VALUE.match(texts[cell.row, cell.column])
    }
    headings: dict[int, str] = {}
    periods = ColumnPeriods()
    row, stub = -1, ""
    for cell in table.cells:
        row, stub = (row, stub) if cell.row == row else (cell.row, "")
        text = texts[cell.row, cell.column]
        if _NUMBER.match(text) and cell.start not in years:
            parts = (part for part in (stub, headings.get(cell.column, "")) if part)
            notes.labels[cell.start] = "·".join(dict.fromkeys(parts))
            period = periods.of(cell)
            if period:
                notes.periods[cell.start] = period
        elif text and (cell.start in years or not _VALUE.match(text)):
            if not UNIT_HEADING.fullmatch(headings.get(cell.column, "")):
                stub = text
            periods.name(cell, text)
            if cell.row not in valued:
                periods.head(cell, text)
                headings.update(dict.fromkeys(range(cell.column, cell.column + cell.column_span), text))


def _texts(plain: str, table: Table) -> dict[tuple[int, int], str]:
    return {
        (cell.row, cell.column): squeezed(plain[cell.start : cell.end])[: _LONGEST + 1]
        for cell in table.cells
    }


def _columns(table: Table) -> dict[int, list[Cell]]:
    columns: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        columns[cell.column].append(cell)
    return columns


def _column_roles(column: list[Cell], texts: dict[tuple[int, int], str]) -> dict[int, Role]:
    """Tell codes by their heading or, without one, by a column of nothing but codes that name something."""
    roles: dict[int, Role] = {}
    heading = ""
    numbers = [cell for cell in column if _NUMBER.match(texts[cell.row, cell.column])]
    coded = len(numbers) > 1 and all(_names_something(cell, texts) for cell in numbers)
    counted = len(numbers) >= _FEWEST_SERIAL and counts_on([texts[cell.row, cell.column] for cell in numbers])
    for cell in column:
        text = texts[cell.row, cell.column]
        if not _NUMBER.match(text):
            heading = text or heading
        elif (
            counted or _SERIAL_HEADING.search(heading) or _SERIAL_HEADING.match(texts.get((cell.row, 0), ""))
        ):
            roles[cell.start] = Role.SERIAL
        elif coded or _is_code(text, heading):
            roles[cell.start] = Role.CODE
    return roles


def _numbers_of_columns(table: Table, texts: dict[tuple[int, int], str]) -> list[int]:
    """Give the places of the cells of rows that number the columns: 1, 2, 3 and nothing else, or behind 栏次."""
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        if texts[cell.row, cell.column]:
            rows[cell.row].append(cell)
    numbering = (row for row in rows.values() if numbers_columns([texts[one.row, one.column] for one in row]))
    return [cell.start for row in numbering for cell in row]


def _is_code(text: str, heading: str) -> bool:
    """Tell whether a number below a heading is a code: of anything below 代码, of a level below 类, 款 or 项."""
    if _LEVEL_HEADING.fullmatch(heading):
        return bool(_CODE_PART.match(text) or _CODE.match(text))
    return bool(_CODE_HEADING.search(heading)) and text.isdecimal()


def _names_something(cell: Cell, texts: dict[tuple[int, int], str]) -> bool:
    """Tell whether a number may be the code of the words right of it, perhaps behind an empty cell."""
    if not _CODE.match(texts[cell.row, cell.column]):
        return False
    beside = cell.column + cell.column_span
    name = texts.get((cell.row, beside), "") or texts.get((cell.row, beside + 1), "")
    return bool(name) and not _NUMBER.match(name)
