"""Ruling lines to grids: lines that touch make a table, and a border that is missing merges cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wenxiao.documents.pdf.groups import Groups
from wenxiao.documents.pdf.layout import Rule

_SLACK = 300
_SHORTEST = 400
_SAME = 200
_MOST_RULES = 600

Span = tuple[int, int, int, int]
"""Row, column, number of rows, number of columns."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A ruled grid: column borders from the left, row borders from the top, and the cells with their spans."""

    xs: tuple[int, ...]
    ys: tuple[int, ...]
    spans: tuple[Span, ...]
    owners: tuple[tuple[int, ...], ...]

    def cell_at(self, x: int, y: int) -> int:
        """Give the index of the cell at a point, -1 outside the grid."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self.ys, -y, key=lambda edge: -edge) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return self.owners[row][column] if inside else -1


def frames_of(horizontals: Sequence[Rule], verticals: Sequence[Rule]) -> list[Frame]:
    """Find the ruled grids of a page; a drawing of very many lines is no table."""
    level, upright = _merged(horizontals), _merged(verticals)
    if len(level) > _MOST_RULES or len(upright) > _MOST_RULES:
        return []
    touching = Groups(len(level) + len(upright))
    for row, rule in enumerate(level):
        for column, other in enumerate(upright, len(level)):
            if _meet(rule, other):
                touching.join(row, column)
    frames = []
    for group in touching.all():
        across = [level[index] for index in group if index < len(level)]
        down = [upright[index - len(level)] for index in group if index >= len(level)]
        if len(across) > 1 and down:
            frames.append(_frame(across, down))
    return frames


def _meet(level: Rule, upright: Rule) -> bool:
    return (
        level.low - _SLACK <= upright.at <= level.high + _SLACK
        and upright.low - _SLACK <= level.at <= upright.high + _SLACK
    )


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Join pieces of the same line: borders are drawn cell by cell, and twice where cells meet."""
    merged = []
    for at, rows in _clusters(sorted(rules, key=lambda rule: rule.at)):
        low, high = rows[0].low, rows[0].high
        for rule in rows[1:]:
            if rule.low > high + _SLACK:
                merged.append(Rule(at, low, high))
                low, high = rule.low, rule.high
            high = max(high, rule.high)
        merged.append(Rule(at, low, high))
    return [rule for rule in merged if rule.high - rule.low >= _SHORTEST]


def _clusters(rules: Sequence[Rule]) -> Iterable[tuple[int, list[Rule]]]:
    cluster: list[Rule] = []
    for rule in rules:
        if cluster and rule.at - cluster[0].at > _SAME:
            yield cluster[0].at, sorted(cluster, key=lambda member: member.low)
            cluster = []
        cluster.append(rule)
    if cluster:
        yield cluster[0].at, sorted(cluster, key=lambda member: member.low)


def _frame(level: Sequence[Rule], upright: Sequence[Rule]) -> Frame:
    xs = _borders([*(rule.at for rule in upright), *(end for rule in level for end in (rule.low, rule.high))])
    ys = _borders([*(rule.at for rule in level), *(end for rule in upright for end in (rule.low, rule.high))])
    ys.reverse()
    rows, columns = len(ys) - 1, len(xs) - 1
    units = Groups(rows * columns)
    walls, floors = _covering(upright, xs), _covering(level, ys)
    for row in range(rows):
        for column in range(columns):
            middle_x, middle_y = (xs[column] + xs[column + 1]) // 2, (ys[row] + ys[row + 1]) // 2
            if column + 1 < columns and not _is_ruled(walls[column + 1], middle_y):
                units.join(row * columns + column, row * columns + column + 1)
            if row + 1 < rows and not _is_ruled(floors[row + 1], middle_x):
                units.join(row * columns + column, (row + 1) * columns + column)
    spans = sorted(span for group in units.all() for span in _rectangles(group, columns))
    return Frame(tuple(xs), tuple(ys), tuple(spans), _owners(spans, rows, columns))


def _borders(places: Iterable[int]) -> list[int]:
    """Give the distinct places; what is nearer than a line is thick is the same border."""
    borders: list[int] = []
    for place in sorted(places):
        if not borders or place - borders[-1] > _SLACK:
            borders.append(place)
    return borders


def _covering(rules: Sequence[Rule], borders: Sequence[int]) -> list[list[Rule]]:
    return [[rule for rule in rules if abs(rule.at - border) <= _SLACK] for border in borders]


def _is_ruled(rules: Sequence[Rule], middle: int) -> bool:
    return any(rule.low <= middle <= rule.high for rule in rules)


def _rectangles(group: Sequence[int], columns: int) -> list[Span]:
    """Give the cells of units without a border between them: one if they fill a rectangle, else row by row."""
    places = [divmod(unit, columns) for unit in group]
    top, bottom = places[0][0], places[-1][0]
    left, right = min(column for _, column in places), max(column for _, column in places)
    if len(places) == (bottom - top + 1) * (right - left + 1):
        return [(top, left, bottom - top + 1, right - left + 1)]
    runs: list[list[int]] = []
    for row, column in places:
        if runs and runs[-1][0] == row and runs[-1][1] + runs[-1][3] == column:
            runs[-1][3] += 1
        else:
            runs.append([row, column, 1, 1])
    return [(row, column, height, width) for row, column, height, width in runs]


def _owners(spans: Sequence[Span], rows: int, columns: int) -> tuple[tuple[int, ...], ...]:
    owners = [[-1] * columns for _ in range(rows)]
    for index, (row, column, height, width) in enumerate(spans):
        for line in owners[row : row + height]:
            line[column : column + width] = [index] * width
    return tuple(map(tuple, owners))
