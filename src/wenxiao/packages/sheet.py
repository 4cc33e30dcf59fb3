"""Find the table in a sheet: which row is the header, what each column is, in which unit, what is data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wenxiao.catalogue.model import FieldSpec, FieldType, TableSpec
from wenxiao.nearest import suggestion
from wenxiao.packages.cells import Raw, fold, written
from wenxiao.quantity import Kind, QuantityError, exact

Grid = Sequence[Sequence[Raw]]

_HEADER_WITHIN = 20  # a header further down than this is no header a person would see
_UNIT_IN_BRACKETS = re.compile(r"(.+)\(([^()]+)\)")
_UNIT_NOTE = re.compile(r"单位[:：]?\s*\(?((?:亿|百万|万|千)?元)")


@dataclass(frozen=True, slots=True)
class Column:
    """A recognised column: 0-based index, field, and the unit the sheet states for it ("" if none)."""

    index: int
    field: FieldSpec
    unit: str = ""

    @property
    def letter(self) -> str:
        """Give the column as Excel names it."""
        return column_letter(self.index)


@dataclass(frozen=True, slots=True)
class RawSheet:
    """The data rows of a sheet, not yet typed; ``first_row`` is the 1-based number of the first."""

    file: str
    name: str
    columns: tuple[Column, ...]
    first_row: int
    rows: Grid


def column_letter(index: int) -> str:
    """Name a 0-based column as Excel does: 0 is A, 26 is AA."""
    name = ""
    while index >= 0:
        index, letter = index // 26 - 1, chr(ord("A") + index % 26)
        name = letter + name
    return name


def column_index(letters: str) -> int:
    """Give the 0-based index of a column named as Excel does: A is 0, AA is 26."""
    index = -1
    for letter in letters:
        index = (index + 1) * 26 + ord(letter) - ord("A")
    return index


def headings(table: TableSpec) -> dict[str, FieldSpec]:
    """Map every way to head a column, folded, to its field."""
    return {fold(text): field for field in table.fields for text in (field.name, field.title)}


def has_content(cells: Sequence[Raw]) -> bool:
    """Tell whether a row has anything but blanks."""
    return any(not isinstance(cell, str) or cell.strip() for cell in cells)


def locate(table: TableSpec, grid: Grid, file: str, name: str) -> tuple[RawSheet, list[str]]:
    """Find header, columns and data of a table in a grid of cells, with all problems of the header.

    The header is the row with the most known headings; a merged header may use the row above or below
    as well. A sheet without any content is an empty table.
    """
    where = f"「{file}」工作表「{name}」"
    header, columns = _header(grid, headings(table))
    if not columns:
        problems = [_no_header(where, table)] if any(map(has_content, grid)) else []
        return RawSheet(file, name, (), 1, ()), problems
    noted = {
        unit
        for row in grid[: header.start]
        for cell in row
        for unit in _UNIT_NOTE.findall(fold(written(cell)))
    }
    columns = [_with_unit(column, noted) for column in columns]
    problems = [*_note_problems(noted, columns, where), *_missing(table, columns, where)]
    problems += [*_repeated(columns, where), *_strangers(table, grid, header, columns, where)]
    problems += _ragged(grid, header, columns[-1].index, where)
    return RawSheet(file, name, tuple(columns), header.stop + 1, grid[header.stop :]), problems


def _header(grid: Grid, known: Mapping[str, FieldSpec]) -> tuple[range, list[Column]]:
    found = [_recognise(row, known) for row in grid[:_HEADER_WITHIN]]
    if not any(found):
        return range(0), []
    best = max(range(len(found)), key=lambda index: len(found[index]))
    rows, columns = range(best, best + 1), found[best]
    for other in (best - 1, best + 1):
        if 0 <= other < len(found) and found[other].keys() - columns.keys():
            rows, columns = range(min(best, other), max(best, other) + 1), {**found[other], **columns}
            break
    return rows, [columns[index] for index in sorted(columns)]


def _recognise(cells: Sequence[Raw], known: Mapping[str, FieldSpec]) -> dict[int, Column]:
    found = {}
    for index, cell in enumerate(cells):
        if isinstance(cell, str) and (column := _column(index, fold(cell).rstrip("*"), known)):
            found[index] = column
    return found


def _column(index: int, heading: str, known: Mapping[str, FieldSpec]) -> Column | None:
    if heading in known:
        return Column(index, known[heading])
    parts = _UNIT_IN_BRACKETS.fullmatch(heading)
    field = known.get(parts[1].rstrip("*")) if parts else None
    if parts and field and _fits(field, parts[2]):
        return Column(index, field, parts[2])
    return None


def _fits(field: FieldSpec, unit: str) -> bool:
    """Tell whether a column of this type can be in this unit."""
    try:
        kind = exact(1, unit).kind
    except QuantityError:
        return False
    return field.type is FieldType.QUANTITY or (field.type is FieldType.MONEY and kind is Kind.MONEY)


def _with_unit(column: Column, noted: set[str]) -> Column:
    if column.field.type is FieldType.MONEY and not column.unit and len(noted) == 1:
        return Column(column.index, column.field, *noted)
    return column


def _note_problems(noted: set[str], columns: list[Column], where: str) -> Iterator[str]:
    if len(noted) > 1 and any(column.field.type is FieldType.MONEY and not column.unit for column in columns):
        units = "、".join(sorted(noted))
        yield f"{where}：表头上方注明了不同的金额单位（{units}）。请只留一个，或写在每列表头的括号里。"


def _no_header(where: str, table: TableSpec) -> str:
    titles = "、".join(field.title for field in table.fields)
    return f"{where}：前 {_HEADER_WITHIN} 行中找不到表头。请保留模板的表头，列名是：{titles}。"


def _missing(table: TableSpec, columns: list[Column], where: str) -> Iterator[str]:
    present = {column.field.name for column in columns}
    for field in table.fields:
        if field.constraints.required and field.name not in present:
            yield f"{where}：缺少必填的列“{field.title}”（{field.meaning}）。请补上这一列。"


def _repeated(columns: list[Column], where: str) -> Iterator[str]:
    first: dict[str, Column] = {}
    for column in columns:
        earlier = first.setdefault(column.field.name, column)
        if earlier is not column:
            title, letters = column.field.title, f"{earlier.letter} 列和 {column.letter} 列"
            yield f"{where}：{letters}都是“{title}”。请只保留一列。"


def _strangers(
    table: TableSpec, grid: Grid, header: range, columns: list[Column], where: str
) -> Iterator[str]:
    """Report columns with a heading nobody knows, or with content but no heading."""
    known = {column.index for column in columns}
    titles = [field.title for field in table.fields]
    for index in range(_width(grid, header)):
        if index in known:
            continue
        column = [written(row[index]).strip() for row in grid[header.start :] if index < len(row)]
        heading = " ".join(filter(None, column[: len(header)]))
        if heading:
            advice = suggestion(heading, titles)
            yield f"{where} {column_letter(index)} 列：不认识列名“{heading}”。{advice}请改为模板的列名，或删除这一列。"
        elif any(column):
            yield f"{where} {column_letter(index)} 列：有内容但没有列名。请补上列名，或删除这一列。"


def _ragged(grid: Grid, header: range, last: int, where: str) -> Iterator[str]:
    """Report rows of a CSV file that a stray comma or line break made longer or shorter than the header."""
    width = _width(grid, header)
    for number, row in enumerate(grid[header.stop :], header.stop + 1):
        too_short, too_long = len(row) <= last, len(row) > width
        if (too_short and has_content(row)) or (too_long and has_content(row[width:])):
            yield (
                f"{where} 第 {number} 行：有 {len(row)} 格，表头有 {width} 格。"
                "请检查逗号和换行：含逗号或换行的内容要用英文双引号括起。"
            )


def _width(grid: Grid, header: range) -> int:
    return max(len(grid[row]) for row in header)
