"""The department-year as an open data package (Data Package 2.0): a CSV file a table, and their schemas.

Field names are the header. Money is in 元; a quantity is a text with its unit, since the unit may differ by
row and the value be approximate; ``facts.csv`` has every figure with its exact value and bounds.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from wenxiao.catalogue.load import core_catalogue
from wenxiao.catalogue.model import FieldSpec, FieldType, ForeignKey, TableSpec
from wenxiao.evaluate import Results
from wenxiao.fact import FactTable
from wenxiao.files import sha256
from wenxiao.packages.model import Package, Row, Value
from wenxiao.quantity import Quantity, format_quantity

_TYPES = {
    FieldType.MONEY: "number",
    FieldType.NUMBER: "number",
    FieldType.DATE: "date",
    FieldType.INTEGER: "integer",
    FieldType.BOOLEAN: "boolean",
}
_FACTS = "facts"
_FACT_FIELDS = {
    "key": ("string", "引用名"),
    "title": ("string", "名称"),
    "value": ("number", "准确值"),
    "low": ("number", "下限"),
    "high": ("number", "上限"),
    "unit": ("string", "单位"),
    "text": ("string", "写法"),
    "reason": ("string", "没有值的原因"),
}

Values = Mapping[str, Mapping[str, str | None]]


@dataclass(frozen=True, slots=True)
class Resource:
    """A CSV file of the package with its Table Schema."""

    name: str
    schema: Mapping[str, Any]
    content: bytes

    @property
    def path(self) -> str:
        """Give the name of the file."""
        return f"{self.name}.csv"


def resources(results: Results, values: Values) -> tuple[Resource, ...]:
    """Give the tables that have rows, in the catalogue's order, then the facts; ``values`` are theirs by key."""
    tables = [table for table in core_catalogue().tables.values() if results.package.rows(table.name)]
    present = {table.name for table in tables}
    listed = [_table(table, results.package.rows(table.name), present) for table in tables]
    content = _csv(_FACT_FIELDS, _fact_rows(results.facts, values))
    return (*listed, Resource(_FACTS, _fact_schema(), content))


def descriptor(package: Package, listed: Sequence[Resource]) -> dict[str, Any]:
    """Describe the package: its title and its files with size, digest and schema."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "wenxiao-department-year",
        "title": f"{package.unit}{package.year}年度预算绩效数据",
        "resources": [_described(resource) for resource in listed],
    }


def _described(resource: Resource) -> dict[str, Any]:
    return {
        "name": resource.name,
        "type": "table",
        "path": resource.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(resource.content),
        "hash": f"sha256:{sha256(resource.content)}",
        "schema": resource.schema,
    }


def _table(table: TableSpec, rows: Iterable[Row], present: Collection[str]) -> Resource:
    names = [field.name for field in table.fields]
    return Resource(table.name, _schema(table, present), _csv(names, (_cells(table, row) for row in rows)))


def _csv(header: Iterable[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as RFC 4180 has them; a line break inside a cell is quoted."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def _cells(table: TableSpec, row: Row) -> list[str]:
    return [_cell(field, row.values.get(field.name)) for field in table.fields]


def _cell(field: FieldSpec, value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, Quantity):
        return f"{value.value:f}" if field.type is FieldType.MONEY else format_quantity(value)
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _fact_rows(facts: FactTable, values: Values) -> Iterator[list[str]]:
    for key, fact in facts.facts.items():
        described = {"key": key, "title": fact.title, "reason": fact.reason, **values[key]}
        yield [described[name] or "" for name in _FACT_FIELDS]


def _schema(table: TableSpec, present: Collection[str]) -> dict[str, Any]:
    """Describe a table; a reference to a table that was left empty cannot be made."""
    schema: dict[str, Any] = {
        "fields": [_field(field) for field in table.fields],
        "primaryKey": list(table.primary_key),
    }
    if table.unique:
        schema["uniqueKeys"] = [list(names) for names in table.unique]
    if keys := [_reference(table, key) for key in table.foreign_keys if key.table in present]:
        schema["foreignKeys"] = keys
    return schema


def _reference(table: TableSpec, key: ForeignKey) -> dict[str, Any]:
    resource = "" if key.table == table.name else key.table  # "" is the table itself
    return {"fields": [key.field], "reference": {"resource": resource, "fields": [key.to]}}


def _field(field: FieldSpec) -> dict[str, Any]:
    meaning = f"{field.meaning}（元）" if field.type is FieldType.MONEY else field.meaning
    kind = _TYPES.get(field.type, "string")
    described = {"name": field.name, "title": field.title, "type": kind, "description": meaning}
    constraints = _constraints(field)
    return {**described, "constraints": constraints} if constraints else described


def _constraints(field: FieldSpec) -> dict[str, Any]:
    found: dict[str, Any] = {
        "required": field.constraints.required,
        "pattern": field.constraints.pattern,
        "enum": list(core_catalogue().codes[field.codes].labels) if field.codes else [],
    }
    return {name: value for name, value in found.items() if value}


def _fact_schema() -> dict[str, Any]:
    fields = [{"name": name, "title": title, "type": kind} for name, (kind, title) in _FACT_FIELDS.items()]
    return {"fields": fields, "primaryKey": ["key"]}
