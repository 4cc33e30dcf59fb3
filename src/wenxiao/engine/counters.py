"""Counts over the indicators, for the rates of the department framework.

An indicator whose result cannot be known (nothing reported, another unit, an approximate value across the
target) may have reached its target or not: the count of targets reached is then a range.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from wenxiao.catalogue.model import Catalogue
from wenxiao.engine.indicators import actual_rows, has_target, indicator_keys, is_reported, reached
from wenxiao.engine.workings import Workings, key_of
from wenxiao.fact import Derivation, Fact
from wenxiao.packages.model import Package, Row
from wenxiao.quantity import Quantity, exact
from wenxiao.standards.names import ALL_INDICATORS, COUNTERS, Counter, counter_labels

_UNIT = "条"


@dataclass(frozen=True, slots=True)
class _Case:
    """An indicator as the counters see it: its key, its row and its reported result."""

    key: str
    row: Row
    actual: Row | None


def add_counters(work: Workings, package: Package, catalogue: Catalogue) -> None:
    """Add every counter for every label, also where it is zero."""
    actuals, keys = actual_rows(package), indicator_keys(package)
    cases = [
        _Case(keys[row.text("code")], row, actuals.get(row.text("code"))) for row in package.rows("indicator")
    ]
    for label in counter_labels(catalogue):
        belonging = [case for case in cases if _belongs(case.row, label)]
        for counter in COUNTERS:
            work.add(_counter_fact(label, counter, belonging))


def _belongs(row: Row, label: str) -> bool:
    return label in {ALL_INDICATORS, row.text("level1"), row.text("level2")}


def _counter_fact(label: str, counter: Counter, cases: Sequence[_Case]) -> Fact:
    surely = [case for case in cases if _counts(counter.name, case) is True]
    unsure = [case for case in cases if _counts(counter.name, case) is None]
    where = "" if label == ALL_INDICATORS else f"「{label}」中"
    meaning = f"{where}{counter.meaning}的条数"
    inputs = tuple(_cited(counter.name, case) for case in [*surely, *unsure])
    derivation = Derivation(meaning, tuple(_steps(cases, surely, unsure)), inputs)
    title = f"{label}的{counter.name}"
    return Fact(key_of(label, counter.name), title, _count(len(surely), len(unsure)), (), derivation)


def _counts(name: str, case: _Case) -> bool | None:
    """Tell whether an indicator is counted; None when that cannot be known."""
    if name == "有目标数":
        return has_target(case.row)
    if name == "已报告数":
        return case.actual is not None and is_reported(case.actual)
    if name == "达标数":
        return reached(case.row, case.actual) if has_target(case.row) else False
    if name == "有佐证数":
        return case.actual is not None and bool(case.actual.text("evidence"))
    return True


def _cited(name: str, case: _Case) -> str:
    return key_of(case.key, "目标值") if name == "有目标数" else case.key


def _count(surely: int, unsure: int) -> Quantity:
    quantity = exact(surely, _UNIT)
    if not unsure:
        return quantity
    high = surely + unsure
    return replace(quantity, high=Decimal(high), written=f"{surely}至{high}{_UNIT}")


def _steps(cases: Sequence[_Case], surely: Sequence[_Case], unsure: Sequence[_Case]) -> Iterator[str]:
    yield f"{len(cases)} 条指标中有 {len(surely)} 条"
    if unsure:
        names = "、".join(case.row.text("name") for case in unsure)
        yield f"另有 {len(unsure)} 条无法判定：{names}"
