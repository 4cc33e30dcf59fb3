"""A benchmark text with tables as an Excel workbook: numbers are typed numbers, shown as the text has them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from consistency.flow import Paragraph, parts_of

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.([0-9]+))?(%?)")
_MADE = datetime(2024, 1, 1)  # noqa: DTZ001  (a workbook knows no time zone)


def workbook(text: str) -> bytes:
    """Write a text as a workbook with one sheet: a paragraph in the first cell of its row, a table as it is."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        sheet = book.add_worksheet("附表")
        for row, cells in enumerate(_rows(text)):
            for column, written in enumerate(cells):
                _write(book, sheet, row, column, written)
    return out.getvalue()


def _rows(text: str) -> Iterator[list[str]]:
    for part in parts_of(text):
        if isinstance(part, Paragraph):
            yield [part.text]
        else:
            yield from ([box.text for box in row] for row in part.rows)


def _write(book: xlsxwriter.Workbook, sheet: Worksheet, row: int, column: int, written: str) -> None:
    number = _NUMBER.fullmatch(written)
    if number is None:
        sheet.write_string(row, column, written)
        return
    value = Decimal(written.rstrip("%").replace(",", "")) / (100 if number[2] else 1)
    places = f".{'0' * len(number[1])}" if number[1] else ""
    shown = f"{'#,##0' if ',' in written else '0'}{places}{number[2]}"
    sheet.write_number(row, column, float(value), book.add_format({"num_format": shown}))
