"""What is on a page only because it is a page: its number and running heads; and its footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from statistics import median_low

from wenxiao.documents.pdf.footnotes import footnotes_of
from wenxiao.documents.pdf.layout import Line
from wenxiao.documents.pdf.paragraphs import UNIT
from wenxiao.documents.pdf.sheet import Sheet

_NUMBER = r"(?:[0-9]{1,4}|[ivxlIVXL]{1,7})"
_PAGE_NUMBER = re.compile(
    rf"[-—–－·.~ ]*(?:第? ?{_NUMBER} ?页?|第 ?{_NUMBER} ?页[ ,，/]*共 ?{_NUMBER} ?页|{_NUMBER} ?/ ?{_NUMBER})[-—–－·.~ ]*"
)
_NUMBERED = re.compile(
    rf"(?P<head>.{{6,}}?) {_PAGE_NUMBER.pattern}|{_PAGE_NUMBER.pattern} (?P<after>.{{6,}})"
)
_PIECE = re.compile(r"[-—–－·0-9第页共/ ]{1,8}")
_MARGIN = 8
_FEWEST_HEADS = 3
_MOST_LINES = 2


def without_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Drop page numbers and running heads, and set footnotes apart."""
    plain = [_without_number(sheet) for sheet in sheets]
    heights = [line.height for sheet in plain for line in sheet.lines]
    counts = Counter(text for sheet in plain for text in {_head_of(line) for line in _outermost(sheet)})
    enough = max(_FEWEST_HEADS, len(sheets) * 2 // 5)
    running = {text for text, count in counts.items() if count >= enough}
    body = median_low(heights) if heights else 0
    return [_with_notes(_without_running(sheet, running, body), body) for sheet in plain]


def _with_notes(sheet: Sheet, body: int) -> Sheet:
    """Take the footnotes, which interrupt what goes on over the page, out of the lines."""
    below = takewhile(lambda item: isinstance(item, Line), reversed(sheet.items))
    notes = footnotes_of([item for item in below if isinstance(item, Line)][::-1], body, sheet.height)
    if not notes:
        return sheet
    return replace(sheet.without([line for note in notes for line in note]), notes=tuple(map(tuple, notes)))


def _without_number(sheet: Sheet) -> Sheet:
    numbers = [
        item
        for item in sheet.items
        if isinstance(item, Line) and _PAGE_NUMBER.fullmatch(item.text) and _is_marginal(sheet, item)
    ]
    return sheet.without([*numbers, *_beside(sheet)])


def _beside(sheet: Sheet) -> list[Line]:
    """Give the pieces of a page number in the side margin, where it stands on a page that lies on its side."""
    room = sheet.width // _MARGIN if sheet.width > sheet.height else 0
    left, right = room, sheet.width - room
    pieces = [
        line
        for line in sheet.lines
        if _PIECE.fullmatch(line.text) and (line.right < left or line.left > right)
    ]
    gone = set(map(id, pieces))
    inner = [item for item in sheet.items if id(item) not in gone]
    start, end = min((item.left for item in inner), default=0), max((item.right for item in inner), default=0)
    return [line for line in pieces if line.right <= start or line.left >= end]


def _is_marginal(sheet: Sheet, line: Line) -> bool:
    """Tell whether nothing but the edge of the page is above, or below, in the outer eighth of the page."""
    room = sheet.height // _MARGIN
    others = [item for item in sheet.items if item is not line]
    above = line.bottom > sheet.height - room and all(item.bottom < line.top for item in others)
    below = line.top < room and all(item.top > line.bottom for item in others)
    return above or below


def _head_of(line: Line) -> str:
    """Give a running head without the page number that stands beside it."""
    numbered = _NUMBERED.fullmatch(line.text)
    return numbered["head"] or numbered["after"] if numbered else line.text


def _outermost(sheet: Sheet) -> list[Line]:
    room = sheet.height // _MARGIN
    ends = [*sheet.items[:_MOST_LINES], *sheet.items[-_MOST_LINES:]]
    lines = [item for item in ends if isinstance(item, Line)]
    return [line for line in lines if line.bottom > sheet.height - room or line.top < room]


def _without_running(sheet: Sheet, running: set[str], body: int) -> Sheet:
    """Drop running heads; what each form has above it, a title set larger than the body or its unit, stays."""
    heads = [line for line in _outermost(sheet) if _head_of(line) in running and line.height <= body]
    return sheet.without([line for line in heads if not UNIT.search(line.text)])
