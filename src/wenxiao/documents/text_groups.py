"""Lines put together: paragraphs over wrapped lines and page breaks, tables, captions, titles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from wenxiao.documents.text_lines import LONGEST_HEADING, Line, LineKind, is_sentence
from wenxiao.documents.text_tables import continues

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True)
class Group:
    """Lines that make one block, or the rows of one table."""

    kind: LineKind
    lines: list[Line]
    level: int = 0
    caption: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is laid out: whether blank lines are rare, and how wide its lines are if it is wrapped.

    ``wrap`` is 0 for a text with a line for each paragraph. A line narrower than ``torn`` ended where it was to
    end, though no full stop closes it.
    """

    blanks_are_breaks: bool
    wrap: int
    torn: int


_WIDEST_WRAP = 120
_WRAP_SLACK = 6
_LONG = 48
_VERY_LONG = 80
_LONGEST_CAPTION = 90
_LONGEST_TITLE = 60
_MOST_CAPTIONS = 4
_CLOSERS = "”’\"'）)】」』"
_STOPS = "。！？!?…"
_LINKS = "，、,—"
_OPENERS = {"《": "》", "（": "）", "(": ")", "“": "”", "〔": "〕", "「": "」"}
_OPENING_COLON = re.compile(r"其中[：:]$")
_YEAR = re.compile(r"[0-9]{4}(?:\s?[-—~至]\s?[0-9]{4})?\s?年|第\s?[0-9]+")
_DIGIT = re.compile(r"[0-9]")


def layout_of(lines: Sequence[Line]) -> Layout:
    """Measure how a text is laid out."""
    prose = [line for line in lines if line.kind is not LineKind.ROW]
    gaps = sum(line.gap for line in prose[1:])
    widths = sorted(line.width for line in prose)
    widest = widths[len(widths) * 19 // 20] if widths else 0
    wrap = widest if _LONG <= widest <= _WIDEST_WRAP else 0
    return Layout(gaps * 10 < len(prose) * 3, wrap, min(widest // 2, _LONG))


def groups_of(lines: Sequence[Line]) -> list[Group]:
    """Put the lines of a plain text together."""
    layout = layout_of(lines)
    groups: list[Group] = []
    for line in lines:
        if groups and _belongs(groups[-1], line, layout):
            groups[-1].lines.append(line)
            if groups[-1].kind is LineKind.HEADING:
                groups[-1].kind = LineKind.ITEM
        else:
            groups.append(Group(line.kind, [line], line.level))
    return with_roles(groups)


def with_roles(groups: Sequence[Group]) -> list[Group]:
    """Join tables over page breaks and tell captions and unnumbered titles from paragraphs."""
    joined = _joined_tables(groups)
    _mark_captions(joined)
    _mark_titles(joined)
    return joined


def _belongs(group: Group, line: Line, layout: Layout) -> bool:
    if line.kind is not group.lines[-1].kind and line.kind is not LineKind.TEXT:
        return False
    if line.kind is LineKind.ROW:
        return not line.gap
    if line.kind is not LineKind.TEXT or group.kind in {LineKind.ROW, LineKind.PAGE_NUMBER}:
        return False
    return _goes_on(group, line, layout)


def _goes_on(group: Group, line: Line, layout: Layout) -> bool:
    before = group.lines[-1]
    if line.indent > before.indent or _ends_in(before.text, _STOPS):
        return False
    if _is_open(before.text) or before.text[-1] in _LINKS or _OPENING_COLON.search(before.text):
        return True
    at_break = line.page or (line.gap and layout.blanks_are_breaks)
    if before.text[-1] in "：:；;":
        return before.text[-1] in "；;" and (not line.gap or at_break)
    if not is_sentence(line.text) and line.width < _LONG:
        return False
    if group.kind is LineKind.HEADING:
        return _is_torn_item(before, line, layout, at_break=at_break)
    is_unfinished = is_sentence(before.text) and before.width >= layout.torn
    return is_unfinished or len(group.lines) > 1 or before.width >= _full(line, layout)


def _ends_in(text: str, endings: str) -> bool:
    """Tell how a text ends, closing brackets and quotation marks aside."""
    return text.rstrip(_CLOSERS)[-1:] in tuple(endings)


def _is_torn_item(before: Line, line: Line, layout: Layout, *, at_break: bool) -> bool:
    """Tell a numbered sentence, torn before its first comma, from a heading."""
    if at_break:
        return before.level > 2 and before.width >= _LONG - 8 and "。" in line.text
    return not line.gap and layout.wrap > 0 and before.width >= _full(line, layout)


def _full(line: Line, layout: Layout) -> int:
    """Give the width from which the line before may have been wrapped for want of room."""
    return layout.wrap - _WRAP_SLACK if layout.wrap and not line.gap else _VERY_LONG


def _is_open(text: str) -> bool:
    """Tell whether a bracket or quotation mark opened near the end of the line is not closed."""
    tail = text[-_LONG:]
    return any(tail.rfind(opener) > tail.rfind(closer) for opener, closer in _OPENERS.items())


def _joined_tables(groups: Sequence[Group]) -> list[Group]:
    """Join table rows that only page numbers and blank lines part."""
    joined: list[Group] = []
    table: Group | None = None
    for group in groups:
        if group.kind is LineKind.ROW:
            if table is not None and continues(table.lines, group.lines):
                table.lines.extend(group.lines)
                continue
            table = group
        elif group.kind is not LineKind.PAGE_NUMBER:
            table = None
        joined.append(group)
    return joined


def _mark_captions(groups: Sequence[Group]) -> None:
    """Mark short lines right above a table: its title, year, unit, and who filled it in."""
    for index, group in enumerate(groups):
        if group.kind is not LineKind.ROW:
            continue
        for above in reversed(groups[max(index - _MOST_CAPTIONS, 0) : index]):
            if not _may_be_caption(above):
                break
            above.caption = True


def _may_be_caption(group: Group) -> bool:
    line = group.lines[0]
    if group.kind is not LineKind.TEXT or len(group.lines) > 1 or line.width > _LONGEST_CAPTION:
        return False
    leads_in = line.text[-1] in "：:" and line.width > _LONG // 2
    return not is_sentence(line.text) and not leads_in


def _mark_titles(groups: Sequence[Group]) -> None:
    """Mark a short line without punctuation or figures, after a blank line and above text, as a heading."""
    for group, below in pairwise(groups):
        if below.kind is not LineKind.ROW and not group.caption and _may_be_title(group):
            group.kind, group.level = LineKind.HEADING, 1


def _may_be_title(group: Group) -> bool:
    line = group.lines[0]
    if group.kind is not LineKind.TEXT or len(group.lines) > 1 or not line.gap:
        return False
    if line.width > min(_LONGEST_TITLE, LONGEST_HEADING) or is_sentence(line.text) or line.text[0] in "（(":
        return False
    return line.text[-1] not in "：:、，" and not _DIGIT.search(_YEAR.sub("", line.text))
