"""Results told in prose and again in a form: 接待游客8000人次 and the row 游客接待量 with its 实际完成值.

A form that asks for amounts by headings alone (收入合计 over a single figure) repeats those of the text, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wenxiao.audit.figures.model import TALLIED, Figure, FigureKind, Grid, Reading
from wenxiao.audit.relations.mentions.labels import Mention, Pair, core, is_miswritten, parts, role
from wenxiao.audit.relations.mentions.sides import Side, side_of_section, sided_cells, sides_of_paragraphs

_FEWEST_SHARED = 2
_FEWEST_DIGITS = 3
_MOST_COMPARED = 200
_MOST_CELLS = 30
_ENOUGH = 4
_TELLING_NAME = 5
_OF_LIKE_SIZE = 10

Head = tuple[Mention, frozenset[str]]
"""A cell with the pairs of letters of its heading."""

Measure = tuple[FigureKind, str]


def pairs_with_forms(reading: Reading, mentions: list[Mention]) -> Iterator[Pair]:
    """Pair each result of a form with the only figure of prose that is named like its row.

    They must agree, or differ as a slip of the pen would make them differ, unless the paragraph says that it sums up
    the results (实际完成：…) and calls one as the row is called.
    """
    results = [cell for cell in sided_cells(reading) if cell[-1] is Side.RESULT]
    if not results:
        return
    cells = {mention.figure.start: mention for mention in mentions if mention.is_bare}
    told, leads = _told(reading, mentions), sides_of_paragraphs(reading)
    grids = {grid.index: grid for grid in reading.grids}
    for start, end, table, row, _ in results:
        cell = next((cells[at] for at in range(start, min(end, start + 3)) if at in cells), None)
        if cell is None or cell.figure.kind not in TALLIED:
            continue
        title = _name(grids[table], row, start)
        name = parts(title, 2)
        named = [one for one in told[_measure(cell.figure)] if _is_named(one, name)]
        is_one = len(named) == 1 and (
            _is_same_or_slip(named[0].figure, cell.figure) or _is_name(named[0], cell, title)
        )
        summed_up = [one for one in told[_measure(cell.figure)] if leads.get(one.figure.block) is Side.RESULT]
        led = [one for one in summed_up if _leads_name(one, title)]
        meant = named[0] if is_one else led[0] if len(led) == 1 and _are_of_like_size(led[0], cell) else None
        if meant is not None:
            first, last = sorted((meant, cell), key=lambda mention: mention.figure.start)
            yield first, last


def pairs_with_amounts(mentions: list[Mention]) -> Iterator[Pair]:
    """Pair amounts of prose with those that stand in a form under a heading like their name.

    They must agree, or the only two of a name differ as a slip of the pen would make them differ.
    """
    amounts = [mention for mention in mentions if mention.figure.kind is FigureKind.MONEY]
    cells = [one for one in amounts if one.is_bare and one.figure.label and "·" not in one.figure.label]
    told = [one for one in amounts if not one.is_bare and role(one.clause) != "plan"] if cells else []
    heads = [(cell, parts(cell.figure.label, 2)) for cell in cells]
    by_value: dict[str, list[Head]] = defaultdict(list)
    for head in heads:
        by_value[head[0].figure.value].append(head)
    for mention in told:
        name = parts(mention.figure.label, 2)
        same = by_value[mention.figure.value][:_MOST_CELLS]
        alike = [cell for cell, heading in same if _is_headed(cell, len(name & heading))]
        if not alike:
            named = (cell for cell, heading in heads[:_MOST_CELLS] if len(name & heading) >= _FEWEST_SHARED)
            slips = [cell for cell in named if _is_same_or_slip(mention.figure, cell.figure)]
            alike = slips if len(slips) == 1 else []
        if alike:
            first, last = sorted((mention, alike[0]), key=lambda one: one.figure.start)
            yield first, last


def _is_headed(cell: Mention, shared: int) -> bool:
    """Tell whether the heading of a cell shares enough with a name, the less the more digits agree."""
    digits = len(cell.figure.value.replace(".", "").strip("0-"))
    return shared > 0 and digits >= _FEWEST_DIGITS and shared + digits > _ENOUGH


def _told(reading: Reading, mentions: list[Mention]) -> dict[Measure, list[Mention]]:
    """Give the exact counts of prose that are not aims, by what they are measured in."""
    sides = sides_of_paragraphs(reading)
    blocks = reading.document.blocks
    told: dict[Measure, list[Mention]] = defaultdict(list)
    for mention in mentions:
        figure = mention.figure
        if (
            mention.is_bare
            or figure.kind not in TALLIED
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


def _is_name(told: Mention, cell: Mention, title: str) -> bool:
    """Tell whether a mention is called as the row of a cell, so that both are one, of like size."""
    name = core(told.figure.label)
    unit = told.figure.quantity.unit if told.figure.quantity else ""
    is_called = name in {core(title), _without_number(core(title), unit)}
    return is_called and len(name) >= _TELLING_NAME and _are_of_like_size(told, cell)


def _leads_name(told: Mention, title: str) -> bool:
    """Tell whether a row is called as a mention is, or goes on as 造林面积 does behind 造林."""
    name = core(told.figure.label)
    return len(name) >= _FEWEST_SHARED and core(title).startswith(name)


def _are_of_like_size(told: Mention, cell: Mention) -> bool:
    one, other = told.figure.quantity, cell.figure.quantity
    if one is None or other is None:
        return False
    return one.value < other.value * _OF_LIKE_SIZE and other.value < one.value * _OF_LIKE_SIZE


def _without_number(title: str, unit: str) -> str:
    """Give the name of a row without its last words, which only say that it is counted (档案页数 and 档案)."""
    return title.removesuffix("量").removesuffix("数").removesuffix(unit)


def _is_same_or_slip(one: Figure, other: Figure) -> bool:
    if one.value == other.value:
        return True
    digits = min(len(figure.value.strip("0-.").replace(".", "")) for figure in (one, other))
    return digits >= _FEWEST_DIGITS and is_miswritten(one, other)
