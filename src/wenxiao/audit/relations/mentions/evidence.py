"""The words around amounts, and how rare those are that two of them share: what tells that both are of one thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from wenxiao.audit.figures.model import Reading
from wenxiao.audit.relations.mentions.labels import Mention, parts
from wenxiao.audit.relations.mentions.names import name_of

_BEFORE, _BEHIND = 18, 8
_NO_NAME = re.compile("[^一-龥]|[年度月日的了为达到共计数本各由是元万亿及和与在对按其中等将已]")
_MOST_BESIDE = 6
"""A pair of letters that stands beside more of the values told again is a common word."""


class Evidence:
    """The words around some mentions, and how rare they are."""

    def __init__(self, reading: Reading, mentions: Iterable[Mention]) -> None:
        """Take the words around all mentions apart once."""
        rows = _row_names(reading)
        self._words: dict[int, frozenset[str]] = {}
        self._names: dict[int, str] = {}
        for one in mentions:
            self._words[one.figure.start] = _words(one, rows)
            self._names[one.figure.start] = _name(one, rows)
        self._beside = Counter(letters for said in self._words.values() for letters in said)

    def shared(self, one: Mention, other: Mention) -> int:
        """Count the rare words that two mentions share."""
        both = self._words[one.figure.start] & self._words[other.figure.start]
        return sum(self._beside[letters] <= _MOST_BESIDE for letters in both)

    def has_name_of(self, one: Mention, other: Mention, fewest: int) -> bool:
        """Tell whether one of two mentions is named as the other, with more or less words before or behind it."""
        names = self._names[one.figure.start], self._names[other.figure.start]
        short, long = sorted(names, key=len)
        return len(short) >= fewest and short in long


def _words(mention: Mention, rows: dict[int, str]) -> frozenset[str]:
    """Give the pairs of letters around a mention; a cell has those of its row and column."""
    if mention.is_bare:
        label = mention.figure.label or rows.get(mention.figure.start, "")
        return parts(_NO_NAME.sub("", label), 2)
    before = _NO_NAME.sub("", mention.before[-_BEFORE:])
    return parts(before, 2) | parts(_NO_NAME.sub("", mention.after[:_BEHIND]), 2)


def _name(mention: Mention, rows: dict[int, str]) -> str:
    """Give the letters of a name that tell; that of a cell may be known by its row only."""
    label = mention.figure.label or (rows.get(mention.figure.start, "") if mention.is_bare else "")
    return _NO_NAME.sub("", name_of(label.partition("·")[0]).what)


def _row_names(reading: Reading) -> dict[int, str]:
    """Give for each amount without a label of its own the words that name it in its row."""
    return {
        cell.figure.start: grid.names[number][column].words
        for grid in reading.grids
        for number, row in enumerate(grid.cells)
        for column, cell in enumerate(row)
        if cell is not None and cell.figure is not None and not cell.figure.label
    }
