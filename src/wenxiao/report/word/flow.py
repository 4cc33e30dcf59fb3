"""The report as lines and tables, in reading order: what the Word file is made of, before any XML.

The writer turns it into XML; verify compares it with what stands in the file later. Lengths are in
hundredths of a character of body text (三号), as Word counts indents.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wenxiao.report.blocks import (
    Attachment,
    AttachmentNote,
    Block,
    Document,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    Signature,
    Table,
    Text,
    Title,
    numbered,
)


class Style(StrEnum):
    """Every style the report uses, by the name Word shows; the reference document must have them."""

    TITLE = "Title"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    HEADING_4 = "heading 4"
    BODY = "公文正文"
    LIST = "公文列表"
    ATTACHMENT_NOTE = "附件说明"
    ATTACHMENT_NOTE_MORE = "附件说明续行"
    SIGNATURE = "发文署名"
    DATE = "成文日期"
    ATTACHMENT_MARK = "附件标记"
    ATTACHMENT_TITLE = "附件标题"
    CAPTION = "表格标题"
    HEADER_CELL = "表头文字"
    CELL = "表格文字"
    TABLE_NOTE = "表格附注"
    TABLE = "公文表格"


_HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4)


@dataclass(frozen=True, slots=True)
class Indent:
    """Indents beyond the style's own: left, hanging and right, in hundredths of a character."""

    left: int = 0
    hanging: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its style and content; ``indent`` where it depends on the text."""

    style: Style
    inlines: tuple[Inline, ...]
    indent: Indent | None = None
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Lines and tables that lie the same way on the paper."""

    landscape: bool
    items: tuple[Line | Table, ...]


def sections(document: Document) -> tuple[Section, ...]:
    """Lay a document out; an attachment that opens with a landscape table is landscape from its mark on."""
    pairs = tuple(numbered(document.blocks))
    lying = _landscape([block for _, block in pairs])
    grouped: list[tuple[bool, list[Line | Table]]] = []
    for (mark, block), landscape in zip(pairs, lying, strict=True):
        if not grouped or grouped[-1][0] != landscape:
            grouped.append((landscape, []))
        grouped[-1][1].extend(_items(mark, block))
    return tuple(Section(landscape, tuple(items)) for landscape, items in grouped)


def _landscape(blocks: Sequence[Block]) -> list[bool]:
    lying = [isinstance(block, Table) and block.landscape for block in blocks]
    for index in reversed(range(len(blocks) - 1)):
        if isinstance(blocks[index], Attachment):
            lying[index] = lying[index + 1]
    return lying


def _items(mark: str, block: Block) -> Iterator[Line | Table]:
    match block:
        case Title(inlines):
            yield Line(Style.TITLE, inlines)
        case Heading(level, inlines):
            yield Line(_HEADINGS[level - 1], (Text(mark), *inlines))
        case Paragraph(inlines):
            yield Line(Style.BODY, inlines)
        case ListItem(inlines):
            yield Line(Style.LIST, (Text(mark), *inlines))
        case Table():
            yield from _table(block)
        case Attachment(number, title):
            yield Line(Style.ATTACHMENT_MARK, (Text(f"附件{number}"),))
            yield Line(Style.ATTACHMENT_TITLE, (Text(title),))
        case AttachmentNote(titles):
            yield from _attachment_note(titles)
        case Signature(unit, date):
            yield from _signature(unit, date)


def _table(table: Table) -> Iterator[Line | Table]:
    if table.caption:
        yield Line(Style.CAPTION, (Text(table.caption),), new_page=table.new_page)
    yield table
    if table.note:
        yield Line(Style.TABLE_NOTE, (Text(table.note),))


def _attachment_note(titles: tuple[str, ...]) -> Iterator[Line]:
    """附件：1. name; further lines stand under the number, wrapped ones under the name (7.3.4)."""
    if len(titles) == 1:
        yield Line(Style.ATTACHMENT_NOTE, (Text(f"附件：{titles[0]}"),), Indent(left=500, hanging=300))
        return
    for number, title in enumerate(titles, start=1):
        label = f"{number}. "
        style, before = (Style.ATTACHMENT_NOTE, "附件：") if number == 1 else (Style.ATTACHMENT_NOTE_MORE, "")
        indent = Indent(left=500 + _width(label), hanging=_width(before + label))
        yield Line(style, (Text(f"{before}{label}{title}"),), indent)


def _signature(unit: str, date: str) -> Iterator[Line]:
    """Without a seal the unit ends two characters from the edge, the date starts two to its right (7.3.5.2)."""
    unit_right = max(200, _width(date) + 400 - _width(unit))
    date_right = max(200, _width(unit) - _width(date))
    yield Line(Style.SIGNATURE, (Text(unit),), Indent(right=unit_right))
    yield Line(Style.DATE, (Text(date),), Indent(right=date_right))


def _width(text: str) -> int:
    return sum(100 if unicodedata.east_asian_width(char) in "WFA" else 50 for char in text)
