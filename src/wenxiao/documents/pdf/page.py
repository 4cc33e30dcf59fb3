"""A page through pdfium: its characters as pieces of lines, and its ruling lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from ctypes import byref
from math import pi
from operator import itemgetter

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from wenxiao.documents.pdf.characters import CHARACTERS, is_word
from wenxiao.documents.pdf.drawing import Box, drawing_of
from wenxiao.documents.pdf.layout import Line, Page
from wenxiao.documents.pdf.lines import is_wide

_SAMPLES = 16
_BOTTOM, _TOP = itemgetter(2), itemgetter(4)

Turn = Callable[[Box], Box]


_Glyph = tuple[str, int, int, int, int]
"""A character and its left, bottom, right and top; a bare tuple, for there are thousands on a page."""


def read_page(page: pdfium.PdfPage, number: int) -> Page:
    """Read characters and ruling lines of a page, turned so that most of its type stands upright."""
    width, height = (round(side * 100) for side in page.get_size())
    shown = page.get_rotation()
    textpage = page.get_textpage()
    try:
        rotation = _rotation_of_type(textpage, shown)
        if (rotation - shown) % 180:
            width, height = height, width
        turn = _turn(rotation, width, height)
        pieces = tuple(_pieces(_glyphs(textpage, turn), number))
    finally:
        textpage.close()
    drawing = drawing_of(page, turn)
    return Page(
        number,
        width,
        height,
        pieces,
        drawing.horizontals,
        drawing.verticals,
        drawing.has_picture,
        (rotation - shown) % 360,
    )


def _rotation_of_type(textpage: pdfium.PdfTextPage, shown: int) -> int:
    """Give by how much the page is to be turned to read it: as it is shown, unless most type lies on its side."""
    handle = textpage.raw
    count = pdfium_c.FPDFText_CountChars(handle)
    sampled = [
        index
        for index in range(0, count, max(count // _SAMPLES, 1))
        if CHARACTERS[pdfium_c.FPDFText_GetUnicode(handle, index)]
    ]
    turns = Counter(round(pdfium_c.FPDFText_GetCharAngle(handle, index) * 2 / pi) % 4 for index in sampled)
    turn, found = turns.most_common(1)[0] if turns else (0, 0)
    return -90 * turn % 360 if found * 5 > len(sampled) * 4 else shown


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
        if (flat := right - left - 2 * (top - bottom)) > 0:  # of some fonts the box holds the ink only: 一
            bottom, top = bottom - flat // 2, top + flat // 2
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
        elif (run[-1][0] == glyph[0] and _is_second_print(run[-1], glyph)) or (
            glyph[2] > run[-1][2] and _is_note_mark(run[-1], glyph)
        ):
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
    raised, gap = last[4] + last[2] - glyph[4] - glyph[2], glyph[1] - last[3]
    return -size <= raised <= size and -size < 2 * gap and not is_wide(gap, size)


def _is_second_print(last: _Glyph, glyph: _Glyph) -> bool:
    """Tell whether the same character is printed over itself, as some programs make bold type."""
    return max(abs(last[1] - glyph[1]), abs(last[2] - glyph[2])) * 3 < last[3] - last[1]


def _is_note_mark(before: _Glyph, glyph: _Glyph) -> bool:
    """Tell whether a character is the raised number of a footnote: after a letter it would be a power."""
    size = before[4] - before[2]
    is_raised = (glyph[4] - glyph[2]) * 10 < size * 7 and (glyph[2] - before[2]) * 4 > size
    is_beside = glyph[2] < before[4] and -size < 2 * (glyph[1] - before[3]) < size
    return is_raised and is_beside and glyph[0].isdigit() and (before[0] == "%" or not is_word(before[0]))


def _piece(run: list[_Glyph], page: int) -> Line:
    text, edges = list[str](), list[int]()
    last, end = "", run[0][3]
    for char, left, bottom, right, top in run:
        if (left - end) * 5 > top - bottom and is_word(last) and is_word(char):
            text.append(" ")
            edges.append(end)
        text.append(char)
        edges.append(left)
        last, end = char, right
    edges.append(end)
    return Line("".join(text), tuple(edges), min(map(_BOTTOM, run)), max(map(_TOP, run)), page)
