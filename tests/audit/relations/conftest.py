"""Readings made by hand: figures stand in square brackets, list numbers in pointed ones, a line is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest

from wenxiao.audit.claims import Claim, judge
from wenxiao.audit.figures.model import Figure, FigureKind, Reading, Sentence
from wenxiao.audit.relations.lines import lines_of
from wenxiao.audit.relations.prose import claims_in_prose
from wenxiao.audit.relations.proven.known import known_of
from wenxiao.audit.relations.proven.proven import proven_claims
from wenxiao.audit.relations.slipped.forms import Suspicion
from wenxiao.audit.relations.slipped.slipped import slipped_in
from wenxiao.documents.model import Block, BlockKind, Document
from wenxiao.finding import Verdict
from wenxiao.quantity import Kind, parse

_MARKED = re.compile(r"\[([^\[\]]*)\]|<([^<>]*)>")
_KINDS = {
    Kind.MONEY: FigureKind.MONEY,
    Kind.PERCENT: FigureKind.PERCENT,
    Kind.NUMBER: FigureKind.OTHER,
    Kind.PERSON_TIMES: FigureKind.PERSON_TIMES,
}


def reading_of(marked: str) -> Reading:
    """Read a marked text."""
    text = _MARKED.sub(lambda found: found[1] or found[2] or "", marked)
    sentences: list[Sentence] = []
    blocks: list[Block] = []
    start = 0
    for number, paragraph in enumerate(marked.split("\n")):
        first = start
        for written in re.findall("[^。]+。?", paragraph):
            sentences.append(_sentence(written, start, number))
            start = sentences[-1].end
        blocks.append(Block(BlockKind.PARAGRAPH, first, start))
        start += 1
    figures = tuple(figure for sentence in sentences for figure in sentence.figures)
    return Reading(Document("例.txt", "text", text, tuple(blocks)), figures, tuple(sentences), ())


def _sentence(marked: str, start: int, block: int) -> Sentence:
    figures: list[Figure] = []
    gaps: list[str] = []
    last, position = 0, start
    for found in _MARKED.finditer(marked):
        gaps.append(marked[last : found.start()])
        position += len(gaps[-1])
        figures.append(_figure(found, position, block))
        position, last = figures[-1].end, found.end()
    gaps.append(marked[last:])
    plain = tuple("".join(gap.split()).replace("（", "(").replace("）", ")") for gap in gaps)
    return Sentence(start, position + len(gaps[-1]), block, tuple(figures), plain)


def _figure(found: re.Match[str], start: int, block: int) -> Figure:
    written = found[1] or found[2]
    end = start + len(written)
    if found[1] is None:
        return Figure(
            start, end, written, FigureKind.LIST_NUMBER, written.strip("、.（）"), "", None, block=block
        )
    quantity = parse(written)
    kind = _KINDS.get(quantity.kind, FigureKind.COUNT)
    return Figure(start, end, written, kind, str(quantity.value), quantity.unit, quantity, block=block)


Stated = Callable[[str], list[str]]


@pytest.fixture
def stated() -> Stated:
    """Give what the claims of a marked text come to, as ``kind verdict arithmetic``, in order."""

    def claims(marked: str) -> list[str]:
        return _told(claims_in_prose(lines_of(reading_of(marked))))

    return claims


@pytest.fixture
def proven() -> Stated:
    """Give what the figures of a marked text prove beside the claims that it states."""

    def claims(marked: str) -> list[str]:
        reading = reading_of(marked)
        lines = lines_of(reading)
        return _told(proven_claims(known_of(reading, lines, claims_in_prose(lines))))

    return claims


@pytest.fixture
def slipped() -> Stated:
    """Give what one slip of the pen may have broken in a marked text: what the form makes certain, or likely."""

    def suspicions(marked: str) -> list[str]:
        reading = reading_of(marked)
        lines = lines_of(reading)
        known = known_of(reading, lines, claims_in_prose(lines))
        claims = list(proven_claims(known))  # what holds is taken first
        assert all(judge(claim).verdict is not Verdict.FAIL for claim in claims)
        return [_suspected(one) for one in slipped_in(known)]

    return suspicions


def _suspected(one: Suspicion) -> str:
    figures = [term.figure.text for term in one.claim.terms if term.figure]
    sure = "certain" if one.is_certain else "likely"
    meant = "turned" if one.slip.meant is None else f"{one.slip.term.label}={one.slip.meant}"
    return f"{one.claim.kind.value} {sure} {' '.join(figures)} {meant}"


def _told(claims: Iterable[Claim]) -> list[str]:
    told: list[str] = []
    for claim in dict.fromkeys(claims):
        judgement = judge(claim)
        text = judgement.arithmetic or judgement.reason
        told.append(f"{claim.kind.value} {judgement.verdict.value} {text}")
    return told
