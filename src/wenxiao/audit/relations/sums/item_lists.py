"""The lists of a document: items of one style whose numbers go up or that have bullets, with lists inside items apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wenxiao.audit.relations.amounts import Line

_OPENING = 4
_MOST_DIGITS = 9
_FIRST = frozenset({"1", "一", "①"})
_BULLET = re.compile("[·•●○■□◆◇★☆※▪➢✓]|——|[-–—*](?=[一-龥“《(])")


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
        style = line.style or _bullet(line)
        if style:
            yield from _closed_by(line, style, stack)
            if not stack or stack[-1].style != style:
                stack.append(ItemList(style, recent))
            stack[-1].items.append([line])
        elif stack:
            if _is_behind_bullets(line, stack[-1]):
                yield stack.pop()
            if stack:
                stack[-1].items[-1].append(line)
        recent = (*recent, line)[-_OPENING:]
    yield from reversed(stack)


def _bullet(line: Line) -> str:
    """Give the bullet that a line begins with, "" if it has none."""
    found = _BULLET.match(line.amounts[0].lead if line.amounts else line.tail)
    return found[0] if found else ""


def _is_behind_bullets(line: Line, last: ItemList) -> bool:
    """Tell whether a paragraph ends a list: what has no number goes on only in the paragraphs of its bullets."""
    item = last.items[-1]
    return not item[0].style and line.block != item[-1].block


def _closed_by(line: Line, style: str, stack: list[ItemList]) -> Iterator[ItemList]:
    """Close the lists that an item ends: those inside its own, and its own too if it begins a new one."""
    if any(one.style == style for one in stack):
        while stack[-1].style != style:
            yield stack.pop()
        if not _follows(line.number, stack[-1].items[-1][0].number):
            yield stack.pop()


def _follows(number: str, before: str) -> bool:
    """Tell whether an item goes on with a list: its number is larger, or, not being one in digits, not the first.

    A number in parts (2.1) goes on with those that have all but its last part (1.3 is of another list).
    """
    *outer, own = number.split(".")
    *outer_before, last = before.split(".")
    if own.isdecimal() and last.isdecimal():
        return outer == outer_before and int(own[:_MOST_DIGITS]) > int(last[:_MOST_DIGITS])
    return number not in _FIRST
