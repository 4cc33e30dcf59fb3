"""An Excel workbook as a document: each sheet is a heading, and the lines and tables a person sees on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wenxiao.documents.container import Package, Product, open_package
from wenxiao.documents.layout import Layout
from wenxiao.documents.model import Document, Table
from wenxiao.documents.xlsx_layout import lay_out, used_range
from wenxiao.documents.xlsx_sheet import Shared, SheetText, letters, read_sheet
from wenxiao.documents.xlsx_styles import formats_of, shared_texts, x
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
            lay_out(sheet.name, read, layout, tables)
    if not layout.blocks:
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
        cells = _listed([f"{letters(column)}{row + 1}" for row, column in read.uncalculated], "处")
        yield f"{where}有公式没有计算结果（{cells}），没有审核。请用 Excel 或 WPS 打开后保存一次。"
    rows = [f"第 {row + 1} 行" for row in read.hidden_rows]
    columns = [f"{letters(column)} 列" for column in read.hidden_columns]
    if hidden := "，".join(filter(None, (_listed(rows, "行"), _listed(columns, "列")))):
        yield f"{where}有隐藏的内容（{hidden}），也一并审核了。不该公开的请先删除。"


def _listed(names: Sequence[str], unit: str) -> str:
    rest = f" 等 {len(names)} {unit}" if len(names) > _MOST_NAMED else ""
    return "、".join(names[:_MOST_NAMED]) + rest


def _check_size(package: Package, name: str, read: SheetText) -> None:
    top, left, bottom, right = used_range(read)
    rows, columns = bottom - top + 1, right - left + 1
    if rows > MAX_ROWS_PER_SHEET or rows * columns > _MOST_CELLS:
        package.refuse(
            f"的工作表「{name}」用到了 {rows} 行 × {columns} 列，超出一张表的大小",
            "请删除下边和右边多余的内容",
        )
