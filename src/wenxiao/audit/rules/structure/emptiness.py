"""Notes that a table is empty, and the tables they stand at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from wenxiao.audit.figures.model import Grid
from wenxiao.audit.manuscript import Manuscript
from wenxiao.documents.model import Block, BlockKind, Document

_EMPTY_NOTE = re.compile(r"(?<![如若])(?:本|此|该)表(?:为空(?:表)?|无数据|没有数据|是空表|无内容|系空表)")
_CONDITION = re.compile(r"[如若]|空表的|为空的")
_UNIT_NOTE = re.compile(r"[（(]?(?:金额)?单位[:：]?[^，。\n]{0,12}")
_FEWEST_AMOUNTS = 3
NOTE_LENGTH = 60
"""So far before its own words a note may begin."""


def notes_of_emptiness(document: Document) -> Iterator[tuple[int, re.Match[str]]]:
    """Give the notes of emptiness with the numbers of their blocks; what is conditional is no note."""
    for note in _EMPTY_NOTE.finditer(document.text):
        number = bisect_right(document.blocks, note.start(), key=attrgetter("start")) - 1
        before = max(document.blocks[number].start, note.start() - NOTE_LENGTH)
        if not _CONDITION.search(document.text, before, note.start()):
            yield number, note


def tables_beside(document: Document, grids: tuple[Grid, ...], number: int) -> list[Grid]:
    """Give the table a note (by its block) stands in, or those with nothing but a unit note between it and them."""
    own = document.blocks[number].table
    if own >= 0:
        return [grid for grid in grids if grid.index == own]
    neighbours = {next_table(document, number, step) for step in (-1, 1)}
    return [grid for grid in grids if grid.index in neighbours]


def next_table(document: Document, number: int, step: int) -> int:
    """Give the table next to a block, with nothing but a unit note between them; -1 if there is none."""
    number += step
    while 0 <= number < len(document.blocks) and _is_passed_over(document, document.blocks[number]):
        number += step
    return document.blocks[number].table if 0 <= number < len(document.blocks) else -1


def _is_passed_over(document: Document, block: Block) -> bool:
    if block.kind in {BlockKind.HEADER, BlockKind.FOOTER}:
        return True
    return block.table < 0 and bool(_UNIT_NOTE.fullmatch(document.text[block.start : block.end].strip()))


def is_filled(manuscript: Manuscript, grid: Grid, starts: list[int]) -> bool:
    """Tell whether a table holds amounts other than 0; ``starts`` are where all figures begin."""
    first, last = bisect_left(starts, grid.table.start), bisect_right(starts, grid.table.end)
    figures = manuscript.reading.figures[first:last]
    amounts = [one for one in figures if one.is_counted and one.quantity and one.quantity.value]
    return len(amounts) >= _FEWEST_AMOUNTS
