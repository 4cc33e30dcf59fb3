"""Figures in cells that name a fact: by the words left of them, the heading above, the project of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import Figure, Grid, GridCell, Reading
from wenxiao.audit.recorded.index import Entry, Index, name_in
from wenxiao.audit.recorded.naming import Naming, role_in_year
from wenxiao.audit.recorded.roles import (
    ACTUAL,
    BUDGET,
    NO_ROLE,
    SCOPE,
    Role,
    is_neutral,
    role_of_heading,
)

_NOTHING = re.compile(r"[^\w]*|未提供|未填报?|无|暂无|略|无法评定|不适用")
_NAMES = re.compile(r".{0,6}名称")
_MOST_NAMES = 8

Row = tuple[GridCell | None, ...]


def named_in_tables(reading: Reading, index: Index) -> Iterator[Naming]:
    """Give the amounts in cells that name a fact."""
    for grid in reading.grids:
        yield from _Walk(grid, index).named()


class _Walk:
    """One way down a table, which remembers of each column the headings it passed."""

    def __init__(self, grid: Grid, index: Index) -> None:
        self._grid = grid
        self._index = index
        self._roles: dict[int, Role] = {}
        self._heads: dict[int, str] = {}
        self._limited: set[int] = set()
        self._projects: set[str] = set()
        self._reaching: dict[int, tuple[int, str]] = {}
        is_budget = "预算" in grid.title and "决算" not in grid.title
        self._usual = BUDGET if is_budget else ACTUAL

    def named(self) -> Iterator[Naming]:
        """Give the amounts that name a fact, row by row."""
        is_after_amounts = False
        for number, row in enumerate(self._grid.cells):
            has_amounts = any(map(is_amount, row))
            if has_amounts:
                yield from self._of_row(number, row)
            else:
                texts = [(column, cell) for column, cell in enumerate(row) if cell and cell.text]
                self._pass(number, texts, is_new_part=is_after_amounts)
            is_after_amounts = has_amounts
            self._remember(number, row)

    def _pass(self, number: int, texts: list[tuple[int, GridCell]], *, is_new_part: bool) -> None:
        """Take a row without amounts as headings, and for the name of the project the form is about."""
        is_heading = any(self._role(cell.text) for _, cell in texts)
        is_above = number < self._grid.first_row and len(texts) > 1
        if is_new_part:
            self._heads.clear()
        if is_new_part and is_heading:
            self._limited.clear()
        for column, cell in texts:
            for covered in range(column, column + cell.column_span):
                if is_heading or is_above:
                    self._head(covered, cell.text)
                if not self._is_neutral(cell.text):
                    self._heads[covered] = self._known(cell.text)
        for (_, cell), (_, after) in pairwise(texts):
            if _NAMES.fullmatch(cell.text):
                self._projects = {name_in(after.text)}

    def _head(self, column: int, text: str) -> None:
        """Let a heading speak for its column: what it means no role by is no fact, unless a lower one says."""
        role = self._role(text)
        if SCOPE.search(text) and not self._known(text):
            self._limited.add(column)
        if role:
            self._roles[column] = role
        elif self._known(text):
            self._roles[column] = self._usual
        elif not self._is_neutral(text):
            self._roles[column] = NO_ROLE

    def _role(self, text: str) -> Role | None:
        return role_of_heading(text, self._index.year)

    def _is_neutral(self, text: str) -> bool:
        return is_neutral(text, self._index.year)

    def _remember(self, number: int, row: Row) -> None:
        for column, cell in enumerate(row):
            if cell is not None and cell.row_span > 1:
                self._reaching[column] = (number + cell.row_span, cell.text)

    def _of_row(self, number: int, row: Row) -> Iterator[Naming]:
        before: list[str] = []
        is_amount_passed = False
        for column in range(self._grid.table.columns):
            cell = row[column]
            if cell is None:
                last, text = self._reaching.get(column, (0, ""))
                before += [text] if number < last else []
            elif is_amount(cell):
                is_amount_passed = True
                yield from self._of_cell(column, cell, before[-_MOST_NAMES:])
            elif cell.figure is None and not self._is_value(column, cell.text):
                before = [] if is_amount_passed else before
                before.append(cell.text)
                is_amount_passed = False

    def _is_value(self, column: int, text: str) -> bool:
        """Tell whether a text stands for an amount: it says that there is none, or is a result in words."""
        return bool(self._roles.get(column) or _NOTHING.fullmatch(text))

    def _of_cell(self, column: int, cell: GridCell, before: list[str]) -> Iterator[Naming]:
        figure, role = cell.figure, self._roles.get(column, self._usual)
        if figure is None or not role:
            return
        told = [text for text in before if not self._is_neutral(text) and not self._role(text)]
        head = self._heads.get(column, "")
        beyond = [head] if head else self._projects
        names = [name_in(text) for text in reversed(told)] if told else list(beyond)
        entries = self._entries(figure, names, role)
        if entries:
            limits = f"{self._grid.title}{figure.section}"
            is_certain = column not in self._limited and not SCOPE.search(limits)
            yield Naming(figure, entries, is_certain=is_certain)

    def _entries(self, figure: Figure, names: list[str], role: Role) -> tuple[Entry, ...]:
        """Give the facts of the nearest name that has any; beyond a name of something else none is looked for."""
        around = {*names, *self._projects}
        known = takewhile(lambda name: not name or name in self._index.entries, names)
        found = (
            self._index.named(name, role_in_year(figure, name, role, self._index), around) for name in known
        )
        return next(filter(None, found), ())

    def _known(self, text: str) -> str:
        name = name_in(text)
        return name if name in self._index.entries else ""
