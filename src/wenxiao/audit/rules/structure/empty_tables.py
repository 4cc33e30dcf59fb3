"""WX502, WX503 and WX507: tables without data are explained, each by a note of its own, and no others."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from wenxiao.audit.answers import Answer, failed, shorten
from wenxiao.audit.figures.model import Grid
from wenxiao.audit.manuscript import Manuscript
from wenxiao.audit.registry import document_rule
from wenxiao.audit.rules.bases import EMPTY_TABLES
from wenxiao.audit.rules.structure.emptiness import (
    NOTE_LENGTH,
    is_filled,
    next_table,
    notes_of_emptiness,
    tables_beside,
)
from wenxiao.documents.model import Document
from wenxiao.finding import Severity

_EXPLAINED = re.compile(
    "空表|无数据|没有|不涉及|未发生|未安排|无[^，。；\\n]{0,30}(?:收入|支出|预算|安排|拨款|数据|内容|情况|经费|项目)"
)
_NOTE_REACH = 3
_FEWEST_ROWS = 2
_NONE = "(?:没有|无|未|不涉及|为零|为0|0万元)"
_FUNDS = ("政府性基金", "国有资本经营", "社会保险基金", "“三公”", "项目支出", "政府采购")


@document_rule(
    "WX502",
    severity=Severity.WARNING,
    title="说明写表为空，而表中有数",
    basis=EMPTY_TABLES,
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
        grids = tables_beside(document, manuscript.reading.grids, number)
        if grids and all(is_filled(manuscript, grid, starts) for grid in grids):
            title = shorten(grids[0].title or f"第 {grids[0].index + 1} 个表")
            yield failed(
                title,
                f"说明写“{note[0]}”，而它说明的表“{title}”填有数字",
                places=(document.place(*note.span()),),
                suggestion="请核对说明是否放错了表，或从别处抄来没有修改。",
            )


@document_rule(
    "WX503",
    severity=Severity.WARNING,
    title="空表没有说明",
    basis=EMPTY_TABLES,
    explanation="没有数据的表应当列出，并在表下写明为什么为空。表下、表中和全文都没有说明的，报告这张表。",
    good="政府性基金预算支出表\n单位：万元\n项目\t合计\n合计\t\n\n注：本单位没有政府性基金预算支出，故本表为空表。",
    bad="政府性基金预算支出表\n单位：万元\n项目\t合计\n合计\t\n\n本单位坚持厉行节约。",
)
def wx503_empty_table(manuscript: Manuscript) -> Iterator[Answer]:
    """Find tables of money without any amount that nothing explains."""
    document = manuscript.document
    empty = [grid for grid in _empty(manuscript) if not _is_explained(document, grid)]
    funds = {fund for grid in empty for fund in _funds(grid.title)}
    denied = {fund for fund in sorted(funds) if _is_denied(document.text, fund)}
    for grid in empty:
        if denied.isdisjoint(_funds(grid.title)):
            yield failed(
                shorten(grid.title),
                f"“{shorten(grid.title)}”没有任何数，也没有说明为什么为空",
                places=(document.place(grid.table.start, grid.table.end),),
                suggestion="请在表下写明本年没有这类收支；漏填的补填。",
            )


@document_rule(
    "WX507",
    severity=Severity.WARNING,
    title="空表的说明说的是另一张表",
    basis=EMPTY_TABLES,
    explanation="空表下面的说明应当说本表的事。说明提到的预算与表名不同，多是从另一张空表抄来没有改。",
    good="国有资本经营预算支出表\n单位：万元\n项目\t合计\n合计\t\n\n注：本单位没有国有资本经营预算支出，故本表为空表。",
    bad="国有资本经营预算支出表\n单位：万元\n项目\t合计\n合计\t\n\n注：本单位没有政府性基金预算支出，故本表为空表。",
)
def wx507_note_of_another_table(manuscript: Manuscript) -> Iterator[Answer]:
    """Find notes of emptiness that speak of another budget than the title of their table."""
    document = manuscript.document
    grids = {grid.index: grid for grid in manuscript.reading.grids}
    for number, note in notes_of_emptiness(document):
        block = document.blocks[number]
        grid = grids.get(block.table if block.table >= 0 else next_table(document, number, -1))
        start = max(block.start, note.start() - NOTE_LENGTH)
        said = _funds(document.text[start : note.end()])
        meant = _funds(grid.title) if grid else set()
        if grid and said and meant and said.isdisjoint(meant):
            title = shorten(grid.title)
            yield failed(
                title,
                f"“{title}”的说明写的是{'、'.join(sorted(said))}",
                places=(document.place(start, note.end()),),
                suggestion="请改为说明本表为什么为空；不是从别处抄错的，核对表名。",
            )


def _empty(manuscript: Manuscript) -> Iterator[Grid]:
    """Give the tables with a title and a unit of money that hold no amount at all."""
    accounts = [
        grid
        for grid in manuscript.reading.grids
        if "表" in grid.title and grid.unit.endswith("元") and grid.table.rows >= _FEWEST_ROWS
    ]
    starts = [figure.start for figure in manuscript.reading.figures if figure.is_counted] if accounts else []
    for grid in accounts:
        if bisect_left(starts, grid.table.start) == bisect_right(starts, grid.table.end):
            yield grid


def _funds(words: str) -> set[str]:
    return {fund for fund in _FUNDS if fund in words}


def _is_explained(document: Document, grid: Grid) -> bool:
    """Tell whether the table or one of the lines after it explains it."""
    if _EXPLAINED.search(document.text, grid.table.start, grid.table.end):
        return True
    first = bisect_left(document.blocks, grid.table.end, key=lambda block: block.start)
    for block in document.blocks[first : first + _NOTE_REACH]:
        if block.table >= 0:
            return False
        if _EXPLAINED.search(document.text, block.start, block.end):
            return True
    return False


def _is_denied(text: str, fund: str) -> bool:
    """Tell whether a sentence anywhere says that there is none of a fund."""
    return bool(re.search(f"{_NONE}[^，。；\\n]{{0,20}}{fund}|{fund}[^，。；\\n]{{0,30}}{_NONE}", text))
