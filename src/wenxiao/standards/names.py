"""The names a formula of a standard may use, and the counters that measuring makes for it.

A counter is named ``<label>.<counter>``: ``数量指标.达标数``. The labels are the level-1 and level-2
indicator names of the catalogue, and ``绩效指标`` for all of them together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wenxiao.catalogue.model import Catalogue, TableSpec
from wenxiao.fact import name_key

ALL_INDICATORS = "绩效指标"
DEPARTMENT = "部门整体"
PROJECT_TOTALS = "一级项目合计"


@dataclass(frozen=True, slots=True)
class Counter:
    """A count over indicators: its name and what is counted, in words."""

    name: str
    meaning: str


COUNTERS = (
    Counter("数量", "指标"),
    Counter("有目标数", "设有目标值的指标"),
    Counter("已报告数", "报告了实际完成值的指标"),
    Counter("达标数", "设有目标值并且达到目标的指标"),
    Counter("有佐证数", "写明佐证材料的指标"),
)


def counter_labels(catalogue: Catalogue) -> tuple[str, ...]:
    """Give the labels counters are made for, all indicators first, then by level, without repetition."""
    levels = [*catalogue.codes["level1"].labels, *catalogue.codes["level2"].labels]
    return tuple(dict.fromkeys([ALL_INDICATORS, *levels]))


def department_names(catalogue: Catalogue) -> frozenset[str]:
    """Give the names a department formula may use, apart from the standard's own indicators.

    These are the statement lines and staffing categories with their columns, the totals of the level-1
    projects, and the counters.
    """
    names = [*_coded_facts(catalogue, "statement"), *_coded_facts(catalogue, "staffing")]
    names += [f"{PROJECT_TOTALS}.{column}" for column in project_names(catalogue)]
    names += [f"{label}.{counter.name}" for label in counter_labels(catalogue) for counter in COUNTERS]
    return frozenset(normalised(name) for name in names)


def project_names(catalogue: Catalogue) -> frozenset[str]:
    """Give the names a project formula may use: the amounts recorded for each project."""
    table = catalogue.tables["project"]
    return frozenset(table.field(name).title for name in _spec_fields(table))


def normalised(name: str) -> str:
    """Normalise every part of a dotted name, as fact keys are."""
    return ".".join(name_key(part) for part in name.split("."))


def _coded_facts(catalogue: Catalogue, table_name: str) -> Iterator[str]:
    table = catalogue.tables[table_name]
    assert table.facts is not None  # noqa: S101  (the core tables declare their facts)
    for label in catalogue.codes[table.field(table.facts.entity).codes].labels:
        yield label
        yield from (f"{label}.{table.field(name).title}" for name in table.facts.fields)


def _spec_fields(table: TableSpec) -> tuple[str, ...]:
    return table.facts.fields if table.facts else ()
