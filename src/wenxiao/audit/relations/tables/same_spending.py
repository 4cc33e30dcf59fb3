"""One spending told by different divisions: 基本支出 as 人员经费 and 公用经费, 公务接待费 by its code.

The divisions and codes are those of the economic classification of departmental spending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from wenxiao.audit.claims import Claim, judge
from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import Figure, Grid
from wenxiao.audit.relations.tables.accounts import TOTALS, Column, Entry
from wenxiao.audit.relations.tables.scopes import Scope
from wenxiao.audit.relations.tables.terms import amount_at, equal_claim, is_one_slip_off, sum_claim
from wenxiao.finding import Verdict

_PERSONNEL, _RUNNING, _BASIC = "人员经费", "公用经费", "基本支出"
_PERSONNEL_CLASSES = frozenset({"301", "303"})
_RUNNING_CLASSES = frozenset({"302", "307", "309", "310", "311", "312", "399"})
_CODES = {"公务接待": "30217", "因公出国": "30212", "公务用车运行": "30231", "公务用车购置": "31013"}
_PERSONNEL_ROW, _RUNNING_ROW = re.compile("人员(?:经费|支出)"), re.compile("公用(?:经费|支出)")
_OFFICE = "机关运行"


def classes_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim 人员经费合计 and 公用经费合计 to be the classes of spending they stand for, wherever these are printed."""
    if len({heading.rsplit("·", 1)[-1] for heading in _amount_headings(grid)}) > 1:
        return
    classes: dict[str, Figure] = {}
    totals: dict[str, Figure] = {}
    for (words, code), figure in _amounts(grid):
        kind = next((one for one in (_PERSONNEL, _RUNNING) if words.startswith(one)), "")
        if code:
            classes.setdefault(code, figure)
        elif kind:
            totals.setdefault(kind, figure)
    claims = [
        sum_claim(kind, totals[kind], parts)
        for kind, members in ((_PERSONNEL, _PERSONNEL_CLASSES), (_RUNNING, _RUNNING_CLASSES))
        if kind in totals
        and len(parts := [figure for code, figure in classes.items() if code in members]) > 1
    ]
    is_read = any(_holds(claim) for claim in claims)
    yield from (claim for claim in claims if is_read or is_one_slip_off(claim))


def basic_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim 基本支出 to be 人员经费 and 公用经费 where these are the next two rows."""
    rows = range(grid.first_row, grid.table.rows - 2)
    for row in rows:
        for column, name in enumerate(grid.names[row]):
            below = [grid.names[row + step][column].words for step in (1, 2)]
            if (
                name.words.endswith(_BASIC)
                and _PERSONNEL_ROW.search(below[0])
                and _RUNNING_ROW.search(below[1])
            ):
                figures = [amount_at(grid, row + step, column) for step in range(3)]
                yield from _divided(name.words, [figure for figure in figures if figure is not None])


def _divided(name: str, figures: list[Figure]) -> Iterator[Claim]:
    if len(figures) > 2:
        claim = sum_claim(name, figures[0], figures[1:])
        if _holds(claim) or is_one_slip_off(claim):
            yield claim


def _amounts(grid: Grid) -> Iterator[tuple[tuple[str, str], Figure]]:
    for names, row in zip(grid.names[grid.first_row :], grid.cells[grid.first_row :], strict=True):
        for name, cell in zip(names, row, strict=True):
            if cell is not None and cell.figure and is_amount(cell):
                yield name, cell.figure


def _amount_headings(grid: Grid) -> list[str]:
    rows = grid.cells[grid.first_row :]
    return [
        heading for column, heading in enumerate(grid.headings) if any(is_amount(row[column]) for row in rows)
    ]


def claims_of_spending(columns: Iterable[Column]) -> Iterator[Claim]:
    """Claim what different forms say of one spending by different divisions of it."""
    totals: dict[Scope, tuple[int, Entry]] = {}
    coded: dict[str, list[Entry]] = {code: [] for code in _CODES.values()}
    for column in columns:
        total = next((column.entries[item] for item in TOTALS if item in column.entries), None)
        if total is not None:
            totals.setdefault(column.scope, (column.grid, total))
        for code, found in coded.items():
            if code in column.entries:
                found.append(column.entries[code])
    for scope, (grid, total) in totals.items():
        if scope.kind == _BASIC:
            yield from _basic(totals, scope, grid, total)
        elif scope.kind == _OFFICE:
            running = (other for one, (_, other) in totals.items() if one.kind == _RUNNING)
            yield from _equal(scope.kind, total, running)
        elif scope.kind in _CODES:
            yield from _equal(scope.kind, total, coded[_CODES[scope.kind]])


def _basic(totals: dict[Scope, tuple[int, Entry]], scope: Scope, grid: int, total: Entry) -> Iterator[Claim]:
    """Claim 基本支出 of one form to be 人员经费 and 公用经费 of another."""
    parts = [totals.get(replace(scope, kind=kind)) for kind in (_PERSONNEL, _RUNNING)]
    found = [part for part in parts if part is not None and part[0] != grid]
    if len(found) == len(parts):
        claim = sum_claim(_BASIC, total.figure, [entry.figure for _, entry in found])
        if _holds(claim) or is_one_slip_off(claim):
            yield claim


def _equal(name: str, total: Entry, others: Iterable[Entry]) -> Iterator[Claim]:
    """Claim that two forms agree where they do: what else was spent so may be in one of them only."""
    claims = (
        equal_claim(name, other.figure, total.figure)
        for other in others
        if total.figure.value != "0" and other.figure != total.figure
    )
    yield from islice(filter(_holds, claims), 1)


def _holds(claim: Claim) -> bool:
    return judge(claim).verdict is Verdict.PASS
