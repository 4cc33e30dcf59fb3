"""From what is drawn on pages to what stands on them from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from wenxiao.documents.pdf.aligned import aligned_tables
from wenxiao.documents.pdf.columned import unfolded
from wenxiao.documents.pdf.furniture import without_furniture
from wenxiao.documents.pdf.layout import Line, Page, PageTable
from wenxiao.documents.pdf.lines import by_line
from wenxiao.documents.pdf.ruled import ruled_tables
from wenxiao.documents.pdf.sheet import Sheet


def sheets_of(pages: Sequence[Page]) -> list[Sheet]:
    """Read the pages and drop what is on them only because they are pages."""
    return without_furniture([_sheet(page) for page in pages])


def _sheet(page: Page) -> Sheet:
    tables, lines = _tables_and_lines(page)
    read = unfolded(page, lines)
    if read.moves:
        tables, lines = _tables_and_lines(read)
    more, loose = aligned_tables(lines)
    items: list[Line | PageTable] = [*tables, *more, *loose]
    items.sort(key=lambda item: (-item.top, item.left))
    return Sheet(page.number, page.width, page.height, tuple(items), read.moves)


def _tables_and_lines(page: Page) -> tuple[list[PageTable], list[list[Line]]]:
    tables, pieces = ruled_tables(page)
    return tables, by_line(pieces)
