"""The published data dictionary: every table, field and code list, as Markdown made from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wenxiao.catalogue.model import Catalogue, CodeList, FieldSpec, FieldType, TableSpec
from wenxiao.grid import markdown_grid

_TYPES = {
    FieldType.STRING: "文字",
    FieldType.TEXT: "长文字",
    FieldType.CODE: "代码",
    FieldType.MONEY: "金额",
    FieldType.QUANTITY: "数量",
    FieldType.NUMBER: "数字",
    FieldType.DATE: "日期",
    FieldType.INTEGER: "整数",
    FieldType.BOOLEAN: "是或否",
}


def as_markdown(catalogue: Catalogue) -> str:
    """Write the whole dictionary; equal catalogues give equal text."""
    lines = [
        "# 数据字典",
        "",
        "本页由数据目录生成，请勿手工修改。列名和字段名都可以作表头。",
        "",
        "## 数据表",
    ]
    for table in catalogue.tables.values():
        lines += _table(catalogue, table)
    lines += ["", "## 代码表"]
    for codes in catalogue.codes.values():
        lines += _code_list(codes)
    return "\n".join(lines) + "\n"


def _table(catalogue: Catalogue, table: TableSpec) -> Iterator[str]:
    yield from (
        "",
        f"### {table.title}（`{table.name}`）",
        "",
        f"{table.meaning}。依据：{table.source}。",
        "",
    )
    yield f"主键：{_titles(table, table.primary_key)}。{'只有一行。' if table.rows == 'one' else ''}"
    for group in table.unique:
        yield f"不得重复：{_titles(table, group)}。"
    for key in table.foreign_keys:
        target = catalogue.tables[key.table]
        limit = f"，只限“{target.field(key.only_without).title}”留空的行" if key.only_without else ""
        yield f"引用：{table.field(key.field).title} → {target.title}.{target.field(key.to).title}{limit}。"
    yield ""
    yield from markdown_grid(
        ("列名", "字段名", "类型", "必填", "含义", "要求"),
        ((field.title, f"`{field.name}`", *_described(catalogue, table, field)) for field in table.fields),
    )


def _described(catalogue: Catalogue, table: TableSpec, field: FieldSpec) -> tuple[str, str, str, str]:
    unit = field.unit or (f"见“{table.field(field.unit_field).title}”" if field.unit_field else "")
    kind = f"{_TYPES[field.type]}（{unit}）" if unit else _TYPES[field.type]
    required = "是" if field.constraints.required else ""
    return kind, required, field.meaning, "；".join(_demands(catalogue, field))


def _demands(catalogue: Catalogue, field: FieldSpec) -> Iterator[str]:
    limits = field.constraints
    if field.codes:
        yield f"取自代码表“{catalogue.codes[field.codes].title}”"
    if limits.minimum is not None:
        yield f"不小于 {limits.minimum}"
    if limits.maximum is not None:
        yield f"不大于 {limits.maximum}"
    if limits.pattern_hint:
        yield f"只用{limits.pattern_hint}"


def _code_list(codes: CodeList) -> Iterator[str]:
    yield from ("", f"### {codes.title}（`{codes.name}`）", "")
    yield from markdown_grid(
        ("取值", "含义", "也可写作"),
        ((code.label, code.meaning, "、".join(code.aliases)) for code in codes.values),
    )


def _titles(table: TableSpec, names: Sequence[str]) -> str:
    return " + ".join(table.field(name).title for name in names)
