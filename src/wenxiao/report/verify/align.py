"""Which paragraph of an edited file was which paragraph of the report, and which word which."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

from wenxiao.report.word.read import Mark, Piece, Unit

NUMBER = re.compile(r"\d+(?:[,，]\d{3})*(?:[.．]\d+)?")
_TOKEN = re.compile(rf"{NUMBER.pattern}|[A-Za-z]+|\s+|.", re.DOTALL)
# Below, two paragraphs of a few dozen characters share little more than common words.
_ALIKE, _MOVED = 55, 80


def masked(unit: Unit) -> str:
    """Give a unit's text without its numbers, widths and blanks: what it is about, not what it counts."""
    text = unicodedata.normalize("NFKC", "\t".join(piece.text for piece in unit))
    return re.sub(r"[ \n\u3000]", "", NUMBER.sub("#", text))


def pair_units(actual: Sequence[Unit], expected: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    """Pair each unit of the file with the one of the report it came from; either may be alone.

    First units alike but for their numbers, in order; then, between those, the most alike; last, what was
    moved elsewhere.
    """
    here, there = [masked(unit) for unit in actual], [masked(unit) for unit in expected]
    found: dict[int, int] = {}
    gaps: list[tuple[range, range]] = []
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if kind == "equal":
            found.update(zip(range(a1, a2), range(b1, b2), strict=True))
        else:
            gaps.append((range(a1, a2), range(b1, b2)))
    for mine, theirs in gaps:
        found.update(_most_alike(mine, theirs, here, there, _ALIKE))
    lonely = [i for i in range(len(here)) if i not in found]
    taken = set(found.values())
    found.update(_most_alike(lonely, [i for i in range(len(there)) if i not in taken], here, there, _MOVED))
    taken = set(found.values())
    yield from ((unit, expected[found[i]] if i in found else None) for i, unit in enumerate(actual))
    yield from ((None, unit) for i, unit in enumerate(expected) if i not in taken)


def _most_alike(
    mine: Sequence[int], theirs: Sequence[int], here: list[str], there: list[str], least: int
) -> Iterator[tuple[int, int]]:
    left = {index: there[index] for index in theirs}
    for index in mine:
        best = process.extractOne(here[index], left, scorer=fuzz.ratio, score_cutoff=least)
        if best is not None:
            del left[best[2]]
            yield index, best[2]


def pair_pieces(actual: Unit, expected: Unit) -> Iterator[tuple[Piece, Piece]]:
    """Pair cell with cell; a row with cells added or taken away is compared as one text."""
    if len(actual) == len(expected):
        yield from zip(actual, expected, strict=True)
    else:
        yield _one(actual), _one(expected)


def _one(unit: Unit) -> Piece:
    text, marks = "", []
    for piece in unit:
        marks += [Mark(mark.start + len(text), mark.end + len(text), mark.name) for mark in piece.marks]
        text += piece.text + "\t"
    return Piece(text, unit[0].place, tuple(marks))


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Two texts word by word: what of the report became what in the file."""

    actual: str
    ranges: tuple[tuple[int, int, int, int, bool], ...]

    def became(self, start: int, end: int) -> tuple[int, int]:
        """Give the range of the file that stands where characters ``start`` to ``end`` of the report stood."""
        touched = [
            (a1 + max(0, start - b1), a1 + min(b2, end) - b1) if equal else (a1, a2)
            for a1, a2, b1, b2, equal in self.ranges
            if b1 < end and b2 > start
        ]
        return (touched[0][0], touched[-1][1]) if touched else (0, 0)

    def new_numbers(self) -> Iterator[tuple[int, int]]:
        """Give the ranges of numbers in the file that did not stand in the report."""
        for a1, a2, _, _, equal in self.ranges:
            if not equal:
                yield from (match.span() for match in NUMBER.finditer(self.actual, a1, a2))


def correspondence(actual: str, expected: str) -> Correspondence:
    """Compare two texts; numbers and words are never cut apart."""
    here, there = _tokens(actual), _tokens(expected)
    matcher = SequenceMatcher(None, [t for _, t in here], [t for _, t in there], autojunk=False)
    ranges = tuple(
        (*_characters(here, a1, a2, len(actual)), *_characters(there, b1, b2, len(expected)), kind == "equal")
        for kind, a1, a2, b1, b2 in matcher.get_opcodes()
    )
    return Correspondence(actual, ranges)


def _tokens(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match.group()) for match in _TOKEN.finditer(text)]


def _characters(tokens: list[tuple[int, str]], first: int, last: int, end: int) -> tuple[int, int]:
    """Turn a range of tokens into a range of characters."""
    starts = [start for start, _ in tokens[first : last + 1]]
    return (starts[0] if starts else end), (tokens[last][0] if last < len(tokens) else end)
