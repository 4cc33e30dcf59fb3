"""Pages to one flow: paragraphs and tables that run over pages are put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from wenxiao.documents.model import BlockKind
from wenxiao.documents.pdf.continued import FlowTable, OpenTable
from wenxiao.documents.pdf.layout import Line, PageTable
from wenxiao.documents.pdf.margins import Margins, margins_of
from wenxiao.documents.pdf.paragraphs import Paragraph, continues, is_caption, paragraph_of
from wenxiao.documents.pdf.sheet import Sheet

_LEAST_REPEATED = 100


FlowItem = Paragraph | FlowTable


def repeated_pages(sheets: Sequence[Sheet]) -> dict[int, int]:
    """Find the pages that are an earlier page once more: page to earlier page.

    The heading may be missing on one of the two; pages under different headings are different pages.
    """
    whole: dict[tuple[str, ...], int] = {}
    headless: dict[tuple[str, ...], int] = {}
    repeated = {}
    for sheet in sheets:
        texts, rest = sheet.texts, sheet.texts[1:]
        if not _is_much(rest):
            continue
        earlier = whole.get(texts) or headless.get(texts) or whole.get(rest)
        if earlier:
            repeated[sheet.number] = earlier
        whole.setdefault(texts, sheet.number)
        headless.setdefault(rest, sheet.number)
    return repeated


def _is_much(texts: Sequence[str]) -> bool:
    return sum(map(len, texts)) >= _LEAST_REPEATED


def flow_of(sheets: Sequence[Sheet], repeated: dict[int, int]) -> list[FlowItem]:
    """Put the pages together; what goes on over a page that is printed twice goes on past its second print."""
    flow, margins = _Flow(), margins_of(sheets)
    for sheet in sheets:
        if sheet.number in repeated:
            again = _Flow()
            again.add(sheet, margins)
            again.end()
            flow.put_off(again.items)
        else:
            flow.add(sheet, margins)
    flow.end()
    return list(_captioned(flow.items))


class _Flow:
    """What has been put together so far, and the paragraph or the table that may go on."""

    def __init__(self) -> None:
        self.items: list[FlowItem] = []
        self._lines: list[Line] = []
        self._margins: Margins | None = None
        self._table: OpenTable | None = None
        self._later: list[FlowItem] = []

    def add(self, sheet: Sheet, margins: Mapping[tuple[int, bool], Margins]) -> None:
        """Add what stands on a page; its footnotes wait until what goes on over it has ended."""
        for item in sheet.items:
            if isinstance(item, Line):
                self._add_line(item, margins[sheet.number, sheet.in_columns(item)])
            else:
                self._add_table(item, sheet.number, may_go_on=item is sheet.items[0])
        self.put_off([Paragraph(BlockKind.FOOTNOTE, 0, note) for note in sheet.notes])

    def put_off(self, items: Sequence[FlowItem]) -> None:
        """Keep what interrupts the flow until what goes on over the page has ended."""
        self._later.extend(items)

    def _add_line(self, line: Line, margins: Margins) -> None:
        if not self._lines or not continues(self._lines, line, margins):
            self.end()
            self._margins = margins
        self._lines.append(line)

    def _add_table(self, table: PageTable, page: int, *, may_go_on: bool) -> None:
        if may_go_on and self._table and self._table.last_page < page and self._table.add(table, page):
            return
        self.end()
        self._table = OpenTable(table, page)

    def end(self) -> None:
        if self._margins and self._lines:
            self.items.append(paragraph_of(self._lines, self._margins))
            self._lines = []
        if self._table:
            self.items.append(self._table.whole())
            self._table = None
        self.items.extend(self._later)
        self._later = []


def _captioned(items: Sequence[FlowItem]) -> Iterator[FlowItem]:
    """Make the lines right above a table that name it, or its unit, its captions."""
    above_table = False
    backwards: list[FlowItem] = []
    for item in reversed(items):
        if isinstance(item, FlowTable):
            above_table = True
        else:
            above_table = above_table and len(item.lines) == 1 and is_caption(item.lines[0].text)
        backwards.append(_as_caption(item) if above_table else item)
    yield from reversed(backwards)


def _as_caption(item: FlowItem) -> FlowItem:
    return replace(item, kind=BlockKind.CAPTION, level=0) if isinstance(item, Paragraph) else item
