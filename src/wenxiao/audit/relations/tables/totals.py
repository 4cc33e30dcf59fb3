"""Totals of tables: rows that total the rows above them, codes that total the codes below them.

Which rows a total adds is read from the table's own structure: the levels of functional codes (类, 款, 项),
or of the numbering of its stubs; rows after 其中 are parts of what stands above them and are not added again.
A total that does not close is claimed only where there is no doubt: the rows carry codes, or another column
of the same table closes in the same way, or one figure miswritten is all that keeps it from closing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from wenxiao.audit.claims import Claim, ClaimKind, judge
from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import Figure, Grid
from wenxiao.audit.relations.tables.ranks import Entry, of_first_rank, style_of, ways_to_add
from wenxiao.audit.relations.tables.terms import (
    TOTAL,
    adds_up,
    alike,
    amount_at,
    is_one_slip_off,
    may_be_rounded,
    term,
)
from wenxiao.finding import Verdict

_SIDES = re.compile("收入|支出")  # the totals of both stand in one row
_MOST_ROWS = 3000
_BY_CODE = "科目"
_AT_END = "末尾科目"
_OF_WHICH = "其中"


def totals_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim the totals of every column of amounts."""
    is_parted = _has_codes_side_by_side(grid)
    lists = _lists(grid) if is_parted else [[_entries(grid, column)] for column in _amount_columns(grid)]
    claims = [claim for columns in lists for claim in _of_list(grid, columns, is_parted=is_parted)]
    passed = [judge(claim).verdict is Verdict.PASS for claim in claims]
    closing = {claim.subject for claim, holds in zip(claims, passed, strict=True) if holds}
    by_code_holds = 4 * sum(passed) >= 3 * len(claims)
    for claim, holds in zip(claims, passed, strict=True):
        if not holds and may_be_rounded(claim):
            continue
        is_shown = claim.subject in closing or (by_code_holds and claim.subject.startswith(_BY_CODE))
        may_be_cut = not holds and claim.subject.startswith(_AT_END)
        if (is_shown and not may_be_cut) or is_one_slip_off(claim):
            yield claim


def _has_codes_side_by_side(grid: Grid) -> bool:
    """Tell whether a list of codes is printed in two or three columns, one beside another."""
    return any(
        len({name.code for name, cell in zip(names, row, strict=True) if is_amount(cell) and name.code}) > 1
        for names, row in zip(grid.names[grid.first_row :], grid.cells[grid.first_row :], strict=True)
    )


def _lists(grid: Grid) -> list[list[list[Entry]]]:
    """Give the lists that go on from the foot of one column to the head of the next one of the same heading."""
    lists: dict[str, list[list[Entry]]] = {}
    for column in _amount_columns(grid):
        heading = grid.headings[column].rpartition("·")[2]
        lists.setdefault(heading, []).append(_entries(grid, column))
    return list(lists.values())


def _amount_columns(grid: Grid) -> list[int]:
    rows = grid.cells[grid.first_row : grid.first_row + _MOST_ROWS]
    return [
        column
        for column, heading in enumerate(grid.headings)
        if adds_up(heading) and any(is_amount(row[column]) for row in rows)
    ]


def _entries(grid: Grid, column: int) -> list[Entry]:
    repeated = frozenset(grid.table.repeated_rows)
    return [
        Entry(*grid.names[number][column], amount_at(grid, number, column))
        for number in range(grid.first_row, min(grid.table.rows, grid.first_row + _MOST_ROWS))
        if number not in repeated
    ]


def _of_list(grid: Grid, columns: list[list[Entry]], *, is_parted: bool) -> Iterator[Claim]:
    if sum(bool(entry.code) for entries in columns for entry in entries) > 1:
        yield from _by_code(columns, is_parted=is_parted)
    else:
        for entries in columns:
            yield from _by_position(grid, entries)


def _by_code(columns: list[list[Entry]], *, is_parted: bool) -> Iterator[Claim]:
    """Add each level of codes to the level above, and the highest to the total if the list is all there."""
    entries = list(chain.from_iterable(columns))
    coded = [entry for entry in entries if entry.code and entry.figure]
    codes = {entry.code for entry in coded}
    highest = min(map(len, codes), default=0)
    children: dict[str, list[Figure]] = {}
    for entry in coded:
        if entry.figure:
            children.setdefault(_above(entry.code, codes, highest), []).append(entry.figure)
    last = tuple(filter(None, map(_last_code, columns)))
    for entry in entries:
        is_total = not is_parted and not entry.code and bool(TOTAL.search(entry.stub))
        parts = children.get(entry.code or "") if entry.code or is_total else None
        if entry.figure and parts and entry.figure not in parts:
            may_be_cut = any(code.startswith(entry.code) for code in last)
            kind = _AT_END if may_be_cut else _BY_CODE if entry.code else ""
            yield _sum(f"{kind}{entry.code or entry.stub}", entry, entry.figure, parts)


def _last_code(entries: list[Entry]) -> str | None:
    """Give the code with which the list ends: below it a page may have been lost. None if a total ends it."""
    last = next((entry for entry in reversed(entries) if entry.code or TOTAL.search(entry.stub)), None)
    return last.code if last is not None and last.code else None


def _above(code: str, codes: set[str], highest: int) -> str:
    """Give the nearest code above that the table has, "" for the total."""
    levels = (code[:end] for end in range(len(code) - 2, highest - 1, -2))
    return next((level for level in levels if level in codes), "" if len(code) == highest else code[:-2])


def _by_position(grid: Grid, entries: list[Entry]) -> Iterator[Claim]:
    """Add the rows since the last total; a total of totals adds the subtotals, or what follows the last one."""
    section: list[Entry] = []
    subtotals: list[Figure] = []
    for number, entry in enumerate(entries):
        if not TOTAL.search(entry.stub):
            section.append(entry)
            continue
        if entry.figure is None:
            continue
        if number == 0:
            yield from _leading(grid, entry, entries[1:])
            return
        subject = f"{grid.index}第{number}行{_SIDES.sub('', entry.stub)}"
        fewest = 1 if len(section) + len(subtotals[-1:]) > 1 else 2  # the other rows may be blank
        yield from _closing(subject, entry, ways_to_add(section, subtotals), fewest)
        subtotals.append(entry.figure)
        section = []


def _closing(subject: str, total: Entry, ways: Iterator[list[Figure]], fewest: int) -> Iterator[Claim]:
    """Claim the way to add that closes, or would but for one slip, or the plainest one."""
    claims = [
        _sum(f"{subject}{number}", total, total.figure, parts)
        for number, parts in enumerate(ways)
        if len(parts) >= fewest and total.figure and all(alike(total.figure, part) for part in parts)
    ]
    closing = (claim for claim in claims if judge(claim).verdict is Verdict.PASS)
    nearly = (claim for claim in claims if is_one_slip_off(claim))
    yield from islice(chain(closing, nearly, claims), 1)


def _leading(grid: Grid, total: Entry, entries: list[Entry]) -> Iterator[Claim]:
    """Add the rows below a total that stands first; if they begin with 其中, nothing says that they are all."""
    if total.figure is None or not entries or style_of(entries[0].stub) == _OF_WHICH:
        return
    parts = of_first_rank(entries)
    is_one_list = not any(TOTAL.search(entry.stub) for entry in entries)
    if is_one_list and len(parts) > 1 and all(alike(total.figure, part) for part in parts):
        yield _sum(f"{grid.index}首行{total.stub}", total, total.figure, parts)


def _sum(subject: str, total: Entry, figure: Figure, parts: Sequence[Figure]) -> Claim:
    return Claim(ClaimKind.SUM, subject, term(figure, total.stub), tuple(map(term, parts)))
