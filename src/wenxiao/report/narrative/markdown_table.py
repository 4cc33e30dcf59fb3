"""A Markdown table as a table block."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from wenxiao.report.blocks import Align, Cell, Inline, Table, plain
from wenxiao.report.columns import width

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_NARROWEST, _WIDEST = 4, 40


def read_table(
    node: SyntaxTreeNode, name: str, inlines: Callable[[SyntaxTreeNode], tuple[Inline, ...]]
) -> Table:
    """Turn a table node into a block; ``inlines`` reads a cell. Columns are as wide as their text asks."""
    rows = tuple(
        tuple(_cell(cell, inlines(cell)) for cell in row.children)
        for section in node.children
        for row in section.children
    )
    return Table(name, "", rows, _widths(rows), header_rows=1)


def _cell(node: SyntaxTreeNode, inlines: tuple[Inline, ...]) -> Cell:
    header = node.type == "th"
    asked = str(node.attrs.get("style", "")).removeprefix("text-align:")
    usual = Align.CENTER if header else Align.LEFT
    return Cell(inlines, align=Align(asked) if asked else usual, header=header)


def _widths(rows: tuple[tuple[Cell, ...], ...]) -> tuple[int, ...]:
    columns = zip(*rows, strict=True)
    return tuple(
        min(_WIDEST, max(_NARROWEST, *(width(plain(cell.inlines)) for cell in column))) for column in columns
    )
