"""Gather the tables of a package sheet by sheet, wherever they come from, with all their problems."""

from __future__ import annotations

from dataclasses import dataclass, field

from wenxiao.catalogue.model import Catalogue, TableSpec
from wenxiao.nearest import nearest, suggestion
from wenxiao.packages.cells import fold
from wenxiao.packages.intake import read_grid
from wenxiao.packages.keys import check_keys
from wenxiao.packages.model import Row
from wenxiao.packages.sheet import Grid, has_content


@dataclass
class Collection:
    """The tables read so far, and every problem met on the way; problems make the whole unusable."""

    catalogue: Catalogue
    tables: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    _sheets: dict[str, str] = field(default_factory=dict)
    _unread: set[str] = field(default_factory=set)

    def add(self, grid: Grid, file: str, name: str) -> None:
        """Read a sheet into the table that its name says; blank sheets of any name are passed over."""
        table = self._table(name)
        where = f"「{file}」工作表「{name}」"
        if table is None:
            if any(map(has_content, grid)):
                self.problems.append(f"{where}：不认识这张表。{self._advice(name)}")
                for title in nearest(name, self._titles, limit=1):
                    self.skip(title)  # it is probably that table, misnamed
        elif earlier := self._sheets.get(table.name):
            self.problems.append(f"{where}：与{earlier}是同一张表。请合并成一张。")
        else:
            self._sheets[table.name] = where
            self._read(table, grid, file, name)

    def skip(self, name: str) -> None:
        """Note that a sheet could not be read, so that references to its table are not judged."""
        if table := self._table(name):
            self._unread.add(table.name)

    def check(self) -> None:
        """Check, once all are read, that the tables hold anything, and keys and references over all of them."""
        self.problems += check_keys(self.catalogue, self.tables, self._unread)
        if not self.problems and all(self.catalogue.tables[name].rows == "one" for name in self.tables):
            self.problems.append(self._blank())

    def _read(self, table: TableSpec, grid: Grid, file: str, name: str) -> None:
        rows, problems = read_grid(self.catalogue, table, grid, file, name)
        self.problems += problems
        if rows:
            self.tables[table.name] = rows
        elif problems:
            self._unread.add(table.name)

    def _table(self, name: str) -> TableSpec | None:
        key = fold(name)
        return next(
            (table for table in self.catalogue.tables.values() if key in {table.name, fold(table.title)}),
            None,
        )

    @property
    def _titles(self) -> list[str]:
        return [table.title for table in self.catalogue.tables.values()]

    def _blank(self) -> str:
        """Say which tables are empty; the template starts with the name of the unit, which is no data."""
        titles = [table.title for table in self.catalogue.tables.values() if table.name not in self.tables]
        return (
            f"数据表还没有填写，无法检查和评价。空着的有：{'、'.join(titles)}。请先填写其中与本单位有关的表。"
        )

    def _advice(self, name: str) -> str:
        return (
            f"{suggestion(name, self._titles)}可用的表名：{'、'.join(self._titles)}。请改名，或删除这张表。"
        )
