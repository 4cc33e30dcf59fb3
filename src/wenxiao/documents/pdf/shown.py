"""Places on a page that was turned or unfolded to be read, given as places on the page as it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wenxiao.documents.pdf.layout import Line, Page
from wenxiao.place import PageLine


def place_of(line: Line, changed: Mapping[int, Page]) -> PageLine:
    """Give the place of a line; ``changed`` are the pages that are not read as they are shown."""
    page = changed.get(line.page)
    if page is None:
        return PageLine(line.page, line.bottom, line.top, line.edges)
    return _turned_back(_moved_back(line, page), page)


def _moved_back(line: Line, page: Page) -> Line:
    move = next((move for move in reversed(page.moves) if line.middle < move.top), None)
    if move is None:
        return line
    edges = tuple(edge + move.left for edge in line.edges)
    return replace(line, edges=edges, bottom=line.bottom + move.down, top=line.top + move.down)


def _turned_back(line: Line, page: Page) -> PageLine:
    low, high = page.height - line.top, page.height - line.bottom
    mirrored = tuple(page.width - edge for edge in line.edges)
    if page.turned == 90:
        return PageLine(line.page, low, high, line.edges, runs_up=True)
    if page.turned == 180:
        return PageLine(line.page, low, high, mirrored)
    if page.turned == 270:
        return PageLine(line.page, line.bottom, line.top, mirrored, runs_up=True)
    return PageLine(line.page, line.bottom, line.top, line.edges)
