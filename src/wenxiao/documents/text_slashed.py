"""Tables whose cells slashes part: ``企业/84.15/91.40/-7.25``.

A slash may stand in any line (和/或, 万元/年); several lines one below the other with as many slashes, a name in front
of nothing but numbers, are rows. The line right above them with as many words is their heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenxiao.documents.text_lines import Line, LineKind

SLASH = "/"
"""What parts the cells."""

_CELLS = r"(?P<name>[^/|\t，。；！？]{1,30})(?P<rest>(?:/[^/|\t，。；！？]{0,20}){2,20})"
_ROW = re.compile(_CELLS)
_NUMBERS = re.compile(r"(?:/\s*(?:[-－+]?[0-9][0-9,.]*[%％]?|[-—–]{0,2})\s*)+")
_DATE = re.compile("[0-9 ]+")
_FEWEST_ROWS = 3
_FEWEST_SLASHES = 2


def with_slashed_rows(lines: Sequence[Line]) -> list[Line]:
    """Mark the rows of tables whose cells slashes part."""
    kept: list[Line] = []
    while len(kept) < len(lines):
        run = _run(lines, len(kept))
        is_table = len(run) >= _FEWEST_ROWS and sum(map(_has_amounts, run)) >= len(run) - 1
        kept.extend(
            line._replace(kind=LineKind.ROW, level=0, slashed=True) if is_table else line for line in run
        )
    return kept


def _run(lines: Sequence[Line], first: int) -> Sequence[Line]:
    """Give the lines from one on that slashes part into as many cells; a line that none parts, alone."""
    columns = _columns(lines[first])
    last = first + 1
    while columns and last < len(lines) and not lines[last].gap and _columns(lines[last]) == columns:
        last += 1
    return lines[first:last]


def _columns(line: Line) -> int:
    """Count the cells of what may be a row; 0 for any other line."""
    if line.text.count(SLASH) < _FEWEST_SLASHES or line.kind in {LineKind.ROW, LineKind.PAGE_NUMBER}:
        return 0
    if not _ROW.fullmatch(line.text):
        return 0
    return line.text.count(SLASH) + 1


def _has_amounts(line: Line) -> bool:
    row = _ROW.fullmatch(line.text)
    return (
        row is not None and not _DATE.fullmatch(row["name"]) and _NUMBERS.fullmatch(row["rest"]) is not None
    )
