"""The cases of tests/cases: written in TOML by people who know the rules, run as they stand."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from wenxiao.catalogue.load import core_catalogue
from wenxiao.engine.measure import facts_of
from wenxiao.engine.score import score
from wenxiao.fact import FactTable, name_key
from wenxiao.packages.folder import package_from_tables
from wenxiao.quantity import Quantity
from wenxiao.standards.load import load_standard

_CASES = Path(__file__).parents[1] / "cases"
Case = dict[str, Any]


def _read(name: str) -> list[Any]:
    cases = tomllib.loads((_CASES / name).read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["title"]) for case in cases]


def _facts(tables: dict[str, list[dict[str, str]]], standard: str) -> FactTable:
    package = package_from_tables(tables)
    facts = facts_of(package, core_catalogue())
    return score(package, facts, load_standard(standard, year=2021))[1]


def _check_score(facts: FactTable, key: str, case: Case) -> None:
    fact = facts[f"{key}.得分"]
    if "reason" in case:
        assert fact.value is None
        assert fact.reason == case["reason"]
    else:
        assert isinstance(fact.value, Quantity), fact.reason
        assert fact.value.value == Decimal(case["score"])
        assert fact.value.unit == "分"


@pytest.mark.parametrize("case", _read("indicator.toml"))
def test_an_indicator_earns(case: Case) -> None:
    indicator = {"code": "A-1", "project": "A", "level1": "产出指标", "level2": "数量指标", "name": "指标"}
    names = {
        "target_form": "target_form",
        "target": "target_value",
        "target_text": "target_text",
        "weight": "weight",
    }
    indicator |= {field: case[name] for name, field in names.items() if name in case}
    names = {"actual": "value", "text": "text", "attainment": "attainment", "share": "share"}
    reported = {field: case[name] for name, field in names.items() if name in case}
    facts = _facts(
        {
            "project": [{"code": "A", "name": "项目"}],
            "indicator": [indicator],
            "actual": [{"indicator": "A-1"} | reported] if reported else [],
        },
        "project-self-evaluation",
    )
    _check_score(facts, "项目.指标", case)


@pytest.mark.parametrize("case", _read("department.toml"))
def test_a_department_indicator_earns(case: Case) -> None:
    staffing = [
        {"category": category, "headcount": count} for category, count in case.get("staffing", {}).items()
    ]
    facts = _facts({"staffing": staffing, "statement": case.get("statement", [])}, case["standard"])
    key = f"部门整体.{name_key(case['indicator'])}"
    if "value" in case:
        value = facts[key].value
        assert isinstance(value, Quantity)
        assert value.value == Decimal(case["value"])
    _check_score(facts, key, case)
