"""Rows of an account that are equal: 收入总计 and 支出总计 of one year, what a year ends with and the next begins with.

What is carried over may be corrected between the years, so of that nothing fails; both sides of a year must balance, and
do not where one slip of the pen parts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from wenxiao.audit.claims import Claim, judge
from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.model import Figure, Grid
from wenxiao.audit.relations.tables.terms import amounts_of_row, can_be_searched, equal_claim, is_one_slip_off
from wenxiao.finding import Verdict

_INCOME, _EXPENSES = (re.compile(rf"{side}总[计额量]\Z") for side in ("收入", "支出"))
_AT_END = re.compile("[年期]末.*(?:结转|结余|余额|结存)")
_AT_BEGINNING = re.compile("(?:[年期]初|上年).*(?:结转|结余|余额|结存)")
_YEAR = re.compile("[0-9]{4}")

Row = Mapping[int, Figure]
"""The amounts of a row by their columns."""


def balances_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim the rows of an account equal that are, column by column."""
    if not can_be_searched(grid):
        return
    income, expenses = _only(grid, _INCOME), _only(grid, _EXPENSES)
    for column in sorted(income.keys() & expenses.keys()):
        claim = equal_claim("收支总计", income[column], expenses[column])
        if judge(claim).verdict is Verdict.PASS or is_one_slip_off(claim):
            yield claim
    beginning = {_year(one): one for one in _only(grid, _AT_BEGINNING).values()}
    for ended in _only(grid, _AT_END).values():
        begun = beginning.get(_year(ended) + 1) if _year(ended) else None
        carried = equal_claim("结转结余", ended, begun) if begun is not None else None
        if carried is not None and judge(carried).verdict is Verdict.PASS:
            yield carried


def _only(grid: Grid, pattern: re.Pattern[str]) -> Row:
    """Give the amounts of the one row that is called so, none if several are."""
    rows = [row for row in range(grid.first_row, grid.table.rows) if pattern.search(folded(grid.stubs[row]))]
    return amounts_of_row(grid, rows[0]) if len(rows) == 1 else {}


def _year(figure: Figure) -> int:
    """Give the year a figure is of, 0 if none is told."""
    found = _YEAR.match(figure.period)
    return int(found[0]) if found else 0
