"""An Excel workbook as a document: each sheet is a heading and the table of its used range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wenxiao.documents.container import Package, Product, open_package
from wenxiao.documents.layout import Layout
from wenxiao.documents.model import BlockKind, Cell, Document, Table
from wenxiao.documents.xlsx_sheet import Position, Shared, SheetText, letters, read_sheet
from wenxiao.documents.xlsx_styles import formats_of, shared_texts, x
from wenxiao.place import SheetCell
from wenxiao.settings import MAX_ROWS_PER_SHEET

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST_NAMED = 5
_MOST_CELLS = 2_000_000  # filled or not: the grid is laid out in full


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


def read_xlsx(content: bytes, name: str) -> Document:
    """Read an Excel workbook; ``name`` is the file's name in messages and places.

    Raises:
        WenxiaoError: it is no workbook, damaged, under a password, not safe to open, or without any text.
    """
    package = open_package(content, name, Product.EXCEL)
    layout, tables, notices = Layout(), list[Table](), list(package.notices)
    shared = _shared(package)
    for sheet in _sheets(package):
        if sheet.hidden:
            notices.append(f"「{name}」的工作表「{sheet.name}」是隐藏的，没有审核。需要审核请先取消隐藏。")
            continue
        read = read_sheet(package.xml(sheet.part), shared)
        notices.extend(_notices(read, f"「{name}」工作表「{sheet.name}」"))
        if read.texts:
            _check_size(package, sheet.name, read)
            _lay_out(sheet.name, read, layout, tables)
    if not tables:
        package.refuse("里没有内容" + ("（公式都没有计算结果）" if notices else ""), "请打开核对，保存后再试")
    return Document(
        name=name,
        format="xlsx",
        text=layout.text,
        blocks=tuple(layout.blocks),
        tables=tuple(tables),
        spots=tuple(layout.spots),
        notices=tuple(notices),
    )


def _sheets(package: Package) -> Iterator[_Sheet]:
    parts = {
        relation.identity: relation.part
        for relation in package.relations(package.main)
        if relation.kind == "worksheet"
    }
    for sheet in package.xml(package.main).iterfind(f"{x('sheets')}/{x('sheet')}"):
        part = parts.get(sheet.get(_RELATION, ""))
        if part:  # a sheet that is only a chart has no cells
            yield _Sheet(sheet.get("name", ""), part, sheet.get("state", "visible") != "visible")


def _shared(package: Package) -> Shared:
    parts = {relation.kind: relation.part for relation in package.relations(package.main)}
    texts = parts.get("sharedStrings", "")
    styles = parts.get("styles", "")
    properties = package.xml(package.main).find(x("workbookPr"))
    return Shared(
        shared_texts(package.xml(texts)) if texts in package else [],
        formats_of(package.xml(styles)) if styles in package else [],
        properties is not None and properties.get("date1904") in {"1", "true"},
    )


def _notices(read: SheetText, where: str) -> Iterator[str]:
    if read.uncalculated:
        cells = "、".join(f"{letters(column)}{row + 1}" for row, column in read.uncalculated[:_MOST_NAMED])
        rest = f" 等 {len(read.uncalculated)} 处" if len(read.uncalculated) > _MOST_NAMED else ""
        yield f"{where}有公式没有计算结果（{cells}{rest}），没有审核。请用 Excel 或 WPS 打开后保存一次。"


def _check_size(package: Package, name: str, read: SheetText) -> None:
    top, left, bottom, right = _used(read)
    rows, columns = bottom - top + 1, right - left + 1
    if rows > MAX_ROWS_PER_SHEET or rows * columns > _MOST_CELLS:
        package.refuse(
            f"的工作表「{name}」用到了 {rows} 行 × {columns} 列，超出一张表的大小",
            "请删除下边和右边多余的内容",
        )


def _used(read: SheetText) -> tuple[int, int, int, int]:
    """Give the first row and column and the last ones that hold text."""
    rows = [row for row, _ in read.texts]
    columns = [column for _, column in read.texts]
    return min(rows), min(columns), max(rows), max(columns)


def _lay_out(name: str, read: SheetText, layout: Layout, tables: list[Table]) -> None:
    layout.write(name)
    layout.block(BlockKind.HEADING, name, layout.position, level=1)
    layout.write("\n")
    top, left, bottom, right = _used(read)
    read, spans = _without_covered(read)
    by_row: dict[int, list[Position]] = {}
    for position in sorted(read.texts):
        by_row.setdefault(position[0], []).append(position)
    start = layout.position
    cells: list[Cell] = []
    for row in range(top, bottom + 1):
        column = left
        for position in by_row.get(row, ()):
            layout.write("\t" * (position[1] - column))
            column = position[1]
            text = read.texts[position]
            layout.write_from(text, SheetCell(name, row + 1, letters(column)))
            begin, end = layout.block(BlockKind.CELL, text, layout.position, table=len(tables))
            cells.append(Cell(row - top, column - left, begin, end, *spans.get(position, (1, 1))))
        layout.write("\n")
    tables.append(Table(start, layout.position - 1, bottom - top + 1, right - left + 1, tuple(cells)))


def _without_covered(read: SheetText) -> tuple[SheetText, dict[Position, tuple[int, int]]]:
    """Drop the texts that merged cells cover; give the rows and columns each merged cell spans.

    Areas are cut to the used range. Sound areas do not overlap, so together they fill no more than it;
    what overlaps an earlier one is ignored.
    """
    top, left, last_row, last_column = _used(read)
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
