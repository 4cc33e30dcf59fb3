"""Headings of several columns in tables without ruling lines: which columns one stands over.

One that stands over the middle of its columns has some of them on its left; one that stands over the first of them
is told by what is written, and stays where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wenxiao.documents.pdf.table_columns import Column


class Place(NamedTuple):
    """The columns from ``first`` to ``end`` (exclusive) that a cell stands in, and the middle of it, twice."""

    first: int
    end: int
    twice: int


def spread(row: Sequence[Place], below: frozenset[int], columns: Sequence[Column]) -> list[tuple[int, int]]:
    """Give first and end of the columns of each cell of a row of headings; ``below`` have headings of their own."""
    found: list[tuple[int, int]] = []
    start = 0
    for place, after in zip(row, [*row[1:], None], strict=True):
        limit = after.first if after else len(columns)
        first, end = place.first, place.end
        if start < first and below.issuperset(range(start, end)):
            shared = after is not None and _has_columns(after, below)
            first, end = start, _end(place, start, limit, columns) if shared else _headed(below, end, limit)
        found.append((first, end))
        start = end
    return found


def _has_columns(place: Place, below: frozenset[int]) -> bool:
    return below.issuperset(range(place.first, place.end))


def _headed(below: frozenset[int], end: int, limit: int) -> int:
    while end < limit and end in below:
        end += 1
    return end


def _end(place: Place, start: int, limit: int, columns: Sequence[Column]) -> int:
    """Give the end that puts the heading in the middle of its columns."""
    return min(
        range(place.end, limit + 1),
        key=lambda end: abs(columns[start][0] + columns[end - 1][1] - place.twice),
    )
