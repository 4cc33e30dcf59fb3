"""What lies inside a workbook that reading the values of its cells does not tell.

The reader gives stored values only. It leaves out error values and formulas nobody has calculated, which
would then look like empty cells; and a cell that shows 80% holds 0.8. Both are found here, in the XML.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from wenxiao.archive import DAMAGE
from wenxiao.errors import WenxiaoError
from wenxiao.packages.container import damaged
from wenxiao.packages.sheet import column_index
from wenxiao.settings import MAX_ROWS_PER_SHEET

if TYPE_CHECKING:
    from lxml import etree

# The reader keeps a full rectangle of cells in memory, however few are filled.
_MAX_CELLS = 10_000_000
_MAX_COLUMNS = 702  # ZZ
# Elements may carry a prefix (<x:c>), attributes come in any order. The patterns that search a whole sheet
# begin with plain characters, which makes them some ten times faster.
_ERROR_CELL = re.compile(rb'<(?:\w+:)?c\s([^>]*\bt="e"[^>]*)>(.*?)</(?:\w+:)?c>', re.DOTALL)
_UNCALCULATED = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_STYLED = re.compile(rb'<(?:\w+:)?c\s([^>]*\bs="(\d+)"[^>]*)>')
_HAS_ERROR = re.compile(rb' t="e"')
_HAS_FORMULA = re.compile(rb"<f[\s/>]|<x:f[\s/>]")
_LAST_ROW = re.compile(rb'row\s[^>]*?\br="(\d+)"')
_COLUMNS = re.compile(rb' r="([A-Z]+)\d+"')
_FAR_COLUMN = re.compile(rb' r="[A-Z]{3}')
_REFERENCE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]+)<")
_PERCENT_FORMATS = frozenset({"9", "10"})  # 0% and 0.00%, built into Excel
_LITERAL = re.compile(r'"[^"]*"|\\.')  # text in a number format that is shown as it is

Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Inside:
    """By sheet the problems of its cells, and the 0-based (row, column) of its percentages."""

    problems: dict[str, tuple[str, ...]]
    percentages: dict[str, frozenset[Position]]


def look_inside(content: bytes, file: str) -> Inside:
    """Find error values, formulas without a result, sheets that are too large, and percentages.

    Raises:
        WenxiaoError: a part of the file is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            styles = _percent_styles(archive)
            sheets = [(name, archive.read(part)) for name, part in _sheet_parts(archive)]
    except DAMAGE as error:
        raise WenxiaoError(damaged(file)) from error
    return Inside(
        {name: tuple(_sheet_problems(xml, f"「{file}」工作表「{name}」")) for name, xml in sheets},
        {name: frozenset(_percentages(xml, styles)) for name, xml in sheets},
    )


def _parse(archive: zipfile.ZipFile, part: str) -> etree._Element:
    from lxml import etree  # noqa: PLC0415  (heavy; only a workbook needs it)

    return etree.fromstring(archive.read(part), etree.XMLParser(resolve_entities=False, no_network=True))


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Pair the name of each sheet with the part that holds it."""
    relations = _parse(archive, "xl/_rels/workbook.xml.rels")
    parts = {str(item.get("Id")): PurePosixPath("/xl", str(item.get("Target"))) for item in relations}
    for sheet in _parse(archive, "xl/workbook.xml").iterfind("{*}sheets/{*}sheet"):
        identity = next(value for key, value in sheet.items() if str(key).endswith("}id"))
        yield str(sheet.get("name")), str(parts[str(identity)]).lstrip("/")


def _percent_styles(archive: zipfile.ZipFile) -> frozenset[bytes]:
    """Give the numbers of the cell styles that show a value as a percentage."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    styles = _parse(archive, "xl/styles.xml")
    formats = {
        item.get("numFmtId"): str(item.get("formatCode")) for item in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    percent = {number for number, code in formats.items() if "%" in _LITERAL.sub("", code)} | _PERCENT_FORMATS
    cell_styles = enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(str(index).encode() for index, style in cell_styles if style.get("numFmtId") in percent)


def _percentages(xml: bytes, styles: frozenset[bytes]) -> Iterator[Position]:
    if not styles:
        return
    for attributes, style in _STYLED.findall(xml):
        if style in styles and (found := _REFERENCE.search(attributes)):
            yield int(found[2]) - 1, column_index(found[1].decode())


def _sheet_problems(xml: bytes, where: str) -> Iterator[str]:
    rows = max(map(int, _LAST_ROW.findall(xml)), default=0)
    if rows > MAX_ROWS_PER_SHEET:
        yield f"{where}：有 {rows} 行，超过上限 {MAX_ROWS_PER_SHEET} 行。请删除多余的行（包括只有格式的空行）。"
    elif _FAR_COLUMN.search(xml) or rows * _MAX_COLUMNS > _MAX_CELLS:
        yield from _too_wide(rows, set(_COLUMNS.findall(xml)), where)
    if _HAS_ERROR.search(xml):
        yield from _errors(xml, where)
    if _HAS_FORMULA.search(xml):
        yield from _uncalculated(xml, where)


def _too_wide(rows: int, columns: Iterable[bytes], where: str) -> Iterator[str]:
    width = max((column_index(letters.decode()) + 1 for letters in columns), default=0)
    if rows * width > _MAX_CELLS or width > _MAX_COLUMNS:
        yield f"{where}：用到了 {rows} 行 × {width} 列，超出一张数据表的大小。请删除右边和下边多余的内容。"


def _errors(xml: bytes, where: str) -> Iterator[str]:
    for attributes, body in _ERROR_CELL.findall(xml):
        value = _VALUE.search(body)
        shown = value[1].decode(errors="replace") if value else ""
        yield f"{where} {_reference(attributes)} 单元格：公式出错，值为“{shown}”。请改正公式，或直接填写结果。"


def _uncalculated(xml: bytes, where: str) -> Iterator[str]:
    for attributes in _UNCALCULATED.findall(xml):
        if b't="str"' not in attributes:  # a formula may well give an empty text
            cell = _reference(attributes)
            yield f"{where} {cell} 单元格：公式还没有计算结果。请用 Excel 或 WPS 打开后保存一次。"


def _reference(attributes: bytes) -> str:
    found = _REFERENCE.search(attributes)
    return f"{found[1].decode()}{found[2].decode()}" if found else "?"
