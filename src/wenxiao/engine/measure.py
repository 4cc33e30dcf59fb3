"""From the rows of a package to its facts: what was recorded, sums, rates and counts.

Which fields become facts is declared in the catalogue (``facts`` of a table). An empty cell becomes a fact
without value, with the reason; nothing is ever filled in.
"""

from __future__ import annotations

from wenxiao.catalogue.model import Catalogue, FactSpec, TableSpec
from wenxiao.engine import counters, indicators, totals
from wenxiao.engine.workings import Workings, key_of
from wenxiao.fact import Clause, Fact, FactTable
from wenxiao.packages.model import Package, Row, Value
from wenxiao.quantity import Quantity

_UNIT_TEXTS = ("short_name", "competent_department", "nature")


def facts_of(package: Package, catalogue: Catalogue) -> FactTable:
    """Give all facts of a package that need no standard, in the order of the catalogue's tables.

    Raises:
        WenxiaoError: two records lead to the same fact key.
    """
    work = Workings()
    _add_unit(work, package, catalogue)
    for table in catalogue.tables.values():
        if table.facts:
            _add_table(work, package, catalogue, table, table.facts)
    totals.add_totals(work, package)
    indicators.add_indicators(work, package)
    counters.add_counters(work, package, catalogue)
    return work.table()


def _add_unit(work: Workings, package: Package, catalogue: Catalogue) -> None:
    rows = package.rows("unit")
    places = rows[0].place("name") if rows else ()
    work.add(Fact(key_of("单位名称"), "单位名称", package.unit, places))
    declared = Clause("package.toml", "year", verified=True)
    work.add(Fact(key_of("预算年度"), "预算年度", str(package.year), (declared,)))
    for row in rows:
        for name in _UNIT_TEXTS:
            if text := row.text(name):
                title = catalogue.tables["unit"].field(name).title
                work.add(Fact(key_of(title), title, text, row.place(name)))


def _add_table(
    work: Workings, package: Package, catalogue: Catalogue, table: TableSpec, spec: FactSpec
) -> None:
    parents = _parent_names(package, catalogue, table, spec)
    for row in package.rows(table.name):
        entity = row.text(spec.entity) if spec.entity else ""
        base = key_of(parents.get(row.text(spec.parent), "") if spec.parent else "", entity)
        if spec.alias:
            work.alias(row.text(spec.alias), base)
        for name, suffix in _columns(table, spec):
            title = f"{entity}的{suffix}" if entity and suffix else entity or suffix
            empty = f"《{table.title}》没有填写「{title}」"
            work.add(_cell_fact(row, name, key_of(base, suffix), title, empty))


def _parent_names(package: Package, catalogue: Catalogue, table: TableSpec, spec: FactSpec) -> dict[str, str]:
    """Map what stands in the parent field (a code) to the name of the entity it refers to."""
    for key in table.foreign_keys:
        entity = catalogue.tables[key.table].facts
        if key.field == spec.parent and entity:
            return {row.text(key.to): row.text(entity.entity) for row in package.rows(key.table)}
    return {}


def _columns(table: TableSpec, spec: FactSpec) -> list[tuple[str, str]]:
    """Pair each field that becomes a fact with the suffix of its key ("" for the bare one)."""
    bare = [(spec.bare, "")] if spec.bare else []
    return [*bare, *((name, table.field(name).title) for name in spec.fields), *spec.suffixed.items()]


def _cell_fact(row: Row, name: str, key: str, title: str, empty: str) -> Fact:
    value = row.values.get(name)
    return Fact(key, title, _shown(value), row.place(name), reason=empty if value is None else "")


def _shown(value: Value | None) -> Quantity | str | None:
    return value if value is None or isinstance(value, (Quantity, str)) else str(value)
