"""Amounts that bear the same name, anywhere in a document: in its prose and in the cells of its tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from wenxiao.audit.figures.model import Reading
from wenxiao.audit.relations.amounts import Amount, Role
from wenxiao.audit.relations.proven.told import Told

_LETTERS, _LONGEST, _MOST = 2, 12, 6
_MOST_CALLED, _RARE = 30, 1000
"""Letters that so many names have tell nothing; the fewer have them, the more they tell."""

_NOISE = re.compile("[^一-龥]|年度|[的了为达到由是]")


class Namesakes:
    """The exact amounts of a document by the letters of their names, two in a row."""

    def __init__(self, told: Iterable[Told], reading: Reading) -> None:
        """Take the amounts of prose and those of table cells."""
        self._by_letters: defaultdict[str, list[Amount]] = defaultdict(list)
        prose = (one.amount for one in told if one.amount.role is not Role.PERCENT)
        for amount in (*prose, *_cells(reading)):
            if amount.quantity.is_exact:
                for letters in _letters(amount.label):
                    self._by_letters[letters].append(amount)

    def of(self, words: str, beside: Amount) -> list[Amount]:
        """Give the amounts that share the rarest letters with a name, the nearest first among equals."""
        weights: defaultdict[int, int] = defaultdict(int)
        found: dict[int, Amount] = {}
        for letters in _letters(words):
            called = self._by_letters.get(letters, ())
            if len(called) <= _MOST_CALLED:
                for amount in called:
                    found[amount.figure.start] = amount
                    weights[amount.figure.start] += _RARE // len(called)
        place = beside.figure.start
        others = ((-weight, abs(start - place), start) for start, weight in weights.items() if start != place)
        return [found[start] for _, _, start in sorted(others)[:_MOST]]


def _letters(words: str) -> set[str]:
    plain = _NOISE.sub("", words)[-_LONGEST:]
    return {plain[at : at + _LETTERS] for at in range(len(plain) - _LETTERS + 1)}


def _cells(reading: Reading) -> Iterator[Amount]:
    for grid in reading.grids:
        for row in grid.cells:
            for cell in row:
                figure = cell.figure if cell else None
                if figure is not None and figure.quantity is not None and figure.is_counted:
                    yield Amount(figure, figure.quantity, figure.label, Role.MAIN, None, figure.label, False)
