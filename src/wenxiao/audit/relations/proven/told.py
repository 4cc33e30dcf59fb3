"""The amounts of a document in order, and those around one, the nearest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from wenxiao.audit.relations.amounts import Amount, Line

_BEFORE, _AFTER, _MOST_BLOCKS = 40, 3, 8


class Told(NamedTuple):
    """An amount, the number of its line, how deep in brackets it stands there, its block, and whether it is exact."""

    amount: Amount
    line: int
    depth: int
    block: int
    is_exact: bool


class Near(NamedTuple):
    """The exact amounts around one, the nearest first; ``here`` is where those of its sentence start."""

    amounts: tuple[Amount, ...]
    here: frozenset[int]

    def count_here(self, one: Amount, two: Amount) -> int:
        """Count which of two amounts stand in the same sentence."""
        return (one.figure.start in self.here) + (two.figure.start in self.here)


def told_in(lines: Iterable[Line]) -> list[Told]:
    """Give the amounts of a document in order."""
    told: list[Told] = []
    for number, line in enumerate(lines):
        depth = 0
        for amount in line.amounts:
            lead = amount.lead
            if "(" in lead or ")" in lead:
                depth = max(depth + lead.count("(") - lead.count(")"), 0)
            told.append(Told(amount, number, depth, amount.figure.block, amount.quantity.is_exact))
    return told


def near(told: Sequence[Told], at: int) -> Near:
    """Give the exact amounts before one, not too far, and the few after it in its sentence."""
    own = told[at]
    first = own.block - _MOST_BLOCKS
    before = [one for one in told[max(at - _BEFORE, 0) : at][::-1] if one.is_exact and one.block >= first]
    after = [one for one in told[at + 1 : at + 1 + _AFTER] if one.is_exact and one.line == own.line]
    beside = [one for both in zip(before, after, strict=False) for one in both]
    nearest = [*beside, *before[len(after) :], *after[len(before) :]]
    here = frozenset(one.amount.figure.start for one in nearest if one.line == own.line)
    return Near(tuple(one.amount for one in nearest), here)


def measured_as(whole: Amount, part: Amount) -> Amount:
    """Give an amount as a part of another, in its unit: people, forms and cases may stand for each other."""
    unit, kind = whole.quantity.unit, whole.quantity.kind
    if part.quantity.unit == unit:
        return part
    return replace(part, quantity=replace(part.quantity, unit=unit, kind=kind))
