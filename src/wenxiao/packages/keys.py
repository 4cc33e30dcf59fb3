"""Keys over all tables of a package: unique values, and references that lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from wenxiao.catalogue.model import Catalogue, ForeignKey, TableSpec
from wenxiao.nearest import suggestion
from wenxiao.packages.model import Row
from wenxiao.place import CellPlace

_Tables = Mapping[str, Sequence[Row]]


def check_keys(catalogue: Catalogue, tables: _Tables, unread: Collection[str] = ()) -> list[str]:
    """List duplicate keys (naming both rows) and references to rows that do not exist.

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
                problems += _dangling(catalogue, key, rows, targets)
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


def _dangling(
    catalogue: Catalogue, key: ForeignKey, rows: Sequence[Row], targets: Sequence[Row]
) -> Iterator[str]:
    target = catalogue.tables[key.table]
    referring = [row for row in rows if key.field in row.values]
    if referring and not targets:
        yield (
            f"{referring[0].cells[key.field]}：引用了「{target.title}」，但「{target.title}」没有数据"
            f"（共 {len(referring)} 行这样）。请填写「{target.title}」。"
        )
        return
    known = {str(row.values.get(key.to)): None for row in targets}
    for row in referring:
        value = str(row.values[key.field])
        if value not in known:
            yield (
                f"{row.cells[key.field]}：“{value}”在「{target.title}」的“{target.field(key.to).title}”列中找不到。"
                f"{suggestion(value, known)}请改正，或在「{target.title}」补上这一行。"
            )
