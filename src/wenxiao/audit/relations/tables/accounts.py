"""Accounting forms as columns of amounts: what a column is about, and what each of its rows is called.

Only tables whose title or headings tell income from spending are forms; of any other table nothing is known
that another table could repeat.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import Figure, FigureKind, Grid
from wenxiao.audit.relations.tables.scopes import Scope, is_kind_of_spending, scope_of

TOTALS = ("合计", "本年", "总计")
"""What rows of totals are called; 合计 alone may mean 本年合计 or 总计."""

_NUMBERING = re.compile(
    r"\A(?:其中[:：])?(?:[一二三四五六七八九十]+、|[0-9]+[.、．]|\([一二三四五六七八九十0-9]+\))"
)
_TOTAL = re.compile(r"(?:(?P<year>本年).*)?(?:合计|小计|(?P<all>总计))\Z")
_CARRIED = re.compile("结转|结余")
_SHORTEST_CODE = 3
_MOST_COLUMNS = 60
_MOST_ROWS = 3000


@dataclass(frozen=True, slots=True)
class Entry:
    """An amount with the name of its row as printed."""

    name: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Column:
    """Amounts of one table that are about one thing, by item: a code, a name, or one of ``TOTALS``."""

    grid: int
    scope: Scope
    entries: dict[str, Entry]


@lru_cache(maxsize=1)
def columns_of(grids: tuple[Grid, ...]) -> tuple[Column, ...]:
    """Give the columns of all forms; an item that stands twice with two values is left out.

    The last answer is kept: tables are compared with each other, and prose with their totals.
    """
    return tuple(column for grid in grids for column in _columns(grid))


def _columns(grid: Grid) -> list[Column]:
    if grid.table.columns > _MOST_COLUMNS:
        return []
    found: dict[Scope, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for scope, item, entry in _entries(grid):
        found[scope][item].append(entry)
    return [
        Column(grid.index, scope, {item: entries[0] for item, entries in items.items() if _agree(entries)})
        for scope, items in found.items()
    ]


def _agree(entries: list[Entry]) -> bool:
    return len({entry.figure.value for entry in entries}) == 1


def _entries(grid: Grid) -> Iterator[tuple[Scope, str, Entry]]:
    title = folded(grid.title)
    paths = [tuple(folded(heading).split("·")) if heading else () for heading in grid.headings]
    carried: set[int] = set()
    for row in range(grid.first_row, min(grid.table.rows, grid.first_row + _MOST_ROWS)):
        for column, cell in enumerate(grid.cells[row]):
            words, code = grid.names[row][column]
            name = _NUMBERING.sub("", words)
            if _goes_on(carried, column, name, code):
                continue
            if cell is not None and cell.figure and is_amount(cell) and cell.figure.kind is FigureKind.MONEY:
                scope, item = _read(title, paths[column], name, code)
                if scope is not None:
                    yield scope, item, Entry(name, cell.figure)


def _goes_on(carried: set[int], column: int, name: str, code: str) -> bool:
    """Tell whether a row without code divides the balance carried over that a row above it names."""
    if code or _TOTAL.search(name):
        carried.discard(column)
    elif _CARRIED.search(name):
        carried.add(column)
    else:
        return column in carried
    return False


def _read(title: str, path: tuple[str, ...], name: str, code: str) -> tuple[Scope | None, str]:
    """Give what an amount is about and what its row is called within that."""
    if len(code) >= _SHORTEST_CODE:
        return scope_of(title, path, ""), code
    total = _TOTAL.search(name)
    if total or not name:
        scope = scope_of(title, path, name)
        return scope, _total(total, scope)
    spent = scope_of(title, path, "")
    if spent is not None and spent.side == "支出" and not is_kind_of_spending(name):
        return spent, name
    scope = scope_of(title, path, name)
    return scope, _total(None, scope)


def _total(found: re.Match[str] | None, scope: Scope | None) -> str:
    """Tell which total is meant; the lists of final accounts are of the year, without what it began with."""
    if found is not None and found["all"]:
        return "总计"
    is_of_year = (found is not None and found["year"]) or (scope is not None and scope.stage == "决算")
    return "本年" if is_of_year else "合计"
