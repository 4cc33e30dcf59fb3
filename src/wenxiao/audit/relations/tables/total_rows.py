"""Prose against the total rows of tables: 全年预算 1987.42万元 and the 合计 under 全年预算数.

A total row has no name of its own, so equal amounts are what tells that prose speaks of it. A sentence that
gives one amount of the row speaks of the whole row: another figure there, called just as a column is, is
claimed equal to the row's amount in that column, unless the text gives that amount elsewhere.
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
from wenxiao.audit.relations.mentions.labels import parts
from wenxiao.audit.relations.tables.terms import term
from wenxiao.finding import Verdict
from wenxiao.quantity import round_half_up

_TOTAL = re.compile(r"合计|总计")
_BRACKETED = re.compile(r"\(.*?\)")
_FEWEST_DIGITS = 4
_SIDES = ("收入", "支出")
_MOST_COLUMNS = 60
_MOST_EQUALS = 40  # rows tried for one figure: so many equal amounts tell nothing
_HUNDRED = 100  # 元: the second decimal of 万元


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount of a total row: its row (table and row number), what its column is called, its context.

    ``words`` are the pairs of letters of its table's title, stub and heading: of equal amounts, the likest is meant.
    """

    row: tuple[int, int]
    heading: str
    context: str
    words: frozenset[str]
    figure: Figure


def against_total_rows(reading: Reading, prose: Sequence[Figure]) -> Iterator[Claim]:
    """Claim figures in prose equal to amounts of total rows."""
    amounts = [amount for grid in reading.grids for amount in _amounts(grid)]
    by_value: dict[Decimal, list[_Amount]] = defaultdict(list)
    for amount in amounts:
        for value in _values(amount.figure):
            if len(by_value[value]) < _MOST_EQUALS:
                by_value[value].append(amount)
    rows: dict[tuple[int, int], list[_Amount]] = defaultdict(list)
    for amount in amounts:
        rows[amount.row].append(amount)
    matched = {figure: found for figure in prose if (found := _matched(figure, by_value))}
    yield from (claim for claim, _ in matched.values())
    prose_left = set(prose) - set(matched)
    told = {claim.operands[0].figure for claim, _ in matched.values()}
    for sentence in reading.sentences:
        spoken = {matched[figure][1] for figure in sentence.figures if figure in matched}
        if len(spoken) == 1:
            rest = [figure for figure in sentence.figures if figure in prose_left]
            amounts = [one for one in rows[next(iter(spoken))] if one.figure not in told]
            yield from (claim for figure in rest for claim in _under_its_name(figure, amounts))


def _amounts(grid: Grid) -> Iterator[_Amount]:
    if grid.table.columns > _MOST_COLUMNS:
        return
    for number in range(grid.first_row, grid.table.rows):
        row = grid.cells[number]
        if not any(cell is not None and cell.figure is None and _TOTAL.search(cell.text) for cell in row):
            continue
        for column, cell in enumerate(row):
            stub = grid.names[number][column].words
            if cell is not None and cell.figure and is_amount(cell) and _TOTAL.search(stub):
                heading = _BRACKETED.sub("", folded(grid.headings[column]))
                context = stub if any(side in stub for side in _SIDES) else grid.title + stub + heading
                words = parts(folded(grid.title) + stub + heading, 2)
                yield _Amount((grid.index, number), heading, context, words, cell.figure)


def _values(figure: Figure) -> set[Decimal]:
    """Give the amount, and as it is printed in 万元 with two decimals."""
    if figure.quantity is None:
        return set()
    value = figure.quantity.value
    return {value, round_half_up(value / _HUNDRED, 0) * _HUNDRED}


def _matched(figure: Figure, by_value: dict[Decimal, list[_Amount]]) -> tuple[Claim, tuple[int, int]] | None:
    """Give the claim that a figure is an amount of a total row, and which row."""
    candidates = by_value.get(figure.quantity.value, []) if figure.quantity else []
    named = parts(figure.label, 2)
    for amount in sorted(candidates, key=lambda one: -len(named & one.words)):
        claim = _equal(figure, amount)
        if claim and _says_enough(figure, amount) and judge(claim).verdict is Verdict.PASS:
            return claim, amount.row
    return None


def _says_enough(figure: Figure, amount: _Amount) -> bool:
    """Tell whether equal values are no chance: many digits and nothing against it, or the column's name."""
    if figure.kind is not FigureKind.MONEY:
        return amount.heading in {figure.unit, figure.label}
    digits = sum(letter.isdigit() for letter in figure.text) + bool(_TOTAL.search(figure.label))
    return digits >= _FEWEST_DIGITS and not _of_other_side(figure.label, amount.context)


def _of_other_side(label: str, context: str) -> bool:
    """Tell whether one speaks of income and the other of expenses."""
    told = {side for side in _SIDES if side in label}
    return len(told) == 1 and any(side in context for side in _SIDES) and not any(s in context for s in told)


def _under_its_name(figure: Figure, amounts: list[_Amount]) -> Iterator[Claim]:
    named = [amount for amount in amounts if amount.heading in {folded(figure.label), figure.unit}]
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
