"""Lines to paragraphs: where one ends is told by its last line, its indent and its numbering."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_low

from wenxiao.documents.model import BlockKind
from wenxiao.documents.pdf.layout import Line
from wenxiao.documents.pdf.sheet import Sheet

_LEVELS = (
    re.compile(r"第[一二三四五六七八九十百]{1,5}[编章部]|[一二三四五六七八九十]{1,3}、"),
    re.compile(r"第[一二三四五六七八九十百]{1,5}节|[（(][一二三四五六七八九十]{1,3}[）)]"),
    re.compile(r"[0-9]{1,2}(?:[、．]|\.(?![0-9]))"),
    re.compile(r"[（(][0-9]{1,2}[）)]|[0-9]{1,2}[）)]|[①-⑳]"),
)
_SENTENCE_END = re.compile(r"[。；;，,：:！？!?、]$")
_CLOSED = re.compile(r"[。；;：:！？!?][”’」）)]?$")
_LEADERS = re.compile(r"…{2}|[.·．]{6}")
_CAPTION = re.compile(r"(?:附?[表图] ?[0-9一二三四五六七八九十]|.{0,60}?单位[:：])")
_UNBREAKABLE = re.compile(r"[\x21-\x7e]{1,24}[^\w\s（(“‘《〔「]{0,2}|.[^\w\s（(“‘《〔「]{0,2}")
_LONGEST_HEADING = 40
_LONG_LINE = 12
_ENOUGH_LINES = 6


@dataclass(frozen=True, slots=True)
class Margins:
    """The left and right edge of the running text on a page, the distance of its lines, and their height.

    ``by_line`` says that most lines end a sentence, so that each is a paragraph however wide it is.
    """

    left: int
    right: int
    pitch: int
    size: int
    by_line: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are read in one go."""

    kind: BlockKind
    level: int
    lines: tuple[Line, ...]


def margins_of(sheets: Sequence[Sheet]) -> dict[int, Margins]:
    """Measure each page by its long lines; one with few takes the measure of all pages of its width."""
    lines: dict[int, list[Line]] = {}
    for sheet in sheets:
        lines.setdefault(sheet.width, []).extend(_long_lines(sheet))
    common = {width: _measured(of_width) for width, of_width in lines.items() if of_width}
    margins = {}
    for sheet in sheets:
        own = _long_lines(sheet)
        if len(own) >= _ENOUGH_LINES:
            margins[sheet.number] = _measured(own)
        else:
            margins[sheet.number] = common.get(sheet.width) or _of_short_lines(sheet)
    return margins


def _of_short_lines(sheet: Sheet) -> Margins:
    """Take the right margin to be as wide as the left one where no line comes near it."""
    if not sheet.lines:
        return Margins(0, sheet.width, sheet.height, sheet.height)
    measured = _measured(sheet.lines)
    return replace(measured, right=max(measured.right, sheet.width - measured.left))


def _long_lines(sheet: Sheet) -> list[Line]:
    return [line for line in sheet.lines if len(line.text) >= _LONG_LINE]


def _measured(lines: Sequence[Line]) -> Margins:
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    pitches = [above.middle - below.middle for above, below in pairwise(lines) if above.page == below.page]
    closed = sum(bool(_CLOSED.search(line.text)) for line in lines)
    return Margins(
        left=lefts[len(lefts) // 10],
        right=rights[-1 - len(rights) // 10],
        pitch=median_low(pitches) if pitches else 3 * lines[0].height,
        size=median_low(line.height for line in lines),
        by_line=len(lines) >= _ENOUGH_LINES and closed * 2 > len(lines),
    )


def number_level(text: str) -> int:
    """Give the level, from 1, of the number a line begins with; 0 if there is none."""
    return next((level for level, pattern in enumerate(_LEVELS, 1) if pattern.match(text)), 0)


def is_caption(text: str) -> bool:
    """Tell whether a line above a table names it or its unit."""
    return bool(_CAPTION.match(text))


def continues(lines: Sequence[Line], line: Line, margins: Margins) -> bool:
    """Tell whether ``line`` goes on with the paragraph of ``lines``."""
    last = lines[-1]
    tallest = max(last.height, line.height)
    if abs(last.height - line.height) * 10 > tallest * 3:
        return False
    if last.page == line.page and (last.middle - line.middle) * 2 > margins.pitch * 3:
        return False
    if _is_centred(last, margins):
        return _is_centred(line, margins) and last.page == line.page and not number_level(line.text)
    if _LEADERS.search(last.text) or _begins(lines, line, margins):
        return False
    return _is_full(last, line, margins) or _is_open(last, line, margins)


def _is_centred(line: Line, margins: Margins) -> bool:
    before, after = line.left - margins.left, margins.right - line.right
    return min(before, after) > 3 * line.height and abs(before - after) < 2 * line.height


def _is_full(last: Line, line: Line, margins: Margins) -> bool:
    """Tell whether what begins the next line had no room on the last one."""
    token = _UNBREAKABLE.match(line.text)
    needed = line.edges[token.end()] - line.left if token else line.height
    return margins.right - last.right < needed + line.height // 2


def _is_open(last: Line, line: Line, margins: Margins) -> bool:
    """Tell whether a line that was broken early stops in the middle of a sentence."""
    is_long = (last.right - margins.left) * 3 > (margins.right - margins.left) * 2
    return (
        last.page == line.page and is_long and not _CLOSED.search(last.text) and not number_level(line.text)
    )


def _begins(lines: Sequence[Line], line: Line, margins: Margins) -> bool:
    if _CLOSED.search(lines[-1].text) and (margins.by_line or number_level(line.text)):
        return True
    hangs = number_level(lines[0].text) and line.left - lines[0].left > line.height // 2
    if hangs and not number_level(line.text):
        return False
    return line.left - margins.left > line.height and line.left - lines[-1].left > -line.height // 2


def paragraph_of(lines: Sequence[Line], margins: Margins) -> Paragraph:
    """Name what kind of block the lines are."""
    text = "".join(line.text for line in lines)
    level = number_level(text)
    is_short = len(lines) == 1 and len(text) <= _LONGEST_HEADING and not _SENTENCE_END.search(text)
    if level and is_short:
        return Paragraph(BlockKind.HEADING, level, tuple(lines))
    if level:
        return Paragraph(BlockKind.LIST_ITEM, 0, tuple(lines))
    stands_out = _is_centred(lines[0], margins) or lines[0].height * 5 >= margins.size * 6
    if len(text) <= _LONGEST_HEADING and not _SENTENCE_END.search(text) and stands_out:
        return Paragraph(BlockKind.HEADING, 1, tuple(lines))
    return Paragraph(BlockKind.PARAGRAPH, 0, tuple(lines))
