"""The cells of one worksheet as they are seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from lxml import etree

from wenxiao.documents.xlsx_format import shown
from wenxiao.documents.xlsx_styles import rich_text, x

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_ROW, _CELL, _VALUE, _FORMULA, _INLINE = (x(name) for name in ("row", "c", "v", "f", "is"))
_COUNT = re.compile(r"[1-9]\d{0,6}")
_MOST_COLUMNS = 16_384
_YES = frozenset({"1", "true"})
_TRUTH = {"1": "TRUE", "0": "FALSE"}

Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shared:
    """What all sheets of a workbook share: texts, number formats by cell style, how days are counted."""

    texts: Sequence[str]
    formats: Sequence[str]
    since_1904: bool


@dataclass(frozen=True, slots=True)
class SheetText:
    """The texts of a sheet by (row, column) from 0, the merged areas, and what the reader must be told.

    ``uncalculated`` are formulas nobody has calculated, ``hidden_rows`` and ``hidden_columns`` hold text.
    """

    texts: dict[Position, str]
    merged: tuple[tuple[Position, Position], ...]
    uncalculated: tuple[Position, ...]
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()


def letters(column: int) -> str:
    """Give the letters of a column counted from 0."""
    written = ""
    while column >= 0:
        column, digit = divmod(column, 26)
        written = chr(ord("A") + digit) + written
        column -= 1
    return written


def read_sheet(root: etree._Element, shared: Shared) -> SheetText:
    """Read the texts of a worksheet."""
    texts: dict[Position, str] = {}
    uncalculated: list[Position] = []
    for position, cell in _cells(root):
        text = _text(cell, shared)
        if text.strip():
            texts[position] = text
        elif _is_uncalculated(cell):
            uncalculated.append(position)
    return SheetText(
        texts,
        tuple(_merged(root)),
        tuple(uncalculated),
        tuple(sorted(_hidden_rows(root) & {row for row, _ in texts})),
        tuple(sorted(_hidden_columns(root) & {column for _, column in texts})),
    )


def _hidden_rows(root: etree._Element) -> set[int]:
    return {number for number, row in _rows(root) if row.get("hidden") in _YES}


def _hidden_columns(root: etree._Element) -> set[int]:
    hidden: set[int] = set()
    for column in root.iterfind(f"{x('cols')}/{x('col')}"):
        if column.get("hidden") in _YES:
            last = min(_count(column.get("max")), _MOST_COLUMNS)
            hidden.update(range(_count(column.get("min")) - 1, last))
    return hidden


def _count(written: str | None) -> int:
    return int(written) if written and _COUNT.fullmatch(written) else 0


def _rows(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    number = -1
    for row in root.iterfind(f"{x('sheetData')}/{_ROW}"):
        number = _count(row.get("r")) - 1 if _count(row.get("r")) else number + 1
        yield number, row


def _cells(root: etree._Element) -> Iterator[tuple[Position, etree._Element]]:
    """Give the cells with their positions, which need not be written: a cell follows the one before."""
    for row_number, row in _rows(root):
        column = -1
        for cell in row.iterchildren(_CELL):
            found = position_of(cell.get("r", ""))
            column = found[1] if found else column + 1
            yield (row_number, column), cell


def position_of(reference: str) -> Position | None:
    """Give row and column from 0 of a reference such as ``B7``; None if it is none."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _text(cell: etree._Element, shared: Shared) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(_INLINE)
        return "" if inline is None else rich_text(inline)
    value = cell.find(_VALUE)
    stored = "" if value is None else value.text or ""
    if kind == "s":
        return _item(shared.texts, stored)
    if kind == "b":
        return _TRUTH.get(stored, stored)
    if kind == "n" and stored:
        return _number(stored, _item(shared.formats, cell.get("s", "0")), shared)
    return stored[:10] if kind == "d" else stored


def _is_uncalculated(cell: etree._Element) -> bool:
    """Tell whether the formula of a cell without text has no result, rather than an empty text as its result."""
    formula = cell.find(_FORMULA)
    if formula is None or cell.get("t") == "str":
        return False
    may_be_empty = '""' in (formula.text or "") and cell.find(_VALUE) is not None
    return not may_be_empty


def _item(items: Sequence[str], index: str) -> str:
    known = index.isdecimal() and len(index) < 9 and int(index) < len(items)
    return items[int(index)] if known else ""


def _number(stored: str, code: str, shared: Shared) -> str:
    try:
        value = Decimal(stored)
    except InvalidOperation:
        return stored
    return shown(value, code, since_1904=shared.since_1904) if value.is_finite() else stored


def _merged(root: etree._Element) -> Iterator[tuple[Position, Position]]:
    for area in root.iterfind(f"{x('mergeCells')}/{x('mergeCell')}"):
        first, _, last = area.get("ref", "").partition(":")
        upper, lower = position_of(first), position_of(last)
        if upper and lower and upper[0] <= lower[0] and upper[1] <= lower[1]:
            yield upper, lower
