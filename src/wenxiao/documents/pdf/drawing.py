"""The ruling lines among the drawings of a page: strokes, thin bars, and the sides of stroked boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import c_float, c_int
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from wenxiao.documents.pdf.layout import Rule

Box = tuple[int, int, int, int]
"""Left, bottom, right and top."""

_THIN = 300
_MOST_POINTS = 400
_MOST_NESTED = 8

_Matrix = tuple[int, int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is on a page beside text: ruling lines, and perhaps pictures."""

    horizontals: tuple[Rule, ...]
    verticals: tuple[Rule, ...]
    has_picture: bool


def drawing_of(page: pdfium.PdfPage, turn: Callable[[Box], Box] | None) -> Drawing:
    """Read the drawing of a page."""
    horizontals: list[Rule] = []
    verticals: list[Rule] = []
    bars, has_picture = _bars(page)
    for drawn in bars:
        left, bottom, right, top = turn(drawn) if turn else drawn
        if right - left >= top - bottom:
            horizontals.append(Rule((bottom + top) // 2, left, right))
        else:
            verticals.append(Rule((left + right) // 2, bottom, top))
    return Drawing(tuple(horizontals), tuple(verticals), has_picture)


def _bars(page: pdfium.PdfPage) -> tuple[list[Box], bool]:
    """Collect the bars of a page; most objects are single characters, so this loop is kept bare."""
    handle, kind_of, object_at = page.raw, pdfium_c.FPDFPageObj_GetType, pdfium_c.FPDFPage_GetObject
    bars: list[Box] = []
    has_picture = False
    for index in range(pdfium_c.FPDFPage_CountObjects(handle)):
        drawn = object_at(handle, index)
        kind = kind_of(drawn)
        if kind != pdfium_c.FPDF_PAGEOBJ_TEXT:
            bars.extend(_bars_of(drawn, kind, 0))
            has_picture = has_picture or kind != pdfium_c.FPDF_PAGEOBJ_PATH
    return bars, has_picture


def _bars_of(drawn: pdfium_c.FPDF_PAGEOBJECT, kind: int, depth: int) -> Iterator[Box]:
    if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
        yield from _bars_of_path(drawn)
    elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _MOST_NESTED:
        matrix = _matrix(drawn)
        for index in range(pdfium_c.FPDFFormObj_CountObjects(drawn)):
            inner = pdfium_c.FPDFFormObj_GetObject(drawn, index)
            bars = _bars_of(inner, pdfium_c.FPDFPageObj_GetType(inner), depth + 1)
            yield from (_moved(box, matrix) for box in bars)


def _bars_of_path(path: pdfium_c.FPDF_PAGEOBJECT) -> Iterator[Box]:
    box = _bounds(path)
    if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
        yield box
    elif pdfium_c.FPDFPath_CountSegments(path) <= _MOST_POINTS and _is_stroked(path):
        yield from _strokes(path)


def _bounds(drawn: pdfium_c.FPDF_PAGEOBJECT) -> Box:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium_c.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    return (
        round(left.value * 100),
        round(bottom.value * 100),
        round(right.value * 100),
        round(top.value * 100),
    )


def _is_stroked(path: pdfium_c.FPDF_PAGEOBJECT) -> bool:
    fill, stroke = c_int(), c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value)


def _strokes(path: pdfium_c.FPDF_PAGEOBJECT) -> Iterator[Box]:
    """Give the upright and level strokes of a path."""
    matrix = _matrix(path)
    start = here = (0, 0)
    for index in range(pdfium_c.FPDFPath_CountSegments(path)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        kind, there = pdfium_c.FPDFPathSegment_GetType(segment), _point(segment, matrix)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = there
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO:
            yield from _stroke(here, there)
        here = there
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            yield from _stroke(here, start)
            here = start


def _stroke(one: tuple[int, int], other: tuple[int, int]) -> Iterator[Box]:
    (left, right), (bottom, top) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if min(right - left, top - bottom) <= _THIN < max(right - left, top - bottom):
        yield left, bottom, right, top


def _point(segment: pdfium_c.FPDF_PATHSEGMENT, matrix: _Matrix) -> tuple[int, int]:
    x, y = c_float(), c_float()
    pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
    return _applied(matrix, round(x.value * 100), round(y.value * 100))


_UNIT = 1_000_000


def _matrix(drawn: pdfium_c.FPDF_PAGEOBJECT) -> _Matrix:
    """Give an object's matrix: four factors in millionths and the shift in hundredths of a point."""
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(drawn, matrix)
    a, b, c, d = (round(factor * _UNIT) for factor in (matrix.a, matrix.b, matrix.c, matrix.d))
    return a, b, c, d, round(matrix.e * 100), round(matrix.f * 100)


def _applied(matrix: _Matrix, x: int, y: int) -> tuple[int, int]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y) // _UNIT + e, (b * x + d * y) // _UNIT + f


def _moved(box: Box, matrix: _Matrix) -> Box:
    one, other = _applied(matrix, box[0], box[1]), _applied(matrix, box[2], box[3])
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])
