"""Keys over all tables of a package: unique values, and references that lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from wenxiao.catalogue.model import Catalogue, ForeignKey, TableSpec
from wenxiao.nearest import suggestion
from wenxiao.packages.model import Row
from wenxiao.place import CellPlace

_Tables = Mapping[str, Sequence[Row]]
_EXAMPLES = 5


def check_keys(catalogue: Catalogue, tables: _Tables, unread: Collection[str] = ()) -> list[str]:
    """List duplicate keys (naming both rows) and references that lead nowhere or to the wrong level.

    A reference is not judged where its target is not wholly known: the table is in ``unread``, or a key in
    it could not be read.
    """
    problems: list[str] = []
    for spec in catalogue.tables.values():
        rows = tables.get(spec.name, ())
        for fields in (spec.primary_key, *spec.unique):
            problems += _duplicates(spec, fields, rows)
        for key in spec.foreign_keys:
            targets = tables.get(key.table, ())
            if key.table not in unread and all(key.to in row.values for row in targets):
                problems += _misled(catalogue.tables[key.table], key, rows, targets)
    return problems


def _duplicates(spec: TableSpec, fields: tuple[str, ...], rows: Sequence[Row]) -> Iterator[str]:
    required = [name for name in fields if spec.field(name).constraints.required]
    first: dict[tuple[object, ...], Row] = {}
    for row in rows:
        if any(name not in row.values for name in required):
            continue  # reported already: the cell is empty or cannot be read
        key = tuple(row.values.get(name) for name in fields)
        earlier = first.setdefault(key, row)
        if earlier is not row:
            titles = "、".join(spec.field(name).title for name in fields)
            shown = "、".join(str(value) for value in key if value is not None)
            place, other = _place_of(row, fields), _place_of(earlier, fields)
            yield f"{place}：{titles}“{shown}”与第 {other.row} 行重复。请改成不同的，或合并两行。"


def _place_of(row: Row, fields: tuple[str, ...]) -> CellPlace:
    return next(row.cells[name] for name in fields if name in row.cells)


def _misled(target: TableSpec, key: ForeignKey, rows: Sequence[Row], targets: Sequence[Row]) -> Iterator[str]:
    """Report references that lead nowhere or where they may not, each value once with all its rows."""
    referring: dict[str, list[Row]] = {}
    for row in rows:
        if key.field in row.values:
            referring.setdefault(str(row.values[key.field]), []).append(row)
    if referring and not targets:
        yield _into_the_void(target, key, [row for same in referring.values() for row in same])
        return
    known = {str(row.values[key.to]): row for row in reversed(targets)}  # of duplicates the first counts
    for value, same in referring.items():
        if value not in known:
            yield f"{_where(key, same)}：{_unknown(target, key, value, known)}"
        elif key.only_without in known[value].values:
            yield f"{_where(key, same)}：{_forbidden(target, key, known[value], targets)}"


def _where(key: ForeignKey, rows: Sequence[Row]) -> str:
    first, *others = (row.cells[key.field] for row in rows)
    if not others:
        return str(first)
    numbers = "、".join(str(cell.row) for cell in others[:_EXAMPLES])
    return f"{first}，还有第 {numbers} {f'等 {len(others)} 行' if len(others) > _EXAMPLES else '行'}"


def _into_the_void(target: TableSpec, key: ForeignKey, rows: Sequence[Row]) -> str:
    return f"{_where(key, rows)}：引用了「{target.title}」，但「{target.title}」没有数据。请填写「{target.title}」。"


def _unknown(target: TableSpec, key: ForeignKey, value: str, known: Collection[str]) -> str:
    return (
        f"“{value}”在「{target.title}」的“{target.field(key.to).title}”列中找不到。"
        f"{suggestion(value, known)}请改正，或在「{target.title}」补上这一行。"
    )


def _forbidden(target: TableSpec, key: ForeignKey, found: Row, targets: Sequence[Row]) -> str:
    title = target.field(key.only_without).title
    allowed = [str(row.values[key.to]) for row in targets if key.only_without not in row.values]
    examples = (
        f"：{'、'.join(allowed[:_EXAMPLES])}{' 等' if len(allowed) > _EXAMPLES else ''}" if allowed else ""
    )
    return (
        f"“{found.values[key.to]}”的“{title}”是“{found.values[key.only_without]}”，不能填在这里。"
        f"请改填「{target.title}」中“{title}”留空的一行{examples}。"
    )
