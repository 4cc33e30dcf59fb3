"""Markdown, line by line: headings, lists, tables with bars; code is left out. Offsets are into the file's text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wenxiao.documents.encoding import decode
from wenxiao.documents.text import assemble
from wenxiao.documents.text_groups import Group, with_roles
from wenxiao.documents.text_lines import Line, LineKind, classify, split_lines
from wenxiao.documents.text_tables import is_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wenxiao.documents.model import Document

_HEADING = re.compile(r"(#{1,6})[ \t]+")
_MARKER = re.compile(r"(?:>[ \t]?)+|[-*+][ \t]+")
_FENCE = re.compile(r"`{3,}|~{3,}")
_UNDERLINE = re.compile(r"(?:=+|-+)")
_DRAWN_LINE = re.compile(r"(?:[-*_][ \t]*){3,}")
_COMMENT = re.compile(r"<!--[^<>]*-->")
_EMPHASIS = "*_ \t"


def read_markdown(content: bytes, name: str) -> Document:
    """Read a Markdown file.

    Raises:
        WenxiaoError: the bytes are no text, or in another encoding.
    """
    return markdown_document_of(decode(content, name), name)


def markdown_document_of(text: str, name: str) -> Document:
    """Read Markdown text."""
    lines = _underlined(_without_code(_without_front_matter(split_lines(text))))
    return assemble(text, name, "md", with_roles(_groups([_read(line) for line in _as_rows(lines)])))


def _without_front_matter(lines: Sequence[Line]) -> Sequence[Line]:
    if not lines or lines[0].text != "---":
        return lines
    end = next((index for index, line in enumerate(lines[1:], 1) if line.text == "---"), 0)
    return lines[end + 1 :]


def _without_code(lines: Sequence[Line]) -> list[Line]:
    kept: list[Line] = []
    fence = ""
    for line in lines:
        mark = _FENCE.match(line.text)
        if fence:
            closed = mark is not None and line.text[0] == fence[0] and len(mark[0]) >= len(fence)
            fence = "" if closed else fence
        elif mark:
            fence = mark[0]
        elif not _COMMENT.fullmatch(line.text):
            kept.append(line)
    return kept


def _underlined(lines: Sequence[Line]) -> list[Line]:
    """Make headings of underlined lines; drop the underlines and lines that are only drawn."""
    kept: list[Line] = []
    for line in lines:
        under = kept and not line.gap and kept[-1].kind is LineKind.TEXT and "|" not in kept[-1].text
        if under and _UNDERLINE.fullmatch(line.text):
            kept[-1] = kept[-1]._replace(kind=LineKind.HEADING, level=1 if line.text[0] == "=" else 2)
        elif not _DRAWN_LINE.fullmatch(line.text):
            kept.append(line)
    return kept


def _as_rows(lines: Sequence[Line]) -> list[Line]:
    """Mark the rows of tables: lines with bars above and below a ruled line, and lines that begin with a bar."""
    rows = [line.text[0] == "|" for line in lines]
    for index, line in enumerate(lines):
        if is_rule(line) and "|" in line.text:
            rows[index] = True
            if index and "|" in lines[index - 1].text:
                rows[index - 1] = True
        elif index and rows[index - 1] and not line.gap and "|" in line.text:
            rows[index] = True
    return [line._replace(kind=LineKind.ROW) if row else line for line, row in zip(lines, rows, strict=True)]


def _read(line: Line) -> Line:
    """Take the marks off a heading or list item; read the numbering of anything else."""
    if line.kind in {LineKind.ROW, LineKind.HEADING}:
        return line if "\t" not in line.text else _plain(line)
    heading = _HEADING.match(line.text)
    if heading:
        title = line.text[heading.end() :].rstrip("# \t")
        return _cut(
            line, heading.end(), title or line.text[heading.end() :], LineKind.HEADING, len(heading[1])
        )
    marker = _MARKER.match(line.text)
    if marker and marker.end() < len(line.text):
        kind = LineKind.TEXT if line.text[0] == ">" else LineKind.ITEM
        return _cut(line, marker.end(), line.text[marker.end() :], kind, 0)
    return _plain(line)


def _cut(line: Line, skipped: int, text: str, kind: LineKind, level: int) -> Line:
    start = line.start + skipped
    return line._replace(start=start, end=start + len(text), text=text, kind=kind, level=level)


def _plain(line: Line) -> Line:
    kind, level = classify(line.text.replace("\t", " ").strip(_EMPHASIS) or line.text)
    return line._replace(kind=LineKind.TEXT if kind is LineKind.ROW else kind, level=level)


def _groups(lines: Sequence[Line]) -> list[Group]:
    """Join lines as Markdown does: a paragraph goes on until a blank line or another element."""
    groups: list[Group] = []
    for line in lines:
        goes_on = groups and not line.gap and _goes_on(groups[-1].kind, line.kind)
        if goes_on:
            groups[-1].lines.append(line)
        else:
            groups.append(Group(line.kind, [line], line.level))
    return groups


def _goes_on(before: LineKind, kind: LineKind) -> bool:
    if kind is LineKind.ROW:
        return before is LineKind.ROW
    return kind is LineKind.TEXT and before in {LineKind.TEXT, LineKind.ITEM}
