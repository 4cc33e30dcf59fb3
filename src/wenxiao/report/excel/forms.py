"""The tables of the report as sheets: spans merged, figures as numbers with the look they have in Word.

A figure that stands alone in its cell refers to the figure's home, so that the forms follow it; a comment
tells where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wenxiao.fact import FactTable
from wenxiao.quantity import Quantity
from wenxiao.report.blocks import Cell, Figure, Table, plain
from wenxiao.report.derivations import Record
from wenxiao.report.excel.book import CELL, HEAD, TITLE, WORDS, Look, Sheet, lines_of
from wenxiao.report.excel.facts import explanation
from wenxiao.report.excel.homes import Homes
from wenxiao.report.excel.values import Display, display

_TITLE_LINES = 2
_WIDTHS = {False: 96, True: 142}  # characters across a portrait and a landscape page
_UNIT_NOTE = "单位："
_COMMENT = {"x_scale": 3, "font_size": 9}


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a table on the grid (from 0, within the table)."""

    row: int
    column: int
    cell: Cell


@dataclass(frozen=True, slots=True)
class Source:
    """What figures refer to: their facts, homes and derivations."""

    facts: FactTable
    places: Homes
    explained: Mapping[str, Record]


def write(sheet: Sheet, table: Table, source: Source) -> None:
    """Write a table with its title above, its unit beside it and its note below."""
    widths = _column_widths(table)
    for column, characters in enumerate(widths):
        sheet.raw.set_column(column, column, characters)
    top = _write_opening(sheet, table)
    spots = list(spots_of(table))
    for spot in spots:
        _write_cell(sheet, top, spot, source, header=spot.row < table.header_rows)
    for row, lines in enumerate(_lines(spots, len(table.rows), widths), top):
        sheet.height(row, lines)
    _write_note(sheet, top + len(table.rows), table, sum(widths))
    _set_up_page(sheet, table, top)


def spots_of(table: Table) -> Iterator[Spot]:
    """Place the cells of a table on its grid; positions under a row span are skipped."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            yield Spot(row, column, cell)
            taken |= {
                (row + down, column + right) for down in range(cell.rowspan) for right in range(cell.colspan)
            }


def _column_widths(table: Table) -> list[float]:
    across, shares = _WIDTHS[table.landscape], sum(table.widths)
    return [round(across * share / shares, 2) for share in table.widths]


def _write_opening(sheet: Sheet, table: Table) -> int:
    """Write title and unit; give the row the table begins at."""
    _across(sheet, 0, table, table.caption or table.name, TITLE)
    sheet.height(0, _TITLE_LINES)
    if not table.note.startswith(_UNIT_NOTE):
        return 1
    _across(sheet, 1, table, table.note, {**WORDS, "border": 0, "align": "right"})
    return 2


def _write_note(sheet: Sheet, row: int, table: Table, characters: float) -> None:
    if table.note and not table.note.startswith(_UNIT_NOTE):
        _across(sheet, row, table, f"注：{table.note}", {**WORDS, "border": 0})
        sheet.height(row, lines_of(table.note, characters))


def _across(sheet: Sheet, row: int, table: Table, text: str, look: Look) -> None:
    sheet.merge(row, 0, 1, len(table.widths), look)
    sheet.text(row, 0, text, look)


def _write_cell(sheet: Sheet, top: int, spot: Spot, source: Source, *, header: bool) -> None:
    cell, row = spot.cell, top + spot.row
    look = HEAD if header or cell.header else {**CELL, "align": cell.align.value, "locked": False}
    sheet.merge(row, spot.column, cell.rowspan, cell.colspan, look)
    found = [inline for inline in cell.inlines if isinstance(inline, Figure)]
    alone = found[0] if len(cell.inlines) == 1 and found else None
    shown = _display(alone, source) if alone else None
    if alone and shown:
        formula = _shifted(source.places.reference(_key(alone, source)), shown.shift)
        sheet.formula(row, spot.column, formula, shown.number, {**look, "locked": True}, shown.number_format)
    else:
        sheet.text(row, spot.column, plain(cell.inlines), look)
    _comment(sheet, row, spot.column, found, source)


def _display(figure: Figure, source: Source) -> Display | None:
    value = source.facts[figure.key].value
    return display(value, figure.text) if isinstance(value, Quantity) else None


def _key(figure: Figure, source: Source) -> str:
    return source.facts[figure.key].key


def _shifted(reference: str, shift: int) -> str:
    if shift == 0:
        return reference
    return f"{reference}{'/' if shift > 0 else '*'}{10 ** abs(shift)}"


def _comment(sheet: Sheet, row: int, column: int, found: list[Figure], source: Source) -> None:
    lines = [line for figure in found for line in explanation(source.explained[_key(figure, source)])]
    if lines:
        height = min(sum(lines_of(line, 60) for line in lines), 40)
        options = {**_COMMENT, "height": 14 * height + 10}
        sheet.raw.write_comment(row, column, "\n".join(lines), options)


def _lines(spots: list[Spot], rows: int, widths: list[float]) -> list[int]:
    """Count the lines each row needs; what a cell over several rows lacks is added to the last of them."""
    lines = [1] * rows
    for spot in sorted(spots, key=lambda spot: spot.cell.rowspan):
        cell, last = spot.cell, spot.row + spot.cell.rowspan - 1
        needed = lines_of(plain(cell.inlines), sum(widths[spot.column : spot.column + cell.colspan]))
        missing = needed - sum(lines[spot.row : last + 1])
        lines[last] += max(missing, 0)
    return lines


def _set_up_page(sheet: Sheet, table: Table, top: int) -> None:
    sheet.print_on_a4(landscape=table.landscape)
    sheet.raw.hide_gridlines(2)
    if table.header_rows:
        sheet.raw.repeat_rows(0, top + table.header_rows - 1)
        sheet.raw.freeze_panes(top + table.header_rows, 0)
    sheet.lock()
