"""Rows that come to another row in every column, though nothing says that they are its parts: 男 and 女, 城镇 and 乡村.

That several columns close to the last digit is no accident; what does not close says nothing, so nothing fails here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.model import ADDITIVE, Figure, Grid
from wenxiao.audit.relations.tables.terms import (
    amounts_of_row,
    can_be_searched,
    is_ratio,
    one_measure,
    sum_claim,
)
from wenxiao.digits import significant_digits
from wenxiao.quantity import parse

_REACH, _MOST_PARTS, _FEWEST_PARTS = 12, 8, 2
_FEWEST_COLUMNS, _FEWEST_DIGITS = 2, 5
_PRINTED = re.compile(r"-?[0-9][0-9,，]*(?:\.[0-9]+)?")

Row = Mapping[int, Figure]
"""The amounts of a row by their columns."""


def closing_rows_claimed(grid: Grid, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Claim the rows near another one that come to it in all of its columns, if no claim tells its parts already."""
    told = {one.result.figure.start for one in claims if one.kind is ClaimKind.SUM and one.result.figure}
    if not can_be_searched(grid):
        return
    rows = [_amounts(grid, number) for number in range(grid.table.rows)]
    for number, whole in enumerate(rows):
        if not _is_telling(whole) or any(one.start in told for one in whole.values()):
            continue
        below, above = rows[number + 1 : number + 1 + _REACH], rows[max(number - _REACH, 0) : number][::-1]
        for near in (below, above):
            for parts in _breakdowns(whole, near):
                yield from _claims(grid, number, whole, parts)


def _breakdowns(whole: Row, near: Sequence[Row]) -> Iterator[list[Row]]:
    """Give the runs of rows that come to a whole: it may be broken down again and again."""
    first = 0
    while first < len(near) - 1:
        parts = _coming_to(whole, near[first : first + _MOST_PARTS])
        if parts:
            yield parts
        first += max(len(parts), 1)


def _amounts(grid: Grid, number: int) -> Row:
    """Give the amounts of a row that can be added, none for a row of ratios."""
    name = grid.stubs[number]
    if number < grid.first_row or is_ratio(name):
        return {}
    return {column: one for column, one in amounts_of_row(grid, number).items() if one.kind in ADDITIVE}


def _is_telling(whole: Row) -> bool:
    digits = sum(significant_digits(_number(one)) for one in whole.values())
    return len(whole) >= _FEWEST_COLUMNS and digits >= _FEWEST_DIGITS


def _coming_to(whole: Row, near: Sequence[Row]) -> list[Row]:
    """Give the first of some rows that come to a whole in all its columns."""
    left = {column: _number(one) for column, one in whole.items()}
    for count, part in enumerate(near, 1):
        if part.keys() != whole.keys():
            return []
        for column, one in part.items():
            left[column] -= _number(one)
        if any(value < 0 for value in left.values()):
            return []
        if count >= _FEWEST_PARTS and not any(left.values()):
            return list(near[:count])
    return []


def _claims(grid: Grid, number: int, whole: Row, parts: Sequence[Row]) -> Iterator[Claim]:
    for column, total in whole.items():
        figures = [part[column] for part in parts]
        measured = [_measured_as(total, one) for one in figures]
        if one_measure((total, *measured)) and all(_number(one) for one in figures):
            yield sum_claim(grid.names[number][column].words, total, measured)


def _measured_as(total: Figure, part: Figure) -> Figure:
    """Give a bare number the unit of its total: 总人口（万人） above 男 and 女."""
    if part.unit or total.quantity is None or not total.quantity.spelled:
        return part
    quantity = parse(part.text, total.quantity.spelled)
    return part._replace(kind=total.kind, unit=total.unit, value=str(quantity.value), quantity=quantity)


def _number(figure: Figure) -> Decimal:
    """Give the number as printed: the rows of a table are printed alike."""
    found = _PRINTED.search(figure.text)
    return Decimal(found[0].replace(",", "").replace("，", "")) if found else Decimal(0)
