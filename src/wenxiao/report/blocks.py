"""The report as blocks: what all four writers (Word, PDF, HTML, Excel) are given.

Numbering (一、（一）1.（1）) is not part of a heading's text: each writer adds it through
:func:`numbered`, so nobody types a number and none can be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that comes from data: the key of its fact and the text shown."""

    key: str
    text: str


Inline = Text | Figure


class Align(StrEnum):
    """Horizontal alignment of a paragraph or cell."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the document (小标宋 22 pt, centred); ``organ`` is the issuing unit above it."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is 一、, level 2 （一）, level 3 1., level 4 （1）."""

    level: int
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, indented by two characters."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list, numbered （1）（2） within its list."""

    inlines: tuple[Inline, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; a spanned position has no cell of its own."""

    inlines: tuple[Inline, ...]
    colspan: int = 1
    rowspan: int = 1
    align: Align = Align.CENTER
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells, relative column widths, how many first rows repeat on each page.

    ``new_page`` lets it begin on a page of its own, where several forms follow each other.
    """

    name: str
    caption: str
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    header_rows: int = 0
    note: str = ""
    landscape: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """The start of an attachment: a new page, 附件N in 黑体 at top left, then its title."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class AttachmentNote:
    """The list of attachments below the body (附件：1. ...)."""

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Signing unit and date at the end of the body."""

    unit: str
    date: str


Block = Title | Heading | Paragraph | ListItem | Table | Attachment | AttachmentNote | Signature


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: its title and blocks, in order."""

    title: str
    unit: str
    year: int
    blocks: tuple[Block, ...]


def plain(inlines: Iterable[Inline]) -> str:
    """Join inlines to the text a reader sees."""
    return "".join(inline.text for inline in inlines)


_DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """Write 1 to 99 as 一 to 九十九, as headings count."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def heading_mark(level: int, number: int) -> str:
    """Give the mark of a heading: 一、（一）1.（1） (GB/T 9704-2012, 7.3.3)."""
    marks = (f"{chinese_number(number)}、", f"（{chinese_number(number)}）", f"{number}.", f"（{number}）")
    return marks[level - 1]


def numbered(blocks: Iterable[Block]) -> Iterator[tuple[str, Block]]:
    """Pair each block with its number mark ("" where it has none), counting headings by level."""
    counts = [0, 0, 0, 0]
    for block in blocks:
        mark = ""
        if isinstance(block, Attachment):
            counts = [0, 0, 0, 0]
        elif isinstance(block, Heading):
            counts[block.level - 1] += 1
            counts[block.level :] = [0] * (4 - block.level)
            mark = heading_mark(block.level, counts[block.level - 1])
        elif isinstance(block, ListItem):
            mark = f"（{block.number}）"
        yield mark, block
