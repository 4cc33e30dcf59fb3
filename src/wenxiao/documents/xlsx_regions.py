"""What a person sees on a worksheet: lines of text, and tables above, below and beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

_NUMBER = re.compile(r"[-+−－(（¥￥]{0,2}[0-9][0-9,，]*(?:\.[0-9]+)?[%％]?[)）]?|[-—–－]{1,2}")
_UNIT_NOTE = re.compile(r"(?:\A|[^\w])(?:金额|计量|货币)?单位 ?[:：]")
_TABLE_NAME = re.compile(r"\A(?:附?表|附件) ?[0-9一二三四五六七八九十]|表(?:[（(][^（）()]{1,20}[）)])?\Z")
_REMARK = re.compile(r"\A(?:[备附]?注|说明|填表说明|编制说明)[0-9一二三四五六七八九十]{0,2} ?[:：.、]")
_SENTENCE = re.compile("[。；！？]")
_LONG = 40
_MOST_NESTED = 4
_LEAST_SIDE = 2


class Area(NamedTuple):
    """A filled cell, perhaps merged: its first and last row and column from 0, and its text."""

    row: int
    column: int
    bottom: int
    right: int
    text: str


class Region(NamedTuple):
    """Cells in reading order that make a table, or a line of text if ``is_table`` is false."""

    is_table: bool
    areas: tuple[Area, ...]


_Row = list[Area]


def regions_of(areas: Sequence[Area], nested: int = 0) -> Iterator[Region]:
    """Give the lines and tables of a sheet, or of a part of it, from top to bottom and from left to right."""
    rows = [list(cells) for _, cells in groupby(sorted(areas), key=lambda area: area.row)]
    for rows_of_table, line in _segments(rows):
        cells = [area for row in rows_of_table for area in row]
        sides = _side_by_side(cells) if nested < _MOST_NESTED else [cells]
        if len(sides) > 1:
            for side in sides:
                yield from regions_of(side, nested + 1)
        elif cells:
            yield Region(True, tuple(cells))
        if line:
            yield Region(False, tuple(line))


def _segments(rows: Sequence[_Row]) -> Iterator[tuple[list[_Row], _Row]]:
    """Give tables and lines in turn: the rows of a table, perhaps none, and the line that ends it, perhaps empty."""
    left = min((row[0].column for row in rows), default=0)
    table: list[_Row] = []
    bottom = -1
    for row, below in zip_longest(rows, rows[1:]):
        has_gap = row[0].row > bottom + 1
        bottom = max(bottom, *(area.bottom for area in row))
        next_row = below if below and below[0].row <= bottom + 1 else []
        is_line = _is_unit_note(row, next_row, table) or (
            len(row) == 1
            and not _is_number(row[0])
            and _is_line(row[0], next_row, table, left, has_gap=has_gap)
        )
        if is_line or (has_gap and _is_heading(row)):
            yield table, row if is_line else []
            table = []
        if not is_line:
            table.append(row)
    yield table, []


def _is_unit_note(row: _Row, below: _Row, table: Sequence[_Row]) -> bool:
    """Tell whether a row says who filled a table in and in which unit, and does not belong to its columns."""
    is_note = any(_UNIT_NOTE.search(area.text) for area in row) and not any(map(_is_number, row))
    return is_note and (not table or _is_heading(below))


def _is_line(area: Area, below: _Row, table: Sequence[_Row], left: int, *, has_gap: bool) -> bool:
    """Tell whether a cell alone in its row is text above, between or below tables; ``below`` touches it."""
    is_title = bool(_TABLE_NAME.search(area.text) or _UNIT_NOTE.search(area.text)) and len(below) > 0
    is_wide = area.right > area.column
    if not table:
        return area.column == left or is_wide or is_title or _is_prose(area.text) or len(below) < _LEAST_SIDE
    if area.column > min(row[0].column for row in table[:2]):
        return False
    is_inside = is_wide and len(below) > 1 and not _REMARK.match(area.text)
    if _is_prose(area.text):
        return not is_inside or has_gap
    return has_gap or (is_title and (_is_heading(below) or len(below) == 1))


def _is_prose(text: str) -> bool:
    return len(text) > _LONG or bool(_SENTENCE.search(text) or _REMARK.match(text))


def _is_number(area: Area) -> bool:
    return _NUMBER.fullmatch(area.text.strip()) is not None


def _is_heading(row: _Row) -> bool:
    return len(row) > 1 and not any(map(_is_number, row))


def _side_by_side(areas: Sequence[Area]) -> list[list[Area]]:
    """Part the cells at columns that are blank from top to bottom, where there is a table on both sides."""
    groups: list[list[Area]] = []
    right = -1
    for area in sorted(areas, key=lambda area: area.column):
        if groups and area.column <= right + 1:
            groups[-1].append(area)
        else:
            groups.append([area])
        right = max(right, area.right)
    sides: list[list[Area]] = []
    for group in groups:
        if sides and not (_is_table(sides[-1]) and _is_table(group)):
            sides[-1].extend(group)
        else:
            sides.append(group)
    return sides


def _is_table(areas: Sequence[Area]) -> bool:
    """Tell whether cells are several rows of several columns."""
    per_row: dict[int, int] = {}
    for area in areas:
        per_row[area.row] = per_row.get(area.row, 0) + 1
    return sum(count >= _LEAST_SIDE for count in per_row.values()) >= _LEAST_SIDE
