"""A package in memory: the typed rows of a department-year, each value with the cell it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from wenxiao.place import CellPlace
from wenxiao.quantity import Quantity

Value = str | int | bool | Decimal | date | Quantity


@dataclass(frozen=True, slots=True)
class Row:
    """One accepted row: field name to typed value (absent when the cell was empty), and its cells."""

    table: str
    values: Mapping[str, Value]
    cells: Mapping[str, CellPlace]

    def text(self, name: str) -> str:
        """Give a string field, "" when empty."""
        value = self.values.get(name, "")
        if not isinstance(value, str):
            raise TypeError(f"{self.table}.{name} is no text field")
        return value

    def quantity(self, name: str) -> Quantity | None:
        """Give a money or quantity field, None when empty."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, Quantity):
            raise TypeError(f"{self.table}.{name} is no quantity field")
        return value

    def number(self, name: str) -> Decimal | None:
        """Give a number field, None when empty."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, Decimal):
            raise TypeError(f"{self.table}.{name} is no number field")
        return value

    def place(self, name: str) -> tuple[CellPlace, ...]:
        """Give the cell a field was read from, as a tuple that is empty when the cell was."""
        return (self.cells[name],) if name in self.cells else ()


@dataclass(frozen=True, slots=True)
class Package:
    """A department-year: who, which year, judged by which standard, its rows, narrative and digests.

    ``standard`` is the name of a shipped standard or a path inside the package; ``assumptions`` are the
    statements of package.toml that stand in for facts the source does not give; ``digests`` map each
    file, by its path inside the package, to the SHA-256 of its bytes.
    """

    path: Path
    unit: str
    year: int
    standard: str
    packs: tuple[str, ...]
    tables: Mapping[str, tuple[Row, ...]]
    narrative: str
    digests: Mapping[str, str]
    assumptions: tuple[str, ...] = ()
    title: str = ""
    signature_date: date | None = None
    extra: Mapping[str, str] = field(default_factory=dict)

    def rows(self, table: str) -> tuple[Row, ...]:
        """Give the rows of a table, in file order; a table that was not filled has none."""
        return self.tables.get(table, ())
