"""Results told in prose and again in a form: 接待游客8000人次 and the row 游客接待量 with its 实际完成值."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wenxiao.audit.figures.model import Figure, FigureKind, Grid, Reading
from wenxiao.audit.relations.labels import Mention, parts
from wenxiao.audit.relations.plausible import is_slip
from wenxiao.audit.relations.targets import Side, side_of_section, sided_cells, sides_of_paragraphs

_COUNTED = frozenset({FigureKind.COUNT, FigureKind.PERSON_TIMES})
_FEWEST_SHARED = 2
_FEWEST_DIGITS = 3
_MOST_COMPARED = 200

Measure = tuple[FigureKind, str]


def pairs_with_forms(reading: Reading, mentions: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pair each result of a form with the only figure of prose that is named like its row.

    They must agree, or differ as a slip of the pen would make them differ.
    """
    cells = {mention.figure.start: mention for mention in mentions if mention.is_bare}
    told = _told(reading, mentions)
    grids = {grid.index: grid for grid in reading.grids}
    for start, end, table, row, side in sided_cells(reading):
        cell = next((cells[at] for at in range(start, min(end, start + 3)) if at in cells), None)
        if cell is None or side is not Side.RESULT or cell.figure.kind not in _COUNTED:
            continue
        name = parts(_name(grids[table], row, start), 2)
        named = [one for one in told[_measure(cell.figure)] if _is_named(one, name)]
        if len(named) == 1 and _is_same_or_slip(named[0].figure, cell.figure):
            first, last = sorted((named[0], cell), key=lambda mention: mention.figure.start)
            yield first, last


def _told(reading: Reading, mentions: list[Mention]) -> dict[Measure, list[Mention]]:
    """Give the exact counts of prose that are not aims, by what they are measured in."""
    sides = sides_of_paragraphs(reading)
    blocks = reading.document.blocks
    told: dict[Measure, list[Mention]] = defaultdict(list)
    for mention in mentions:
        figure = mention.figure
        if (
            mention.is_bare
            or figure.kind not in _COUNTED
            or (figure.block >= 0 and blocks[figure.block].table >= 0)
        ):
            continue
        side = sides.get(figure.block) or side_of_section(figure.section)
        measured = told[_measure(figure)]
        if side is not Side.PLAN and len(measured) < _MOST_COMPARED:
            measured.append(mention)
    return told


def _measure(figure: Figure) -> Measure:
    return figure.kind, figure.quantity.unit if figure.quantity else ""


def _name(grid: Grid, row: int, start: int) -> str:
    """Give the last words of a row that stand left of a cell."""
    left = [cell.text for cell in grid.cells[row] if cell and cell.start < start and cell.figure is None]
    return next((text for text in reversed(left) if text), "")


def _is_named(mention: Mention, name: frozenset[str]) -> bool:
    return len(parts(mention.clause, 2) & name) >= _FEWEST_SHARED


def _is_same_or_slip(one: Figure, other: Figure) -> bool:
    if one.quantity is None or other.quantity is None:
        return False
    if one.value == other.value:
        return True
    digits = min(len(figure.value.strip("0-.").replace(".", "")) for figure in (one, other))
    return digits >= _FEWEST_DIGITS and is_slip(one.quantity, [other.quantity])
