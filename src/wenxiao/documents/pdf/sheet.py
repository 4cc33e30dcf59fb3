"""A page as read: lines and tables from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wenxiao.documents.pdf.layout import Line, Move, PageTable


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as read: lines and tables from top to bottom, what was moved to read it, and its footnotes."""

    number: int
    width: int
    height: int
    items: tuple[Line | PageTable, ...]
    moves: tuple[Move, ...] = ()
    notes: tuple[tuple[Line, ...], ...] = ()

    @property
    def lines(self) -> list[Line]:
        """Give the lines outside tables."""
        return [item for item in self.items if isinstance(item, Line)]

    def in_columns(self, line: Line) -> bool:
        """Tell whether a line is of the part that was set in columns and is read unfolded."""
        return bool(self.moves) and self.moves[-1].top <= line.middle < self.moves[0].top

    @property
    def texts(self) -> tuple[str, ...]:
        """Give all texts, those of cells too."""
        return tuple(
            text
            for item in self.items
            for text in ([item.text] if isinstance(item, Line) else [cell.text for cell in item.cells])
        )

    def without(self, dropped: Sequence[Line]) -> Sheet:
        """Give the page without some of its lines."""
        if not dropped:
            return self
        gone = set(map(id, dropped))
        return replace(self, items=tuple(item for item in self.items if id(item) not in gone))
