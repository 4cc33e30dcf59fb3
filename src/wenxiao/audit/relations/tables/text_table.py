"""Figures in prose against the tables of the same document: 万元 in the text, 元 in the table.

A figure in prose belongs to a row when its label ends with the row's name. If an amount of that row equals it
as printed, they are one; nothing is said of columns that have another role (预算数 beside 决算数). That they
differ is claimed only where the row leaves no choice, having one amount or a total of those to its right, and
where the label gives the path of its code, or one slip is all that keeps both apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wenxiao.audit.claims import Claim, judge
from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import Figure, FigureKind, Grid, Reading
from wenxiao.audit.relations.tables.terms import equal_claim, is_one_slip_off
from wenxiao.audit.relations.tables.text_totals import against_totals
from wenxiao.audit.relations.tables.total_rows import against_total_rows
from wenxiao.documents.model import BlockKind
from wenxiao.finding import Verdict

_NOISE = re.compile(r"[“”\"'‘’()（）、.,，：:\s]|[类款项](?=\)|）)")
_NUMBERED = re.compile(
    r"\A(?:其中[:：])?(?:[一二三四五六七八九十]+、|[0-9]+[.、]|\([0-9一二三四五六七八九十]+\))"
)
_TOTAL = re.compile(r"(?:合计|总计|小计)\Z")
_CHANGE = re.compile("[增减降升超差]|[比较占]|结余|节约")
_SHORTEST = 4
_SHORTEST_SENTENCE = 12
_MOST_ROWS = 40
_LONGEST_LABEL = 80
_ROUNDING = 10  # what rounding moves is less than a tenth of any figure

Rows = dict[str, list["Row"]]
Prose = list[tuple[Figure, str]]


@dataclass(frozen=True, slots=True)
class Row:
    """The amounts that stand beside one name; ``whole`` is the one amount meant, if there is no choice."""

    code: str
    amounts: tuple[Figure, ...]
    whole: Figure | None


def claims_between_text_and_tables(reading: Reading) -> list[Claim]:
    """Claim that what prose says of a row is what the table says."""
    rows = _rows(reading.grids)
    if not rows:
        return []
    prose = _prose(reading)
    named = [claim for figure, before in prose for claim in _against(figure, before, rows)]
    told = [*named, *against_total_rows(reading, [figure for figure, _ in _unsettled(prose, named)])]
    return [*told, *against_totals(reading.grids, _unsettled(prose, told))]


def _unsettled(prose: Prose, claims: list[Claim]) -> Prose:
    """Leave out the figures that claims have been found of."""
    settled = {claim.result.figure for claim in claims}
    return [(figure, before) for figure, before in prose if figure not in settled]


def _prose(reading: Reading) -> Prose:
    """Give the counted figures in sentences, those in cells too, each with the words right before it."""
    blocks = reading.document.blocks
    return [
        (figure, before)
        for sentence in reading.sentences
        if sentence.block < 0
        or blocks[sentence.block].kind is not BlockKind.CELL
        or sum(map(len, sentence.gaps)) >= _SHORTEST_SENTENCE
        for figure, before in zip(sentence.figures, sentence.gaps, strict=False)
        if figure.is_counted
    ]


def _rows(grids: tuple[Grid, ...]) -> Rows:
    rows: Rows = {}
    for grid in grids:
        last = _last_amounts(grid)
        for number in range(grid.first_row, grid.table.rows):
            for name, row in _parts(grid, number, last):
                kept = rows.setdefault(name, [])
                if len(kept) < _MOST_ROWS:
                    kept.append(row)
    return rows


def _parts(grid: Grid, number: int, last: int) -> Iterator[tuple[str, Row]]:
    """Give the names in a row with their amounts: two tables side by side have one name each.

    ``last`` is the last column of the grid that holds amounts.
    """
    row = grid.cells[number]
    beside: dict[int, list[int]] = {}
    stub = -1
    for column, cell in enumerate(row):
        if cell is not None and cell.figure is None and cell.text:
            stub = column
        elif is_amount(cell) and stub >= 0:
            beside.setdefault(stub, []).append(column)
    for columns in beside.values():
        cells = [row[column] for column in columns]
        amounts = tuple(cell.figure for cell in cells if cell is not None and cell.figure is not None)
        first = columns[0]
        whole = amounts[0] if len(amounts) == 1 or _is_total(grid, first) else None
        only = whole if whole is not None and (first == last or _is_total(grid, first)) else None
        words, code = grid.names[number][first]
        yield _name(words), Row(code, amounts, only)


def _is_total(grid: Grid, column: int) -> bool:
    return bool(_TOTAL.search(grid.headings[column]))


def _last_amounts(grid: Grid) -> int:
    """Give the last column that holds amounts, judged by the first rows; -1 if none does."""
    sample = grid.cells[grid.first_row : grid.first_row + _MOST_ROWS]
    columns = reversed(range(grid.table.columns))
    return next((column for column in columns if any(is_amount(row[column]) for row in sample)), -1)


def _name(stub: str) -> str:
    return _plain(_NUMBERED.sub("", folded(stub)))


def _plain(label: str) -> str:
    return _NOISE.sub("", folded(label)).replace("其它", "其他")


def _against(figure: Figure, before: str, rows: Rows) -> Iterator[Claim]:
    label = _plain(figure.label)[-_LONGEST_LABEL:]
    for start in range(max(len(label) - _SHORTEST + 1, 0)):
        candidates = rows.get(label[start:])
        if candidates:
            yield from _of_rows(figure, before, candidates, label[:start])
            return


def _of_rows(figure: Figure, before: str, rows: list[Row], path: str) -> Iterator[Claim]:
    """Claim the figure equal to an amount of the row, the deepest in code first; else claim what must be."""
    deepest = sorted(rows, key=lambda row: len(row.code), reverse=True)
    for row in deepest:
        for amount in row.amounts:
            if amount.kind is figure.kind and _may_equal(figure, amount):
                claim = _equal(figure, amount)
                if judge(claim).verdict is Verdict.PASS:
                    yield claim
                    return
    whole = deepest[0].whole
    if figure.kind is FigureKind.MONEY and whole is not None and not _CHANGE.search(before):
        claim = _equal(figure, whole)
        if _is_certain(rows, path) or (not path and is_one_slip_off(claim)):
            yield claim


def _is_certain(rows: list[Row], path: str) -> bool:
    """Tell whether a label can mean no other row: it gives the path of a coded row, which has one amount."""
    values = {row.whole.value if row.whole else None for row in rows}
    return len(values) == 1 and bool(path) and all(row.code for row in rows)


def _may_equal(figure: Figure, amount: Figure) -> bool:
    """Tell quickly whether rounding could make two amounts one, before they are judged."""
    if figure.quantity is None or amount.quantity is None:
        return False
    difference = abs(figure.quantity.value - amount.quantity.value)
    return difference * _ROUNDING <= abs(figure.quantity.value)


def _equal(figure: Figure, amount: Figure) -> Claim:
    return equal_claim(figure.label, figure, amount)
