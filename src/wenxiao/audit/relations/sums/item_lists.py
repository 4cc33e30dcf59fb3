"""The lists of a document: items of one style whose numbers go up, with lists inside items apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wenxiao.audit.relations.amounts import Line

_OPENING = 4
_MOST_DIGITS = 9
_FIRST = frozenset({"1", "一", "①"})


@dataclass(slots=True)
class ItemList:
    """A list: the style of its numbers, the lines right before it, and the lines of each item."""

    style: str
    opening: tuple[Line, ...]
    items: list[list[Line]] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Give where the first item begins."""
        return self.items[0][0].start


def lists_of(lines: Sequence[Line]) -> list[ItemList]:
    """Give the lists of a document in the order of their beginnings."""
    return sorted(_lists(lines), key=lambda one: one.start)


def _lists(lines: Sequence[Line]) -> Iterator[ItemList]:
    stack: list[ItemList] = []
    recent: tuple[Line, ...] = ()
    for line in lines:
        if line.style:
            yield from _closed_by(line, stack)
            if not stack or stack[-1].style != line.style:
                stack.append(ItemList(line.style, recent))
            stack[-1].items.append([line])
        elif stack:
            stack[-1].items[-1].append(line)
        recent = (*recent, line)[-_OPENING:]
    yield from reversed(stack)


def _closed_by(line: Line, stack: list[ItemList]) -> Iterator[ItemList]:
    """Close the lists that an item ends: those inside its own, and its own too if it begins a new one."""
    if any(one.style == line.style for one in stack):
        while stack[-1].style != line.style:
            yield stack.pop()
        if not _follows(line.number, stack[-1].items[-1][0].number):
            yield stack.pop()


def _follows(number: str, before: str) -> bool:
    """Tell whether an item goes on with a list: its number is larger, or, not being one in digits, not the first."""
    if number.isdecimal() and before.isdecimal():
        return int(number[:_MOST_DIGITS]) > int(before[:_MOST_DIGITS])
    return number not in _FIRST
