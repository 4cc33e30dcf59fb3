"""A scanned page: its picture recognised, the lines found put where they stand on the page."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import pypdfium2 as pdfium

from wenxiao.documents.ocr import RecognisedLine, Recogniser
from wenxiao.documents.pdf.characters import is_word
from wenxiao.documents.pdf.layout import Line, Page

_SCALE = 2
"""Pixels to a point: 144 to the inch, enough for print of the usual size."""

_UNIT = 100 // _SCALE
"""Hundredths of a point to a pixel."""


_FEWEST_CHARACTERS = 20
"""A scanner's page number or stamp is no text layer; a page of text has more characters than this."""


def is_picture(page: Page) -> bool:
    """Tell whether a page shows its text as a picture: it has next to no characters."""
    return sum(len(piece.text) for piece in page.pieces) < (_FEWEST_CHARACTERS if page.has_picture else 1)


def recognised(page: pdfium.PdfPage, read: Page, recogniser: Recogniser) -> Page:
    """Give a page with the lines recognised in its picture, in place of the text it does not have."""
    bitmap = page.render(scale=_SCALE, rev_byteorder=False)
    try:
        found = recogniser.lines(bitmap.to_numpy())
    finally:
        bitmap.close()
    pieces = tuple(_piece(line, read) for line in found if line.text.strip())
    return replace(read, pieces=pieces)


def _piece(line: RecognisedLine, page: Page) -> Line:
    """Spread the characters over the box: a Latin letter or digit takes half the room of a Chinese one."""
    text = line.text.strip()
    widths = [1 if is_word(char) else 2 for char in text]
    left, room = line.left * _UNIT, (line.right - line.left) * _UNIT
    edges = tuple(left + room * passed // sum(widths) for passed in accumulate(widths, initial=0))
    return Line(text, edges, page.height - line.bottom * _UNIT, page.height - line.top * _UNIT, page.number)
