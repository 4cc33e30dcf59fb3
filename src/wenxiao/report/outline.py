"""How the blocks of a report hang together: the depth of each heading, and where a landscape page begins.

Both page-oriented writers (PDF, HTML) need it. Readers and archives ask that headings never skip a level,
whatever the author of the narrative did; the printed mark and face still follow the author's level.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from wenxiao.report.blocks import (
    Attachment,
    Block,
    Figure,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    Table,
    Title,
    numbered,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A block with its place in the report (from 0), its number mark and its depth.

    The depth is that of a heading or attachment (1 is the outermost), 0 for all else.
    """

    number: int
    mark: str
    block: Block
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """Consecutive blocks on pages of one orientation."""

    landscape: bool
    entries: tuple[Entry, ...]


def entries(blocks: Iterable[Block]) -> Iterator[Entry]:
    """Pair each block with its mark and a depth that never grows by more than one at a time."""
    depth, base = 0, 0
    for number, (mark, block) in enumerate(numbered(blocks)):
        if isinstance(block, Attachment):
            depth, base = 1, 1
            yield Entry(number, f"附件{block.number}", block, depth)
        elif isinstance(block, Heading):
            depth = min(block.level + base, depth + 1)
            yield Entry(number, mark, block, depth)
        else:
            yield Entry(number, mark, block)


def sections(blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Split the report by orientation; headings right before a landscape table go along with it."""
    listed = list(entries(blocks))
    turned = zip(_orientations(listed), listed, strict=True)
    return tuple(
        Section(landscape, tuple(entry for _, entry in run))
        for landscape, run in groupby(turned, itemgetter(0))
    )


def figures_of(blocks: Iterable[Block]) -> Iterator[Figure]:
    """Give every figure of the report, in reading order."""
    inlines = (inline for block in blocks for inline in _inlines_of(block))
    return (inline for inline in inlines if isinstance(inline, Figure))


def _inlines_of(block: Block) -> Iterator[Inline]:
    if isinstance(block, Table):
        yield from (inline for row in block.rows for cell in row for inline in cell.inlines)
    elif isinstance(block, Title | Heading | Paragraph | ListItem):
        yield from block.inlines


def _orientations(listed: list[Entry]) -> list[bool]:
    """Tell for each entry whether its page is landscape; looking back, for a heading follows its table."""
    found: list[bool] = []
    ahead = False
    for entry in reversed(listed):
        if isinstance(entry.block, Table):
            ahead = entry.block.landscape
        elif not isinstance(entry.block, Attachment | Heading):
            ahead = False
        found.append(ahead)
    return found[::-1]
