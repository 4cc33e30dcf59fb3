"""Rows that number the columns of a form: 栏次 1 2 3, or the numbers alone. They head the columns and are no amounts."""

from __future__ import annotations

from collections.abc import Sequence

_NAMES = frozenset({"栏次", "列次"})
_FEWEST = 3
_LONGEST = 3


def numbers_columns(texts: Sequence[str]) -> bool:
    """Tell whether the filled cells of a row count from one on: three at least, or any behind 栏次."""
    numbers = [text for text in texts if text not in _NAMES]
    fewest = _FEWEST if len(numbers) == len(texts) else 1
    return len(numbers) >= fewest and numbers[0] == "1" and counts_on(numbers)


def counts_on(numbers: Sequence[str]) -> bool:
    """Tell whether each of some whole numbers is one more than the last; years are longer than these."""
    first = numbers[0]
    if not (first.isdecimal() and len(first) <= _LONGEST):
        return False
    return list(numbers) == [str(number) for number in range(int(first), int(first) + len(numbers))]
