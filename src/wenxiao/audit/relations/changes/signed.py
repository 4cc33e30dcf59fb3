"""Changes with their signs, in the order of the text: what grew counts for, what fell against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from wenxiao.audit.claims import Direction
from wenxiao.audit.figures.marks import STOP
from wenxiao.audit.relations.amounts import Amount, Line, Role
from wenxiao.quantity import Kind

_MOST_WORDS = 600
"""What was said longer ago tells nothing of a change."""

_CARRIED = ("、", "和", "及", "与", "以及")
_VERB = re.compile(
    "(?:(?P<up>新增|增加(?!值)|增拨|增安排|追加|调增|多安排|多收|多支|增资|增列|补发|上调)"
    "|(?P<down>减少|调减|核减|压减|压缩|缩减|削减|少安排|少收|少支|节支|收回|取消|退回|下调))(?![到至为])"
)
"""A verb of change that stands before what changed: 增加人员经费 X."""


class SignedChange(NamedTuple):
    """A change with its sign and the words since the one before.

    ``depth`` says how deep in brackets it stands, ``sentence`` in which sentence, ``style`` how its line is numbered,
    ``is_first`` that it is the first of its line.
    """

    amount: Amount
    value: Decimal
    words: str
    block: int
    depth: int
    sentence: int
    style: str
    is_first: bool

    @property
    def unit(self) -> str:
        """Give the base unit of the change."""
        return self.amount.quantity.unit


def negated(amount: Amount) -> Amount:
    """Give an amount with the other sign; its figure stays as printed."""
    stated = amount.quantity
    low, high = (None if one is None else -one for one in (stated.high, stated.low))
    return replace(amount, quantity=replace(stated, value=-stated.value, low=low, high=high))


def signed_changes(lines: Sequence[Line]) -> Iterator[SignedChange]:
    """Give every exact change that is no percentage, in order; those of nothing are left out."""
    words: list[str] = []
    sentence = 0
    for line in lines:
        depth, direction, is_first = 0, None, True
        sentence += 1
        for amount in line.amounts:
            lead = amount.lead
            words.append(lead)
            depth = max(depth + lead.count("(") - lead.count(")"), 0)
            sentence += STOP.search(lead) is not None
            if amount.role is Role.PERCENT or amount.quantity.kind is Kind.PERCENTAGE_POINTS:
                continue
            direction = _direction(amount, direction)
            value = amount.quantity.value
            if direction is not None and amount.quantity.is_exact and value > 0:
                signed = value if direction is Direction.UP else -value
                place = line.block, depth, sentence, line.style, is_first
                yield SignedChange(amount, signed, "".join(words)[-_MOST_WORDS:], *place)
                words, is_first = [], False
        words.append(line.tail)


def _direction(amount: Amount, last: Direction | None) -> Direction | None:
    """Give the direction of a change, told by its own words or by those of the one it is joined to by 、 or 和."""
    if amount.role is Role.CHANGE:
        return amount.direction
    if amount.role is not Role.MAIN:
        return None
    verbs = {found.lastgroup for found in _VERB.finditer(amount.label)}
    if len(verbs) == 1:
        return Direction.UP if "up" in verbs else Direction.DOWN
    return last if not verbs and amount.lead.startswith(_CARRIED) else None
