"""Totals of tables: rows that total the rows above them, codes that total the codes below them.

Which rows a total adds is read from the table's own structure: the levels of functional codes (类, 款, 项),
or of the numbering of its stubs; rows after 其中 are parts of what stands above them and are not added again.
A total that does not close is claimed only where the structure leaves no doubt: the rows carry codes, or
another column of the same table closes in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wenxiao.audit.claims import Claim, ClaimKind, Term, judge
from wenxiao.audit.figures.characters import folded
from wenxiao.audit.figures.grids import is_amount
from wenxiao.audit.figures.model import ADDITIVE, Figure, Grid, GridCell
from wenxiao.finding import Verdict

_TOTAL = re.compile(r"(?:合计|总计|小计|总额)\Z|\A合\s*计\Z|\A总分\Z")
_PART = re.compile(r"\A其中|\A(?:[1-9]|\([1-9一二三四五])[.、)]")
_CODE = re.compile(r"[0-9]{2,7}\Z")
_MOST_ROWS = 3000
_MOST_PARTS = 12
_REACH = 60  # columns between an amount and what names its row; in a wider table nothing can be told
_BY_CODE = "科目"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as one column of amounts sees it: its name, its code ("" if none), its figure if it has one."""

    stub: str
    code: str
    figure: Figure | None


def totals_claimed(grid: Grid) -> Iterator[Claim]:
    """Claim the totals of every column of amounts."""
    columns = [_entries(grid, column) for column in _amount_columns(grid)]
    claims = [claim for entries in columns for claim in _of_column(grid, entries)]
    passed = [judge(claim).verdict is Verdict.PASS for claim in claims]
    closing = {claim.subject for claim, holds in zip(claims, passed, strict=True) if holds}
    by_code_holds = 2 * sum(passed) >= len(claims)
    for claim in claims:
        if claim.subject in closing or (by_code_holds and claim.subject.startswith(_BY_CODE)):
            yield claim


def _amount_columns(grid: Grid) -> list[int]:
    rows = grid.cells[grid.first_row : grid.first_row + _MOST_ROWS]
    return [column for column in range(grid.table.columns) if any(is_amount(row[column]) for row in rows)]


def _entries(grid: Grid, column: int) -> list[Entry]:
    entries = []
    repeated = frozenset(grid.table.repeated_rows)
    for number in range(grid.first_row, min(grid.table.rows, grid.first_row + _MOST_ROWS)):
        if number not in repeated:
            row = grid.cells[number]
            cell = row[column]
            figure = cell.figure if cell is not None and is_amount(cell) else None
            entries.append(Entry(stub_beside(row, column), code_before(row, column), figure))
    return entries


def stub_beside(row: Sequence[GridCell | None], column: int) -> str:
    """Give the nearest words to the left of a column: two tables side by side each have their own."""
    for cell in reversed(row[max(column - _REACH, 0) : column]):
        if cell is not None and cell.text and cell.figure is None and not _CODE.match(cell.text):
            return folded(cell.text)
    return ""


def code_before(row: Sequence[GridCell | None], column: int) -> str:
    """Give the code of the row's name: the code cells next to the left of a column, 类 款 项 joined."""
    parts: list[str] = []
    for cell in reversed(row[max(column - _REACH, 0) : column]):
        if cell is not None and _CODE.match(cell.text) and not is_amount(cell):
            parts.append(cell.text)
        elif parts:
            break
    return "".join(reversed(parts))


def _of_column(grid: Grid, entries: list[Entry]) -> Iterator[Claim]:
    if sum(bool(entry.code) for entry in entries) > 1:
        yield from _by_code(entries)
    else:
        yield from _by_position(grid, entries)


def _by_code(entries: list[Entry]) -> Iterator[Claim]:
    """Add each level of codes to the level above, and the highest to the total."""
    coded = [entry for entry in entries if entry.code and entry.figure]
    highest = min((len(entry.code) for entry in coded), default=0)
    children: dict[str, list[Figure]] = {}
    for entry in coded:
        parent = "" if len(entry.code) == highest else entry.code[:-2]
        if entry.figure:
            children.setdefault(parent, []).append(entry.figure)
    for entry in entries:
        is_total = not entry.code and bool(_TOTAL.search(entry.stub))
        parts = children.get(entry.code or "") if entry.code or is_total else None
        if entry.figure and parts and entry.figure not in parts:
            yield _sum(f"{_BY_CODE if entry.code else entry.stub}{entry.code}", entry, parts)


def _by_position(grid: Grid, entries: list[Entry]) -> Iterator[Claim]:
    """Add the rows since the last total; a total of totals adds the subtotals, or what follows the last one."""
    section: list[Entry] = []
    subtotals: list[Figure] = []
    for number, entry in enumerate(entries):
        if not _TOTAL.search(entry.stub):
            section.append(entry)
            continue
        if entry.figure is None:
            continue
        if number == 0:
            yield from _leading(grid, entry, entries[1:])
            return
        subject = f"{grid.index}第{number}行{entry.stub}"
        yield from _closing(subject, entry, _ways_to_add(section, subtotals))
        subtotals.append(entry.figure)
        section = []


def _ways_to_add(section: list[Entry], subtotals: list[Figure]) -> Iterator[list[Figure]]:
    """Give what a total may add: the rows after 其中 are parts, but a table seldom says how many."""
    if not section:
        yield subtotals
        return
    marked = [number for number, entry in enumerate(section) if _PART.match(entry.stub)]
    if len(marked) == len(section):
        marked = []
    longest = min(len(section) - marked[0], _MOST_PARTS) if len(marked) == 1 else 1
    for length in range(1, longest + 1):
        left_out = {number + step for number in marked for step in range(length)}
        kept = (entry.figure for number, entry in enumerate(section) if number not in left_out)
        yield [*subtotals[-1:], *(figure for figure in kept if figure)]


def _closing(subject: str, total: Entry, ways: Iterator[list[Figure]]) -> Iterator[Claim]:
    """Claim the way to add that closes, or the plainest one."""
    claims = [
        _sum(f"{subject}{number}", total, parts)
        for number, parts in enumerate(ways)
        if len(parts) > 1 and total.figure and all(alike(total.figure, part) for part in parts)
    ]
    yield from [claim for claim in claims if judge(claim).verdict is Verdict.PASS][:1] or claims[:1]


def _leading(grid: Grid, total: Entry, entries: list[Entry]) -> Iterator[Claim]:
    """Add the rows below a total that stands first."""
    parts = [entry.figure for entry in entries if entry.figure and not _PART.match(entry.stub)]
    if total.figure and len(parts) > 1 and not any(_TOTAL.search(entry.stub) for entry in entries):
        yield _sum(f"{grid.index}首行{total.stub}", total, parts)


def alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures can be added: amounts of one measure."""
    return one.kind is other.kind and one.unit == other.unit and one.kind in ADDITIVE


def one_measure(figures: Sequence[Figure]) -> bool:
    """Tell whether figures are all of one kind and unit."""
    return len({(figure.kind, figure.unit) for figure in figures}) == 1


def _sum(subject: str, total: Entry, parts: Sequence[Figure]) -> Claim:
    result = term(total.figure, total.stub)
    return Claim(ClaimKind.SUM, subject, result, tuple(term(part) for part in parts))


def term(figure: Figure | None, label: str = "") -> Term:
    """Make a term of a figure."""
    if figure is None:
        return Term("", label, None)
    return Term("", label or figure.label or figure.text, figure.quantity, figure=figure)
