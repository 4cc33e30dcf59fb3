"""The numbers of headings and list items: where their sequence breaks, and where their signs change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wenxiao.documents.model import Block, BlockKind, Document
from wenxiao.numerals import to_chinese

_CHINESE = "[一二三四五六七八九十]{1,3}"
_STYLES = (
    ("chinese", re.compile(rf"({_CHINESE})、")),
    ("bracketed", re.compile(rf"[（(]({_CHINESE})[）)]")),
    ("plain", re.compile(r"(\d{1,2})(?:[.．](?![\d])|、)")),
    ("plain-bracketed", re.compile(r"[（(](\d{1,2})[）)]")),
)
_NUMBERS = {to_chinese(number): number for number in range(1, 100)}
_BEGINS = re.compile(r"\s*(?=[（(\d一二三四五六七八九十])")
_READ = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Break:
    """A number that does not follow the one before it: the ranges of both, and whether it is the same again."""

    here: tuple[int, int]
    before: tuple[int, int]
    is_repeat: bool


@dataclass(frozen=True, slots=True)
class _Marker:
    style: str
    number: int
    start: int
    end: int
    written: str
    sign: str


def breaks_of(document: Document) -> Iterator[Break]:
    """Give each number that repeats the one before it or leaves exactly one out, in order.

    A number in another style opens or closes a level; a heading without number closes all. What is
    further off is rather another list than a mistake, and so is a number that stands in running text.
    """
    open_levels: list[_Marker] = []
    for block in document.blocks:
        if block.kind not in _READ:
            continue
        marker = _marker(document, block)
        if marker is None:
            if block.kind is BlockKind.HEADING:
                open_levels.clear()
            continue
        before = _previous(open_levels, marker.style)
        if before and _breaks(document, before, marker):
            is_repeat = marker.number == before.number
            yield Break((marker.start, marker.end), (before.start, before.end), is_repeat)
        open_levels.append(marker)


def restyled_in(document: Document) -> Iterator[tuple[int, int]]:
    """Give the range of each number that follows the one before it with another sign: 1. and 2、."""
    by_sign: dict[tuple[str, str], int] = {}
    by_style: dict[str, int] = {}
    for block in document.blocks:
        marker = _marker(document, block) if block.kind in _READ else None
        if marker is None:
            continue
        before = marker.number - 1
        continues_own = by_sign.get((marker.style, marker.sign)) == before
        if before and not continues_own and by_style.get(marker.style) == before:
            yield marker.start, marker.end
        by_sign[marker.style, marker.sign] = by_style[marker.style] = marker.number


def _previous(open_levels: list[_Marker], style: str) -> _Marker | None:
    """Close the levels below a style and take out its last number; None if the style opens a new level."""
    for depth, marker in enumerate(open_levels):
        if marker.style == style:
            del open_levels[depth:]
            return marker
    return None


def _breaks(document: Document, before: _Marker, here: _Marker) -> bool:
    is_repeat = here.number == before.number > 1
    is_gap = here.number == before.number + 2
    if not is_repeat and not is_gap:
        return False
    expected = _written(before, before.number + 1)
    return document.text.find(expected, before.end, here.start) < 0


def _written(like: _Marker, number: int) -> str:
    """Write another number in the style of a marker, without its closing sign."""
    numeral = str(number) if like.style.startswith("plain") else to_chinese(number)
    return like.written[: len(like.written) - len(like.written.lstrip("（("))] + numeral


def _marker(document: Document, block: Block) -> _Marker | None:
    begun = _BEGINS.match(document.text, block.start, block.end)
    if begun is None:
        return None
    start = begun.end()
    for style, pattern in _STYLES:
        match = pattern.match(document.text, start, block.end)
        if match:
            number = int(match[1]) if match[1].isdecimal() else _NUMBERS.get(match[1], 0)
            sign = match[0].replace(match[1], "").replace("．", ".")
            return _Marker(style, number, *match.span(), match[0], sign) if number else None
    return None
