"""What prose tells of a row of a table by its name: 其他收入减少 81.42 万元，下降 55.16%, whose amounts the table gives.

The amounts of the row, or of another row named beside it, are what a change, a growth or a share is tried against.
Only what fits, where chance could hardly make it fit, is claimed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, permutations, product
from typing import NamedTuple

from wenxiao.audit.claims import Claim, ClaimKind, Direction, judge
from wenxiao.audit.figures.characters import folded, squeezed
from wenxiao.audit.figures.model import ADDITIVE, Figure, FigureKind, Grid, Reading, Sentence
from wenxiao.audit.relations.proven.chance import MAGNITUDES, SELDOM, most_trials, rounds_to
from wenxiao.audit.relations.tables.terms import TOTAL, alike, term, terms_of_one_measure
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind

_MOST_COLUMNS, _MOST_ROWS, _MOST_ALIKE = 20, 400, 3
_MOST_NAMED = 3
"""How many of the names told last are looked at."""

_NUMBERED = re.compile(
    r"(?:其中[:：]?)?(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[.、．])?(?:其中[:：]?)?"
)
_BRACKETED = re.compile(r"\([^()]*\)|[:：]")
_CHANGE = re.compile("[增减降升多少超短差丢扣节余涨浮压缺缴]")
_FALL = re.compile("[减降少短压缩负]|下[降滑]")
_DONE = re.compile("(?:完成|执行|达到|兑现|支付|使用)[^，。；]*$")
_OF = re.compile("占|比[重例]|份额")
_NEAR = 12
_HUNDRED = 100
_SHORTEST, _LONGEST = 2, 20


class _Row(NamedTuple):
    """The amounts that one name has in a row, by their columns."""

    grid: int
    row: int
    amounts: Mapping[int, Figure]


_TOLD = ADDITIVE | {FigureKind.PERCENT}
Rows = Mapping[str, Sequence[_Row]]


def told_of_rows(reading: Reading) -> Iterator[Claim]:
    """Claim the changes, growths and shares that prose tells of rows it names."""
    rows = _rows_by_name(reading)
    if not rows:
        return
    begun = _by_beginning(rows)
    blocks = reading.document.blocks
    for sentence in reading.sentences:
        if sentence.figures and blocks[sentence.block].table < 0:
            yield from _in_sentence(sentence, rows, begun)


def _in_sentence(sentence: Sentence, rows: Rows, begun: Mapping[str, Sequence[str]]) -> Iterator[Claim]:
    named: list[str] = []
    for figure, gap in zip(sentence.figures, sentence.gaps, strict=False):
        names = [name for name in _names_in(gap, begun) if _may_be_meant(figure, gap, rows[name])]
        named = [*named, *names][-_MOST_NAMED:]
        if named and figure.quantity is not None and figure.quantity.value > 0:
            yield from _told(figure, gap, [row for name in reversed(named) for row in rows[name]])


def _may_be_meant(figure: Figure, gap: str, rows: Sequence[_Row]) -> bool:
    """Tell whether the amount that prose gives right after a name is none, or one of the row's."""
    if figure.kind not in ADDITIVE or _CHANGE.search(gap[-_NEAR:]):
        return True
    return any(_value(one) == _value(figure) for row in rows for one in row.amounts.values())


def _rows_by_name(reading: Reading) -> Rows:
    """Give the rows with two amounts by what names them, but names that too many rows bear."""
    found: dict[str, list[_Row]] = defaultdict(list)
    for grid in reading.grids:
        if grid.table.columns <= _MOST_COLUMNS and grid.table.rows <= _MOST_ROWS:
            for name, row in _rows_of(grid):
                found[name].append(row)
    return {name: rows for name, rows in found.items() if len(rows) <= _MOST_ALIKE}


def _rows_of(grid: Grid) -> Iterator[tuple[str, _Row]]:
    for number in range(grid.first_row, grid.table.rows):
        by_name: dict[str, dict[int, Figure]] = defaultdict(dict)
        for column in range(grid.table.columns):
            cell = grid.cells[number][column]
            figure = cell.figure if cell is not None else None
            if figure is not None and figure.quantity is not None and figure.kind in _TOLD:
                by_name[grid.names[number][column].words][column] = figure
        for words, amounts in by_name.items():
            plain = _BRACKETED.sub("", _NUMBERED.sub("", squeezed(folded(words)), count=1))
            if _SHORTEST <= len(plain) <= _LONGEST and not TOTAL.fullmatch(plain):
                yield plain, _Row(grid.index, number, amounts)


def _by_beginning(rows: Rows) -> Mapping[str, Sequence[str]]:
    """Give the names by their first two letters, the longest first."""
    begun: dict[str, list[str]] = defaultdict(list)
    for name in sorted(rows, key=len, reverse=True):
        begun[name[:_SHORTEST]].append(name)
    return begun


def _names_in(gap: str, begun: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Give the names that stand in words, in order, the longest at each place."""
    at = 0
    while at < len(gap) - 1:
        name = next((one for one in begun.get(gap[at : at + _SHORTEST], ()) if gap.startswith(one, at)), "")
        if name:
            yield name
        at += len(name) or 1


def _told(figure: Figure, gap: str, near: Sequence[_Row]) -> Iterator[Claim]:
    """Give the first claim about a figure that fits."""
    lead = gap[-_NEAR:]
    quantity = figure.quantity
    if quantity is None:
        return
    if figure.kind is FigureKind.PERCENT and quantity.kind is Kind.PERCENT:
        is_rate = _DONE.search(lead) is not None
        ways = _shares(figure, near) if _OF.search(gap) else _growths(figure, lead, near, is_rate=is_rate)
    elif _CHANGE.search(lead):
        ways = _changes(figure, near)
    else:
        return
    claim = next(ways, None)
    if claim is not None and judge(claim).verdict is Verdict.PASS:
        yield claim


def _changes(change: Figure, near: Sequence[_Row]) -> Iterator[Claim]:
    pairs = (pair for row in near for pair in combinations(row.amounts.values(), 2))
    likes = (
        (one, two) for one, two in pairs if _are_measured_so(change, one) and _are_measured_so(change, two)
    )
    for tried, pair in enumerate(likes, 1):
        smaller, larger = sorted(pair, key=_value)
        gap = _value(larger) - _value(smaller)
        if gap == _value(change) and change.quantity:
            if tried <= most_trials(change.quantity, _value(larger), SELDOM):
                result, *operands = terms_of_one_measure((change, larger, smaller))
                yield Claim(ClaimKind.DIFFERENCE, change.label, result, tuple(operands))
            return


def _growths(percent: Figure, lead: str, near: Sequence[_Row], *, is_rate: bool) -> Iterator[Claim]:
    """Give the growth from one amount of a row to another, or what one is of another (完成计划的 90%)."""
    if percent.quantity is None or not (is_rate or _CHANGE.search(lead)):
        return
    direction = Direction.DOWN if _FALL.search(lead) and not is_rate else Direction.UP
    sign = -1 if direction is Direction.DOWN else 1
    pairs = (pair for row in near for pair in permutations(row.amounts.values(), 2))
    for tried, (one, base) in enumerate(((one, two) for one, two in pairs if alike(one, two)), 1):
        part = _value(one) if is_rate else (_value(one) - _value(base)) * sign
        if rounds_to(percent.quantity, part * _HUNDRED, _value(base)):
            if _is_telling(percent, tried):
                kind = ClaimKind.RATE if is_rate else ClaimKind.GROWTH
                terms = terms_of_one_measure((one, base))
                yield Claim(kind, percent.label, term(percent), terms, direction=direction)
            return


def _shares(percent: Figure, near: Sequence[_Row]) -> Iterator[Claim]:
    if percent.quantity is None:
        return
    pairs = (
        (part.amounts[column], whole.amounts[column])
        for whole, part in product(near, repeat=2)
        if whole.grid == part.grid and whole.row != part.row
        for column in part.amounts.keys() & whole.amounts.keys()
    )
    for tried, (part, whole) in enumerate(pairs, 1):
        if alike(part, whole) and rounds_to(percent.quantity, _value(part) * _HUNDRED, _value(whole)):
            if _is_telling(percent, tried):
                terms = terms_of_one_measure((part, whole))
                yield Claim(ClaimKind.SHARE, percent.label, term(percent), terms)
            return


def _is_telling(percent: Figure, tried: int) -> bool:
    quantity = percent.quantity
    return quantity is not None and 2 * tried <= most_trials(quantity, quantity.value * MAGNITUDES, SELDOM)


def _are_measured_so(change: Figure, one: Figure) -> bool:
    if change.quantity is not None and change.quantity.kind is Kind.PERCENTAGE_POINTS:
        return one.kind is FigureKind.PERCENT
    return change.kind in ADDITIVE and alike(change, one)


def _value(figure: Figure) -> Decimal:
    return figure.quantity.value if figure.quantity else Decimal(0)
