"""Plain text: typed, or taken out of a PDF. Offsets are characters of the file as decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wenxiao.documents.encoding import decode
from wenxiao.documents.model import Block, BlockKind, Document, Table
from wenxiao.documents.text_groups import Group, groups_of
from wenxiao.documents.text_lines import Line, LineKind, lines_of
from wenxiao.documents.text_repeats import NOTICE, repeats_of
from wenxiao.documents.text_rows import with_rows
from wenxiao.documents.text_slashed import with_slashed_rows
from wenxiao.documents.text_stacked import with_stacked_rows
from wenxiao.documents.text_tables import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_KINDS = {
    LineKind.TEXT: BlockKind.PARAGRAPH,
    LineKind.HEADING: BlockKind.HEADING,
    LineKind.ITEM: BlockKind.LIST_ITEM,
    LineKind.PAGE_NUMBER: BlockKind.FOOTER,
}


def read_text_document(content: bytes, name: str) -> Document:
    """Read a text file in UTF-8, UTF-16 with a byte order mark, or GB18030.

    Raises:
        WenxiaoError: the bytes are no text, or in another encoding.
    """
    return document_of(decode(content, name), name)


def document_of(text: str, name: str) -> Document:
    """Read a plain text: its paragraphs, headings, lists and tables."""
    return assemble(text, name, "txt", groups_of(_with_tables(lines_of(text), text)))


def _with_tables(lines: Sequence[Line], text: str) -> list[Line]:
    return with_rows(with_slashed_rows(with_stacked_rows(lines, text)))


def assemble(text: str, name: str, format_: str, groups: Sequence[Group]) -> Document:
    """Make a document of a text and its groups of lines."""
    blocks: list[Block] = []
    tables: list[Table] = []
    for group in groups:
        if group.kind is LineKind.ROW:
            table, cells = table_of(group.lines, len(tables))
            tables.append(table)
            blocks.extend(cells)
        else:
            blocks.append(_block(group))
    blocks.sort(key=lambda block: block.start)
    repeats = repeats_of(text, [_range(group) for group in groups if group.kind is not LineKind.PAGE_NUMBER])
    notices = (NOTICE.format(count=len(repeats)),) if repeats else ()
    return Document(name, format_, text, tuple(blocks), tuple(tables), (), notices, repeats)


def _block(group: Group) -> Block:
    start, end = _range(group)
    kind = BlockKind.CAPTION if group.caption else _KINDS[group.kind]
    return Block(kind, start, end, group.level if kind is BlockKind.HEADING else 0)


def _range(group: Group) -> tuple[int, int]:
    return group.lines[0].start, group.lines[-1].end
