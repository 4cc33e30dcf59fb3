"""Prose against the total rows of tables: 全年预算 1987.42万元 and the 合计 under 全年预算数.

A total row has no name of its own, so equal amounts are what tells that prose speaks of it. A sentence that
gives one amount of the row speaks of the whole row: another figure there, called just as a column is, is
claimed equal to the row's amount in that column.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from wenxiao.audit.claims import Claim, ClaimKind, Term, judge
from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import Figure, FigureKind, Grid, Reading
from wenxiao.audit.relations.table_totals import stub_beside, term
from wenxiao.finding import Verdict
from wenxiao.quantity import round_half_up

_TOTAL = re.compile(r"合计|总计")
_BRACKETED = re.compile(r"\(.*?\)")
_FEWEST_DIGITS = 4
_SIDES = ("收入", "支出")
_HUNDRED = 100  # 元: the second decimal of 万元


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount of a total row: its row (table and row number), what its column is called, its context."""

    row: tuple[int, int]
    heading: str
    context: str
    figure: Figure


def against_total_rows(reading: Reading, prose: Sequence[Figure]) -> Iterator[Claim]:
    """Claim figures in prose equal to amounts of total rows."""
    amounts = [amount for grid in reading.grids for amount in _amounts(grid)]
    by_value: dict[Decimal, list[_Amount]] = defaultdict(list)
    for amount in amounts:
        for value in _values(amount.figure):
            by_value[value].append(amount)
    rows: dict[tuple[int, int], list[_Amount]] = defaultdict(list)
    for amount in amounts:
        rows[amount.row].append(amount)
    for figures in _by_block(prose):
        yield from _of_block(figures, by_value, rows)


def _amounts(grid: Grid) -> Iterator[_Amount]:
    for number in range(grid.first_row, grid.table.rows):
        row = grid.cells[number]
        if not any(cell is not None and cell.figure is None and _TOTAL.search(cell.text) for cell in row):
            continue
        for column, cell in enumerate(row):
            stub = stub_beside(row, column)
            if cell is not None and cell.figure and is_amount(cell) and _TOTAL.search(stub):
                heading = _BRACKETED.sub("", folded(grid.headings[column]))
                context = stub if any(side in stub for side in _SIDES) else grid.title + stub + heading
                yield _Amount((grid.index, number), heading, context, cell.figure)


def _values(figure: Figure) -> set[Decimal]:
    """Give the amount, and as it is printed in 万元 with two decimals."""
    if figure.quantity is None:
        return set()
    value = figure.quantity.value
    return {value, round_half_up(value / _HUNDRED, 0) * _HUNDRED}


def _by_block(prose: Sequence[Figure]) -> Iterator[list[Figure]]:
    blocks: dict[int, list[Figure]] = defaultdict(list)
    for figure in prose:
        blocks[figure.block].append(figure)
    yield from blocks.values()


def _of_block(
    figures: list[Figure],
    by_value: dict[Decimal, list[_Amount]],
    rows: dict[tuple[int, int], list[_Amount]],
) -> Iterator[Claim]:
    spoken: dict[tuple[int, int], None] = {}
    rest: list[Figure] = []
    for figure in figures:
        claim, row = _matched(figure, by_value)
        if claim is None or row is None:
            rest.append(figure)
        else:
            spoken[row] = None
            yield claim
    if len(spoken) == 1:
        amounts = rows[next(iter(spoken))]
        for figure in rest:
            yield from _under_its_name(figure, amounts)


def _matched(
    figure: Figure, by_value: dict[Decimal, list[_Amount]]
) -> tuple[Claim | None, tuple[int, int] | None]:
    """Give the claim that a figure is an amount of a total row, and which row."""
    for amount in by_value.get(figure.quantity.value, ()) if figure.quantity else ():
        claim = _equal(figure, amount)
        if claim and _says_enough(figure, amount) and judge(claim).verdict is Verdict.PASS:
            return claim, amount.row
    return None, None


def _says_enough(figure: Figure, amount: _Amount) -> bool:
    """Tell whether equal values are no chance: many digits and nothing against it, or the column's name."""
    if figure.kind is not FigureKind.MONEY:
        return amount.heading in {figure.unit, figure.label}
    digits = sum(letter.isdigit() for letter in figure.text)
    return digits >= _FEWEST_DIGITS and not _of_other_side(figure.label, amount.context)


def _of_other_side(label: str, context: str) -> bool:
    """Tell whether one speaks of income and the other of expenses."""
    told = {side for side in _SIDES if side in label}
    return len(told) == 1 and any(side in context for side in _SIDES) and not any(s in context for s in told)


def _under_its_name(figure: Figure, amounts: list[_Amount]) -> Iterator[Claim]:
    named = [amount for amount in amounts if amount.heading == folded(figure.label)]
    if len(named) == 1 and named[0].figure.kind is figure.kind:
        claim = _equal(figure, named[0])
        if claim:
            yield claim


def _equal(figure: Figure, amount: _Amount) -> Claim | None:
    other = _measured(figure, amount)
    return None if other is None else Claim(ClaimKind.EQUAL, figure.label, term(figure), (other,))


def _measured(figure: Figure, amount: _Amount) -> Term | None:
    """Give the cell as a term; its column may name the unit of a bare number (场次 over 69)."""
    other = term(amount.figure)
    if figure.unit == amount.figure.unit:
        return other
    if figure.quantity is None or other.quantity is None or amount.heading != figure.unit:
        return None
    return replace(other, quantity=replace(other.quantity, unit=figure.unit, kind=figure.quantity.kind))
