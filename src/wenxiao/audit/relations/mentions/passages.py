"""Long passages that occur twice, word for word or nearly, and where they differ.

Only letters, digits and decimal points count: blanks, line breaks, tags and punctuation are dropped, and
full-width letters and digits are made plain. Shared pieces are found by hashing short strings at regular steps,
so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

FEWEST_CHARACTERS = 60
"""A passage shares so many characters with its double, at the least."""

_SEED = 12
_STEP = 4
_WIDEST_GAP = 60
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,20}>")
_POINT = re.compile(r"[.．](?<=\d.)(?=\d)")
_RUN = re.compile(r"[^\W_]+")
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


@lru_cache(maxsize=1)
def shared_passages(text: str) -> tuple[Passage, ...]:
    """Give every shared passage, short ones too: each with the latest earlier place that says the same.

    The last answer is kept: relations and rules ask about one document after the other.
    """
    letters, positions = _significant(text)
    groups = _grouped(_pieces(letters))
    return tuple(_passage(group, positions) for group in groups)


def _significant(text: str) -> tuple[str, list[int]]:
    """Give the characters that count, and where each stands."""
    plain = _WIDE.sub(lambda letter: chr(ord(letter[0]) - 0xFEE0), text)
    plain = _POINT.sub(_POINT_LETTER, _TAG.sub(lambda tag: " " * len(tag[0]), plain))
    runs = list(_RUN.finditer(plain))
    return "".join(run[0] for run in runs), [at for run in runs for at in range(*run.span())]


def _pieces(letters: str) -> Iterator[_Piece]:
    """Find maximal pieces that occurred before; the latest earlier occurrence counts."""
    seen: dict[str, int] = {}
    last: _Piece | None = None
    indexed = at = floor = 0
    while at + _SEED <= len(letters):
        while indexed + _SEED <= at:
            seen[letters[indexed : indexed + _SEED]] = indexed
            indexed += _STEP
        found = seen.get(letters[at : at + _SEED])
        if found is None:
            at += 1
            continue
        seed = _continuing(letters, seen, at, last) or (found, at)
        last = _extended(letters, *seed, floor)
        yield last
        at = floor = last.b + last.length


def _continuing(letters: str, seen: dict[str, int], at: int, last: _Piece | None) -> tuple[int, int] | None:
    """Give the seed within a step that goes on where the last piece ended, on both sides, if there is one.

    Seeds are kept for one letter in four, so a third print could hide the one that is being followed.
    """
    if last is None or at - last.b - last.length > _WIDEST_GAP:
        return None
    end = last.a + last.length
    for start in range(at, at + _STEP):
        found = seen.get(letters[start : start + _SEED])
        if found is not None and 0 <= found - end <= _WIDEST_GAP:
            return found, start
    return None


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
