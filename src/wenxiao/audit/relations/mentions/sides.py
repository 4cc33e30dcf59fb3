"""Whether a place tells what is aimed at or what was done: columns of forms, sections, paragraphs, clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum, auto
from functools import lru_cache

from wenxiao.audit.figures.model import Grid, GridCell, Reading
from wenxiao.audit.relations.mentions.labels import Mention

CLAUSE_END = re.compile("[，。；,;]")
"""What ends a clause in which a target or a result is told."""

_SPACE = re.compile(r"\s+")
_PATH = re.compile(r"\s*[/>›|·\n]\s*")
_REACHED = re.compile("完成|实际|实现|结果|达成|落实|执行")
_PLANNED = re.compile("目标|计划|预期|指标值")
_BUDGET = re.compile("预算|资金|金额")
_DERIVED = re.compile("率$|得分|分值|权重|原因|偏差")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_LONGEST_HEADING = 12
_LEAD = re.compile(r"[\s\d一二三四五六七八九十（()）.．、]{0,8}([^，。；：:,;\s\d]{2,12})[。：:]")
_LONGEST_LEAD = 24
_AIMED = re.compile("计划|目标")
_MEASURED = re.compile("完成|按|比|较|超")
_DONE = "实际"
_SIDED = re.compile(f"{_AIMED.pattern}|{_DONE}")


class Side(IntEnum):
    """Whether words tell what is aimed at or what was done."""

    PLAN = auto()
    RESULT = auto()


@lru_cache(maxsize=1)
def sides_of_paragraphs(reading: Reading) -> dict[int, Side]:
    """Give the side that the first words of a paragraph tell (2、绩效目标。 or 结果：)."""
    text = reading.document.text
    told = (
        (number, _LEAD.match(text[block.start : min(block.end, block.start + _LONGEST_LEAD)]))
        for number, block in enumerate(reading.document.blocks)
        if block.table < 0
    )
    return {number: side for number, lead in told if lead and (side := _side(lead[1]))}


def side_of_clause(mention: Mention) -> Side | None:
    """Tell it by the words of the clause itself: 计划举办 and 实际举办."""
    if not _SIDED.search(mention.before):
        return None
    before = CLAUSE_END.split(mention.before)[-1]
    if before.startswith(_DONE):
        return Side.RESULT
    return Side.PLAN if _AIMED.search(before) and not _MEASURED.search(before) else None


@lru_cache(maxsize=1)
def sided_cells(reading: Reading) -> tuple[tuple[int, int, int, int, Side], ...]:
    """Give start, end, table, row and side of each cell in a column of plans or of results, in order."""
    found = (
        (cell.start, cell.end, grid.index, row, side)
        for grid in reading.grids
        for row, cell, side in _sided(grid, reading.document.text)
    )
    return tuple(sorted(found))


def _sided(grid: Grid, text: str) -> Iterator[tuple[int, GridCell, Side]]:
    """Walk down the rows; later headings count for the rows below them, be it that they are about a budget."""
    sides = _sides(dict(enumerate(grid.headings)))
    is_form = _is_in(_PLANNED, grid, text) and _is_in(_REACHED, grid, text)
    for number, row in enumerate(grid.cells if sides or is_form else ()):
        later = _headings(row) if is_form else {}
        told = _sides(later)
        if len(set(told.values())) == len(Side):
            sides = told
            continue
        if any(_BUDGET.search(later.get(column, "")) for column in sides):
            sides = {}
        for column, side in sides.items():
            cell = row[column]
            if cell is not None:
                yield number, cell, side


def _sides(headings: dict[int, str]) -> dict[int, Side]:
    """Tell the side of columns by their headings; what is worked out of both sides (执行率, 得分) is on neither.

    What one year reached is not measured by what the next one aims at.
    """
    sides = {
        column: side
        for column, heading in headings.items()
        if not _DERIVED.search(heading) and (side := _side(heading))
    }
    planned, reached = (
        _years(headings[column] for column in sides if sides[column] is side) for side in Side
    )
    return {} if planned and reached and planned.isdisjoint(reached) else sides


def _years(headings: Iterable[str]) -> set[str]:
    return {year for heading in headings for year in _YEAR.findall(heading)}


def _is_in(words: re.Pattern[str], grid: Grid, text: str) -> bool:
    return bool(words.search(text, grid.table.start, grid.table.end))


def _headings(row: tuple[GridCell | None, ...]) -> dict[int, str]:
    return {
        column: cell.text
        for column, cell in enumerate(row)
        if cell and not cell.figure and len(cell.text) <= _LONGEST_HEADING
    }


def _side(words: str) -> Side | None:
    plain = _SPACE.sub("", words)
    if _REACHED.search(plain):
        return Side.RESULT
    return Side.PLAN if _PLANNED.search(plain) else None


def side_of_section(section: str) -> Side | None:
    """Tell it by the deepest heading that says it."""
    sides = (_side(heading) for heading in reversed(_PATH.split(section)))
    return next((side for side in sides if side), None)
