"""The rows of performance forms: indicators with their target, what was reached, weight, score and cause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from wenxiao.audit.figures.model import Grid, GridCell

Row = Sequence[GridCell | None]
Covered = dict[tuple[int, int], GridCell]
"""The cells that reach down over rows below their own, by row and column of those positions."""

_LONGEST_HEADING = 16
_MOST_LEVELS = 6
_CLOSING = re.compile("总分|合计|总计|小计|结论|备注|填[表报]|联系|说明[:：]")


class Column(StrEnum):
    """What a column of a form holds."""

    LEVEL = auto()
    NAME = auto()
    TARGET = auto()
    ACTUAL = auto()
    WEIGHT = auto()
    SCORE = auto()
    CAUSE = auto()
    OTHER = auto()


_HEADINGS = (
    (Column.CAUSE, re.compile("原因|备注|改进措施")),
    (Column.OTHER, re.compile("标准|解释|依据|来源|方法|预算|执行|资金|率$")),
    (Column.LEVEL, re.compile("[一二]级指标|指标类[型别]")),
    (Column.NAME, re.compile("[三四]级指标|指标名称|指标内容|^(?:服务|效益|产出|任务)名称$|^绩效指标$")),
    (Column.WEIGHT, re.compile("分值|权重")),
    (Column.SCORE, re.compile("得分|自评分|评分")),
    (Column.ACTUAL, re.compile("^(?:全年)?实际|完成值|完成情况|完成指标值|实际(?:值|完成)")),
    (
        Column.TARGET,
        re.compile("指标值|目标值|^(?:年度)?计划(?:值|数)?$|预期(?:目标|值)|设定目标|年[初度]目标"),
    ),
)
"""The first that fits a heading tells its column."""

_TELLING = frozenset({Column.NAME, Column.TARGET})


class FirstLevel(StrEnum):
    """The first-level indicator that an indicator stands under."""

    OUTPUT = "产出"
    BENEFIT = "效益"
    SATISFACTION = "满意度"
    NONE = ""


_FIRST_LEVELS = (
    (FirstLevel.SATISFACTION, re.compile("满意")),
    (FirstLevel.BENEFIT, re.compile("效益|可持续影响|效果")),
    (FirstLevel.OUTPUT, re.compile("产出|数量|质量|时效|公共产品|^服务")),
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of a form with a name or a target. ``levels`` are the names left of its own, the outermost first.

    ``columns`` are those the form has, so that an empty cell can be told from a form that does not ask.
    ``is_thing`` tells a form whose rows name services rather than indicators (服务名称, 效益名称).
    """

    grid: Grid
    row: int
    levels: tuple[str, ...]
    cells: dict[Column, GridCell]
    columns: frozenset[Column]
    is_thing: bool

    @property
    def name(self) -> str:
        """Give its own name, "" if it has none."""
        return self.text(Column.NAME)

    @property
    def first_level(self) -> FirstLevel:
        """Give the first-level indicator it stands under, told by the names left of it."""
        for level in self.levels:
            for first_level, words in _FIRST_LEVELS:
                if words.search(level):
                    return first_level
        return FirstLevel.NONE

    @property
    def span(self) -> tuple[int, int]:
        """Give the characters it is best pointed at by: its name, else its target."""
        cell = self.cells.get(Column.NAME) or self.cells[Column.TARGET]
        return cell.start, cell.end

    def text(self, column: Column) -> str:
        """Give the text of a cell, "" if there is none."""
        cell = self.cells.get(column)
        return cell.text if cell else ""


def indicators_of(grids: Sequence[Grid]) -> tuple[Indicator, ...]:
    """Give the indicators of all forms of a document, in order."""
    return _of_all(tuple(grids))


@lru_cache(maxsize=1)
def _of_all(grids: tuple[Grid, ...]) -> tuple[Indicator, ...]:
    return tuple(indicator for grid in grids for indicator in _in(grid))


def by_form(indicators: Iterable[Indicator]) -> Iterator[tuple[Grid, list[Indicator]]]:
    """Give the tables that are performance forms, each with its rows."""
    for rows in (list(some) for _, some in groupby(indicators, key=lambda row: row.grid.index)):
        yield rows[0].grid, rows


class _Heads(NamedTuple):
    """A row of headings: the columns it tells, where the names of the rows below stand, and what they are headed."""

    columns: dict[int, Column]
    name_at: int
    title: str

    @property
    def names_things(self) -> bool:
        """Tell whether the rows name services rather than indicators."""
        return self.title.endswith("名称") and "指标" not in self.title


def _in(grid: Grid) -> Iterator[Indicator]:
    """Walk down the rows: a row of headings tells how the rows below it are read."""
    heads: _Heads | None = None
    levels: list[str] = []
    covered = _covered(grid)
    for number, row in enumerate(grid.cells):
        if columns := _headings(row):
            heads = _heads(columns, row)
            levels = _first_levels(heads, row)
        elif _is_closing(row):
            heads = None
        elif heads:
            _carry(levels, row, covered, number)
            cells = _cells(heads, row, covered, number)
            if cells.keys() & _TELLING:
                above = tuple(level for level in (*levels, heads.title) if level)
                asked = frozenset(heads.columns.values())
                yield Indicator(grid, number, above, cells, asked, heads.names_things)


def _headings(row: Row) -> dict[int, Column]:
    """Give the columns a row of headings tells; {} if it is none."""
    found: dict[int, Column] = {}
    for at, cell in enumerate(row):
        if cell is None or not cell.text or cell.figure is not None or len(cell.text) > _LONGEST_HEADING:
            continue
        column = next((column for column, words in _HEADINGS if words.search(cell.text)), None)
        if column:
            found[at] = column
    kinds = set(found.values())
    names = kinds & {Column.LEVEL, Column.NAME}
    if {Column.TARGET, Column.ACTUAL} <= kinds or (names and kinds & {Column.TARGET, Column.SCORE}):
        return found
    return {}


def _heads(columns: dict[int, Column], row: Row) -> _Heads:
    name_at = _name_column(columns)
    named = row[name_at]
    return _Heads(columns, name_at, named.text if named else "")


def _first_levels(heads: _Heads, row: Row) -> list[str]:
    """Give the names left of the rows below: none yet, but for one that reaches down beside the headings."""
    levels = [""] * min(heads.name_at, _MOST_LEVELS)
    first = row[0]
    if levels and first and first.text and first.row_span > 1:
        levels[0] = first.text
    return levels


def _cells(heads: _Heads, row: Row, covered: Covered, number: int) -> dict[Column, GridCell]:
    """Give the filled cells of a row by what their columns hold, also those that reach down into it."""
    cells = {
        column: cell
        for at, column in heads.columns.items()
        if (cell := row[at] or covered.get((number, at))) is not None and cell.text
    }
    named = row[heads.name_at] or covered.get((number, heads.name_at))
    return {**cells, Column.NAME: named} if named and named.text else cells


def _name_column(columns: dict[int, Column]) -> int:
    """Give where the names stand: under their heading, else left of the first column that tells something."""
    named = [at for at, column in columns.items() if column is Column.NAME]
    if named:
        return named[-1]
    told = [at for at, column in columns.items() if column is not Column.LEVEL]
    return max(min(told, default=1) - 1, 0)


def _carry(levels: list[str], row: Row, covered: Covered, number: int) -> None:
    """Keep the names left of a row until others follow; a new outer name ends the inner ones."""
    for at in range(len(levels)):
        cell = row[at] or covered.get((number, at))
        if cell and cell.text and cell.text != levels[at]:
            levels[at] = cell.text
            levels[at + 1 :] = [""] * (len(levels) - at - 1)


def _covered(grid: Grid) -> Covered:
    """Give the cells that reach down over rows below their own, by those positions."""
    return {
        (row + below, at): cell
        for row, cells in enumerate(grid.cells)
        for at, cell in enumerate(cells)
        if cell and cell.row_span > 1
        for below in range(1, cell.row_span)
    }


def _is_closing(row: Row) -> bool:
    first = next((cell.text for cell in row if cell and cell.text), "")
    return bool(_CLOSING.match(first))
