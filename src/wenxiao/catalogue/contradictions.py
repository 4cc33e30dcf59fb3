"""What makes a catalogue contradict itself: found when it is loaded, so that nobody fills a broken table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from wenxiao.catalogue.model import Catalogue, CodeList, FieldSpec, FieldType, TableSpec
from wenxiao.quantity import Kind, QuantityError, exact


def contradictions(catalogue: Catalogue) -> list[str]:
    """List every contradiction of a catalogue, in the order of its tables; empty if it is sound."""
    problems = [f"表的名称“{name}”重复。" for name in _repeated(_table_names(catalogue))]
    for table in catalogue.tables.values():
        found = (*_names(table), *_keys(table), *_facts(table), *_links(catalogue, table))
        problems += [f"表「{table.title}」：{problem}" for problem in found]
        for field in table.fields:
            found = (*_units(table, field), *_codes(catalogue, field), *_limits(field))
            problems += [f"表「{table.title}」字段「{field.title}」：{problem}" for problem in found]
    problems += [problem for codes in catalogue.codes.values() for problem in _labels(codes)]
    return problems


def _table_names(catalogue: Catalogue) -> Iterator[str]:
    for table in catalogue.tables.values():
        yield from {table.name, table.title}


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def _names(table: TableSpec) -> Iterator[str]:
    headings = [heading for field in table.fields for heading in {field.name, field.title}]
    yield from (f"字段的名称“{name}”重复。" for name in _repeated(headings))
    if table.rows not in {"one", "many"}:
        yield f"rows 只能是 one 或 many，而不是“{table.rows}”。"


def _keys(table: TableSpec) -> Iterator[str]:
    if not table.primary_key:
        yield "没有主键。"
    known = {field.name: field for field in table.fields}
    for name in table.primary_key:
        if name not in known:
            yield f"主键“{name}”不是字段。"
        elif not known[name].constraints.required:
            yield f"主键“{name}”不是必填。"
    yield from (
        f"唯一性中的“{name}”不是字段。" for group in table.unique for name in group if name not in known
    )


def _facts(table: TableSpec) -> Iterator[str]:
    if table.facts is None:
        return
    facts, known = table.facts, {field.name for field in table.fields}
    single = (name for name in (facts.entity, facts.bare, facts.parent, facts.alias) if name)
    for name in (*single, *facts.fields, *facts.suffixed):
        if name not in known:
            yield f"facts 中的“{name}”不是字段。"


def _links(catalogue: Catalogue, table: TableSpec) -> Iterator[str]:
    for key in table.foreign_keys:
        target = catalogue.tables.get(key.table)
        if key.field not in {field.name for field in table.fields}:
            yield f"外键“{key.field}”不是字段。"
        if target is None:
            yield f"外键“{key.field}”指向不存在的表“{key.table}”。"
        elif target.primary_key != (key.to,):
            yield f"外键“{key.field}”指向的“{key.table}.{key.to}”不是那张表的主键。"
        elif key.only_without and key.only_without not in {field.name for field in target.fields}:
            yield f"外键“{key.field}”的 only_without“{key.only_without}”不是那张表的字段。"


def _units(table: TableSpec, field: FieldSpec) -> Iterator[str]:
    if field.type is FieldType.MONEY and _kind(field.unit) is not Kind.MONEY:
        yield f"金额的单位“{field.unit}”不是货币单位。"
    if field.unit and _kind(field.unit) is None:
        yield f"单位“{field.unit}”不在单位表中。"
    if field.type is FieldType.QUANTITY and bool(field.unit) == bool(field.unit_field):
        yield "数量应当有 unit 或 unit_field，二者取一。"
    if field.unit_field and field.unit_field not in {other.name for other in table.fields}:
        yield f"unit_field“{field.unit_field}”不是字段。"


def _kind(unit: str) -> Kind | None:
    try:
        return exact(1, unit).kind
    except QuantityError:
        return None


def _codes(catalogue: Catalogue, field: FieldSpec) -> Iterator[str]:
    if (field.type is FieldType.CODE) != bool(field.codes):
        yield "类型 code 与 codes 应当同时出现。"
    if field.codes and field.codes not in catalogue.codes:
        yield f"代码表“{field.codes}”不存在。"


def _limits(field: FieldSpec) -> Iterator[str]:
    low, high = field.constraints.minimum, field.constraints.maximum
    if low is not None and high is not None and low > high:
        yield f"下限 {low} 大于上限 {high}。"
    if bool(field.constraints.pattern) != bool(field.constraints.pattern_hint):
        yield "格式（pattern）和它的说明（pattern_hint）应当同时出现。"
    try:
        re.compile(field.constraints.pattern)
    except re.error as error:
        yield f"格式“{field.constraints.pattern}”不是正则表达式：{error}。"


def _labels(codes: CodeList) -> Iterator[str]:
    written = [text for code in codes.values for text in (code.label, *code.aliases)]
    yield from (f"代码表「{codes.title}」的“{text}”重复。" for text in _repeated(written))
