"""What the rules look at: the rows of a package as figures that know their names and cells.

A typed cell is the figure; where a cell is empty, the figure derived from other rows (lines, budget
entries, payments) stands in, so that nothing is checked against itself and nothing is left unchecked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from wenxiao.audit.claims import Term
from wenxiao.fact import Fact, FactTable, name_key
from wenxiao.packages.model import Package, Row
from wenxiao.place import CellPlace
from wenxiao.quantity import Quantity
from wenxiao.standards.model import Standard

WHOLE = "部门整体"
STATEMENT_COLUMNS: Mapping[str, str] = {
    "original_budget": "年初预算数",
    "adjusted_budget": "全年预算数",
    "outturn": "决算数",
}
PROJECT_COLUMNS: Mapping[str, str] = {**STATEMENT_COLUMNS, "outturn": "全年执行数"}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits of the rules, in percent; the only place of their defaults.

    Neither 30 % has a national source: both are common practice, and a standard may set its own.
    ``indicator_points`` is what the indicators of a project weigh together; None: no standard says so.
    """

    adjustment_rate: Decimal = Decimal(30)
    over_achievement: Decimal = Decimal(30)
    indicator_points: Decimal | None = None


@dataclass(frozen=True)
class Ledger:
    """A package with its facts and the thresholds that apply."""

    package: Package
    facts: FactTable
    thresholds: Thresholds = Thresholds()

    def statement(self, line: str, column: str) -> Term:
        """Give a line of the statement in a column, as a term that may be missing."""
        key = name_key(line)
        if column != "outturn":
            key += f".{STATEMENT_COLUMNS[column]}"
        row = next((row for row in self.package.rows("statement") if row.text("line") == line), None)
        return self._term(row, column, key, line)

    def project_amount(self, project: Row, column: str) -> Term:
        """Give an amount of a project or funding line."""
        name = project.text("name")
        return self._term(project, column, f"{name_key(name)}.{PROJECT_COLUMNS[column]}", name)

    def level1(self) -> tuple[Row, ...]:
        """Give the level-1 projects, in file order."""
        return tuple(row for row in self.package.rows("project") if not row.text("parent"))

    def lines(self, project: Row) -> tuple[Row, ...]:
        """Give the funding lines of a project."""
        return self._where("project", "parent", project.text("code"))

    def goals(self, project: Row) -> tuple[Row, ...]:
        """Give the goals of a project."""
        return self._where("goal", "project", project.text("code"))

    def indicators(self, project: Row) -> tuple[Row, ...]:
        """Give the indicators of a project."""
        return self._where("indicator", "project", project.text("code"))

    def indicator_groups(self) -> tuple[tuple[str, tuple[Row, ...]], ...]:
        """Pair each level-1 project's name, and the department, with its indicators, if it has any."""
        groups = [(row.text("name"), self.indicators(row)) for row in self.level1()]
        groups.append((WHOLE, self._where("indicator", "project", "")))
        return tuple(group for group in groups if group[1])

    def actual(self, indicator: Row) -> Row | None:
        """Give the row that reports an indicator's actual value."""
        return self._actuals.get(indicator.text("code"))

    def actual_text(self, indicator: Row, field: str) -> str:
        """Give a text that was reported with an indicator's actual value, "" if there is none."""
        actual = self.actual(indicator)
        return actual.text(field) if actual else ""

    def pairs(self) -> Iterator[tuple[Row, Quantity, Quantity]]:
        """Give the indicators that have both a target value and an actual value, with the two."""
        for row in self.package.rows("indicator"):
            actual = self.actual(row)
            target, value = row.quantity("target_value"), actual.quantity("value") if actual else None
            if target and value:
                yield row, target, value

    def value_places(self, indicator: Row) -> tuple[CellPlace, ...]:
        """Give the cells of an indicator's target value and actual value."""
        actual = self.actual(indicator)
        return (*indicator.place("target_value"), *(actual.place("value") if actual else ()))

    def fact(self, key: str) -> Fact | None:
        """Give a fact by key or alias, None if there is none."""
        found = self.facts.resolve(key)
        return None if found is None else self.facts[found]

    @cached_property
    def _actuals(self) -> Mapping[str, Row]:
        return {row.text("indicator"): row for row in self.package.rows("actual")}

    def _where(self, table: str, field: str, value: str) -> tuple[Row, ...]:
        return tuple(row for row in self.package.rows(table) if row.text(field) == value)

    def _term(self, row: Row | None, field: str, key: str, label: str) -> Term:
        typed = row.quantity(field) if row else None
        if row and typed is not None:
            return Term(key, label, _as_printed(typed, row.place(field)), row.place(field))
        fact = self.fact(key)
        if fact and fact.derivation and isinstance(fact.value, Quantity):
            return Term(key, label, fact.value, self._cells(fact))
        return Term(key, label, None)

    def _cells(self, fact: Fact) -> tuple[CellPlace, ...]:
        inputs = [self.fact(key) for key in fact.derivation.inputs] if fact.derivation else []
        sources = [source for one in (fact, *inputs) if one for source in one.sources]
        return tuple(source for source in sources if isinstance(source, CellPlace))


def _as_printed(quantity: Quantity, places: tuple[CellPlace, ...]) -> Quantity:
    """Let an amount know what its cell says: its rounding is seen from the digits."""
    return quantity if quantity.written or not places else replace(quantity, written=places[0].written)


def thresholds_of(standard: Standard) -> Thresholds:
    """Take the thresholds a standard sets; what it does not set keeps its default."""
    default = Thresholds()
    blocks = standard.project.blocks if standard.project else ()
    return Thresholds(
        standard.thresholds.get("预算调整率", default.adjustment_rate),
        standard.thresholds.get("超额完成率", default.over_achievement),
        sum((block.weight for block in blocks), Decimal(0)) if blocks else None,
    )
