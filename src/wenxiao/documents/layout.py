"""The running text of a document while it is being laid out, piece by piece, with the spots of the pieces."""

from __future__ import annotations

from wenxiao.documents.model import Block, BlockKind
from wenxiao.place import SheetCell, Spot, WordText


class Layout:
    """Collects text, blocks and spots in order; positions are those of the text so far."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.position = 0
        self.blocks: list[Block] = []
        self.spots: list[Spot] = []

    @property
    def text(self) -> str:
        """All text so far."""
        return "".join(self._pieces)

    def write(self, text: str) -> None:
        """Append text that stands nowhere in the original, such as the break after a paragraph."""
        self._pieces.append(text)
        self.position += len(text)

    def write_from(self, text: str, original: WordText | SheetCell) -> None:
        """Append text that stands at a place of the original."""
        if text:
            self.spots.append(Spot(self.position, self.position + len(text), original))
            self.write(text)

    def block(self, kind: BlockKind, text: str, end: int, level: int = 0, table: int = -1) -> tuple[int, int]:
        """Make a block of the text that ends at ``end``, without blanks around it; give its range.

        Of blank text no block is made, and the range is empty.
        """
        inner = text.strip()
        start = end - len(text) + (len(text) - len(text.lstrip()) if inner else 0)
        if inner:
            self.blocks.append(Block(kind, start, start + len(inner), level, table))
        return start, start + len(inner)
