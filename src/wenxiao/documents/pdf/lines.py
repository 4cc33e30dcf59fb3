"""Pieces of text to lines: which stand side by side, and where a blank between them means something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from wenxiao.documents.pdf.characters import is_word
from wenxiao.documents.pdf.layout import Line


def is_wide(gap: int, size: int) -> bool:
    """Tell whether a gap in type of a size is wider than any blank of justified text."""
    return gap * 5 > size * 3


def beside(first: Line, second: Line) -> bool:
    """Tell whether two pieces stand at the same height: the middle of the smaller is within the larger."""
    small, large = sorted((first, second), key=lambda piece: piece.height)
    return large.bottom <= small.middle <= large.top


def by_line(pieces: Iterable[Line]) -> list[list[Line]]:
    """Group pieces into lines from top to bottom, each from left to right."""
    lines: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.middle, piece.left)):
        if lines and beside(lines[-1][0], piece):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    for line in lines:
        line.sort(key=lambda piece: piece.left)
    return lines


def lines_of(pieces: Sequence[Line]) -> tuple[Line, ...]:
    """Join pieces to lines from top to bottom; most cells hold a single piece."""
    return tuple(pieces) if len(pieces) < 2 else tuple(joined(line) for line in by_line(pieces))


def joined(pieces: Sequence[Line]) -> Line:
    """Join pieces that stand side by side; a wide gap, or any gap between words, becomes one blank."""
    if len(pieces) == 1:
        return pieces[0]
    text, edges = [pieces[0].text], list(pieces[0].edges)
    for before, piece in pairwise(pieces):
        if has_blank(before, piece):
            text.append(" ")
            edges.extend(piece.edges)
        else:
            edges[-1:] = piece.edges
        text.append(piece.text)
    bottom, top = min(piece.bottom for piece in pieces), max(piece.top for piece in pieces)
    return Line("".join(text), tuple(edges), bottom, top, pieces[0].page)


def has_blank(before: Line, after: Line) -> bool:
    """Tell whether a blank parts two neighbours on a line."""
    gap, size = after.left - before.right, min(before.height, after.height)
    return gap > size or (gap * 5 > size and is_word(before.text[-1]) and is_word(after.text[0]))


def parted(pieces: Sequence[Line]) -> list[Line]:
    """Join what stands close together and keep what a wide gap parts, as between columns."""
    groups = [[pieces[0]]]
    for before, piece in pairwise(pieces):
        if is_wide(piece.left - before.right, min(before.height, piece.height)):
            groups.append([piece])
        else:
            groups[-1].append(piece)
    return [joined(group) for group in groups]


def part(line: Line, start: int, end: int) -> Line:
    """Give characters ``start`` to ``end`` of a line."""
    return Line(line.text[start:end], line.edges[start : end + 1], line.bottom, line.top, line.page)
