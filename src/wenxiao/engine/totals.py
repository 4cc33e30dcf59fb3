"""What follows from amounts: a project's amounts from its records and funding lines, rates, totals.

A typed amount always stands; only an empty one is derived. The audit compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wenxiao.engine.compute import Label, add_computed, shown, within
from wenxiao.engine.workings import Workings, key_of, total
from wenxiao.fact import Clause, Derivation, Fact
from wenxiao.packages.model import Package, Row
from wenxiao.place import CellPlace
from wenxiao.quantity import Quantity
from wenxiao.standards.formula import parse
from wenxiao.standards.names import PROJECT_TOTALS

_BUDGET_KINDS = {
    "年初预算数": frozenset({"年初预算"}),
    "全年预算数": frozenset({"年初预算", "上年结转", "预算调整"}),
}
_OUTTURN = "全年执行数"
COLUMNS = (*_BUDGET_KINDS, _OUTTURN)
FUND_SOURCES = ("当年财政拨款", "上年结转资金", "其他资金")
# A sum of hundreds of payments is counted, not written out.
_SHOWN_PARTS = 12

_RATE = parse("全年执行数 / 全年预算数 * 100")
_DEPARTMENT_RATE = parse("本年支出合计 / 本年支出合计.全年预算数 * 100")
_RATE_CLAUSE = Clause("项目支出绩效自评表", "执行率 = 全年执行数 ÷ 全年预算数")

Records = Mapping[tuple[str, str], list[Row]]


@dataclass(frozen=True, slots=True)
class _Part:
    """An amount that goes into a total: a fact (``key``) or a record (``places``)."""

    label: str
    quantity: Quantity | None
    key: str = ""
    places: tuple[CellPlace, ...] = ()


def add_totals(work: Workings, package: Package) -> None:
    """Derive empty project amounts (lines before their projects), then shares by source, rates, totals."""
    projects, records = package.rows("project"), _records(package)
    top = [row for row in projects if not row.text("parent")]
    lines = {row.text("code"): _lines_of(row, projects) for row in projects}
    for row in [*(row for row in projects if row.text("parent")), *top]:
        for column in COLUMNS:
            _fill_amount(work, records, row, lines[row.text("code")], column)
    for row in top:
        _add_sources(work, records, row, lines[row.text("code")] or [row])
    for row in projects:
        _add_rate(work, row.text("name"))
    if top:
        _add_project_totals(work, top)
    add_computed(work, Label("预算执行率", "预算执行率", "%"), _DEPARTMENT_RATE, within(work=work))


def _lines_of(project: Row, projects: Iterable[Row]) -> list[Row]:
    return [row for row in projects if row.text("parent") == project.text("code")]


def _records(package: Package) -> Records:
    """Sort budget entries and payments by the project and the column they count in."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in package.rows("budget_entry"):
        for column, kinds in _BUDGET_KINDS.items():
            if row.text("kind") in kinds:
                found.setdefault((row.text("project"), column), []).append(row)
    for row in package.rows("payment"):
        found.setdefault((row.text("project"), _OUTTURN), []).append(row)
    return found


def _fill_amount(work: Workings, records: Records, row: Row, lines: Sequence[Row], column: str) -> None:
    name = row.text("name")
    own = _record_parts(records.get((row.text("code"), column), ()))
    if parts := [*_line_parts(work, lines, column), *own]:
        work.fill(_sum_fact(key_of(name, column), f"{name}的{column}", parts))


def _line_parts(work: Workings, lines: Iterable[Row], column: str) -> list[_Part]:
    keys = [(line.text("name"), key_of(line.text("name"), column)) for line in lines]
    return [_Part(f"{name}的{column}", work.quantity(key), key) for name, key in keys]


def _record_parts(rows: Iterable[Row]) -> list[_Part]:
    return [_Part("", row.quantity("amount"), places=row.place("amount")) for row in rows]


def _add_sources(work: Workings, records: Records, project: Row, leaves: Sequence[Row]) -> None:
    """Add what each source of funds gave to a project, where every leaf tells its source."""
    for source in FUND_SOURCES:
        for column in COLUMNS:
            parts: list[_Part] = []
            for leaf in leaves:
                parts += _parts_from(work, records, leaf, column, source)
            name = project.text("name")
            fact = _sum_fact(key_of(name, source, column), f"{name}的{source}的{column}", parts)
            work.add(fact)


def _parts_from(work: Workings, records: Records, leaf: Row, column: str, source: str) -> list[_Part]:
    """Give what a leaf got from a source: by its own field, else by its records."""
    if declared := leaf.text("fund_source"):
        return _line_parts(work, [leaf], column) if declared == source else []
    rows = records.get((leaf.text("code"), column), [])
    if rows and all(row.text("fund_source") for row in rows):
        return _record_parts(row for row in rows if row.text("fund_source") == source)
    return [_Part(f"{leaf.text('name')}的资金来源", None)]


def _sum_fact(key: str, title: str, parts: Sequence[_Part]) -> Fact:
    missing = [part.label for part in parts if part.quantity is None]
    inputs = tuple(part.key for part in parts if part.key)
    places = tuple(place for part in parts for place in part.places)
    if missing:
        derivation = Derivation(f"{title} = 各明细之和", (), inputs)
        return Fact(key, title, None, places, derivation, f"没有填写{'、'.join(missing)}，不能合计")
    known = [part.quantity for part in parts if part.quantity is not None]
    result = total(known, "元")
    return Fact(
        key, title, result, places, Derivation(f"{title} = 各明细之和", (_step(known, result),), inputs)
    )


def _step(parts: Sequence[Quantity], result: Quantity) -> str:
    if not parts:
        return f"没有这样的明细，合计 {shown(result)}"
    if len(parts) > _SHOWN_PARTS:
        return f"{len(parts)} 笔合计 = {shown(result)}"
    return f"{' + '.join(map(shown, parts))} = {shown(result)}"


def _add_project_totals(work: Workings, top: Sequence[Row]) -> None:
    for column in COLUMNS:
        parts = _line_parts(work, top, column)
        work.add(_sum_fact(key_of(PROJECT_TOTALS, column), f"{PROJECT_TOTALS}的{column}", parts))
    _add_rate(work, PROJECT_TOTALS)


def _add_rate(work: Workings, name: str) -> None:
    label = Label(key_of(name, "执行率"), f"{name}的执行率", "%")
    add_computed(work, label, _RATE, within(name, work=work), [_RATE_CLAUSE])
