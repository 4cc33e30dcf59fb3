"""WX502: a note of emptiness at a table that is filled; what else is told of such notes builds on it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from wenxiao.audit.answers import Answer, failed, shorten
from wenxiao.audit.figures.model import Grid
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.documents.model import Block, BlockKind, Document
from wenxiao.finding import Severity

_EMPTY_NOTE = re.compile(r"(?<![如若])(?:本|此|该)表(?:为空(?:表)?|无数据|没有数据|是空表|无内容|系空表)")
_CONDITION = re.compile(r"[如若]|空表的|为空的")
_UNIT_NOTE = re.compile(r"[（(]?(?:金额)?单位[:：]?[^，。\n]{0,12}")
_FILLED = 3
PUBLICATION = "地方预决算公开操作规程：没有数据的表格应当列出空表并说明（未核对原文）"
NOTE_LENGTH = 60


@document_rule(
    "WX502",
    severity=Severity.WARNING,
    title="说明写表为空，而表中有数",
    basis=PUBLICATION,
    explanation="空表才需要说明“本表为空”。说明紧挨着（或写在）填有数字的表，多是从别处抄来没有改。",
    good="国有资本经营预算支出表\n单位：万元\n项目\t金额\n\n本单位没有国有资本经营支出，故本表无数据。\n",
    bad="一般公共预算支出表\n单位：万元\n项目\t金额\n基本支出\t80.20\n项目支出\t40.30\n合计\t120.50\n\n"
    "本单位没有国有资本经营支出，故本表无数据。\n",
)
def wx502_empty_note(manuscript: Manuscript) -> Iterator[Answer]:
    """Find notes of emptiness at tables that are filled."""
    document = manuscript.document
    starts = [figure.start for figure in manuscript.reading.figures]
    for number, note in notes_of_emptiness(document):
        grids = _beside(document, manuscript.reading.grids, number)
        if grids and all(_is_filled(manuscript, grid, starts) for grid in grids):
            title = shorten(grids[0].title or f"第 {grids[0].index + 1} 个表")
            yield failed(
                title,
                f"说明写“{note[0]}”，而它所在的表“{title}”填有数字",
                places=(document.place(*note.span()),),
                suggestion="请核对说明是否放错了表，或从别处抄来没有修改。",
            )


def notes_of_emptiness(document: Document) -> Iterator[tuple[int, re.Match[str]]]:
    """Give the notes of emptiness with the numbers of their blocks; what is conditional is no note."""
    starts = [block.start for block in document.blocks]
    for note in _EMPTY_NOTE.finditer(document.text):
        number = bisect_right(starts, note.start()) - 1
        before = max(starts[number], note.start() - NOTE_LENGTH)
        if not _CONDITION.search(document.text, before, note.start()):
            yield number, note


def _beside(document: Document, grids: tuple[Grid, ...], number: int) -> list[Grid]:
    """Give the table a note stands in, or those with nothing but a unit note between it and them."""
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


def _is_filled(manuscript: Manuscript, grid: Grid, starts: list[int]) -> bool:
    first, last = bisect_left(starts, grid.table.start), bisect_right(starts, grid.table.end)
    figures = manuscript.reading.figures[first:last]
    return (
        sum(1 for figure in figures if figure.is_counted and figure.quantity and figure.quantity.value)
        >= _FILLED
    )
