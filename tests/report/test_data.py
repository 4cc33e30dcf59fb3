from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from wenxiao.evaluate import Results, evaluate_folder
from wenxiao.fact import Assumption, Clause, Derivation, Fact
from wenxiao.finding import Finding, Outcome, Severity, Verdict
from wenxiao.place import CellPlace, TextPlace
from wenxiao.quantity import exact, parse
from wenxiao.report.data import as_json, fact_as_json, write_data
from wenxiao.standards.model import Grade, Standard

CASE = Path(__file__).parents[2] / "examples" / "lishui-kexie-2021"
STANDARD = Standard("示例", "示例标准", "1", (Grade("差", Decimal(0)),), digest="s1")

Rows = list[dict[str, str]]
Schema = Mapping[str, Any]


@pytest.fixture
def assessed(science: Results) -> Results:
    return replace(science, standard=STANDARD)


def written(results: Results, folder: Path) -> dict[str, bytes]:
    write_data(results, folder)
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def package_of(results: Results, folder: Path) -> tuple[dict[str, Any], dict[str, Rows]]:
    files = written(results, folder)
    described = json.loads(files["datapackage/datapackage.json"])
    tables = {}
    for resource in described["resources"]:
        content = files[f"datapackage/{resource['path']}"]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        tables[resource["name"]] = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    return described, tables


READERS: dict[str, Callable[[str], object]] = {
    "string": str,
    "number": Decimal,
    "integer": int,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def faults(described: Mapping[str, Any], tables: Mapping[str, Rows]) -> Iterator[str]:
    """Check every table against its schema, as a reader of the package would."""
    for resource in described["resources"]:
        name, schema, rows = resource["name"], resource["schema"], tables[resource["name"]]
        yield from (f"{name}: {fault}" for row in rows for fault in cell_faults(schema, row))
        yield from (f"{name}: {fault}" for fault in key_faults(schema, rows))
        yield from (f"{name}: {fault}" for fault in reference_faults(schema, name, rows, tables))


def cell_faults(schema: Schema, row: Mapping[str, str]) -> Iterator[str]:
    names = [field["name"] for field in schema["fields"]]
    if list(row) != names:
        yield f"header {list(row)}"
    for field in schema["fields"]:
        text, limits = row[field["name"]], field.get("constraints", {})
        if not text:
            if limits.get("required"):
                yield f"{field['name']} is empty"
            continue
        try:
            READERS[field["type"]](text)
        except (ValueError, ArithmeticError, KeyError):
            yield f"{field['name']}: {text} is no {field['type']}"
        if "enum" in limits and text not in limits["enum"]:
            yield f"{field['name']}: {text} is not listed"
        if not re.fullmatch(limits.get("pattern", ".*"), text, re.DOTALL):
            yield f"{field['name']}: {text} is malformed"


def key_faults(schema: Schema, rows: Rows) -> Iterator[str]:
    for names in [schema["primaryKey"], *schema.get("uniqueKeys", [])]:
        keys = [tuple(row[name] for name in names) for row in rows]
        yield from (f"{key} is there twice" for key in keys if keys.count(key) > 1)


def reference_faults(schema: Schema, name: str, rows: Rows, tables: Mapping[str, Rows]) -> Iterator[str]:
    for key in schema.get("foreignKeys", []):
        (field,), (target,) = key["fields"], key["reference"]["fields"]
        resource = key["reference"]["resource"] or name
        if resource not in tables:
            yield f"{field} refers to {resource}, which is not in the package"
            continue
        known = {row[target] for row in tables[resource]}
        yield from (f"{field}: no {row[field]}" for row in rows if row[field] and row[field] not in known)


def test_every_table_of_the_real_case_fits_its_schema(tmp_path: Path) -> None:
    described, tables = package_of(evaluate_folder(CASE), tmp_path)

    assert list(faults(described, tables)) == []
    assert list(tables) == [
        *("unit", "staffing", "statement", "project", "goal", "indicator", "actual", "problem", "measure"),
        "facts",
    ]
    assert len(tables["indicator"]) == 72


def test_the_validator_itself_finds_faults(assessed: Results, tmp_path: Path) -> None:
    described, tables = package_of(assessed, tmp_path)
    tables["staffing"][0]["category"] = "不知道"
    tables["project"][1] |= {"parent": "没有", "outturn": "约 80", "name": ""}
    tables["goal"][0]["number"] = "2"
    assert [fault.split(": ", 1)[0] for fault in faults(described, tables)].count("project") == 3
    assert {"staffing: category: 不知道 is not listed", "goal: ('2',) is there twice"} <= set(
        faults(described, tables)
    )


def test_an_empty_table_is_left_out_and_nothing_refers_to_it(
    build: Callable[..., Results], tmp_path: Path
) -> None:
    rows = {"measure": [{"number": "1", "description": "完善制度"}]}

    described, tables = package_of(replace(build(rows), standard=STANDARD), tmp_path)

    assert list(tables) == ["measure", "facts"]
    assert list(faults(described, tables)) == []
    assert "foreignKeys" not in described["resources"][0]["schema"]


def test_money_is_in_yuan_and_quantities_keep_their_unit(
    build: Callable[..., Results], tmp_path: Path
) -> None:
    tables = {
        "statement": [{"line": "收入总计", "outturn": "743.31"}],
        "indicator": [
            {
                "code": "A",
                "level1": "成本指标",
                "level2": "经济成本",
                "name": "奖励",
                "unit": "元",
                "weight": "100",
            }
        ],
        "actual": [{"indicator": "A", "value": "30万元", "text": '分两次\r\n"发放"，已结清'}],
    }
    _, found = package_of(replace(build(tables), standard=STANDARD), tmp_path)

    assert found["statement"][0]["outturn"] == "7433100"
    assert found["actual"][0]["value"] == "30万元"
    assert found["indicator"][0]["weight"] == "100"
    assert found["actual"][0]["text"].splitlines() == ["分两次", '"发放"，已结清']
    fact = next(row for row in found["facts"] if row["key"] == "奖励")
    assert (fact["value"], fact["unit"], fact["low"]) == ("300000", "元", "300000")


def test_a_fact_tells_value_bounds_sources_and_derivation() -> None:
    sources = (
        CellPlace("项目.csv", "项目", 2, "C", "年初预算数", "80"),
        TextPlace("report.md", 3, 5, 1, 4, "80"),
        Clause("预算法", "第六十七条", verified=True),
        Assumption("分值相等"),
    )
    derived = Derivation("甲 = 乙 × 2", ("40 × 2 = 80",), ("乙",))
    told = fact_as_json(Fact("甲", "甲", parse("8万多人次"), sources, derived))

    assert (told["value"], told["low"], told["high"], told["unit"]) == ("80000", "80000", "90000", "人次")
    assert [source["kind"] for source in told["sources"]] == ["cell", "text", "clause", "assumption"]
    assert told["sources"][0]["written"] == "80"
    assert told["derivation"] == {"formula": "甲 = 乙 × 2", "steps": ["40 × 2 = 80"], "inputs": ["乙"]}


def test_a_missing_fact_tells_why_and_a_text_is_no_number() -> None:
    missing = fact_as_json(Fact("甲", "甲", None, reason="没有填写"))
    text = fact_as_json(Fact("甲", "甲", "某市科协"))

    assert (missing["value"], missing["text"], missing["reason"]) == (None, "", "没有填写")
    assert (text["value"], text["text"], text["unit"], text["derivation"]) == (None, "某市科协", "", None)


def test_results_hold_no_binary_number(assessed: Results, tmp_path: Path) -> None:
    huge = Fact("甲", "甲", exact("12345678901234567890.12", "元"))
    facts = replace(assessed.facts, facts={**assessed.facts.facts, "甲": huge})
    text = written(replace(assessed, facts=facts), tmp_path)["results.json"].decode()

    def no_float(number: str) -> None:
        raise AssertionError(number)

    told = json.loads(text, parse_float=no_float, parse_constant=no_float)
    assert told["facts"]["甲"]["value"] == "12345678901234567890.12"
    assert told == as_json(replace(assessed, facts=facts))


def test_results_name_their_inputs_scores_and_checks(assessed: Results) -> None:
    finding = Finding("WX101", Severity.ERROR, "收入不等", "收入", "差 1 万元")
    outcomes = (
        Outcome("WX101", "收入", Verdict.FAIL, finding=finding),
        Outcome("WX102", "支出", Verdict.PASS),
    )
    told = as_json(replace(assessed, outcomes=outcomes))

    assert (told["unit"], told["year"], told["digest"], told["engine_version"]) == (
        "某市科协",
        2021,
        "d1",
        "0.1.0",
    )
    assert told["standard"] == {"code": "示例", "title": "示例标准", "version": "1", "digest": "s1"}
    assert [card["name"] for card in told["scores"]] == ["科学普及", "人才发展", "部门整体"]
    assert told["checks"]["counts"]["fail"] == 1
    assert told["checks"]["outcomes"][0]["finding"]["message"] == "差 1 万元"


def test_equal_results_give_equal_bytes(assessed: Results, tmp_path: Path) -> None:
    assert written(assessed, tmp_path / "1") == written(assessed, tmp_path / "2")
