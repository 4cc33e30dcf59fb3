"""Raw cells to typed rows, with every problem named by its cell: all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wenxiao.catalogue.model import Catalogue, TableSpec
from wenxiao.errors import InputProblems
from wenxiao.packages.cells import Converter, Raw, converter, explain, written
from wenxiao.packages.model import Row, Value
from wenxiao.packages.sheet import Column, Grid, RawSheet, locate
from wenxiao.place import CellPlace


def type_rows(catalogue: Catalogue, table: str, sheet: RawSheet) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """Type the rows of a sheet; with any problem the rows are incomplete and must not be used.

    Blank rows are skipped; in a table keyed by code lists also rows that hold nothing but their key,
    because the template is pre-filled with it.
    """
    typist = _Typist(catalogue, catalogue.tables[table], sheet)
    rows = tuple(typist.rows())
    if typist.table.rows == "one" and len(rows) > 1:
        typist.problems.append(
            f"「{sheet.file}」工作表「{sheet.name}」：应当只有一行，现有 {len(rows)} 行。请合并。"
        )
    return rows, tuple(typist.problems)


def read_grid(
    catalogue: Catalogue, table: TableSpec, grid: Grid, file: str, name: str
) -> tuple[tuple[Row, ...], list[str]]:
    """Read the rows of a table from the cells of a sheet, header and all, with all problems."""
    sheet, problems = locate(table, grid, file, name)
    rows, more = type_rows(catalogue, table.name, sheet)
    return rows, [*problems, *more]


def rows_from_dicts(catalogue: Catalogue, table: str, dicts: Sequence[Mapping[str, str]]) -> tuple[Row, ...]:
    """Type rows written as mappings of column heading (field name or title, unit in brackets) to text.

    Raises:
        InputProblems: a heading is unknown or a value cannot be read.
    """
    spec = catalogue.tables[table]
    titles = list(dict.fromkeys(title for row in dicts for title in row))
    grid = [titles, *([row.get(title, "") for title in titles] for row in dicts)]
    rows, problems = read_grid(catalogue, spec, grid, "示例", spec.title)
    if problems:
        raise InputProblems(f"表「{spec.title}」的数据有问题：", problems)
    return rows


class RowCells(Mapping[str, CellPlace]):
    """The cells of one row by field name, made when asked for: most are never looked at."""

    __slots__ = ("_columns", "_names", "_number", "_raws", "_sheet")

    def __init__(
        self,
        sheet: RawSheet,
        columns: Mapping[str, Column],
        number: int,
        raws: Sequence[Raw],
        names: Iterable[str],
    ) -> None:
        """Remember the row; ``names`` are the fields that were not empty."""
        self._sheet, self._columns, self._number = sheet, columns, number
        self._raws, self._names = raws, names

    def __getitem__(self, name: str) -> CellPlace:
        """Give the cell a field was read from; KeyError if it was empty."""
        if name not in self._names:
            raise KeyError(name)
        return _place(self._sheet, self._columns[name], self._number, self._raws)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names of the fields that were not empty."""
        return iter(self._names)

    def __len__(self) -> int:
        """Count the cells that were not empty."""
        return len(tuple(self._names))


class _Typist:
    """Types the rows of one sheet; each column, and each unit that rows name, has one converter."""

    def __init__(self, catalogue: Catalogue, table: TableSpec, sheet: RawSheet) -> None:
        self.catalogue, self.table, self.sheet = catalogue, table, sheet
        self.problems: list[str] = []
        self.columns = {column.field.name: column for column in sheet.columns}
        self.fixed = [
            (name, column.index, converter(column.field, catalogue.codes, column.unit or column.field.unit))
            for name, column in self.columns.items()
            if not column.field.unit_field
        ]
        self.by_row = [column for column in sheet.columns if column.field.unit_field]
        self.by_unit: dict[tuple[int, str], Converter] = {}
        # A column that is missing altogether was reported with the header.
        self.required = [column for column in sheet.columns if column.field.constraints.required]
        self.prefilled = set(table.primary_key) if table.keyed_by_codes else set()

    def rows(self) -> Iterator[Row]:
        for number, raws in enumerate(self.sheet.rows, self.sheet.first_row):
            values = self._values(number, raws)
            if values.keys() <= self.prefilled:
                continue
            self._check_required(number, raws, values)
            cells = RowCells(self.sheet, self.columns, number, raws, values.keys())
            yield Row(self.table.name, values, cells)

    def _values(self, number: int, raws: Sequence[Raw]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        width = len(raws)
        for name, index, convert in self.fixed:  # the hot loop of reading: no calls but the conversion
            raw = raws[index] if index < width else ""
            if isinstance(raw, str):
                raw = raw.strip()
                if not raw:
                    continue
            try:
                values[name] = convert(raw)
            except ValueError as problem:
                self._report(self.columns[name], number, raws, explain(raw, problem))
        for column in self.by_row:
            unit = values.get(column.field.unit_field) or column.unit
            self._convert(column, self._in_unit(column, str(unit)), number, raws, values)
        return values

    def _convert(
        self, column: Column, convert: Converter, number: int, raws: Sequence[Raw], values: dict[str, Value]
    ) -> None:
        raw = _cell(raws, column)
        if raw == "":
            return
        try:
            values[column.field.name] = convert(raw)
        except ValueError as problem:
            self._report(column, number, raws, explain(raw, problem))

    def _in_unit(self, column: Column, unit: str) -> Converter:
        key = (column.index, unit)
        if key not in self.by_unit:
            self.by_unit[key] = converter(column.field, self.catalogue.codes, unit)
        return self.by_unit[key]

    def _check_required(self, number: int, raws: Sequence[Raw], values: Mapping[str, Value]) -> None:
        for column in self.required:
            if column.field.name not in values and _cell(raws, column) == "":
                self._report(column, number, raws, "必填项为空。请填写（合并的单元格请取消合并，逐行填写）。")

    def _report(self, column: Column, number: int, raws: Sequence[Raw], problem: str) -> None:
        self.problems.append(f"{_place(self.sheet, column, number, raws)}：{problem}")


def _cell(raws: Sequence[Raw], column: Column) -> Raw:
    """Give a cell without blanks around it; "" if it is empty or the row ends before it."""
    raw = raws[column.index] if column.index < len(raws) else ""
    return raw.strip() if isinstance(raw, str) else raw


def _place(sheet: RawSheet, column: Column, number: int, raws: Sequence[Raw]) -> CellPlace:
    return CellPlace(
        sheet.file, sheet.name, number, column.letter, column.field.title, written(_cell(raws, column))
    )
