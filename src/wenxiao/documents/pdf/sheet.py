"""What stands on a page from top to bottom, without its page number and running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from wenxiao.documents.pdf.aligned import aligned_tables
from wenxiao.documents.pdf.layout import Line, Page, PageTable
from wenxiao.documents.pdf.lines import by_line
from wenxiao.documents.pdf.ruled import ruled_tables

_NUMBER = r"(?:[0-9]{1,4}|[ivxlIVXL]{1,7})"
_PAGE_NUMBER = re.compile(
    rf"[-—–－·.~ ]*(?:第? ?{_NUMBER} ?页?|第 ?{_NUMBER} ?页[ ,，/]*共 ?{_NUMBER} ?页|{_NUMBER} ?/ ?{_NUMBER})[-—–－·.~ ]*"
)
_MARGIN = 8
_FEWEST_HEADS = 3
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as read: lines and tables from top to bottom."""

    number: int
    width: int
    height: int
    items: tuple[Line | PageTable, ...]

    @property
    def lines(self) -> list[Line]:
        """Give the lines outside tables."""
        return [item for item in self.items if isinstance(item, Line)]

    @property
    def texts(self) -> tuple[str, ...]:
        """Give all texts, those of cells too."""
        return tuple(
            text
            for item in self.items
            for text in ([item.text] if isinstance(item, Line) else [cell.text for cell in item.cells])
        )


def sheets_of(pages: Sequence[Page]) -> list[Sheet]:
    """Read the pages and drop what is on them only because they are pages."""
    return _without_heads([_sheet(page) for page in pages])


def _sheet(page: Page) -> Sheet:
    tables, pieces = ruled_tables(page)
    more, lines = aligned_tables(by_line(pieces))
    items: list[Line | PageTable] = [*tables, *more, *lines]
    items.sort(key=lambda item: (-item.top, item.left))
    return Sheet(page.number, page.width, page.height, tuple(items))


def _without_heads(sheets: Sequence[Sheet]) -> list[Sheet]:
    plain = [_without_number(sheet) for sheet in sheets]
    heights = [line.height for sheet in plain for line in sheet.lines]
    counts = Counter(text for sheet in plain for text in {line.text for line in _outermost(sheet)})
    enough = max(_FEWEST_HEADS, len(sheets) * 2 // 5)
    running = {text for text, count in counts.items() if count >= enough}
    body = median_low(heights) if heights else 0
    return [_without_running(sheet, running, body) for sheet in plain]


def _without_number(sheet: Sheet) -> Sheet:
    numbers = [
        item
        for item in sheet.items
        if isinstance(item, Line) and _PAGE_NUMBER.fullmatch(item.text) and _is_marginal(sheet, item)
    ]
    return _without(sheet, numbers)


def _is_marginal(sheet: Sheet, line: Line) -> bool:
    """Tell whether nothing but the edge of the page is above, or below, in the outer eighth of the page."""
    room = sheet.height // _MARGIN
    others = [item for item in sheet.items if item is not line]
    above = line.bottom > sheet.height - room and all(item.bottom < line.top for item in others)
    below = line.top < room and all(item.top > line.bottom for item in others)
    return above or below


def _outermost(sheet: Sheet) -> list[Line]:
    room = sheet.height // _MARGIN
    ends = [*sheet.items[:_MOST_LINES], *sheet.items[-_MOST_LINES:]]
    lines = [item for item in ends if isinstance(item, Line)]
    return [line for line in lines if line.bottom > sheet.height - room or line.top < room]


def _without_running(sheet: Sheet, running: set[str], body: int) -> Sheet:
    """Drop running heads; a title repeated above each form is set larger than the body and stays."""
    heads = [line for line in _outermost(sheet) if line.text in running and line.height <= body]
    return _without(sheet, heads)


def _without(sheet: Sheet, dropped: Sequence[Line]) -> Sheet:
    if not dropped:
        return sheet
    return replace(
        sheet, items=tuple(item for item in sheet.items if all(item is not gone for gone in dropped))
    )
