"""What stands on a page, in hundredths of a point from the lower left corner of the page as it is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page, or a piece of one.

    ``edges`` are the left edges of its characters and the right edge of the last one.
    """

    text: str
    edges: tuple[int, ...]
    bottom: int
    top: int
    page: int

    @property
    def left(self) -> int:
        """Give the left edge of the first character."""
        return self.edges[0]

    @property
    def right(self) -> int:
        """Give the right edge of the last character."""
        return self.edges[-1]

    @property
    def height(self) -> int:
        """Give the height, which is about the size of the type."""
        return self.top - self.bottom

    @property
    def middle(self) -> int:
        """Give the height above the lower edge of the page at which the line stands."""
        return (self.top + self.bottom) // 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling line: at height (or distance from the left) ``at``, from ``low`` to ``high`` along itself."""

    at: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Move:
    """By how much all that stands below ``top`` was moved to the left and down from where it is shown."""

    top: int
    left: int
    down: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page as drawn: pieces of lines in the order they were drawn, ruling lines, and whether it has pictures.

    ``turned`` tells by how many degrees, clockwise, it was turned from how it is shown, to read type that
    lies on its side; ``moves`` what was moved after that, from top to bottom, each in place of the one before.
    """

    number: int
    width: int
    height: int
    pieces: tuple[Line, ...]
    horizontals: tuple[Rule, ...] = ()
    verticals: tuple[Rule, ...] = ()
    has_picture: bool = False
    turned: int = 0
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell of a table on one page with its lines from top to bottom; ``width`` is the room it has."""

    row: int
    column: int
    row_span: int
    column_span: int
    lines: tuple[Line, ...]
    width: int

    @property
    def text(self) -> str:
        """Give the text without what parts the lines."""
        return "".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table, or the part of it on one page; ``edges`` are the places of its column borders."""

    top: int
    bottom: int
    rows: int
    edges: tuple[int, ...]
    cells: tuple[PageCell, ...]

    @property
    def columns(self) -> int:
        """Give the number of columns."""
        return len(self.edges) - 1

    @property
    def left(self) -> int:
        """Give the left border."""
        return self.edges[0]

    @property
    def right(self) -> int:
        """Give the right border."""
        return self.edges[-1]
