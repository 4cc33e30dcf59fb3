"""Which rows of a column are parts of which: the ranks that numbering, 其中, or the amounts themselves show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from wenxiao.audit.figures.model import Figure

_PART = re.compile(r"\A其中|\A(?:[1-9]|\([1-9一二三四五])[.、)]")
_NUMBERING = re.compile(
    r"其中|[一二三四五六七八九十]{1,3}、|[(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)]|[0-9]{1,2}[.、．]"
)
_CHINESE = re.compile("[一二三四五六七八九十]+")
_ARABIC = re.compile("[0-9]+")
_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as one column of amounts sees it: its name, its code ("" if none), its figure if it has one."""

    stub: str
    code: str
    figure: Figure | None


def ways_to_add(section: list[Entry], subtotals: list[Figure]) -> Iterator[list[Figure]]:
    """Give what a total may add: the rows after 其中 are parts, but a table seldom says how many."""
    if not section:
        yield subtotals
        return
    yield from _since(subtotals[-1:], section)
    if subtotals:
        plain = list(_plain_ways(section))
        yield from plain
        yield from ([*subtotals, *way] for way in plain if len(subtotals) > 1)


def _since(before: list[Figure], section: list[Entry]) -> Iterator[list[Figure]]:
    """Give the ways to add the rows of a section to what is carried from above it."""
    yield from ([*before, *way] for way in _plain_ways(section))
    marked = [number for number, entry in enumerate(section) if _PART.match(entry.stub)]
    if len(marked) == len(section):
        marked = []
    longest = min(len(section) - marked[0], _MOST_PARTS) if len(marked) == 1 else 1
    for length in range(1, longest + 1):
        left_out = {number + step for number in marked for step in range(length)}
        kept = (entry.figure for number, entry in enumerate(section) if number not in left_out)
        yield [*before, *(figure for figure in kept if figure)]


def _plain_ways(section: list[Entry]) -> Iterator[list[Figure]]:
    """Give the rows of the first rank, and those that no amounts after them come to."""
    yield of_first_rank(section)
    yield _without_nested([entry.figure for entry in section if entry.figure])


def _without_nested(figures: list[Figure]) -> list[Figure]:
    """Leave out the amounts that add up to the one before them: its parts, told without a word."""
    kept: list[Figure] = []
    at = 0
    while at < len(figures):
        kept.append(figures[at])
        at += 1 + _nested(figures, at)
    return kept


def _nested(figures: list[Figure], at: int) -> int:
    """Give how many amounts, two at least, right after one add up to it."""
    whole = figures[at].quantity
    if whole is None or not whole.value:
        return 0
    total = Decimal(0)
    for count, figure in enumerate(figures[at + 1 : at + 1 + _MOST_PARTS], start=1):
        total += figure.quantity.value if figure.quantity else 0
        if count > 1 and total == whole.value:
            return count
    return 0


def of_first_rank(entries: list[Entry]) -> list[Figure]:
    """Give the amounts of the rows numbered in the style of the first; of those without, if it has no number."""
    style = style_of(entries[0].stub)
    return [entry.figure for entry in entries if entry.figure and style_of(entry.stub) == style]


def style_of(stub: str) -> str:
    """Give the numbering of a name with its numerals made alike: ``一、``, ``(一)``, ``1.``; 其中 is one too."""
    found = _NUMBERING.match(stub)
    return _ARABIC.sub("1", _CHINESE.sub("一", found[0])) if found else ""
