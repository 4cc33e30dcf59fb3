"""Columns computed from other columns of their row, 增减额, 增减率, 执行率, and rows computed so from other rows.

What a column is computed from is read from the headings: the later year less the earlier one, 执行数 over
预算数. A table whose rows seldom agree with that was read wrongly, and nothing is claimed of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from wenxiao.audit.claims import Claim, ClaimKind, Direction, GrowthForm, Term, judge
from wenxiao.audit.figures.model import Figure, FigureKind, Grid
from wenxiao.audit.relations.tables.numbered_rows import row_names
from wenxiao.audit.relations.tables.terms import amount_at, is_ratio, is_shown, one_measure, term
from wenxiao.finding import Verdict

_CHANGE = re.compile(
    r"增减(?:变动|变化)?(?:额|数|量|金额|情况)?\Z|变动[额数]\Z|差[额值]\Z|增[加长]?[量额]\Z|(?:增|增加)[（(]减"
)
_GROWTH = re.compile(
    r"(?:增减|增长|升降|变动|变化|增速)(?:变动|变化)?(?:率|幅度?|百分比|比例)?%?\Z|增[幅速]%?\Z|(?:同比|比上年)%?\Z"
)
_RATE = re.compile(r"(?:执行|完成|支出)(?:进度|率|比例)\Z")
_ACTUAL = re.compile(r"执行数|决算数?\Z|实际支出|支出数\Z|完成数|实际完成\Z")
_BUDGET = (re.compile(r"全年预算|调整预算"), re.compile(r"预算数?\Z|年初预算"))
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?=年|\Z)")
_CURRENT = re.compile(r"本年|今年|当年|本期")
_PREVIOUS = re.compile(r"上年|去年|上期")
_COMPARED = re.compile(f"[比较]|{_CHANGE.pattern}|{_GROWTH.pattern}")
_TOTAL = re.compile(r"(?:合计|小计|总计)\Z")
_UNIT = re.compile(r"[（(][^（）()]*[)）]")
_PERCENT = re.compile(r"[（(](%|％)[)）]")
_MOST_COLUMNS = 60
_MOST_COMPARED = 12  # rows of a table that compares two years

Make = Callable[[Figure, tuple[Figure, ...], str], Claim | None]


@dataclass(frozen=True, slots=True)
class _Formula:
    """A column and those it is computed from, in the order of the operands."""

    result: int
    operands: tuple[int, ...]
    make: Make


def columns_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim what computed columns say of each row, where most rows agree with the headings."""
    if grid.table.columns > _MOST_COLUMNS:
        return
    for formula in _formulas(grid.headings):
        claims = list(_of_rows(grid, formula))
        verdicts = [judge(claim).verdict for claim in claims]
        if verdicts.count(Verdict.PASS) > verdicts.count(Verdict.FAIL):
            yield from claims


def rows_compared(grid: Grid) -> Iterator[Claim]:
    """Claim the same of rows, one year below the other and the change below both, where the columns show it."""
    if grid.table.columns > _MOST_COLUMNS or grid.table.rows - grid.first_row > _MOST_COMPARED:
        return
    names = row_names(grid, grid.table.rows - grid.first_row, 1)
    for formula in _formulas(names):
        if formula.make is not _rate:
            claims = list(_of_columns(grid, formula))
            if is_shown(claims):
                yield from claims


def _formulas(headings: tuple[str, ...]) -> Iterator[_Formula]:
    names = [_plain(heading) for heading in headings]
    years = _two_years(["" if _COMPARED.search(name) else name for name in names])
    change = _only(names, _CHANGE)
    growth, rate = _only(names, _GROWTH), _only(names, _RATE)
    if years is not None and change is not None:
        yield _Formula(change, years, _difference)
    if years is not None and growth is not None:
        with_change = years if change is None else (years[0], change)
        yield _Formula(growth, with_change, _growth if change is None else _growth_by_change)
    actual, budget = _only(names, _ACTUAL), _budget(names)
    if rate is not None and actual is not None and budget is not None:
        yield _Formula(rate, (actual, budget), _rate)


def _plain(heading: str) -> str:
    return _UNIT.sub("", _PERCENT.sub("%", heading))


def _only(names: list[str], pattern: re.Pattern[str]) -> int | None:
    """Give the one column that is called so."""
    found = [column for column, name in enumerate(names) if pattern.search(name)]
    return found[0] if len(found) == 1 else None


def _budget(names: list[str]) -> int | None:
    """Give the column of the budget as it was last set."""
    found = (_only(names, pattern) for pattern in _BUDGET)
    return next((column for column in found if column is not None), None)


def _two_years(names: list[str]) -> tuple[int, int] | None:
    """Give the columns of this year and of the year before; of a year told in parts, its total."""
    told: dict[int, list[int]] = {}
    for column, name in enumerate(names):
        year = _YEAR.search(name)
        if year:
            told.setdefault(int(year[0]), []).append(column)
    if len(told) == 2:
        current, previous = (_whole(names, told[year]) for year in sorted(told, reverse=True))
    elif told:
        return None
    else:
        current, previous = _only(names, _CURRENT), _only(names, _PREVIOUS)
    return None if current is None or previous is None or current == previous else (current, previous)


def _whole(names: list[str], columns: list[int]) -> int | None:
    totals = [column for column in columns if _TOTAL.search(names[column])] or columns
    return totals[0] if len(totals) == 1 else None


def _of_rows(grid: Grid, formula: _Formula) -> Iterator[Claim]:
    for number in range(grid.first_row, grid.table.rows):
        result = amount_at(grid, number, formula.result)
        operands = [amount_at(grid, number, column) for column in formula.operands]
        known = tuple(figure for figure in operands if figure is not None)
        if result is not None and len(known) == len(operands):
            label = grid.names[number][formula.result].words
            claim = formula.make(result, known, label)
            if claim is not None:
                yield claim


def _of_columns(grid: Grid, formula: _Formula) -> Iterator[Claim]:
    for column in range(1, grid.table.columns):
        rows = (formula.result, *formula.operands)
        figures = [amount_at(grid, grid.first_row + row, column) for row in rows]
        told = [figure for figure in figures if figure is not None]
        if len(told) == len(rows) and not is_ratio(grid.headings[column]):
            claim = formula.make(told[0], tuple(told[1:]), grid.headings[column])
            if claim is not None:
                yield claim


def _difference(result: Figure, operands: tuple[Figure, ...], label: str) -> Claim | None:
    if not one_measure((result, *operands)):
        return None
    return Claim(ClaimKind.DIFFERENCE, label, term(result, label), tuple(map(term, operands)))


def _rate(result: Figure, operands: tuple[Figure, ...], label: str) -> Claim | None:
    if result.kind is not FigureKind.PERCENT or not one_measure(operands):
        return None
    return Claim(ClaimKind.RATE, label, term(result, label), tuple(map(term, operands)))


def _growth(result: Figure, operands: tuple[Figure, ...], label: str) -> Claim | None:
    if result.kind is not FigureKind.PERCENT or not one_measure(operands) or is_ratio(label):
        return None
    return Claim(ClaimKind.GROWTH, label, term(result, label), tuple(map(term, operands)))


def _growth_by_change(result: Figure, operands: tuple[Figure, ...], label: str) -> Claim | None:
    """Claim a growth told by this year and the change; a fall is told by amounts without their signs."""
    claim = _growth(result, operands, label)
    if claim is None:
        return None
    current, change = claim.operands
    if change.quantity is not None and change.quantity.value < 0:
        return replace(
            claim,
            result=_turned(claim.result),
            operands=(current, _turned(change)),
            form=GrowthForm.CURRENT_DELTA,
            direction=Direction.DOWN,
        )
    return replace(claim, form=GrowthForm.CURRENT_DELTA)


def _turned(one: Term) -> Term:
    """Give a term with the opposite sign."""
    quantity = one.quantity
    if quantity is None:
        return one
    low = None if quantity.high is None else -quantity.high
    high = None if quantity.low is None else -quantity.low
    return replace(one, quantity=replace(quantity, value=-quantity.value, low=low, high=high))
