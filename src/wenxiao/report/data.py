"""The evaluation as data: results.json, and an open data package (Frictionless Data Package, CSV).

In results.json decimals are strings in base units (元, 人, 人次, %). In the data package each core table is a
CSV file with field names as header; money is in 元, quantities are as written, and ``facts.csv`` gives every
figure with its exact value and bounds.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from wenxiao.catalogue.load import core_catalogue
from wenxiao.catalogue.model import FieldSpec, FieldType, TableSpec
from wenxiao.evaluate import Results
from wenxiao.fact import Assumption, Clause, Fact, FactTable, Source
from wenxiao.files import sha256, write_atomically
from wenxiao.packages.model import Package, Row, Value
from wenxiao.quantity import Quantity, format_quantity
from wenxiao.report import findings, summary

_SCHEMA_TYPES = {
    FieldType.MONEY: "number",
    FieldType.NUMBER: "number",
    FieldType.DATE: "date",
    FieldType.INTEGER: "integer",
    FieldType.BOOLEAN: "boolean",
}
_FACT_FIELDS = ("key", "title", "value", "low", "high", "unit", "text", "reason")


def write_data(results: Results, folder: Path) -> None:
    """Write results.json and the folder ``datapackage/`` into ``folder``.

    Raises:
        WenxiaoError: the folder cannot be written.
    """
    write_atomically(folder / "results.json", _json(as_json(results)))
    resources = []
    for name, schema, content in _resources(results):
        path = folder / "datapackage" / f"{name}.csv"
        write_atomically(path, content)
        resources.append(_resource(name, path.name, schema, content))
    write_atomically(
        folder / "datapackage" / "datapackage.json", _json(_descriptor(results.package, resources))
    )


def as_json(results: Results) -> dict[str, Any]:
    """Give everything an evaluation found: summary, facts with their derivations, outcomes, digests."""
    return {
        **summary.as_json(results),
        "standard": {
            "code": results.standard.code,
            "title": results.standard.title,
            "version": results.standard.version,
            "digest": results.standard.digest,
        },
        "files": dict(results.package.digests),
        "assumptions": list(results.package.assumptions),
        "facts": {key: fact_as_json(fact) for key, fact in results.facts.facts.items()},
        "checks": findings.as_json(results.outcomes),
    }


def fact_as_json(fact: Fact) -> dict[str, Any]:
    """Give a fact: value and bounds as decimal strings, sources, and how it was derived."""
    derived = fact.derivation
    return {
        "title": fact.title,
        **_value(fact.value),
        "reason": fact.reason,
        "sources": [_source(source) for source in fact.sources],
        "derivation": derived
        and {"formula": derived.formula, "steps": list(derived.steps), "inputs": list(derived.inputs)},
    }


def _value(value: Quantity | str | None) -> dict[str, str | None]:
    if not isinstance(value, Quantity):
        return {"value": None, "low": None, "high": None, "unit": "", "text": value or ""}
    low, high = (None if bound is None else f"{bound:f}" for bound in (value.low, value.high))
    return {
        "value": f"{value.value:f}",
        "low": low,
        "high": high,
        "unit": value.unit,
        "text": format_quantity(value),
    }


def _source(source: Source) -> dict[str, Any]:
    if isinstance(source, Assumption):
        return {"kind": "assumption", "text": source.text}
    if isinstance(source, Clause):
        return {
            "kind": "clause",
            "document": source.document,
            "clause": source.clause,
            "verified": source.verified,
        }
    return findings.place_as_json(source)


def _resources(results: Results) -> Iterator[tuple[str, Mapping[str, Any], bytes]]:
    """Give name, schema and bytes of each CSV file: the tables that have rows, then the facts."""
    for table in core_catalogue().tables.values():
        rows = results.package.rows(table.name)
        if rows:
            names = [field.name for field in table.fields]
            yield table.name, _schema(table), _csv(names, (_cells(row, names) for row in rows))
    yield "facts", _FACT_SCHEMA, _csv(_FACT_FIELDS, _fact_rows(results.facts))


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def _cells(row: Row, names: Sequence[str]) -> list[str]:
    return [_cell(row.values[name]) if name in row.values else "" for name in names]


def _cell(value: Value) -> str:
    if isinstance(value, Quantity):
        return f"{value.value:f}" if value.unit == "元" else format_quantity(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _fact_rows(facts: FactTable) -> Iterator[list[str]]:
    for key, fact in facts.facts.items():
        described = {"key": key, "title": fact.title, "reason": fact.reason, **_value(fact.value)}
        yield [described[name] or "" for name in _FACT_FIELDS]


def _schema(table: TableSpec) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(field) for field in table.fields],
        "primaryKey": list(table.primary_key),
    }
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {
                "fields": [key.field],
                "reference": {"resource": "" if key.table == table.name else key.table, "fields": [key.to]},
            }
            for key in table.foreign_keys
        ]
    return schema


def _field(field: FieldSpec) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": field.name,
        "title": field.title,
        "type": _SCHEMA_TYPES.get(field.type, "string"),
        "description": f"{field.meaning}（元）" if field.type is FieldType.MONEY else field.meaning,
    }
    constraints: dict[str, Any] = {}
    if field.constraints.required:
        constraints["required"] = True
    if field.codes:
        constraints["enum"] = list(core_catalogue().codes[field.codes].labels)
    return {**described, "constraints": constraints} if constraints else described


_FACT_SCHEMA = {
    "fields": [
        {"name": name, "type": "number" if name in {"value", "low", "high"} else "string"}
        for name in _FACT_FIELDS
    ],
    "primaryKey": ["key"],
}


def _resource(name: str, path: str, schema: Mapping[str, Any], content: bytes) -> dict[str, Any]:
    return {
        "name": name,
        "type": "table",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content)}",
        "schema": schema,
    }


def _descriptor(package: Package, resources: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "wenxiao-department-year",
        "title": f"{package.unit}{package.year}年度预算绩效数据",
        "resources": resources,
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
