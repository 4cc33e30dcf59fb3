"""Where each figure lives in the workbook, and the name by which formulas refer to it.

A figure has one home, in 数字 or 评分; forms and checks only refer to it, so that one change moves them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from wenxiao.packages.sheet import column_letter

# What every version of Excel and LibreOffice takes for a name; a Chinese character keeps it from looking
# like a cell (A1), a function or a row and column (R1C1).
_NAME = re.compile(r"(?=.*[\u4e00-\u9fff])[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_.\u4e00-\u9fff]{0,254}")


@dataclass(frozen=True, slots=True)
class Home:
    """The cell of a figure (row and column from 0), and the number in it, if it is one."""

    sheet: str
    row: int
    column: int
    number: Decimal | None = None

    @property
    def address(self) -> str:
        """Give the absolute address, as formulas write it."""
        return f"'{self.sheet}'!${column_letter(self.column)}${self.row + 1}"


@dataclass(frozen=True)
class Homes:
    """The homes of all figures by fact key, and the defined names of those that can have one."""

    homes: Mapping[str, Home]
    names: Mapping[str, str] = field(default_factory=dict)

    def reference(self, key: str) -> str:
        """Give what stands for a figure in a formula: its name, else the address of its cell."""
        return self.names.get(key) or self.homes[key].address

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Pair each defined name with the address it stands for."""
        return ((name, self.homes[key].address) for key, name in self.names.items())


def settle(homes: Mapping[str, Home]) -> Homes:
    """Give every home a name where its key makes a valid one that no other key has (case ignored)."""
    return Homes(homes, dict(_named(homes)))


def _named(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for key in keys:
        if _NAME.fullmatch(key) and key.lower() not in taken:
            taken.add(key.lower())
            yield key, key
