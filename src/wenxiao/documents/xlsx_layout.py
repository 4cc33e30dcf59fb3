"""A worksheet laid out: its name as a heading, then lines of text and tables as they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wenxiao.documents.layout import Layout
from wenxiao.documents.model import BlockKind, Cell, Table
from wenxiao.documents.text_lines import LONGEST_HEADING, LineKind, classify, is_sentence, width
from wenxiao.documents.xlsx_regions import Area, regions_of
from wenxiao.documents.xlsx_sheet import Position, SheetText, letters
from wenxiao.place import SheetCell

_KINDS = {LineKind.HEADING: BlockKind.HEADING, LineKind.ITEM: BlockKind.LIST_ITEM}
_MOST_CAPTIONS = 4


def used_range(read: SheetText) -> tuple[int, int, int, int]:
    """Give the first row and column and the last ones that hold text."""
    rows = [row for row, _ in read.texts]
    columns = [column for _, column in read.texts]
    return min(rows), min(columns), max(rows), max(columns)


def lay_out(name: str, read: SheetText, layout: Layout, tables: list[Table]) -> None:
    """Write out a sheet that holds text; its tables are added to ``tables``."""
    layout.write(name)
    layout.block(BlockKind.HEADING, name, layout.position, level=1)
    layout.write("\n")
    regions = list(regions_of(_areas(read)))
    for index, region in enumerate(regions):
        if region.is_table:
            tables.append(_table(name, region.areas, layout, len(tables)))
            continue
        above_table = any(other.is_table for other in regions[index + 1 : index + 1 + _MOST_CAPTIONS])
        for area in region.areas:
            _line(name, area, layout, is_title=index == 0 < len(regions) - 1, above_table=above_table)


def _line(sheet: str, area: Area, layout: Layout, *, is_title: bool, above_table: bool) -> None:
    """Write the text of a cell outside tables, a block for each of its lines."""
    for text in filter(None, map(str.strip, area.text.splitlines())):
        layout.write_from(text, SheetCell(sheet, area.row + 1, letters(area.column)))
        kind, level = _kind_of(text, is_title=is_title, above_table=above_table)
        layout.block(kind, text, layout.position, level)
        layout.write("\n")


def _kind_of(text: str, *, is_title: bool, above_table: bool) -> tuple[BlockKind, int]:
    kind, level = classify(text)
    if kind in _KINDS:
        return _KINDS[kind], level if kind is LineKind.HEADING else 0
    if is_sentence(text) or width(text) > LONGEST_HEADING:
        return BlockKind.PARAGRAPH, 0
    if above_table:
        return BlockKind.CAPTION, 0
    return (BlockKind.HEADING, 1) if is_title else (BlockKind.PARAGRAPH, 0)


def _table(sheet: str, areas: Sequence[Area], layout: Layout, index: int) -> Table:
    """Write the cells of a table, those of a row parted by as many tabs as there are columns between them."""
    start, top, left = layout.position, areas[0].row, min(area.column for area in areas)
    row, column = top, left
    cells: list[Cell] = []
    for area in areas:
        if area.row > row:
            layout.write("\n" * (area.row - row))
            row, column = area.row, left
        layout.write("\t" * (area.column - column))
        column = area.column
        layout.write_from(area.text, SheetCell(sheet, row + 1, letters(column)))
        begin, end = layout.block(BlockKind.CELL, area.text, layout.position, table=index)
        spans = (area.bottom - row + 1, area.right - column + 1)
        cells.append(Cell(row - top, column - left, begin, end, *spans))
    layout.write("\n")
    rows, columns = max(area.bottom for area in areas) - top + 1, max(area.right for area in areas) - left + 1
    return Table(start, layout.position - 1, rows, columns, tuple(cells))


def _areas(read: SheetText) -> list[Area]:
    read, spans = _without_covered(read)
    areas = []
    for (row, column), text in sorted(read.texts.items()):
        rows, columns = spans.get((row, column), (1, 1))
        areas.append(Area(row, column, row + rows - 1, column + columns - 1, text))
    return areas


def _without_covered(read: SheetText) -> tuple[SheetText, dict[Position, tuple[int, int]]]:
    """Drop the texts that merged cells cover; give the rows and columns each merged cell spans.

    Areas are cut to the used range. Sound areas do not overlap, so together they fill no more than it;
    what overlaps an earlier one is ignored.
    """
    top, left, last_row, last_column = used_range(read)
    room = (last_row - top + 1) * (last_column - left + 1)
    spans: dict[Position, tuple[int, int]] = {}
    covered: set[Position] = set()
    for upper, lower in read.merged:
        bottom, right = min(lower[0], last_row), min(lower[1], last_column)
        size = (bottom - upper[0] + 1) * (right - upper[1] + 1)
        if upper not in read.texts or size > room:
            continue
        room -= size
        area = {(row, column) for row in range(upper[0], bottom + 1) for column in range(upper[1], right + 1)}
        if covered.isdisjoint(area):
            covered |= area
            spans[upper] = (bottom - upper[0] + 1, right - upper[1] + 1)
    seen = {
        position: text
        for position, text in read.texts.items()
        if position not in covered or position in spans
    }
    return replace(read, texts=seen), spans
