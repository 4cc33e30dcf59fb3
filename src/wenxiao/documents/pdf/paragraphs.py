"""Lines to paragraphs: where one ends is told by its last line, its indent and its numbering."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wenxiao.documents.model import BlockKind
from wenxiao.documents.pdf.layout import Line
from wenxiao.documents.pdf.margins import Margins
from wenxiao.documents.pdf.numbering import CLOSED, number_level

_SENTENCE_END = re.compile(r"[。；;，,：:！？!?、]$")
_LEADERS = re.compile(r"…{2}|[.·．]{6}")
_CAPTION = re.compile(r"(?:附?[表图] ?[0-9一二三四五六七八九十]|.{0,60}?单位[:：])")
UNIT = re.compile("单位 ?[:：]")
"""What a line above a table has that tells its unit."""

_UNIT_NOTE = re.compile(r"[（(]?(?:金额|计量|货币)?单位 ?[:：][^，。；]{1,6}")
_UNBREAKABLE = re.compile(r"[\x21-\x7e]{1,24}[^\w\s（(“‘《〔「]{0,2}|.[^\w\s（(“‘《〔「]{0,2}")
_LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are read in one go."""

    kind: BlockKind
    level: int
    lines: tuple[Line, ...]


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
    if _UNIT_NOTE.fullmatch(line.text) or _UNIT_NOTE.fullmatch(last.text):
        return False
    if _is_centred(last, margins):
        return _is_centred(line, margins) and last.page == line.page and not number_level(line.text)
    if _LEADERS.search(last.text) or _begins(lines, line, margins):
        return False
    return _is_full(last, line, margins) or _is_open(last, line, margins)


def _is_centred(line: Line, margins: Margins) -> bool:
    before, after = line.left - margins.left, margins.right - line.right
    return _is_between(before, after, 3 * line.height, 2 * line.height) or _is_between(
        before, after, line.height * 5 // 2, line.height // 4
    )


def _is_between(before: int, after: int, least: int, slack: int) -> bool:
    return min(before, after) > least and abs(before - after) < slack


def _is_full(last: Line, line: Line, margins: Margins) -> bool:
    """Tell whether what begins the next line had no room on the last one; after a full stop, none at all."""
    token = _UNBREAKABLE.match(line.text)
    needed = line.edges[token.end()] - line.left if token else line.height
    slack = 0 if CLOSED.search(last.text) else line.height // 2
    return margins.right - last.right < needed + slack


def _is_open(last: Line, line: Line, margins: Margins) -> bool:
    """Tell whether a line that was broken early stops in the middle of a sentence."""
    is_long = (last.right - margins.left) * 3 > (margins.right - margins.left) * 2
    return last.page == line.page and is_long and not CLOSED.search(last.text) and not number_level(line.text)


def _begins(lines: Sequence[Line], line: Line, margins: Margins) -> bool:
    if CLOSED.search(lines[-1].text) and (margins.by_line or number_level(line.text)):
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
