"""The lines of a text and what each looks like on its own: heading, list item, table row, page number, text."""

from __future__ import annotations

import re
from enum import StrEnum, auto
from typing import NamedTuple


class LineKind(StrEnum):
    """What a line looks like."""

    TEXT = auto()
    HEADING = auto()
    ITEM = auto()
    ROW = auto()
    PAGE_NUMBER = auto()


class Line(NamedTuple):
    """A line that is not blank: characters ``start`` to ``end`` without the blanks at both ends.

    ``gap`` tells whether a blank line or a page break stands before it, ``page`` whether a page break does;
    ``indent`` counts the blanks at its beginning; ``slashed`` tells of a row that slashes part.
    """

    start: int
    end: int
    text: str
    gap: bool
    page: bool
    indent: int
    kind: LineKind = LineKind.TEXT
    level: int = 0
    slashed: bool = False

    @property
    def width(self) -> int:
        """The room the line takes on paper: 2 for a Chinese character, 1 for a Latin letter or digit."""
        return width(self.text)


LONGEST_HEADING = 90
"""A heading is no wider than this (as :attr:`Line.width` counts); what is longer is a sentence."""

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_PUNCTUATED = re.compile(r"[，。；！？;!?]|,(?![0-9]{3})")
_DIGITS = "〇零一二三四五六七八九十百"
_NUMBERING = re.compile(
    rf"(?P<h1>第\s?[{_DIGITS}0-9]{{1,4}}\s?(?:章|部分|篇|编)|[{_DIGITS}]{{1,4}}\s?、|附[件表录]\s?[{_DIGITS}0-9]{{0,3}}$)"
    rf"|(?P<h2>[（(]\s?[{_DIGITS}]{{1,4}}\s?[)）]|第\s?[{_DIGITS}0-9]{{1,4}}\s?节)"
    r"|(?P<h3>[0-9]{1,2}\s?(?:、|[.．](?:(?![0-9])|(?=(?:19|20)[0-9]{2}\s?年))))"
    r"|(?P<h4>[（(]\s?[0-9]{1,2}\s?[)）]|[0-9]{1,2}[)）]|[\u2460-\u2473])"
    rf"|(?P<item>[{_DIGITS}]{{1,2}}是|第[{_DIGITS}]{{1,2}}[，、]|[●•■◆▪○]|[-*·]\s)"
)
_PAGE_NUMBER = re.compile(
    r"[-—–－─]+\s?[0-9]{1,4}\s?[-—–－─]+"
    r"|第\s?[0-9]{1,4}\s?页(?:\s?[,，/、]?\s?共\s?[0-9]{1,4}\s?页)?"
    r"|[Pp]age\s[0-9]{1,4}(?:\sof\s[0-9]{1,4})?"
)
# Two such characters are an ellipsis.
_SHORTEST_LEADER = 4
_LEADER = "….·．⋯ "
_BARE_NUMBER = re.compile(r"[0-9]{1,3}")


def width(text: str) -> int:
    """Measure the room a text takes on paper, in halves of a Chinese character."""
    return (len(text.encode("utf-8", "surrogatepass")) + len(text)) // 2


def is_sentence(text: str) -> bool:
    """Tell whether the text holds punctuation of a sentence."""
    return _PUNCTUATED.search(text) is not None


def lines_of(text: str) -> list[Line]:
    """Give the lines of a text that are not blank, each with what it looks like."""
    return _with_page_numbers(_alone_rows_dropped(split_lines(text)))


def split_lines(text: str) -> list[Line]:
    """Give the lines that are not blank, each judged by itself."""
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        raw = match[0]
        content = raw.strip()
        if not content:
            continue
        indent = len(raw) - len(raw.lstrip())
        start, stop = _kept(match.start(), raw, content, indent)
        between = text[end : match.start()]
        page = "\f" in between
        gap = page or not lines or between.count("\n") + between.count("\r") - between.count("\r\n") > 1
        kept = text[start:stop]
        lines.append(Line(start, stop, kept, gap, page, indent, *classify(kept)))
        end = match.end()
    return lines


def _kept(start: int, raw: str, content: str, indent: int) -> tuple[int, int]:
    """Drop blanks at both ends; tabs stay where they part the cells of a row."""
    if "\t" not in raw:
        return start + indent, start + indent + len(_without_leader(content))
    return start, start + len(raw)


def _without_leader(text: str) -> str:
    """Cut the dots and the page number off an entry of a table of contents."""
    dotted = text.rstrip("0123456789 ")
    entry = dotted.rstrip(_LEADER)
    return entry if entry and len(dotted) - len(entry) >= _SHORTEST_LEADER else text


def classify(text: str) -> tuple[LineKind, int]:
    """Tell what a line looks like, and the level of its numbering."""
    if "\t" in text or (text[0] == "|" == text[-1] and text.count("|") > 1):
        return LineKind.ROW, 0
    numbering = _NUMBERING.match(text)
    if numbering is None:
        number = len(text) < 30 and _PAGE_NUMBER.fullmatch(text)
        return (LineKind.PAGE_NUMBER if number else LineKind.TEXT), 0
    group = numbering.lastgroup or "item"
    level = 4 if group == "item" else int(group[1])
    titled = group != "item" and (len(text) > numbering.end() or text[0] == "附")
    heading = titled and text[-1] not in "：:" and not is_sentence(text) and width(text) <= LONGEST_HEADING
    return (LineKind.HEADING if heading else LineKind.ITEM), level


def _alone_rows_dropped(lines: list[Line]) -> list[Line]:
    """Take as running text a line with tabs that is no row: alone in two pieces, or only indented by tabs."""
    kept: list[Line] = []
    for index, line in enumerate(lines):
        above = kept[-1] if kept else None
        below = lines[index + 1] if index + 1 < len(lines) else None
        kept.append(line if line.kind is not LineKind.ROW or _is_row(line, above, below) else _as_text(line))
    return kept


def _is_row(line: Line, above: Line | None, below: Line | None) -> bool:
    after_row = above is not None and above.kind is LineKind.ROW
    if _is_only_indented(line):
        firm_below = below is not None and below.kind is LineKind.ROW and not _is_only_indented(below)
        joined = (after_row and not line.gap) or (firm_below and below is not None and not below.gap)
        return joined and line.text[-1] not in "。："
    before_row = below is not None and below.kind is LineKind.ROW
    return line.text.count("\t") != 1 or after_row or before_row


def _is_only_indented(line: Line) -> bool:
    return "\t" in line.text and "\t" not in line.text.lstrip()


def _as_text(line: Line) -> Line:
    content = line.text.strip()
    start = line.start + len(line.text) - len(line.text.lstrip())
    kind, level = (LineKind.TEXT, 0) if "\t" in content else classify(content)
    return line._replace(start=start, end=start + len(content), text=content, kind=kind, level=level)


def _with_page_numbers(lines: list[Line]) -> list[Line]:
    """Mark bare numbers beside a page break, or alone between blank lines and counting up, as page numbers."""
    alone = [index for index in range(len(lines)) if _is_alone_number(lines, index)]
    values = [int(lines[index].text) for index in alone]
    marked = {
        index for place, index in enumerate(alone) if _beside_page(lines, index) or _counts_up(values, place)
    }
    if not marked:
        return lines
    return [
        line._replace(kind=LineKind.PAGE_NUMBER) if index in marked else line
        for index, line in enumerate(lines)
    ]


def _is_alone_number(lines: list[Line], index: int) -> bool:
    line = lines[index]
    if line.kind is not LineKind.TEXT or len(line.text) > 3 or not _BARE_NUMBER.fullmatch(line.text):
        return False
    last = index + 1 == len(lines)
    return line.page or last or lines[index + 1].page or (line.gap and lines[index + 1].gap)


def _beside_page(lines: list[Line], index: int) -> bool:
    return lines[index].page or (index + 1 < len(lines) and lines[index + 1].page)


def _counts_up(values: list[int], place: int) -> bool:
    before = place > 0 and values[place - 1] + 1 == values[place]
    after = place + 1 < len(values) and values[place] + 1 == values[place + 1]
    return before or after
