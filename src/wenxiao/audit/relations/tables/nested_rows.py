"""Rows that the rows below them divide, though no word says so: 高中, then 普通高中 and 成人高中.

That two or more columns close by the same rows is no chance; then the rows are the parts in every column, and
where one more column does not close a figure in it is wrong. Below 按性别分 begins another division of the row above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from wenxiao.audit.claims import Claim, judge
from wenxiao.audit.figures.model import ADDITIVE, Figure, Grid
from wenxiao.audit.relations.tables.numbered_rows import lists_of, row_names
from wenxiao.audit.relations.tables.terms import adds_up, alike, amount_at, is_one_slip_off, sum_claim
from wenxiao.finding import Verdict

_ANEW = re.compile(r"\A按.{1,12}分(?:类|组)?[:：]?\Z")
_PART = re.compile("其中")  # these rows are told by the word
_MOST_PARTS = 12
_MOST_COLUMNS = 60
_MOST_ROWS = 3000
_FEWEST_CLOSING = 2

Row = dict[int, Figure]


def nested_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim the divisions that the amounts themselves show, in tables without codes."""
    if grid.table.columns > _MOST_COLUMNS or any(name.code for names in grid.names for name in names):
        return
    last = min(grid.table.rows, grid.first_row + _MOST_ROWS)
    rows = [_amounts(grid, number) for number in range(grid.first_row, last)]
    yield from _numbered(grid, rows)
    base = 0
    for at, row in enumerate(rows):
        if row:
            base = at
            if at + 1 < len(rows) and not _PART.match(grid.stubs[grid.first_row + at + 1]):
                yield from _divided(grid, rows, at, at + 1)
        elif _ANEW.match(grid.stubs[grid.first_row + at]):
            yield from _divided(grid, rows, _whole_before(grid, rows, at, base), at + 1)


def _numbered(grid: Grid, rows: Sequence[Row]) -> Iterator[Claim]:
    """Claim each amount of a row to be those of the list of rows that its numbering puts below it."""
    named: dict[tuple[str, ...], list[int]] = {}
    for column in sorted({column for row in rows for column in row}):
        named.setdefault(row_names(grid, len(rows), column), []).append(column)
    for names, columns in named.items():
        for one in lists_of(names):
            for column in columns:
                whole = rows[one.whole].get(column)
                parts = [rows[at][column] for at in one.parts if column in rows[at]]
                if whole is not None and len(parts) > 1:
                    yield from _of_number(names[one.whole], whole, parts)


def _of_number(name: str, whole: Figure, parts: list[Figure]) -> Iterator[Claim]:
    if all(alike(whole, part) for part in parts):
        claim = sum_claim(name, whole, parts)
        if judge(claim).verdict is Verdict.PASS or is_one_slip_off(claim):
            yield claim


def _amounts(grid: Grid, number: int) -> Row:
    figures = {
        column: figure
        for column, heading in enumerate(grid.headings)
        if adds_up(heading) and (figure := amount_at(grid, number, column)) is not None
    }
    return {column: figure for column, figure in figures.items() if figure.kind in ADDITIVE}


def _whole_before(grid: Grid, rows: Sequence[Row], at: int, base: int) -> int:
    """Give the row that several divisions one after another are of: the one before the first of them."""
    for earlier in range(base, max(at - 2 * _MOST_PARTS, 0), -1):
        if not rows[earlier] and not _ANEW.match(grid.stubs[grid.first_row + earlier]):
            break
        if not rows[earlier]:
            return max(earlier - 1, 0)
    return base


def _divided(grid: Grid, rows: Sequence[Row], whole: int, first: int) -> Iterator[Claim]:
    """Claim the first few rows from ``first`` on that close in two columns as the parts of a row."""
    sums: dict[int, Decimal] = dict.fromkeys(rows[whole], Decimal(0))
    for end in range(first, min(first + _MOST_PARTS, len(rows))):
        if not rows[end]:
            return
        for column, figure in rows[end].items():
            if column in sums and figure.quantity is not None:
                sums[column] += figure.quantity.value
        if end > first and len(_closing(rows, whole, first, end, sums)) >= _FEWEST_CLOSING:
            name = grid.stubs[grid.first_row + whole]
            yield from _in_all_columns(name, rows, whole, range(first, end + 1))
            return


def _closing(
    rows: Sequence[Row], whole: int, first: int, end: int, sums: dict[int, Decimal]
) -> frozenset[str]:
    """Give the different amounts, other than their parts, that have been reached."""
    reached = set()
    for column, figure in rows[whole].items():
        if figure.quantity is not None and figure.quantity.value == sums[column] != 0:
            parts = [rows[at][column].value for at in range(first, end + 1) if column in rows[at]]
            if len(parts) > 1 and figure.value not in parts:
                reached.add(figure.value)
    return frozenset(reached)


def _in_all_columns(name: str, rows: Sequence[Row], whole: int, parts: range) -> Iterator[Claim]:
    for column, total in rows[whole].items():
        figures = [rows[at][column] for at in parts if column in rows[at]]
        if len(figures) > 1 and all((one.kind, one.unit) == (total.kind, total.unit) for one in figures):
            claim = sum_claim(name, total, figures)
            if judge(claim).verdict is Verdict.PASS or is_one_slip_off(claim):
                yield claim
