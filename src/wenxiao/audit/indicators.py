"""The rows of performance forms: indicators with their target, what was reached, weight, score and cause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from wenxiao.audit.figures.model import Grid, GridCell

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


class Block(StrEnum):
    """The part of a form an indicator stands in."""

    OUTPUT = "产出"
    BENEFIT = "效益"
    SATISFACTION = "满意度"
    NONE = ""


_BLOCKS = (
    (Block.SATISFACTION, re.compile("满意")),
    (Block.BENEFIT, re.compile("效益|可持续影响|效果")),
    (Block.OUTPUT, re.compile("产出|数量|质量|时效|公共产品|^服务")),
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of a form. ``levels`` are the names left of its own, the outermost first; absent cells are None.

    ``columns`` are those the form has, so that an empty cell can be told from a form that does not ask.
    ``is_thing`` tells a form whose rows name services rather than indicators (服务名称, 效益名称).
    """

    grid: Grid
    row: int
    levels: tuple[str, ...]
    name: str
    cells: dict[Column, GridCell]
    columns: frozenset[Column]
    is_thing: bool

    @property
    def block(self) -> Block:
        """Give the part of the form it stands in, told by the names left of it."""
        for level in self.levels:
            for block, words in _BLOCKS:
                if words.search(level):
                    return block
        return Block.NONE

    def text(self, column: Column) -> str:
        """Give the text of a cell, "" if there is none."""
        cell = self.cells.get(column)
        return cell.text if cell else ""


def indicators_of(grids: Sequence[Grid]) -> tuple[Indicator, ...]:
    """Give the indicators of all forms of a document, in order."""
    return tuple(indicator for grid in grids for indicator in _in(grid))


def _in(grid: Grid) -> Iterator[Indicator]:
    """Walk down the rows: a row of headings tells how the rows below it are read."""
    columns: dict[int, Column] = {}
    name_at, heading = 0, ""
    levels: list[str] = []
    covered = _covered(grid)
    for number, row in enumerate(grid.cells):
        found = _headings(row)
        if found:
            columns = found
            name_at = _name_column(found)
            named = row[name_at]
            heading = named.text if named else ""
            levels = [""] * min(name_at, _MOST_LEVELS)
            first = next((cell for cell in row if cell and cell.text), None)
            if first and first.row_span > 1 and name_at and first is row[0]:
                levels[0] = first.text
            continue
        if not columns:
            continue
        if _is_closing(row):
            columns = {}
            continue
        _carry(levels, row, covered, number)
        cells = {
            column: cell
            for at, column in columns.items()
            if (cell := row[at] or covered.get((number, at))) is not None and cell.text
        }
        named = row[name_at] or covered.get((number, name_at))
        name = named.text if named else ""
        if name or Column.TARGET in cells:
            above = tuple(level for level in (*levels, heading) if level)
            is_thing = heading.endswith("名称") and "指标" not in heading
            yield Indicator(grid, number, above, name, cells, frozenset(columns.values()), is_thing)


def _headings(row: Sequence[GridCell | None]) -> dict[int, Column]:
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


def _name_column(columns: dict[int, Column]) -> int:
    """Give where the names stand: under their heading, else left of the first column that tells something."""
    named = [at for at, column in columns.items() if column is Column.NAME]
    if named:
        return named[-1]
    told = [at for at, column in columns.items() if column is not Column.LEVEL]
    return max(min(told, default=1) - 1, 0)


def _carry(
    levels: list[str],
    row: Sequence[GridCell | None],
    covered: dict[tuple[int, int], GridCell],
    number: int,
) -> None:
    """Keep the names left of a row until others follow; a new outer name ends the inner ones."""
    for at in range(len(levels)):
        cell = row[at] or covered.get((number, at))
        if cell and cell.text and cell.text != levels[at]:
            levels[at] = cell.text
            levels[at + 1 :] = [""] * (len(levels) - at - 1)


def _covered(grid: Grid) -> dict[tuple[int, int], GridCell]:
    """Give the cells that reach down over rows below their own, by those positions."""
    return {
        (row + below, at): cell
        for row, cells in enumerate(grid.cells)
        for at, cell in enumerate(cells)
        if cell and cell.row_span > 1
        for below in range(1, cell.row_span)
    }


def _is_closing(row: Sequence[GridCell | None]) -> bool:
    first = next((cell.text for cell in row if cell and cell.text), "")
    return bool(_CLOSING.match(first))
