"""Text set in two columns: the page unfolded, so that the right column stands below the left one."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wenxiao.documents.pdf.layout import Line, Move, Page, Rule
from wenxiao.documents.pdf.lines import parted
from wenxiao.documents.pdf.rows import NUMBER

_FEWEST_FULL = 5
_FEWEST_PAIRS = 2
_PROSE = 6
_FARTHEST = 4


@dataclass(frozen=True, slots=True)
class _Band:
    """The part of a page that is set in columns: from ``top`` down to ``bottom``, with a blank gutter."""

    top: int
    bottom: int
    left: int
    gutter: int
    right: int


def unfolded(page: Page, lines: Sequence[Sequence[Line]]) -> Page:
    """Give the page with columns below each other; the same page if it has none.

    ``lines`` are the lines of the page outside ruled tables.
    """
    band = next(_bands(lines, _rules_below(lines, page.horizontals)), None)
    if band is None:
        return page
    down = band.top - band.bottom
    aside = band.right - band.left
    return replace(
        page,
        pieces=tuple(_moved(piece, band, aside, down) for piece in page.pieces),
        horizontals=tuple(_moved_level(rule, band, aside, down) for rule in page.horizontals),
        verticals=tuple(_moved_upright(rule, band, aside, down) for rule in page.verticals),
        moves=(Move(band.top, 0, 0), Move(band.bottom, aside, down), Move(band.bottom - down, 0, down)),
    )


_Rules = Mapping[int, Sequence[Rule]]
"""The level rules of a page by the line they stand below, the lowest of those above them."""


def _rules_below(lines: Sequence[Sequence[Line]], rules: Sequence[Rule]) -> _Rules:
    depths = [-line[0].middle for line in lines]
    below: dict[int, list[Rule]] = defaultdict(list)
    for rule in rules:
        below[bisect_left(depths, -rule.at) - 1].append(rule)
    return below


def _bands(lines: Sequence[Sequence[Line]], rules: _Rules) -> Iterator[_Band]:
    """Give the runs of lines that leave a gutter blank, with prose on both sides of it."""
    start = floor = 0
    while start < len(lines):
        pair = _pair(lines[start])
        if pair is None:
            start += 1
            continue
        end, gutter = _reach(lines, rules, start, (pair[0].right, pair[1].left))
        first = start
        while first > floor and _goes_on(lines, rules, first, gutter) and _side(lines[first - 1], gutter):
            first -= 1
        if band := _band(lines[first:end], gutter):
            yield band
        start = floor = end


def _reach(
    lines: Sequence[Sequence[Line]], rules: _Rules, start: int, gutter: tuple[int, int]
) -> tuple[int, tuple[int, int]]:
    """Follow the lines down as long as a gutter stays blank."""
    end = start + 1
    while (
        end < len(lines) and _goes_on(lines, rules, end, gutter) and (narrowed := _side(lines[end], gutter))
    ):
        gutter = narrowed
        end += 1
    return end, gutter


def _goes_on(lines: Sequence[Sequence[Line]], rules: _Rules, index: int, gutter: tuple[int, int]) -> bool:
    """Tell whether a line may be of one run with the line above it: it is near, and no table stands between."""
    above, line = lines[index - 1][0], lines[index][0]
    middle = sum(gutter) // 2
    is_near = above.middle - line.middle < _FARTHEST * max(above.height, line.height)
    return is_near and not any(rule.low < middle < rule.high for rule in rules.get(index - 1, ()))


def _side(line: Sequence[Line], gutter: tuple[int, int]) -> tuple[int, int] | None:
    """Give the gutter that a line leaves of one; None if it runs over it, or stands in it as a page number does."""
    low, high = gutter
    for piece in line:
        is_left, is_right = piece.right < gutter[1], piece.left > gutter[0]
        if is_left is is_right:
            return None
        low = max(low, piece.right) if is_left else low
        high = min(high, piece.left) if is_right else high
    return (low, high) if high - low > line[0].height // 2 else None


def _pair(line: Sequence[Line]) -> tuple[Line, Line] | None:
    pieces = parted(line) if len(line) > 1 else line
    return (pieces[0], pieces[1]) if len(pieces) == 2 and all(map(_is_prose, pieces)) else None


def _is_prose(piece: Line) -> bool:
    return len(piece.text) >= _PROSE and not NUMBER.fullmatch(piece.text)


def _band(lines: Sequence[Sequence[Line]], gutter: tuple[int, int]) -> _Band | None:
    """Measure a run of lines; None if it is not set in columns: few lines fill the left one."""
    middle = (gutter[0] + gutter[1]) // 2
    pieces = [piece for line in lines for piece in line]
    lefts, rights = ([piece for piece in pieces if (piece.left < middle) is side] for side in (True, False))
    full = sum(gutter[0] - piece.right < piece.height for piece in lefts)
    pairs = sum(_pair(line) is not None for line in lines)
    if full < _FEWEST_FULL or pairs < _FEWEST_PAIRS:
        return None
    top, bottom = max(piece.top for piece in pieces), min(piece.bottom for piece in pieces)
    left, right = min(piece.left for piece in lefts), min(piece.left for piece in rights)
    is_alike = abs((gutter[0] - left) - (max(piece.right for piece in rights) - right)) * 4 < gutter[0] - left
    return _Band(top, bottom, left, middle, right) if is_alike else None


def _moved(piece: Line, band: _Band, aside: int, down: int) -> Line:
    if piece.middle < band.bottom:
        return replace(piece, bottom=piece.bottom - down, top=piece.top - down)
    if piece.middle > band.top or piece.left < band.gutter:
        return piece
    edges = tuple(edge - aside for edge in piece.edges)
    return replace(piece, edges=edges, bottom=piece.bottom - down, top=piece.top - down)


def _moved_level(rule: Rule, band: _Band, aside: int, down: int) -> Rule:
    if rule.at < band.bottom:
        return replace(rule, at=rule.at - down)
    if rule.at > band.top or rule.low < band.gutter:
        return rule
    return Rule(rule.at - down, rule.low - aside, rule.high - aside)


def _moved_upright(rule: Rule, band: _Band, aside: int, down: int) -> Rule:
    if rule.high < band.bottom:
        return replace(rule, low=rule.low - down, high=rule.high - down)
    if rule.low > band.top or rule.at < band.gutter:
        return rule
    return Rule(rule.at - aside, rule.low - down, rule.high - down)
