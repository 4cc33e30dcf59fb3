"""Where something stands: a cell of a workbook or CSV file, or a range of characters in a text."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell as it was read. ``row`` is 1-based as Excel shows it, ``column`` is its letter."""

    file: str
    sheet: str
    row: int
    column: str
    title: str
    written: str

    def __str__(self) -> str:
        """Give the place as a clerk would look for it."""
        return f"「{self.file}」工作表「{self.sheet}」第 {self.row} 行 {self.column} 列（{self.title}）"


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Characters ``start`` to ``end`` (exclusive, 0-based) of a text file, with line and column."""

    file: str
    start: int
    end: int
    line: int
    column: int
    text: str

    def __str__(self) -> str:
        """Give the place as an editor would show it."""
        return f"「{self.file}」第 {self.line} 行第 {self.column} 列"


Place = CellPlace | TextPlace


def place_as_json(place: Place) -> dict[str, Any]:
    """Give a place as an object whose ``kind`` tells a cell from a range of text."""
    return {"kind": "cell" if isinstance(place, CellPlace) else "text", **asdict(place)}
