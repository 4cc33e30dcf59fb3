"""Lists that are blocks of their own beside a count: marked items below it, the rows of the table above it.

What is marked or tabled may be more than what is counted, so only as many as the count says are claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import Grid, Reading, Sentence
from wenxiao.audit.relations.mentions.listed import Range
from wenxiao.audit.relations.tables.terms import GRAND_TOTAL

_MARK = re.compile("[ \t　]*([—–·•●○▪■◆★☆※*-]{1,2})[ \t　]*")
_NAME = re.compile("[^，。；：,;:0-9０-９\t\n]{2,30}")
_ENDS = re.compile(r"[：:]\s*\Z")
_LOOKS_BACK = re.compile("(?:^|上述|以上|这|该)$")
_LINE = re.compile(r"[^\n]+")
_MOST, _TAIL, _REACH = 40, 4, 4000


class ListedBlocks:
    """The marked items below each block, and the table above it."""

    def __init__(self, reading: Reading) -> None:
        """Look up the last block of each table."""
        self._text = reading.document.text
        self._blocks = reading.document.blocks
        last = {block.table: at for at, block in enumerate(self._blocks) if block.table >= 0}
        self._tables = {last[grid.index]: grid for grid in reading.grids if grid.index in last}

    def names(self, sentence: Sentence, at: int, stated: int) -> list[Range]:
        """Give as many names as a count says, or nothing if there are not as many beside it."""
        if sentence.block < 0 or not 1 < stated <= _MOST or self._blocks[sentence.block].table >= 0:
            return []
        block = self._blocks[sentence.block]
        if _ENDS.search(self._text, max(block.end - _TAIL, 0), block.end):
            found = list(self._items(block.end))
            return found if len(found) == stated else []
        grid = self._tables.get(sentence.block - 1)
        if grid is not None and at == 0 and _LOOKS_BACK.search(sentence.gaps[0]):
            rows = list(_rows(grid))
            return rows if len(rows) == stated else []
        return []

    def _items(self, start: int) -> Iterator[Range]:
        """Give the names of the lines that begin with one mark, up to the first that does not."""
        first = ""
        for line in _LINE.finditer(self._text, start, min(start + _REACH, len(self._text))):
            if line[0].isspace():
                continue
            mark = _MARK.match(self._text, *line.span())
            if mark is None or mark[1] != (first or mark[1]):
                return
            first, found = mark[1], _NAME.search(self._text, mark.end(), line.end())
            if found is not None:
                yield found.span()


def _rows(grid: Grid) -> Iterator[Range]:
    """Give the names of the rows that have an amount and are no total."""
    for number in range(grid.first_row, grid.table.rows):
        row = grid.cells[number]
        named = next((cell for cell in row if cell is not None and cell.text and cell.figure is None), None)
        if named is not None and any(map(is_amount, row)) and not GRAND_TOTAL.search(named.text):
            yield named.start, named.end
