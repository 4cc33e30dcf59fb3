"""Figures and sentences of a document, block by block, with the headings above and the years named so far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wenxiao.audit.figures.cell_roles import Role, labels_of, roles_of
from wenxiao.audit.figures.characters import folded, squeezed
from wenxiao.audit.figures.labels import Periods, labels_in
from wenxiao.audit.figures.mention import Mention
from wenxiao.audit.figures.model import Figure, FigureKind, Sentence
from wenxiao.audit.figures.recognise import mentions
from wenxiao.audit.figures.unit_notes import cell_units
from wenxiao.documents.model import Block, BlockKind, Document

_SENTENCE_ENDS = re.compile("[。！？]")


def figures_and_sentences(document: Document) -> tuple[tuple[Figure, ...], tuple[Sentence, ...]]:
    """Give all figures and all sentences of a document, in order."""
    plain, units, headings = folded(document.text), cell_units(document), Headings(document.text)
    roles, labels = roles_of(document), labels_of(document)
    figures: list[Figure] = []
    sentences: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        section = headings.above(block)
        role = roles.get(block.start)
        if role is None:
            unit = units.get(block.start, "")
            found = list(mentions(plain, block.start, block.end, unit, cell=block.table >= 0))
        else:
            found = [_without_amount(plain, block, role)]
        context = _Context(index, section, labels.get(block.start, ""), headings.periods)
        for sentence in _sentences(document, plain, block, found, context):
            figures.extend(sentence.figures)
            sentences.append(sentence)
    return tuple(figures), tuple(sentences)


def _without_amount(plain: str, block: Block, role: Role) -> Mention:
    """Read a cell that holds a code or a serial number, whole."""
    shown = plain[block.start : block.end]
    start = block.start + len(shown) - len(shown.lstrip())
    end = start + len(shown.strip())
    kind = FigureKind.OTHER if role is Role.CODE else FigureKind.LIST_NUMBER
    return Mention(start, end, kind, squeezed(shown))


class Headings:
    """The path of headings above the block being read, and the years they and the title name."""

    def __init__(self, text: str) -> None:
        """Start before the first block."""
        self._text = text
        self._path: list[tuple[int, str]] = []
        self._section = ""
        self.periods = Periods()

    def above(self, block: Block) -> str:
        """Give the headings above ``block``; a heading is its own last one."""
        if block.kind is BlockKind.HEADING:
            title = squeezed(self._text[block.start : block.end])[:60]
            kept = [entry for entry in self._path if entry[0] < block.level]
            self._path = [*kept, (block.level, title)]
            self._section = "/".join(name for _, name in self._path)
        return self._section


class _Context(NamedTuple):
    """What is known of a block before its sentences are read; ``label`` is that of a table's cell."""

    block: int
    section: str
    label: str
    periods: Periods


def _sentences(
    document: Document, plain: str, block: Block, found: list[Mention], context: _Context
) -> Iterator[Sentence]:
    position = 0
    for start, end in _ranges(plain, block):
        first = position
        while position < len(found) and found[position].start < end:
            position += 1
        inside = found[first:position]
        gaps = _gaps(plain, start, end, inside)
        periods = context.periods.of(gaps, inside, heading=block.kind is BlockKind.HEADING)
        labels = [context.label] * len(inside) if context.label else labels_in(gaps, inside)
        figures = tuple(
            _figure(document.text, mention, label, period, context)
            for mention, label, period in zip(inside, labels, periods, strict=True)
        )
        yield Sentence(start, end, context.block, figures, gaps)


def _gaps(plain: str, start: int, end: int, inside: list[Mention]) -> tuple[str, ...]:
    starts = [start, *(mention.end for mention in inside)]
    ends = [*(mention.start for mention in inside), end]
    return tuple(squeezed(plain[begin:stop]) for begin, stop in zip(starts, ends, strict=True))


def _figure(text: str, mention: Mention, label: str, period: str, context: _Context) -> Figure:
    start, end, kind, value, unit, quantity = mention
    written = text[start:end]
    return Figure(
        start, end, written, kind, value, unit, quantity, label, period, context.section, context.block
    )


def _ranges(plain: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    for stop in _SENTENCE_ENDS.finditer(plain, block.start, block.end):
        yield start, stop.end()
        start = stop.end()
    if start < block.end:
        yield start, block.end
