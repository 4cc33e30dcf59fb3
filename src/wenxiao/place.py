"""Where something stands: a cell of a workbook or CSV file, or a range of characters in a text."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, NamedTuple


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


class PageLine(NamedTuple):
    """A line on a PDF page (from 1), in hundredths of a point from the lower left corner.

    ``edges`` are the left edges of its characters and the right edge of the last one. Of a line that
    ``runs_up`` (or down) the page, ``bottom`` and ``top`` are its left and right edge, and ``edges`` are heights.
    """

    page: int
    bottom: int
    top: int
    edges: tuple[int, ...]
    runs_up: bool = False

    def part(self, start: int, end: int) -> PageLine:
        """Give characters ``start`` to ``end`` of the line."""
        return self._replace(edges=self.edges[start : end + 1])

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Give left, bottom, right and top."""
        low, high = sorted((self.edges[0], self.edges[-1]))
        return (self.bottom, low, self.top, high) if self.runs_up else (low, self.bottom, high, self.top)

    def as_json(self) -> dict[str, Any]:
        """Give page and box (left, bottom, right, top) in hundredths of a point."""
        return {"page": self.page, "box": list(self.box)}

    def __str__(self) -> str:
        """Give the place as a reader would look for it."""
        return f"第 {self.page} 页"


class WordText(NamedTuple):
    """Characters of a paragraph in a Word file.

    ``paragraph`` is its index from 0 among all paragraphs (``w:p``) of the part in document order, ``start``
    and ``end`` count in its visible text. ``cell`` is (table, row, column), from 1, for a paragraph in a table.
    """

    part: str
    paragraph: int
    start: int
    end: int
    cell: tuple[int, int, int] | None = None

    def part_of(self, start: int, end: int) -> WordText:
        """Give characters ``start`` to ``end`` of this range."""
        return self._replace(start=self.start + start, end=self.start + end)

    def as_json(self) -> dict[str, Any]:
        """Give part, paragraph and range, and table, row and column in a table."""
        place = {"part": self.part, "paragraph": self.paragraph + 1, "from": self.start, "to": self.end}
        return place if self.cell is None else {**place, "cell": list(self.cell)}

    def __str__(self) -> str:
        """Give the place as a reader would look for it."""
        if self.cell is None:
            return f"第 {self.paragraph + 1} 段"
        table, row, column = self.cell
        return f"第 {table} 个表第 {row} 行第 {column} 列"


class SheetCell(NamedTuple):
    """A cell of an audited workbook. ``row`` is 1-based as Excel shows it, ``column`` is its letter."""

    sheet: str
    row: int
    column: str

    def as_json(self) -> dict[str, Any]:
        """Give sheet and cell."""
        return {"sheet": self.sheet, "cell": f"{self.column}{self.row}"}

    def __str__(self) -> str:
        """Give the place as a reader would look for it."""
        return f"工作表「{self.sheet}」{self.column}{self.row}"


class Spot(NamedTuple):
    """Characters ``start`` to ``end`` of a document's text, and where they stand in the original file."""

    start: int
    end: int
    original: PageLine | WordText | SheetCell

    def clipped(self, start: int, end: int) -> Spot:
        """Give the part of the spot within ``start`` to ``end``; empty if there is none."""
        start, end = max(start, self.start), min(end, self.end)
        if start >= end or isinstance(self.original, SheetCell):
            return Spot(start, end, self.original)
        if isinstance(self.original, PageLine):
            return Spot(start, end, self.original.part(start - self.start, end - self.start))
        return Spot(start, end, self.original.part_of(start - self.start, end - self.start))


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Characters ``start`` to ``end`` (exclusive, 0-based) of a text, with line and column.

    ``spots`` tell where they stand in a Word, PDF or Excel file; a text file has none.
    """

    file: str
    start: int
    end: int
    line: int
    column: int
    text: str
    spots: tuple[Spot, ...] = ()

    def __str__(self) -> str:
        """Give the place as an editor, or a reader of the original, would look for it."""
        where = self.spots[0].original if self.spots else f"第 {self.line} 行第 {self.column} 列"
        return f"「{self.file}」{where}"


Place = CellPlace | TextPlace


def place_as_json(place: Place) -> dict[str, Any]:
    """Give a place as an object whose ``kind`` tells a cell from a range of text."""
    if isinstance(place, CellPlace):
        return {"kind": "cell", **asdict(place)}
    plain = {name: getattr(place, name) for name in ("file", "start", "end", "line", "column", "text")}
    spots = [spot.original.as_json() for spot in place.spots]
    return {"kind": "text", **plain, **({"spots": spots} if spots else {})}
