"""Tables that go on over the page: whether a table is the rest of the one before, and the two made one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wenxiao.documents.pdf.layout import PageCell, PageTable

_SAME_PLACE = 600
_FEWEST_EDGES = 3


@dataclass(frozen=True, slots=True)
class FlowTable:
    """A table over one or several pages; ``repeated`` are rows that only repeat the heading."""

    page: int
    table: PageTable
    repeated: tuple[int, ...] = ()


class OpenTable:
    """A table that may go on: its part on each page, and the column borders that all of them share."""

    def __init__(self, first: PageTable, page: int) -> None:
        """Begin with the part on one page."""
        self.page = self.last_page = page
        self._edges = first.edges
        self._parts = [first]

    def add(self, more: PageTable, page: int) -> bool:
        """Add the table at the top of the next page if it is the rest of this one; tell whether it is.

        It is if the column borders are the same; if they are, but for borders that no row of one part
        needs; or if it begins with the same heading over as many columns.
        """
        edges = _common_edges(self._edges, more)
        if edges is not None:
            self._edges = edges
        elif len(more.edges) == len(self._edges) and _common_rows(self._parts[0], more):
            more = replace(more, edges=self._edges)
        else:
            return False
        self._parts.append(more)
        self.last_page = page
        return True

    def whole(self) -> FlowTable:
        """Put the parts together."""
        first, *others = (_on_edges(part, self._edges) for part in self._parts)
        cells, rows, repeated = list(first.cells), first.rows, list[int]()
        open_cells = list(range(len(cells)))
        for part in others:
            count = _common_rows(first, part)
            repeated.extend(range(rows, rows + count))
            moved = [replace(cell, row=cell.row + rows) for cell in part.cells]
            if not count:
                moved = _without_rests(cells, open_cells, moved, rows)
            open_cells.extend(range(len(cells), len(cells) + len(moved)))
            cells.extend(moved)
            rows += part.rows
            open_cells = [index for index in open_cells if cells[index].row + cells[index].row_span == rows]
        cells.sort(key=lambda cell: (cell.row, cell.column))
        return FlowTable(self.page, replace(first, rows=rows, cells=tuple(cells)), tuple(repeated))


def _common_edges(before: tuple[int, ...], more: PageTable) -> tuple[int, ...] | None:
    """Give the borders of the part that has more of them, if they include those of the other."""
    shift = before[0] - more.left
    moved = tuple(edge + shift for edge in more.edges)
    fewer, edges = sorted((before, moved), key=len)
    enough = len(fewer) >= _FEWEST_EDGES or len(fewer) == len(edges)
    ends_meet = abs(fewer[-1] - edges[-1]) <= _SAME_PLACE
    included = all(abs(edges[_nearest(edges, edge)] - edge) <= _SAME_PLACE for edge in fewer)
    distinct = len({_nearest(edges, edge) for edge in fewer}) == len(fewer)
    if not (enough and ends_meet and included and distinct):
        return None
    return before if len(before) == len(edges) else edges


def _nearest(edges: Sequence[int], place: int) -> int:
    after = min(bisect_left(edges, place), len(edges) - 1)
    return after - 1 if after and place - edges[after - 1] < abs(edges[after] - place) else after


def _on_edges(table: PageTable, edges: tuple[int, ...]) -> PageTable:
    """Number the columns of a table by borders of which it may lack some."""
    if table.columns == len(edges) - 1:
        return table
    shift = edges[0] - table.left
    columns = [_nearest(edges, edge + shift) for edge in table.edges]
    cells = tuple(
        replace(
            cell,
            column=columns[cell.column],
            column_span=columns[cell.column + cell.column_span] - columns[cell.column],
        )
        for cell in table.cells
    )
    return replace(table, edges=edges, cells=cells)


def _without_rests(
    cells: list[PageCell], open_cells: Sequence[int], more: Sequence[PageCell], rows: int
) -> list[PageCell]:
    """Join each merged cell that the end of the page cuts in two: its rest is empty and stands below it.

    ``open_cells`` are the indexes of those that may go on; the joined ones are changed in ``cells``.
    """
    rests = {(cell.column, cell.column_span): cell for cell in more if cell.row == rows and not cell.lines}
    gone = set()
    for index in open_cells:
        cell = cells[index]
        place = (cell.column, cell.column_span)
        if place in rests and cell.lines and cell.row + cell.row_span == rows:
            rest = rests[place]
            if max(cell.row_span, rest.row_span) > 1:
                cells[index] = replace(cell, row_span=cell.row_span + rest.row_span)
                gone.add((rest.row, rest.column))
    return [cell for cell in more if (cell.row, cell.column) not in gone]


def _common_rows(table: PageTable, more: PageTable) -> int:
    """Count the rows at the top of both tables that are the same, word for word."""
    count = 0
    for one, other in zip(_rows(table), _rows(more), strict=False):
        if one != other or not any(text for _, _, _, text in one):
            break
        count += 1
    return count if count < more.rows else 0


def _rows(table: PageTable) -> list[list[tuple[int, int, int, str]]]:
    rows: list[list[tuple[int, int, int, str]]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append((cell.column, cell.column_span, cell.row_span, cell.text))
    return rows
