"""Figures and sentences of a document, block by block, with the headings above and the years named so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from wenxiao.audit.figures.cell_roles import Role, cell_notes
from wenxiao.audit.figures.characters import folded, squeezed
from wenxiao.audit.figures.labels import Periods, labels_in
from wenxiao.audit.figures.mention import Mention
from wenxiao.audit.figures.model import Figure, FigureKind, Sentence
from wenxiao.audit.figures.recognise import bare_amount, mentions
from wenxiao.audit.figures.unit_notes import cell_units
from wenxiao.documents.model import Block, BlockKind, Document

_SENTENCE_ENDS = re.compile(r"[。！？]|(?<=[一-龥)%])(?<![一二三四五六七八九十])\.(?=\s?[一-龥])")
"""A full stop may be typed as a dot: 完成100%.截至年底; that of a list number (一.) is none."""

_FIGURES = attrgetter("figures")
_KINDS = {Role.CODE: FigureKind.OTHER, Role.SERIAL: FigureKind.LIST_NUMBER, Role.YEAR: FigureKind.YEAR}


def figures_and_sentences(document: Document) -> tuple[tuple[Figure, ...], tuple[Sentence, ...]]:
    """Give all figures and all sentences of a document, in order."""
    reader = _Reader(document)
    sentences = tuple(
        sentence for index, block in enumerate(document.blocks) for sentence in reader.read(index, block)
    )
    return tuple(chain.from_iterable(map(_FIGURES, sentences))), sentences


class _Reader:
    """Reads one block after the other, with what the tables tell of their cells beforehand."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._plain = folded(document.text)
        self._headings = Headings(document.text)
        self._units = cell_units(document, self._plain)
        self._notes = cell_notes(document, self._plain)

    def read(self, index: int, block: Block) -> Iterable[Sentence]:
        """Give the sentences of a block; ``index`` is its number."""
        section = self._headings.above(block)
        if block.table < 0:
            found = mentions(self._plain, block.start, block.end)
            return self._sentences(block, found, _Context(index, section, ""))
        context = _Context(index, section, self._notes.labels.get(block.start, ""))
        role, unit = self._notes.roles.get(block.start), self._units.get(block.start, "")
        if role is not None:
            return self._sentences(block, [_without_amount(self._plain, block, role)], context)
        amount = bare_amount(self._plain, block.start, block.end, unit)
        if amount is not None:  # so are most cells of most tables
            return [self._of_amount(block, amount, context)]
        return self._sentences(block, mentions(self._plain, block.start, block.end, unit), context)

    def _of_amount(self, block: Block, amount: Mention, context: _Context) -> Sentence:
        period = self._headings.periods.told(self._notes.periods.get(block.start, ""))
        figure = _figure(self._text, amount, context.label, period, context)
        return Sentence(block.start, block.end, context.block, (figure,), ("", ""))

    def _sentences(self, block: Block, found: list[Mention], context: _Context) -> Iterator[Sentence]:
        position = 0
        for start, end in _ranges(self._plain, block):
            first = position
            while position < len(found) and found[position].start < end:
                position += 1
            inside = found[first:position]
            gaps = _gaps(self._plain, start, end, inside)
            figures = self._figures(block, gaps, inside, context) if inside else ()
            yield Sentence(start, end, context.block, figures, gaps)

    def _figures(
        self, block: Block, gaps: tuple[str, ...], inside: list[Mention], context: _Context
    ) -> tuple[Figure, ...]:
        periods = self._headings.periods.of(gaps, inside, heading=block.kind is BlockKind.HEADING)
        labels = [context.label] * len(inside) if context.label else labels_in(gaps, inside)
        return tuple(
            _figure(self._text, mention, label, period, context)
            for mention, label, period in zip(inside, labels, periods, strict=True)
        )


class _Context(NamedTuple):
    """What is known of a block before its sentences are read; ``label`` is that of a table's cell."""

    block: int
    section: str
    label: str


def _without_amount(plain: str, block: Block, role: Role) -> Mention:
    """Read a cell that holds a code, a serial number or a year, whole."""
    shown = plain[block.start : block.end]
    start = block.start + len(shown) - len(shown.lstrip())
    end = start + len(shown.strip())
    unit = "年" if role is Role.YEAR else ""
    return Mention(start, end, _KINDS[role], squeezed(shown), unit)


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


def _gaps(plain: str, start: int, end: int, inside: list[Mention]) -> tuple[str, ...]:
    whole = plain[start:end]
    plain_words = squeezed(whole)
    if not inside:
        return (plain_words,)
    gaps = []
    for mention in inside:
        gaps.append(plain[start : mention.start])
        start = mention.end
    gaps.append(plain[start:end])
    return tuple(gaps) if len(plain_words) == len(whole) else tuple(map(squeezed, gaps))


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
