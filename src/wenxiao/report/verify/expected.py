"""The report as it would be written now, in the form an edited file is read in."""

from __future__ import annotations

from wenxiao.fact import FactTable
from wenxiao.report.blocks import Document, Figure, Inline, Table
from wenxiao.report.word.flow import Line, sections
from wenxiao.report.word.read import Mark, Piece, Unit, WordPlace
from wenxiao.report.word.table import placed


def expected_units(document: Document, facts: FactTable) -> tuple[Unit, ...]:
    """Give the units the Word file of a document has, figures marked by the key of their fact.

    Raises:
        KeyError: a figure names no fact (a fault of whoever composed the document).
    """
    units = (unit for section in sections(document) for item in section.items for unit in _units(item, facts))
    return tuple(unit for unit in units if any(piece.text.strip() for piece in unit))


def _units(item: Line | Table, facts: FactTable) -> tuple[Unit, ...]:
    if isinstance(item, Line):
        return ((_piece(item.inlines, facts),),)
    return tuple(
        tuple(_piece(cell.inlines, facts) for _, cell, continued in row if not continued)
        for row in placed(item)
    )


def _piece(inlines: tuple[Inline, ...], facts: FactTable) -> Piece:
    text, marks = "", []
    for inline in inlines:
        if isinstance(inline, Figure) and inline.text:
            marks.append(Mark(len(text), len(text) + len(inline.text), facts[inline.key].key))
        text += inline.text
    return Piece(text, WordPlace(), tuple(marks))
