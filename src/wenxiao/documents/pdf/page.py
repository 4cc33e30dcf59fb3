"""A page through pdfium: its characters as pieces of lines, and its ruling lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import byref

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from wenxiao.documents.pdf.characters import CHARACTERS, is_word
from wenxiao.documents.pdf.drawing import Box, drawing_of
from wenxiao.documents.pdf.layout import Line, Page
from wenxiao.documents.pdf.lines import is_wide

Turn = Callable[[Box], Box]


_Glyph = tuple[str, int, int, int, int]
"""A character and its left, bottom, right and top; a bare tuple, for there are thousands on a page."""


def read_page(page: pdfium.PdfPage, number: int) -> Page:
    """Read characters and ruling lines of a page, turned as a reader sees it."""
    width, height = (round(side * 100) for side in page.get_size())
    turn = _turn(page.get_rotation(), width, height)
    textpage = page.get_textpage()
    try:
        pieces = tuple(_pieces(_glyphs(textpage, turn), number))
    finally:
        textpage.close()
    drawing = drawing_of(page, turn)
    return Page(number, width, height, pieces, drawing.horizontals, drawing.verticals, drawing.has_picture)


def _turn(rotation: int, width: int, height: int) -> Turn | None:
    """Give the function that takes a box of the file to the page as shown (``width`` by ``height``)."""
    turns: dict[int, Turn] = {
        90: lambda box: (box[1], height - box[2], box[3], height - box[0]),
        180: lambda box: (width - box[2], height - box[3], width - box[0], height - box[1]),
        270: lambda box: (width - box[3], box[0], width - box[1], box[2]),
    }
    return turns.get(rotation)


def _glyphs(textpage: pdfium.PdfTextPage, turn: Turn | None) -> Iterator[_Glyph]:
    handle, rect = textpage.raw, pdfium_c.FS_RECTF()
    unicode_of, box_of, target = pdfium_c.FPDFText_GetUnicode, pdfium_c.FPDFText_GetLooseCharBox, byref(rect)
    for index in range(pdfium_c.FPDFText_CountChars(handle)):
        char = CHARACTERS[unicode_of(handle, index)]
        if not char:
            continue
        box_of(handle, index, target)
        left, bottom = round(rect.left * 100), round(rect.bottom * 100)
        right, top = round(rect.right * 100), round(rect.top * 100)
        if right <= left or top <= bottom:  # type that is turned has no loose box
            left, bottom, right, top = _inked(textpage, index)
        if turn:
            left, bottom, right, top = turn((left, bottom, right, top))
        if right > left and top > bottom:
            yield char, left, bottom, right, top


def _inked(textpage: pdfium.PdfTextPage, index: int) -> Box:
    left, bottom, right, top = textpage.get_charbox(index)
    return round(left * 100), round(bottom * 100), round(right * 100), round(top * 100)


def _pieces(glyphs: Iterator[_Glyph], page: int) -> Iterator[Line]:
    """Join characters drawn one after the other into pieces of lines."""
    run: list[_Glyph] = []
    for glyph in glyphs:
        if not run:
            run.append(glyph)
        elif _is_second_print(run[-1], glyph):
            continue
        elif _continues(run[-1], glyph):
            run.append(glyph)
        else:
            yield _piece(run, page)
            run = [glyph]
    if run:
        yield _piece(run, page)


def _continues(last: _Glyph, glyph: _Glyph) -> bool:
    size = min(last[4] - last[2], glyph[4] - glyph[2])
    raised = last[4] + last[2] - glyph[4] - glyph[2]
    return (
        -size <= raised <= size and -size < 2 * (glyph[1] - last[3]) and not is_wide(glyph[1] - last[3], size)
    )


def _is_second_print(last: _Glyph, glyph: _Glyph) -> bool:
    """Tell whether a character is printed over itself, as some programs make bold type."""
    if last[0] != glyph[0]:
        return False
    return max(abs(last[1] - glyph[1]), abs(last[2] - glyph[2])) * 3 < last[3] - last[1]


def _piece(run: list[_Glyph], page: int) -> Line:
    text, edges, before = [], [], run[0]
    for glyph in run:
        gap, size = glyph[1] - before[3], glyph[4] - glyph[2]
        if gap * 5 > size and is_word(before[0]) and is_word(glyph[0]):
            text.append(" ")
            edges.append(before[3])
        text.append(glyph[0])
        edges.append(glyph[1])
        before = glyph
    edges.append(before[3])
    bottom, top = min(glyph[2] for glyph in run), max(glyph[4] for glyph in run)
    return Line("".join(text), tuple(edges), bottom, top, page)
