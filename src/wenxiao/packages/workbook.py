"""Excel in and out: the sheets of a workbook as typed rows, and typed rows as a workbook."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal

from wenxiao.catalogue.model import Catalogue
from wenxiao.errors import WenxiaoError
from wenxiao.packages.cells import Raw
from wenxiao.packages.collect import Collection
from wenxiao.packages.container import check_container, damaged
from wenxiao.packages.inside import look_inside
from wenxiao.packages.layout import GUIDE_SHEET, LISTS_SHEET, cells
from wenxiao.packages.model import Package
from wenxiao.packages.template import write_sheets


def read_workbook(content: bytes, file: str, into: Collection) -> None:
    """Read every sheet of a workbook into a collection; ``file`` is its name in messages and places.

    A sheet with cells that cannot be read as they stand is reported and left out, not half-read.

    Raises:
        WenxiaoError: it is no workbook, damaged, protected by a password, or not safe to open.
    """
    check_container(content, file)
    inside = look_inside(content, file)
    for name, problems in inside.problems.items():
        if problems:
            into.problems += problems
            into.skip(name)
    sound = [name for name, problems in inside.problems.items() if not problems]
    for name, grid in _grids(content, file, sound):
        for row, column in inside.percentages[name]:
            _show_percentage(grid, row, column)
        if name not in {GUIDE_SHEET, LISTS_SHEET}:
            into.add(grid, file, name)


def write_tables(package: Package, catalogue: Catalogue) -> bytes:
    """Write a package's rows as a workbook in the layout of the template; equal rows, equal bytes."""
    rows = {
        table.name: [cells(table, row) for row in package.rows(table.name)]
        for table in catalogue.tables.values()
    }
    return write_sheets(catalogue, package.unit, package.year, rows)


def _grids(content: bytes, file: str, names: Iterable[str]) -> Iterator[tuple[str, list[list[Raw]]]]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415  (heavy)

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in names:
            cells_of_sheet = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            # Most cells are text and stay as they are: they are spared the call.
            yield (
                name,
                [[cell if type(cell) is str else _raw(cell) for cell in row] for row in cells_of_sheet],
            )
    except CalamineError as error:
        raise WenxiaoError(damaged(file)) from error


def _show_percentage(grid: list[list[Raw]], row: int, column: int) -> None:
    """Replace the 0.8 of a cell by the 80% it shows."""
    if row < len(grid) and column < len(grid[row]):
        cell = grid[row][column]
        if isinstance(cell, Decimal):
            grid[row][column] = f"{cell.scaleb(2):f}%"


def _raw(cell: object) -> Raw:
    """Turn a stored value into an exact one.

    Excel shows and guarantees 15 significant digits; what lies beyond in the stored binary number is
    noise of its calculations (0.1+0.2) or of the program that wrote the file.
    """
    if isinstance(cell, float):
        return Decimal(f"{cell:.15g}")
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int):
        return Decimal(cell)
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else str(cell)
