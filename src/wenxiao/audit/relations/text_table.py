"""Figures in prose against the tables of the same document: 万元 in the text, 元 in the table.

A figure in prose belongs to a row when its label ends with the row's name. The amount meant is that of the
total column (合计, 预算数, 决算数 or the only one); when the rows of that name in several tables differ there,
nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.claims import Claim, ClaimKind
from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import Figure, FigureKind, Grid, GridCell, Reading
from wenxiao.audit.relations.table_totals import stub_beside, term
from wenxiao.documents.model import BlockKind

_NOISE = re.compile(r"[“”\"'‘’()（）、.,，：:\s]|[类款项](?=\)|）)")
_NUMBERED = re.compile(
    r"\A(?:其中[:：])?(?:[一二三四五六七八九十]+、|[0-9]+[.、]|\([0-9一二三四五六七八九十]+\))"
)
_WHOLE = re.compile(r"合计\Z|预算数\Z|决算数\Z|预算\Z|决算\Z|金额\Z")
_SHORTEST = 4


def claims_between_text_and_tables(reading: Reading) -> list[Claim]:
    """Claim that what prose says of a row is what the table says."""
    rows = _rows(reading.grids)
    prose = (figure for figure in reading.figures if _is_prose(reading, figure))
    return [claim for figure in prose for claim in _against(figure, rows)]


def _is_prose(reading: Reading, figure: Figure) -> bool:
    kind = reading.document.blocks[figure.block].kind if figure.block >= 0 else BlockKind.PARAGRAPH
    return figure.kind is FigureKind.MONEY and figure.is_counted and kind is not BlockKind.CELL


def _rows(grids: tuple[Grid, ...]) -> dict[str, list[Figure]]:
    """Give the total amounts of rows by the row's name."""
    rows: dict[str, list[Figure]] = {}
    for grid in grids:
        for row in grid.cells[grid.first_row :]:
            for column, cell in enumerate(row):
                if cell is not None and cell.figure and is_amount(cell) and _is_whole(grid, row, column):
                    rows.setdefault(_name(stub_beside(row, column)), []).append(cell.figure)
    return rows


def _is_whole(grid: Grid, row: tuple[GridCell | None, ...], column: int) -> bool:
    """Tell whether a column is the total, or the first amount beside the row's name."""
    before = row[column - 1] if column else None
    first = before is not None and before.figure is None and bool(before.text)
    return first and bool(_WHOLE.search(grid.headings[column]))


def _name(stub: str) -> str:
    return _plain(_NUMBERED.sub("", folded(stub)))


def _plain(label: str) -> str:
    return _NOISE.sub("", folded(label)).replace("其它", "其他")


def _against(figure: Figure, rows: dict[str, list[Figure]]) -> Iterator[Claim]:
    label = _plain(figure.label)
    for start in range(max(len(label) - _SHORTEST + 1, 0)):
        candidates = rows.get(label[start:])
        if candidates:
            if len({candidate.value for candidate in candidates}) == 1:
                yield Claim(ClaimKind.EQUAL, figure.label, term(figure), (term(candidates[0]),))
            return
