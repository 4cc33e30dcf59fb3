"""The margins of the running text on each page, measured by its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from wenxiao.documents.pdf.layout import Line
from wenxiao.documents.pdf.numbering import CLOSED
from wenxiao.documents.pdf.sheet import Sheet

_LONG_LINE = 12
_ENOUGH_LINES = 6


@dataclass(frozen=True, slots=True)
class Margins:
    """The left and right edge of the running text on a page, the distance of its lines, and their height.

    ``by_line`` says that each line that ends a sentence is a paragraph however wide it is.
    """

    left: int
    right: int
    pitch: int
    size: int
    by_line: bool = False


def margins_of(sheets: Sequence[Sheet]) -> dict[tuple[int, bool], Margins]:
    """Measure each page by its long lines, those in columns (true) apart from the others (false).

    A page with few takes the measure of all pages of its width.
    """
    lines: dict[tuple[int, bool], list[Line]] = {}
    for sheet in sheets:
        for line in _long_lines(sheet):
            lines.setdefault((sheet.width, sheet.in_columns(line)), []).append(line)
    common = {kind: _measured(of_kind, kind[0]) for kind, of_kind in lines.items()}
    margins = {}
    for sheet in sheets:
        for columned in (False, True) if sheet.moves else (False,):
            own = [line for line in _long_lines(sheet) if sheet.in_columns(line) is columned]
            if len(own) >= _ENOUGH_LINES:
                measured = _measured(own, sheet.width)
            else:
                measured = common.get((sheet.width, columned)) or _of_short_lines(sheet)
            margins[sheet.number, columned] = measured
    return margins


def _of_short_lines(sheet: Sheet) -> Margins:
    if not sheet.lines:
        return Margins(0, sheet.width, sheet.height, sheet.height)
    return _measured(sheet.lines, sheet.width)


def _long_lines(sheet: Sheet) -> list[Line]:
    return [line for line in sheet.lines if len(line.text) >= _LONG_LINE]


def _measured(lines: Sequence[Line], width: int) -> Margins:
    lefts = sorted(line.left for line in lines)
    pitches = [above.middle - below.middle for above, below in pairwise(lines) if above.page == below.page]
    left = lefts[len(lefts) // 10]
    return Margins(
        left=left,
        right=_right_margin(lines, width - left),
        pitch=median_low(pitches) if pitches else 3 * lines[0].height,
        size=median_low(line.height for line in lines),
        by_line=len(lines) >= _ENOUGH_LINES and _is_by_line(lines, left),
    )


def _right_margin(lines: Sequence[Line], mirrored: int) -> int:
    """Give the edge that lines agree on; where only one reaches it, the margins are taken to be alike."""
    rights = sorted(line.right for line in lines)
    reached = rights[-1 - len(rights) // 10]
    agreeing = sum(reached - line.right < line.height for line in lines)
    return reached if agreeing > 1 else max(reached, mirrored)


def _is_by_line(lines: Sequence[Line], left: int) -> bool:
    """Tell whether most lines end a sentence, and it is not an indent that tells where paragraphs begin."""
    closed = sum(bool(CLOSED.search(line.text)) for line in lines)
    indented = sum(line.left - left > line.height for line in lines)
    return closed * 2 > len(lines) and indented * 5 < len(lines)
