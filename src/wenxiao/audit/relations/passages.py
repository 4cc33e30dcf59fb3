"""Long passages that occur twice, word for word or nearly, and where they differ.

Only letters, digits and decimal points count: blanks, line breaks, tags and punctuation are dropped, and
full-width letters and digits are made plain. Shared pieces are found by hashing short strings at regular steps,
so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

FEWEST_CHARACTERS = 60
"""A passage shares so many characters with its double, at the least."""

_SEED = 12
_STEP = 4
_WIDEST_GAP = 60
_PLAIN = str.maketrans({code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)})
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,20}>")
_POINT = re.compile(r"(?<=\d)[.．](?=\d)")
_POINT_LETTER = "ᐧ"
"""A letter no report uses: stands for a decimal point while all other punctuation is dropped."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Two ranges of a text that say the same; ``a_range`` comes first.

    ``same`` are the shared pieces and ``differences`` what stands between them, as pairs of ranges of the
    text (the second print's last); a range of a difference is empty where that side has nothing.
    """

    a_range: Range
    b_range: Range
    same: tuple[tuple[Range, Range], ...]
    differences: tuple[tuple[Range, Range], ...]
    shared: int

    @property
    def is_long(self) -> bool:
        """Tell whether enough is shared to call it one passage printed twice."""
        return self.shared >= FEWEST_CHARACTERS


@dataclass(frozen=True, slots=True)
class _Piece:
    """``length`` significant characters that stand at ``a`` and again at ``b``."""

    a: int
    b: int
    length: int


def duplicated_passages(text: str) -> tuple[Passage, ...]:
    """Give the long passages of a text that occur twice, in the order of their second occurrence."""
    return tuple(passage for passage in shared_passages(text) if passage.is_long)


def shared_passages(text: str) -> tuple[Passage, ...]:
    """Give every shared passage, short ones too: each with the latest earlier place that says the same."""
    letters, positions = _significant(text)
    groups = _grouped(_pieces(letters))
    return tuple(_passage(group, positions) for group in groups)


def _significant(text: str) -> tuple[str, list[int]]:
    """Give the characters that count, and where each stands."""
    plain = _TAG.sub(lambda tag: " " * len(tag[0]), text.translate(_PLAIN))
    plain = _POINT.sub(_POINT_LETTER, plain)
    positions = [at for at, letter in enumerate(plain) if letter.isalnum()]
    return "".join(map(plain.__getitem__, positions)), positions


def _pieces(letters: str) -> Iterator[_Piece]:
    """Find maximal pieces that occurred before; the latest earlier occurrence counts."""
    seen: dict[str, int] = {}
    indexed = at = floor = 0
    while at + _SEED <= len(letters):
        for start in range(indexed, at - _SEED + 1, _STEP):
            seen[letters[start : start + _SEED]] = start
            indexed = start + _STEP
        found = seen.get(letters[at : at + _SEED])
        if found is None:
            at += 1
            continue
        piece = _extended(letters, found, at, floor)
        yield piece
        at = floor = piece.b + piece.length


def _extended(letters: str, a: int, b: int, floor: int) -> _Piece:
    """Widen a shared seed both ways; the first piece ends before the second begins."""
    back = 0
    while a - back > 0 and b - back > floor and letters[a - back - 1] == letters[b - back - 1]:
        back += 1
    length, end = _SEED, len(letters)
    while b + length < end and a + length < b - back and letters[a + length] == letters[b + length]:
        length += 1
    return _Piece(a - back, b - back, length + back)


def _grouped(pieces: Iterator[_Piece]) -> Iterator[list[_Piece]]:
    """Join pieces that follow each other closely on both sides."""
    group: list[_Piece] = []
    for piece in pieces:
        if group and not _follows(group[-1], piece):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _follows(last: _Piece, piece: _Piece) -> bool:
    gap_a = piece.a - last.a - last.length
    gap_b = piece.b - last.b - last.length
    return 0 <= gap_a <= _WIDEST_GAP and 0 <= gap_b <= _WIDEST_GAP


def _passage(group: list[_Piece], positions: list[int]) -> Passage:
    same = tuple(
        (_range(positions, piece.a, piece.length), _range(positions, piece.b, piece.length))
        for piece in group
    )
    differences = tuple(
        ((first[0][1], second[0][0]), (first[1][1], second[1][0])) for first, second in pairwise(same)
    )
    return Passage(
        (same[0][0][0], same[-1][0][1]),
        (same[0][1][0], same[-1][1][1]),
        same,
        differences,
        sum(piece.length for piece in group),
    )


def _range(positions: list[int], start: int, length: int) -> Range:
    return positions[start], positions[start + length - 1] + 1
