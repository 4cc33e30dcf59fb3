"""How a table is laid out when it is written: headings, order of columns, cells of a row.

Template, workbook and CSV share it, and :mod:`.sheet` reads it back.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from wenxiao.catalogue.model import Catalogue, FieldSpec, FieldType, TableSpec
from wenxiao.packages.cells import Raw, written
from wenxiao.packages.model import Row, Value
from wenxiao.quantity import Quantity, convert, format_quantity

GUIDE_SHEET = "填表说明"
LISTS_SHEET = "代码表"


def heading(field: FieldSpec) -> str:
    """Give the heading of a column: title, unit in brackets, and a star if it is required."""
    unit = f"（{field.unit}）" if field.unit else ""
    return f"{field.title}{unit}{'*' if field.constraints.required else ''}"


def cells(table: TableSpec, row: Row) -> list[Raw]:
    """Give the cells of a row in the table's columns: amounts as numbers, quantities as text."""
    return [_cell(field, row.values.get(field.name)) for field in table.fields]


def texts(table: TableSpec, row: Row) -> list[str]:
    """Give the cells of a row as text, as a CSV file holds them."""
    return [written(cell) for cell in cells(table, row)]


def prefilled(catalogue: Catalogue, table: TableSpec) -> Iterator[list[Raw]]:
    """Give the rows a template starts with: one for each code of a table that is keyed by a code list."""
    if table.keyed_by_codes and len(table.primary_key) == 1:
        for label in catalogue.codes[table.field(table.primary_key[0]).codes].labels:
            yield [label if field.name == table.primary_key[0] else "" for field in table.fields]


def _cell(field: FieldSpec, value: Value | None) -> Raw:
    if value is None:
        return ""
    if isinstance(value, Quantity):
        return _quantity(field, value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return Decimal(value) if isinstance(value, int) else value


def _quantity(field: FieldSpec, value: Quantity) -> Raw:
    if field.type is FieldType.MONEY:
        return convert(value, field.unit)
    return value.written or format_quantity(value)
