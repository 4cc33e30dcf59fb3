"""Searching a document with a pattern, block by block in effect and all at once in fact; sentences of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenxiao.audit.rules.gathered import Span
from wenxiao.documents.model import Block, BlockKind, Document

_LONGEST_SIDE = 120


def matches_in(
    document: Document, pattern: re.Pattern[str], *, cells: bool = True
) -> Iterator[tuple[Block, re.Match[str]]]:
    """Find a pattern within single blocks, so that nothing is joined across cells or paragraphs.

    The text is searched in one go, which costs far less than a search for each of a thousand cells; what reaches
    over the end of its block is looked for again within it.
    """
    position = 0
    while found := pattern.search(document.text, position):
        position = found.end()
        block = document.block_at(found.start())
        if block is None:
            continue
        if position > block.end:
            position = block.end
            found = pattern.search(document.text, found.start(), block.end)
        if found and (cells or block.kind is not BlockKind.CELL):
            position = found.end()
            yield block, found


def sentence_around(text: str, start: int, end: int) -> Span:
    """Give the sentence around a passage, cut where it is long."""
    first = max(text.rfind(mark, max(start - _LONGEST_SIDE, 0), start) for mark in "。；\n") + 1
    ends = [at for mark in "。；\n" if (at := text.find(mark, end, end + _LONGEST_SIDE)) >= 0]
    return max(first, start - _LONGEST_SIDE), min(ends, default=min(end + _LONGEST_SIDE, len(text)))
