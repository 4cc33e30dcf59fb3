"""What a table says of its cells before they are read: codes and serial numbers are no amounts, and labels."""

from __future__ import annotations

import re
from collections import defaultdict
from enum import Enum, auto

from wenxiao.audit.figures.characters import folded, squeezed
from wenxiao.documents.model import Cell, Document, Table


class Role(Enum):
    """A cell that holds a number but no amount."""

    CODE = auto()
    SERIAL = auto()


_CODE = re.compile(r"[0-9]{3}(?:\s?[0-9]{2}){0,2}\Z")
_CODE_PART = re.compile(r"[0-9]{2,3}\Z")
_NUMBER = re.compile(r"[-+]?[0-9][0-9,.\s]*%?\Z")
_CODE_HEADING = re.compile("编码|代码|^[类款项]$")
_SERIAL_HEADING = re.compile("序号|行次|栏次|编号")
_LONGEST = 30


def roles_of(document: Document) -> dict[int, Role]:
    """Give the role of each cell that has one, by the place the cell starts at."""
    roles: dict[int, Role] = {}
    for table in document.tables:
        texts = _texts(document, table)
        for column in _columns(table).values():
            roles.update(_column_roles(column, texts))
    return roles


def labels_of(document: Document) -> dict[int, str]:
    """Give ``row heading · column heading`` for each cell that holds a number, by the place it starts at."""
    labels: dict[int, str] = {}
    for table in document.tables:
        texts = _texts(document, table)
        headings: dict[int, str] = {}
        row, stub = -1, ""
        for cell in table.cells:
            row, stub = (row, stub) if cell.row == row else (cell.row, "")
            text = texts[cell.row, cell.column]
            if _NUMBER.match(text):
                parts = (part for part in (stub, headings.get(cell.column, "")) if part)
                labels[cell.start] = "·".join(dict.fromkeys(parts))
            elif text:
                stub = text
                headings.update(dict.fromkeys(range(cell.column, cell.column + cell.column_span), text))
    return labels


def _texts(document: Document, table: Table) -> dict[tuple[int, int], str]:
    return {
        (cell.row, cell.column): squeezed(folded(document.text[cell.start : cell.end]))[: _LONGEST + 1]
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
    for cell in column:
        text = texts[cell.row, cell.column]
        if not _NUMBER.match(text):
            heading = text or heading
        elif _SERIAL_HEADING.search(heading) or _SERIAL_HEADING.match(texts.get((cell.row, 0), "")):
            roles[cell.start] = Role.SERIAL
        elif coded or (_CODE_HEADING.search(heading) and (_CODE.match(text) or _CODE_PART.match(text))):
            roles[cell.start] = Role.CODE
    return roles


def _names_something(cell: Cell, texts: dict[tuple[int, int], str]) -> bool:
    name = texts.get((cell.row, cell.column + cell.column_span), "")
    return bool(_CODE.match(texts[cell.row, cell.column]) and name and not _NUMBER.match(name))
