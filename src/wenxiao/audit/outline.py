"""The outline of a document: its title, and the parts its headings and the first words of paragraphs open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wenxiao.documents.model import Block, BlockKind, Document

_NUMBER = re.compile(
    r"\s*(?:第[一二三四五六七八九十]{1,3}(?:部分|章|节)|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}(?:\.\d{1,2}){0,3}[、.．]?(?!\d|年|月))\s*[、：:]?\s*"
)
_LEAD = re.compile(r"([^，。；：:,;\s\d]{2,16})[。：:]")
_ENDS = re.compile(r"[，。；：:,;！？]")
_SAID = re.compile("[。；]|[:：]$")
_LONGEST_LEAD = 24
_LONGEST_TITLE = 20
_TITLE_BLOCKS = 6
_LONGEST_DOCUMENT_TITLE = 60
_OPENING = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.LIST_ITEM})
_SIGNS = str.maketrans("（）．、", "()..")
_CHINESE = re.compile("[一二三四五六七八九十]+")
_ARABIC = re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document: its title without number and blanks, and what stands below it.

    Characters ``start`` to ``end`` are the body; the title itself stands at ``title_start`` to ``title_end``.
    ``level`` is that of the heading, 0 for a part opened by the first words of a paragraph. ``number`` is
    the number as written, "" if there is none.
    """

    title: str
    number: str
    title_start: int
    title_end: int
    start: int
    end: int
    level: int
    blocks: range


@dataclass(frozen=True, slots=True)
class Outline:
    """The first lines of a document as its ``title``, the latest year they name (0 if none), and its parts."""

    title: str
    year: int
    parts: tuple[Part, ...]

    @property
    def headings(self) -> tuple[Part, ...]:
        """Give the parts that headings open."""
        return tuple(part for part in self.parts if part.level)

    def about(self, wanted: re.Pattern[str], unless: re.Pattern[str] | None = None) -> Iterator[Part]:
        """Give the parts whose title has ``wanted`` in it, and not ``unless``."""
        for part in self.parts:
            if wanted.search(part.title) and not (unless and unless.search(part.title)):
                yield part


def outline_of(document: Document) -> Outline:
    """Read the outline of a document."""
    title = _title(document)
    year = max(map(int, _YEAR.findall(title)), default=0)
    parts = sorted([*_headed(document), *_led(document)], key=lambda part: part.title_start)
    return Outline(title, year, tuple(parts))


def style_of(number: str) -> str:
    """Tell the numbers of one level from those of another: 一、 （一） 1. （1） 第一部分."""
    plain = "".join(number.split()).translate(_SIGNS)
    return _ARABIC.sub("1", _CHINESE.sub("一", plain))


def outermost(parts: Iterable[Part]) -> Iterator[Part]:
    """Leave out the parts that lie in another one of them; they must be in order."""
    end = 0
    for part in parts:
        if part.end > end:
            end = part.end
            yield part


def _title(document: Document) -> str:
    lines = []
    for block in document.blocks[:_TITLE_BLOCKS]:
        text = "".join(document.text[block.start : block.end].split())
        if (
            block.table >= 0
            or _NUMBER.match(text)
            or len(text) > _LONGEST_DOCUMENT_TITLE
            or _SAID.search(text)
        ):
            break
        if block.kind in _OPENING:
            lines.append(text)
    return " ".join(lines)


def _headed(document: Document) -> Iterator[Part]:
    """Give the part of each heading: it ends where a heading of its level or above begins."""
    open_headings: list[int] = []
    blocks = document.blocks
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING:
            continue
        while open_headings and blocks[open_headings[-1]].level >= block.level:
            yield _part(document, open_headings.pop(), number)
        open_headings.append(number)
    for opened in open_headings:
        yield _part(document, opened, len(blocks))


def _part(document: Document, opened: int, until: int) -> Part:
    heading = document.blocks[opened]
    number, title = _split(document.text[heading.start : heading.end])
    end = document.blocks[until - 1].end
    return Part(
        title,
        number,
        heading.start,
        heading.end,
        heading.end,
        max(end, heading.end),
        heading.level,
        range(opened + 1, until),
    )


def _led(document: Document) -> Iterator[Part]:
    """Give the parts that paragraphs open with a few words of their own (绩效目标：) or a line like a title."""
    text, blocks = document.text, document.blocks
    opened: tuple[int, Block] | None = None
    for number, block in enumerate(blocks):
        if block.table >= 0 or block.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            if block.kind is BlockKind.HEADING and opened:
                yield _titled(document, opened[0], number)
                opened = None
            continue
        if _is_like_title(text, block):
            if opened:
                yield _titled(document, opened[0], number)
            opened = (number, block)
            continue
        marked = _NUMBER.match(text, block.start, block.end)
        start = marked.end() if marked else block.start
        lead = _LEAD.match(text, start, min(block.end, start + _LONGEST_LEAD))
        if lead:
            marker = "".join(marked[0].split()) if marked else ""
            body = range(number, number + 1)
            yield Part(lead[1], marker, lead.start(), lead.end(), lead.end(), block.end, 0, body)
    if opened:
        yield _titled(document, opened[0], len(blocks))


def _is_like_title(text: str, block: Block) -> bool:
    if block.end - block.start > _LONGEST_TITLE:
        return False
    return _NUMBER.match(text, block.start, block.end) is not None and not _ENDS.search(
        text, block.start, block.end
    )


def _titled(document: Document, opened: int, until: int) -> Part:
    line = document.blocks[opened]
    number, title = _split(document.text[line.start : line.end])
    end = max(document.blocks[until - 1].end, line.end)
    return Part(title, number, line.start, line.end, line.end, end, 0, range(opened + 1, until))


def _split(line: str) -> tuple[str, str]:
    """Part a title from its number; blanks are dropped from both."""
    marked = _NUMBER.match(line)
    cut = marked.end() if marked else 0
    return "".join(line[:cut].split()), "".join(line[cut:].split())
