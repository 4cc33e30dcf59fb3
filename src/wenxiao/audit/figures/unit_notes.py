"""The unit a note gives to the bare numbers of a table: 单位：万元, 金额（万元）."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from wenxiao.audit.figures.characters import folded, squeezed
from wenxiao.documents.model import BlockKind, Document, Table
from wenxiao.units import UNIT

_SCALED = rf"[百千]?[万亿]{{0,2}}(?:{UNIT}|‰)"
_NOTE = re.compile(rf"单位[:：](?:人民币)?(?P<unit>{_SCALED})")
_BRACKETED = re.compile(rf"\((?:单位[:：]?)?(?P<unit>{_SCALED})\)")
_OTHERWISE = re.compile(
    "序号|行次|栏次|编码|代码|人数|数量|个数|比[率例重]|[得分权]分|权重|率$|%|[次台套]数|电话|年度$"
)
_ABOVE = 4
_HEADING_ROWS = 3


def table_unit(document: Document, index: int) -> str:
    """Give the unit of a table's bare numbers: the nearest note above it or in its first rows; "" if none."""
    table = document.tables[index]
    inside = [cell for cell in table.cells if cell.row < _HEADING_ROWS]
    for cell in inside:
        noted = _NOTE.search(_plain(document.text[cell.start : cell.end]))
        if noted:
            return noted["unit"]
    return _above(document, table)


def cell_units(document: Document) -> dict[int, str]:
    """Give the unit of the bare number in each cell that has one, by the place the cell starts at."""
    units: dict[int, str] = {}
    for index, table in enumerate(document.tables):
        units.update(_of_table(document, table, table_unit(document, index)))
    return units


def _of_table(document: Document, table: Table, unit: str) -> dict[int, str]:
    """Walk down the rows: a column heading with a unit serves its column, a section heading all that follows."""
    units: dict[int, str] = {}
    columns: dict[int, str] = {}
    rows: dict[int, str] = {}
    filled = Counter(cell.row for cell in table.cells if cell.end > cell.start)
    for cell in table.cells:
        text = _plain(document.text[cell.start : cell.end])
        if not text or text[-1].isdecimal():
            own = rows.get(cell.row, columns.get(cell.column, unit))
            if own:
                units[cell.start] = own
            continue
        noted = _BRACKETED.search(text) or _NOTE.search(text)
        if noted and cell.column == 0 and (cell.column_span > 1 or filled[cell.row] == 1):
            unit, columns = noted["unit"], {}
        elif noted and cell.column == 0:
            rows[cell.row] = noted["unit"]
        elif noted:
            columns.update(dict.fromkeys(range(cell.column, cell.column + cell.column_span), noted["unit"]))
        elif _OTHERWISE.search(text):
            columns[cell.column] = ""
            if cell.column == 0:
                del columns[cell.column]
                rows[cell.row] = ""
    return units


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


def _plain(text: str) -> str:
    return squeezed(folded(text))
