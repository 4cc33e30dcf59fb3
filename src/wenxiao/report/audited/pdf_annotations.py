"""Annotations written into a PDF file: highlights with a note, and notes by themselves.

The file is written as an incremental update: the original stands unchanged at its beginning, and so does what a
signature in it covers. The same inputs give the same bytes.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from wenxiao.files import sha256
from wenxiao.place import PageLine

Colour = tuple[int, int, int]
"""Red, green and blue, each to 255."""

_OPAQUE = 255
_CORNER, _NOTE_SIZE = 1200, 2000
_LINE_ENDS = (b"\r", b"\n")
# pdfium ends the file's identity with a random number unless it keeps that of an encrypted file.
_IDENTITY = re.compile(rb"<([0-9A-F]{32})>\s*\]")

_page = attrgetter("page")
_Point = tuple[int, int]
_Turn = Callable[[_Point], _Point]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note to the ``lines`` of a page (from 1), which are highlighted; with none it stands in the corner."""

    page: int
    lines: tuple[PageLine, ...]
    colour: Colour
    author: str
    text: str


def annotated(content: bytes, annotations: Sequence[Annotation]) -> bytes:
    """Add annotations to a PDF file; of those at one place the last lies on top.

    Raises:
        PdfiumError: the file is no sound PDF, has no such page, or pdfium refuses an annotation.
    """
    pdf = pdfium.PdfDocument(content if content.endswith(_LINE_ENDS) else content + b"\n")
    try:
        for number, on_page in groupby(sorted(annotations, key=_page), _page):
            _annotate(pdf, number, list(on_page))
        written = BytesIO()
        pdf.save(written, flags=pdfium_c.FPDF_INCREMENTAL)
    finally:
        pdf.close()
    return _with_fixed_identity(_completed(written.getvalue()), content)


def _completed(written: bytes) -> bytes:
    """Give a table of objects that is a stream its type and its end, which pdfium leaves out."""
    end = written.rfind(b"startxref")
    start = int(written[end:].split()[1])
    table = written[start:end]
    if table.startswith(b"xref") or b"/Type/XRef" in table:
        return written
    completed = table.replace(b"<<", b"<</Type/XRef", 1).rstrip(b"\r\n") + b"\r\nendobj\r\n"
    return written[:start] + completed + written[end:]


def _with_fixed_identity(written: bytes, content: bytes) -> bytes:
    """Put a digest for the random number; what stands in the original is no random number."""
    found = _IDENTITY.search(written, max(written.rfind(b"/ID"), 0))
    if found is None or found[1] in content.upper():
        return written
    rest = written.replace(found[1], b"")
    return written.replace(found[1], sha256(rest)[: len(found[1])].upper().encode())


def _annotate(pdf: pdfium.PdfDocument, number: int, annotations: Sequence[Annotation]) -> None:
    page = pdf[number - 1]
    try:
        turn = _turn_back(page)
        for annotation in annotations:
            add = _add_highlight if annotation.lines else _add_note
            add(page, annotation, turn)
    finally:
        page.close()


def _turn_back(page: pdfium.PdfPage) -> _Turn:
    """Give the function that takes a point of the page as it is shown to the page as it is in the file."""
    width, height = (round(side * 100) for side in page.get_size())
    turns: dict[int, _Turn] = {
        0: lambda point: point,
        90: lambda point: (height - point[1], point[0]),
        180: lambda point: (width - point[0], height - point[1]),
        270: lambda point: (point[1], width - point[0]),
    }
    return turns[page.get_rotation()]


def _add_highlight(page: pdfium.PdfPage, annotation: Annotation, turn: _Turn) -> None:
    quads = [[turn(corner) for corner in _corners(line)] for line in annotation.lines]
    corners = [corner for quad in quads for corner in quad]
    with _opened(page, pdfium_c.FPDF_ANNOT_HIGHLIGHT, corners, annotation) as handle:
        for quad in quads:
            points = pdfium_c.FS_QUADPOINTSF(*(_in_points(side) for corner in quad for side in corner))
            _must(pdfium_c.FPDFAnnot_AppendAttachmentPoints(handle, points))


def _corners(line: PageLine) -> tuple[_Point, _Point, _Point, _Point]:
    """Give the corners in the order programs expect, which is not the one of the standard: a Z."""
    left, bottom, right, top = line.box
    return (left, top), (right, top), (left, bottom), (right, bottom)


def _add_note(page: pdfium.PdfPage, annotation: Annotation, turn: _Turn) -> None:
    """Add the note in the upper left corner of what is shown, wherever the file has its origin."""
    across, up = (round(side * 100) for side in page.get_bbox()[:2])
    top = round(page.get_height() * 100) - _CORNER
    shown = ((_CORNER, top), (_CORNER + _NOTE_SIZE, top - _NOTE_SIZE))
    corners = [(x + across, y + up) for x, y in map(turn, shown)]
    with _opened(page, pdfium_c.FPDF_ANNOT_TEXT, corners, annotation):
        pass


@contextmanager
def _opened(
    page: pdfium.PdfPage, kind: int, corners: Sequence[_Point], annotation: Annotation
) -> Iterator[Any]:
    """Add an annotation around the corners and give its handle, which is closed afterwards."""
    handle = pdfium_c.FPDFPage_CreateAnnot(page.raw, kind)
    _must(handle)
    try:
        across, up = zip(*corners, strict=True)
        edges = (min(across), max(up), max(across), min(up))
        colour = (pdfium_c.FPDFANNOT_COLORTYPE_Color, *annotation.colour, _OPAQUE)
        _must(pdfium_c.FPDFAnnot_SetRect(handle, pdfium_c.FS_RECTF(*map(_in_points, edges))))
        _must(pdfium_c.FPDFAnnot_SetColor(handle, *colour))
        _must(pdfium_c.FPDFAnnot_SetFlags(handle, pdfium_c.FPDF_ANNOT_FLAG_PRINT))
        for key, text in ((b"Contents", annotation.text), (b"T", annotation.author)):
            _must(pdfium_c.FPDFAnnot_SetStringValue(handle, key, _wide(text)))
        yield handle
    finally:
        pdfium_c.FPDFPage_CloseAnnot(handle)


def _must(done: object) -> None:
    """Refuse to leave out anything in silence."""
    if not done:
        raise pdfium.PdfiumError("the annotation was refused")


def _in_points(hundredths: int) -> Fraction:
    return Fraction(hundredths, 100)


def _wide(text: str) -> Any:
    encoded = f"{text}\0".encode("utf-16-le", "surrogatepass")
    return (ctypes.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded)
