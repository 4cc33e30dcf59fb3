"""The amounts of a document as what may be a whole or a part of one, with what is asked of each again and again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from wenxiao.audit.claims import Direction
from wenxiao.audit.figures.model import TALLIED
from wenxiao.audit.relations.amounts import Amount, Line, Role
from wenxiao.audit.relations.sums.terms import can_be_added
from wenxiao.quantity import Kind

Row = Sequence["Candidate"]
"""Amounts in the order in which they are tried, the nearest first."""


class Candidate(NamedTuple):
    """An amount, where it stands, and what it can be.

    ``depth`` says how deep in brackets it stands; ``direction`` is that of a change, None for a plain amount;
    ``is_counted`` tells that it is a number of things or people.
    """

    amount: Amount
    value: Decimal
    measure: tuple[Kind, str]
    start: int
    line: int
    block: int
    depth: int
    direction: Direction | None
    is_counted: bool
    can_be_whole: bool
    can_be_part: bool


def candidates_in(lines: Iterable[Line]) -> list[Candidate]:
    """Give the amounts of a document in order, without percentages and what something is compared with."""
    found: list[Candidate] = []
    for number, line in enumerate(lines):
        depth = 0
        for amount in line.amounts:
            depth = max(depth + amount.lead.count("(") - amount.lead.count(")"), 0)
            if amount.role in {Role.MAIN, Role.CHANGE}:
                found.append(_candidate(amount, number, depth))
    return found


def _candidate(amount: Amount, line: int, depth: int) -> Candidate:
    quantity, figure = amount.quantity, amount.figure
    addable = quantity.is_exact and quantity.value >= 0 and can_be_added(amount)
    direction = amount.direction if amount.role is Role.CHANGE else None
    counted = figure.kind in TALLIED and bool(quantity.unit) and "." not in figure.text
    measure = quantity.kind, quantity.unit
    is_whole = addable and quantity.value > 0
    place = figure.start, line, figure.block, depth
    return Candidate(amount, quantity.value, measure, *place, direction, counted, is_whole, addable)


def alike_in(one: Candidate, whole: Candidate) -> bool:
    """Tell whether an amount is measured like a whole: forms, and the men who filled them in, are counted alike."""
    return one.measure == whole.measure or (one.is_counted and whole.is_counted)


def in_measure_of(whole: Candidate, part: Candidate) -> Amount:
    """Give a part counted in the unit of its whole; its figure stays as printed."""
    if part.measure == whole.measure:
        return part.amount
    kind, unit = whole.measure
    return replace(part.amount, quantity=replace(part.amount.quantity, kind=kind, unit=unit))
