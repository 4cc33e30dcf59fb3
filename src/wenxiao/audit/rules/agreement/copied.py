"""Passages printed twice that differ in a few words, and how such a difference is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from wenxiao.audit.relations.mentions.passages import Passage, Range, duplicated_passages
from wenxiao.audit.rules.agreement.spellings import DISTINCT
from wenxiao.documents.model import Document

_FEWEST_SHARED = 100
_LEAST_RATIO = 20
_BLANK_LINE = "\n\n"
_LONGEST_LEFT_OUT, _FEWEST_AROUND = 40, 12
_TAG = re.compile("</?[A-Za-z][^<>]{0,20}>?")
_ENDS = re.compile(r"^\W+|\W+$")
_FIGURE = re.compile("[0-9][一-鿿]")
_BESIDE = 6
_WORDS_BEFORE, _WORDS_BEHIND = re.compile("[一-鿿]{1,4}$"), re.compile("[一-鿿]{1,3}")

Difference = tuple[Range, Range]
"""Where two prints differ: the range of the first and of the second."""


def copies_in_other_words(document: Document) -> Iterator[tuple[Passage, list[Difference]]]:
    """Give the long passages printed twice with the words in which they differ.

    Words are told of passages that are nearly the same; a figure left out, wherever much is the same around it.
    """
    for passage in filter(partial(_is_prose, document), duplicated_passages(document.text)):
        is_nearly_equal = _is_nearly_equal(passage)
        told = [
            pair
            for number, pair in enumerate(passage.differences)
            if (is_nearly_equal and _is_worded(document, pair)) or _is_left_out(document, passage, number)
        ]
        if told:
            yield passage, told


def _is_left_out(document: Document, passage: Passage, number: int) -> bool:
    """Tell whether one print has a figure with its words where the other goes on without."""
    one, other = (_piece(document, span) for span in passage.differences[number])
    has_figure = bool(_FIGURE.search(one)) != bool(_FIGURE.search(other))
    has_digits = all(any(map(str.isdecimal, piece)) for piece in (one, other))
    around = passage.same[number : number + 2]
    return (
        has_figure
        and not has_digits
        and max(len(one), len(other)) <= _LONGEST_LEFT_OUT
        and all(end - start >= _FEWEST_AROUND for (start, end), _ in around)
    )


def both_in_words(document: Document, pair: tuple[Range, Range]) -> str:
    """Quote both sides of a difference in one order, so that the same difference is told in the same words."""
    one, other = sorted(_in_words(document, span) for span in pair)
    return f"“{one}”，另一处写作“{other}”"


def _in_words(document: Document, span: Range) -> str:
    """Give a difference with the letters beside it, without which a reader cannot know it again."""
    before = plain(document.text[max(span[0] - _BESIDE, 0) : span[0]])
    after = plain(document.text[span[1] : span[1] + _BESIDE])
    words = _WORDS_BEFORE.search(before), _WORDS_BEHIND.match(after)
    lead, rest = (found[0] if found else "" for found in words)
    return _ENDS.sub("", f"{lead}{_piece(document, span)}{rest}")


def is_one_letter(document: Document, pair: tuple[Range, Range]) -> bool:
    """Tell whether one letter stands for another: a slip (宫 and 官), unless both tell things apart (一 and 二)."""
    one, other = ("".join(filter(str.isalpha, _piece(document, span))) for span in pair)
    return len(one) == len(other) == 1 and not DISTINCT & {one, other}


def _is_prose(document: Document, passage: Passage) -> bool:
    """Tell a passage from rows of figures, which are alike wherever they are zero."""
    text = plain(document.text[slice(*passage.b_range)])
    return sum(map(str.isalpha, text)) * 2 > len(text)


def _is_nearly_equal(passage: Passage) -> bool:
    """Tell one text printed twice from two texts made after one pattern."""
    changed = sum(max(b - a, d - c) for (a, b), (c, d) in passage.differences)
    return passage.shared >= _FEWEST_SHARED and changed * _LEAST_RATIO <= passage.shared


def _is_worded(document: Document, pair: tuple[Range, Range]) -> bool:
    """Tell whether a difference is one of words: not of figures, punctuation or blanks, nor of lines between two prints."""
    if all(_BLANK_LINE in document.text[slice(*span)] for span in pair):
        return False
    texts = [_piece(document, span) for span in pair]
    has_digits = any(character.isdecimal() for text in texts for character in text)
    return not has_digits and any(character.isalpha() for text in texts for character in text)


def visible(document: Document, span: Range) -> Range:
    """Widen what is empty by a character either way: something must be there to be marked."""
    start, end = span
    return span if _piece(document, span) else (max(start - 1, 0), min(end + 1, len(document.text)))


def _piece(document: Document, span: Range) -> str:
    return _TAG.sub("", plain(document.text[slice(*span)]))


def plain(written: str) -> str:
    """Drop blanks and line breaks."""
    return "".join(written.split())
